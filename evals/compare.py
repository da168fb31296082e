"""Two runs, question by question: what became better, worse or just other."""

from collections.abc import Mapping
from dataclasses import dataclass

from evals.saved import SavedCase, SavedRun
from evals.significance import Paired, paired


@dataclass(frozen=True)
class Change:
    """A question that did not come out the same: the metrics (by name) that rose and that fell."""

    before: SavedCase
    after: SavedCase
    better: tuple[str, ...]
    worse: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.after.id


@dataclass(frozen=True)
class Comparison:
    """The metrics that both runs have, on the questions that both asked in the same words.

    `better`, `worse`: questions where metrics only rose or only fell. `mixed`: where some rose and some
    fell. `other`: what is shown differs, and every metric is the same. `altered`: asked in both, but the
    question or what it expects was rewritten between them; `gone`, `new`: asked in one run alone.
    """

    metrics: Mapping[str, Paired]
    labels: Mapping[str, str]
    same: int
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    mixed: tuple[Change, ...]
    other: tuple[Change, ...]
    altered: tuple[str, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def compare(before: SavedRun, after: SavedRun) -> Comparison:
    """What changed from one run to the other, in the order of the later run's questions."""
    both = [(before.cases[name], case) for name, case in after.cases.items() if name in before.cases]
    pairs = [(a, b) for a, b in both if a.fingerprint == b.fingerprint]
    changes = [_change(a, b) for a, b in pairs]
    better, worse, mixed, other = [], [], [], []
    for change in changes:
        if change.better and change.worse:
            mixed.append(change)
        elif change.better:
            better.append(change)
        elif change.worse:
            worse.append(change)
        elif change.before.found != change.after.found:
            other.append(change)
    return Comparison(
        metrics=_metrics(before, after, pairs),
        labels={**before.labels, **after.labels},
        same=len(pairs) - len(better) - len(worse) - len(mixed) - len(other),
        better=tuple(better),
        worse=tuple(worse),
        mixed=tuple(mixed),
        other=tuple(other),
        altered=tuple(b.id for a, b in both if a.fingerprint != b.fingerprint),
        gone=tuple(name for name in before.cases if name not in after.cases),
        new=tuple(name for name in after.cases if name not in before.cases),
    )


def _change(before: SavedCase, after: SavedCase) -> Change:
    shared = [name for name in after.values if name in before.values]
    return Change(
        before,
        after,
        tuple(name for name in shared if after.values[name] > before.values[name]),
        tuple(name for name in shared if after.values[name] < before.values[name]),
    )


def _metrics(
    before: SavedRun, after: SavedRun, pairs: list[tuple[SavedCase, SavedCase]]
) -> dict[str, Paired]:
    names = dict.fromkeys([*after.labels, *(name for _, case in pairs for name in case.values)])
    values = {
        name: [(a.values[name], b.values[name]) for a, b in pairs if name in a.values and name in b.values]
        for name in names
    }
    return {name: paired(found) for name, found in values.items() if found}
