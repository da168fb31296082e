"""Sums over the cases of a run: means with intervals, by group, and how long answers took."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import fmean, median

from evals.intervals import Interval, mean_interval, percentile, wilson
from evals.metrics.suite import Metric
from evals.run import CaseResult, EvalRun

NO_ORGANISATION = "ingen"
"""What the groups call questions that are asked of no organisation."""

UNANSWERABLE = "inget svar finns"
"""What the groups call the level of questions that nothing answers."""


@dataclass(frozen=True)
class Aggregate:
    """A metric's mean over the `count` cases that it applies to, with its 95 % interval."""

    mean: float
    count: int
    interval: Interval


@dataclass(frozen=True)
class Group:
    """The cases that have something in common: how many they are, and the metrics that apply, by name."""

    cases: int
    totals: dict[str, Aggregate]


@dataclass(frozen=True)
class Latency:
    """Milliseconds over `count` answers: the median, and what 95 % of them stay within."""

    median: float
    p95: float
    count: int


def aggregate(metric: Metric, cases: Iterable[CaseResult]) -> Aggregate | None:
    """A metric's mean over cases; None where it applies to none of them."""
    values = [case.scores[metric.name].value for case in cases if metric.name in case.scores]
    if not values:
        return None
    interval = wilson(sum(values), len(values)) if metric.is_share else mean_interval(values)
    return Aggregate(fmean(values), len(values), interval)


def totals(run: EvalRun) -> dict[str, Aggregate]:
    """Every metric that applies to some case, by name, in the order of the suite."""
    return _totals(run.metrics, run.cases)


def by_tag(run: EvalRun) -> dict[str, Group]:
    """The totals of the cases with each tag; a case counts under every tag it has."""
    return _grouped(run, lambda case: case.question.tags)


def by_level(run: EvalRun) -> dict[str, Group]:
    """The totals of the cases by the expected level."""
    return _grouped(
        run, lambda case: (case.question.expect.level.value if case.question.expect.level else UNANSWERABLE,)
    )


def by_organisation(run: EvalRun) -> dict[str, Group]:
    """The totals of the cases by the organisation they are asked of."""
    return _grouped(run, lambda case: (case.question.organisation or NO_ORGANISATION,))


def latency(run: EvalRun) -> dict[str, Latency]:
    """How long answers took by stage (understand, retrieve, answer, total: the keys of `timings_ms`)."""
    stages: dict[str, list[float]] = {}
    for case in run.cases:
        for stage, milliseconds in case.answer["timings_ms"].items():
            stages.setdefault(stage, []).append(milliseconds)
    return {
        stage: Latency(median(values), percentile(values, 95), len(values))
        for stage, values in stages.items()
    }


def _totals(metrics: Iterable[Metric], cases: Iterable[CaseResult]) -> dict[str, Aggregate]:
    held = list(cases)
    sums = ((metric.name, aggregate(metric, held)) for metric in metrics)
    return {name: value for name, value in sums if value is not None}


def _grouped(run: EvalRun, keys: Callable[[CaseResult], tuple[str, ...]]) -> dict[str, Group]:
    """Groups with the most cases first, so that a reader meets the surest figures first."""
    groups: dict[str, list[CaseResult]] = {}
    for case in run.cases:
        for key in dict.fromkeys(keys(case)):
            groups.setdefault(key, []).append(case)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {key: Group(len(cases), _totals(run.metrics, cases)) for key, cases in ordered}
