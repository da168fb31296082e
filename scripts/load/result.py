"""Whether the load held: figures of what people met and what the server used, against the targets."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

from evals.intervals import percentile
from scripts.load.person import Seen

LATEST_ANSWER = 2.0
"""Seconds within which 95 of 100 answers shall be drawn."""
LARGEST_GROWTH = 0.05
"""The share by which memory may have grown from the middle of the load to its end."""
_PARTS = 10


@dataclass(frozen=True)
class Result:
    """Seconds, megabytes and counts; None where nothing was measured."""

    people: int
    seconds: float
    answers: int
    answer_median: float | None
    answer_95: float | None
    first_sign_95: float | None
    opening_95: float | None
    kilobytes_median: float | None
    cpu_per_answer: float | None
    memory: tuple[float, ...]
    """At each tenth of the time, from the beginning to the end."""
    errors: tuple[str, ...]

    @property
    def growth(self) -> float | None:
        """The share by which memory grew from the middle to the end."""
        return self.memory[-1] / self.memory[len(self.memory) // 2] - 1 if self.memory else None

    @property
    def failures(self) -> list[str]:
        """What did not hold, in sentences; empty where all did."""
        failed = [f"{len(self.errors)} fel, det första: {self.errors[0]}"] if self.errors else []
        if self.answer_95 is None:
            failed.append("Inget svar gavs.")
        elif self.answer_95 > LATEST_ANSWER:
            failed.append(f"95 av 100 svar tog upp till {_said(self.answer_95)} s, mot högst {_said(2.0)} s.")
        if self.growth is not None and self.growth > LARGEST_GROWTH:
            failed.append(f"Minnet växte med {_said(100 * self.growth)} % under andra halvan.")
        return failed

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "growth": self.growth, "failures": self.failures}

    def lines(self) -> list[str]:
        """The figures as they are printed."""
        return [
            f"{self.people} personer i {self.seconds:.0f} s: {self.answers} svar, {len(self.errors)} fel",
            f"svar: median {_said(self.answer_median)} s, 95 % inom {_said(self.answer_95)} s",
            f"frågan syns: 95 % inom {_said(self.first_sign_95)} s",
            f"öppnat citat: 95 % inom {_said(self.opening_95)} s",
            f"skickat för ett svar: median {_said(self.kilobytes_median)} kB",
            f"processortid per svar, allt inräknat: {_said(self.cpu_per_answer)} s",
            f"minne, MB vid varje tiondel: {' '.join(f'{held:.0f}' for held in self.memory)}",
            *self.failures,
        ]


def result_of(
    people: int, seconds: float, seen: Seen, memory: Sequence[tuple[float, float]], cpu: float | None
) -> Result:
    """`memory` as `Watched` keeps it; `cpu`: processor seconds used from the first visit to the end."""
    held = [megabytes for _, megabytes in memory]
    tenths = [min(len(held) - 1, len(held) * tenth // _PARTS) for tenth in range(_PARTS + 1)] if held else []
    return Result(
        people,
        round(seconds, 1),
        len(seen.answers),
        median(seen.answers) if seen.answers else None,
        _late(seen.answers),
        _late(seen.first_signs),
        _late(seen.openings),
        median(seen.sizes) / 1000 if seen.sizes else None,
        cpu / len(seen.answers) if cpu is not None and seen.answers else None,
        tuple(held[at] for at in tenths),
        tuple(seen.errors),
    )


def _late(seconds: Sequence[float]) -> float | None:
    return percentile(seconds, 95) if seconds else None


def _said(figure: float | None) -> str:
    if figure is None:
        return "–"
    return f"{figure:.2f}".replace(".", ",") if figure < 100 else f"{figure:.0f}"
