"""The figures as Markdown tables: what is lost without each mechanism."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from evals.ablation.measure import METRICS, Measured, Outcome
from evals.ablation.replacing import Switch
from evals.questions import Question
from evals.run import TOP
from evals.significance import SURE, mcnemar

_HEADINGS = {
    f"recall@{TOP}": f"recall@{TOP}",
    "mrr": "MRR",
    "right_source_shown": "source",
    "level": "level",
    "facts": "facts",
    "refusal_recall": "refusal recall",
    "refusal_precision": "refusal precision",
}
_MOST_TAGS = 3
_SMALLEST = 0.0005


@dataclass(frozen=True)
class Tally:
    """The questions that a mechanism alone makes right (`won`) and those that it alone makes wrong (`lost`).

    `p`: how often chance would part them this far. `milliseconds`: the median over questions of an answer
    with it less one without.
    """

    won: Sequence[Question]
    lost: Sequence[Question]
    milliseconds: float

    @property
    def p(self) -> float:
        return mcnemar(len(self.won), len(self.lost))

    @property
    def verdict(self) -> str:
        if self.p < SURE:
            return "adds" if len(self.won) > len(self.lost) else "**harms**"
        if not self.won and not self.lost:
            return "nothing changes"
        return "adds, within chance" if len(self.won) > len(self.lost) else "nothing shown"


def tally(sets: Iterable[Measured], name: str) -> Tally:
    """What one mechanism adds over every set."""
    rows = [row for measured in sets for row in _rows(measured, name)]
    return Tally(
        [question for question, whole, without in rows if whole.is_right > without.is_right],
        [question for question, whole, without in rows if whole.is_right < without.is_right],
        median(whole.milliseconds - without.milliseconds for _, whole, without in rows),
    )


def summary(sets: Sequence[Measured], switches: Sequence[Switch]) -> Iterator[str]:
    """One line for each mechanism, what adds the most first."""
    yield "| mechanism | without it | won | lost | p | kinds won | kinds lost | ms | verdict |"
    yield "|---|---|---|---|---|---|---|---|---|"
    tallies = [(switch, tally(sets, switch.name)) for switch in switches]
    for switch, own in sorted(tallies, key=lambda pair: len(pair[1].lost) - len(pair[1].won)):
        yield (
            f"| {switch.name} | {switch.without} | {len(own.won)} | {len(own.lost)} | {own.p:.3f} "
            f"| {_kinds(own.won)} | {_kinds(own.lost)} | {own.milliseconds:+.1f} | {own.verdict} |"
        )


def of_set(measured: Measured, switches: Sequence[Switch]) -> Iterator[str]:
    """The figures of one set: with everything, and by how much each mechanism raises them."""
    yield f"| | {' | '.join(_HEADINGS[name] for name in METRICS)} | won–lost |"
    yield "|---" * (len(METRICS) + 2) + "|"
    figures = {name: _mean(measured.whole, name) for name in METRICS}
    yield f"| everything | {' | '.join(_figure(figures[name]) for name in METRICS)} | |"
    for switch in switches:
        without = measured.without[switch.name]
        risen = [_difference(figures[name], _mean(without, name)) for name in METRICS]
        own = tally([measured], switch.name)
        count = f"{len(own.won)}–{len(own.lost)}" if own.won or own.lost else "·"
        yield f"| {switch.name} | {' | '.join(risen)} | {count} |"


def _rows(measured: Measured, name: str) -> Iterable[tuple[Question, Outcome, Outcome]]:
    return zip(measured.questions, measured.whole, measured.without[name], strict=True)


def _mean(outcomes: Sequence[Outcome], name: str) -> float | None:
    values = [outcome.scores[name] for outcome in outcomes if name in outcome.scores]
    return fmean(values) if values else None


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _difference(whole: float | None, without: float | None) -> str:
    if whole is None or without is None:
        return "–"
    return f"{whole - without:+.3f}" if abs(whole - without) >= _SMALLEST else "·"


def _kinds(questions: Sequence[Question]) -> str:
    tags = Counter(tag for question in questions for tag in question.tags)
    return ", ".join(f"{tag} {count}" for tag, count in tags.most_common(_MOST_TAGS))
