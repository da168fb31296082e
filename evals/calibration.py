"""How well the stated probability holds: `python -m evals.calibration --on DATA QUESTIONS.yaml [--write]`.

Prints the reliability curve (of the answers that were said to be right with such a probability, how many
were), the Brier score and the expected calibration error (Guo et al. 2017), all by cross-validation: each
answer by a ranking and a curve fitted on other questions. Writes the curve to `answers/calibration.yaml`.
Right means that the answer cites an expected passage; an answer to a question that nothing answers is wrong.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import yaml

from answers.assistant import Assistant
from answers.choice import choose
from answers.confidence import Calibration, confidence_features
from answers.ranking import Ranking, load_ranking
from evals.intervals import wilson
from evals.options import add_on
from evals.questions import load_questions
from evals.tune import READING, Case, cases, crossed, ranked_by
from hierarchy.ladder import Band

FEATURES = ("constant", "score", "lead")
# What a band claims of the share that is right: its interval must lie above (for the low one, below) it.
CLAIMS = {Band.HIGH: 0.75, Band.MEDIUM: 0.5, Band.LOW: 0.7}
AT_LEAST = {Band.HIGH: 0.85, Band.MEDIUM: 0.6, Band.LOW: 0.0}
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
FOLDS = 10
_PENALTY = 1.0
_STEPS = 50
_DATA = Path(__file__).parent.parent / "answers" / "calibration.yaml"
_HEAD = "# Fitted by `python -m evals.calibration`; see evals/README.md for the figures.\n"


@dataclass(frozen=True)
class Told:
    """An answer that was given: what its choice rests on, and whether it cites an expected passage."""

    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True)
class Bin:
    """The answers with a probability from `start` to `end`: how many, the mean said, the share right."""

    start: float
    end: float
    count: int
    said: float
    right: int


def answers_given(ranking: Ranking, data: Sequence[Case]) -> list[Told]:
    """What the ranking answers of the questions; those that it refuses are left out."""
    given = []
    for case in data:
        ranked = ranked_by(ranking, case)
        choice = choose(ranking, case.found.question, ranked, case.found.referred.provisions)
        if not choice.abstains:
            cited = {r.candidate.id for found in choice.answering.values() for r in found}
            given.append(Told(confidence_features(ranked, choice), bool(cited & case.hits)))
    return given


def fit_curve(given: Sequence[Told]) -> dict[str, float]:
    """Logistic weights by Newton's method, with a small penalty on all but the constant."""
    x = np.array([[told.features[name] for name in FEATURES] for told in given])
    y = np.array([told.right for told in given], dtype=float)
    penalty = np.diag([0.0, *[_PENALTY] * (len(FEATURES) - 1)])
    weights = np.zeros(len(FEATURES))
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - penalty @ weights
        curvature = (x * (chance * (1 - chance))[:, None]).T @ x + penalty + 1e-6 * np.eye(len(FEATURES))
        weights = weights + np.linalg.solve(curvature, slope)
    return {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}


def crossed_probabilities(given: Sequence[Told]) -> list[tuple[float, bool]]:
    """For each answer the probability by a curve fitted on the others, and whether it was right."""
    said: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        others = [told for place, told in enumerate(given) if place % FOLDS != fold]
        curve = Calibration(fit_curve(others), ())
        said += [(curve.confidence(told.features).probability, told.right) for told in given[fold::FOLDS]]
    return said


def binned(said: Sequence[tuple[float, bool]], edges: Sequence[float] = BINS) -> list[Bin]:
    """The answers by their probability; bins without any are left out."""
    bins = []
    for start, end in pairwise(edges):
        held = [(p, right) for p, right in said if start <= p < end or p == end == 1.0]
        if held:
            mean = sum(p for p, _ in held) / len(held)
            bins.append(Bin(start, end, len(held), mean, sum(right for _, right in held)))
    return bins


def brier(said: Sequence[tuple[float, bool]]) -> float:
    """The mean squared distance between what was said and what was so: 0 is best."""
    return sum((p - right) ** 2 for p, right in said) / len(said)


def calibration_error(bins: Sequence[Bin]) -> float:
    """How far the share right lies from the probability said, in the mean over all answers."""
    return sum(abs(b.said * b.count - b.right) for b in bins) / sum(b.count for b in bins)


def bands(said: Sequence[tuple[float, bool]]) -> list[dict[str, object]]:
    """Each band with the share right in it, and whether the share's interval bears what the band claims."""
    measured: list[dict[str, object]] = []
    ceiling = 1.01
    for band in Band:
        held = [right for p, right in said if AT_LEAST[band] <= p < ceiling]
        ceiling = AT_LEAST[band]
        interval = wilson(sum(held), len(held)) if held else None
        borne = interval is not None and (
            interval.high <= CLAIMS[band] if band is Band.LOW else interval.low >= CLAIMS[band]
        )
        measured.append(
            {
                "band": band.value,
                "at_least": AT_LEAST[band],
                "answers": len(held),
                "share": round(sum(held) / len(held), 3) if held else 0.0,
                "interval": [round(interval.low, 3), round(interval.high, 3)] if interval else None,
                "borne": borne,
            }
        )
    return measured


def table(name: str, said: Sequence[tuple[float, bool]]) -> str:
    """The reliability curve in lines of text, with the Brier score and the calibration error."""
    bins = binned(said)
    lines = [
        f"{name}: {len(said)} answers, {sum(right for _, right in said) / len(said):.2f} right, "
        f"Brier {brier(said):.3f}, calibration error {calibration_error(bins):.3f}"
    ]
    for b in bins:
        interval = wilson(b.right, b.count)
        lines.append(
            f"  {b.start:.1f}–{b.end:.1f}  said {b.said:.2f}  right {b.right / b.count:.2f} "
            f"({interval.low:.2f}–{interval.high:.2f})  of {b.count}"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_on(parser, "may be repeated")
    parser.add_argument(
        "--check",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("DATA", "QUESTIONS"),
        help="measure the curve on these too, without fitting on them",
    )
    parser.add_argument(
        "--even",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("DATA", "QUESTIONS"),
        help="fit on every second question of a file, measure on the others",
    )
    parser.add_argument("--write", action="store_true", help="write answers/calibration.yaml")
    options = parser.parse_args(arguments)
    base = load_ranking()
    given = [
        told
        for ranking, fold in crossed(_asked(options.on), base, READING)
        for told in answers_given(_with_limits(ranking, base), fold)
    ]
    halves = {path.stem: _halves(data, path) for data, path in options.even}
    given += [told for even, _ in halves.values() for told in answers_given(base, even)]
    said = crossed_probabilities(given)
    say = sys.stdout.write
    say(table("cross-validated", said) + "\n")
    weights, measured = fit_curve(given), bands(said)
    for band in measured:
        say(f"{band}\n")
    unseen = {name: odd for name, (_, odd) in halves.items()}
    unseen |= {path.stem: _asked([(data, path)]) for data, path in options.check}
    curve = Calibration(weights, ())
    for name, asked in unseen.items():
        checked = answers_given(base, asked)
        probabilities = [(curve.confidence(told.features).probability, told.right) for told in checked]
        say(table(name, probabilities) + "\n")
    if options.write:
        stated = yaml.safe_dump({"weights": weights, "bands": measured}, sort_keys=False)
        _DATA.write_text(_HEAD + stated, encoding="utf-8")
    return 0


def _halves(data: Path, path: Path) -> tuple[list[Case], list[Case]]:
    """The questions at even places of a file, counted from one, and those at odd."""
    questions, assistant = load_questions(path), Assistant.open(data)
    return list(cases(assistant, questions[1::2])), list(cases(assistant, questions[::2]))


def _asked(pairs: Sequence[tuple[Path, Path]]) -> list[Case]:
    return [case for data, path in pairs for case in cases(Assistant.open(data), load_questions(path))]


def _with_limits(ranking: Ranking, base: Ranking) -> Ranking:
    return replace(ranking, support_from=base.support_from, level_margin=base.level_margin)


if __name__ == "__main__":
    sys.exit(main())
