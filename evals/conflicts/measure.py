"""Asking the planted questions and counting the conflicts that are shown, rightly and wrongly."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from answers.assistant import Assistant
from evals.conflicts.cases import Case, Side
from hierarchy.conflicts import Passage, collisions
from hierarchy.ladder import Answer
from index.library import Library

ORGANISATION = "granvik"
AS_OF = date(2026, 3, 1)

Pair = frozenset[Side]


@dataclass(frozen=True)
class Outcome:
    """What one question showed.

    `shown`: the pairs of quotes shown as conflicts. `found`: the case's own pair is among them. `settled`:
    with the right rule and the right one first. `reached`: at least one of the pair's rules is quoted.
    `wrong`: shown pairs that collide in no case.
    """

    case: Case
    shown: tuple[Pair, ...]
    found: bool
    settled: bool
    reached: bool
    wrong: tuple[Pair, ...]


@dataclass(frozen=True)
class Figures:
    """`precision`: of the conflicts shown, the share that are planted. `recall`: of those planted, the share
    that their questions show. `settled`: of those found, the share with the right rule and order.
    """

    cases: int
    precision: float
    recall: float
    settled: float


def ask_all(assistant: Assistant, cases: Sequence[Case]) -> list[Outcome]:
    """Every question asked once."""
    planted = [case for case in cases if case.collides]
    return [_outcome(assistant, case, planted) for case in cases]


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures of some outcomes; a share of nothing is 1."""
    shown = sum(len(outcome.shown) for outcome in outcomes)
    wrong = sum(len(outcome.wrong) for outcome in outcomes)
    planted = [outcome for outcome in outcomes if outcome.case.collides]
    found = [outcome for outcome in planted if outcome.found]
    return Figures(
        len(outcomes),
        _share(shown - wrong, shown),
        _share(len(found), len(planted)),
        _share(sum(outcome.settled for outcome in found), len(found)),
    )


def every_collision(library: Library) -> list[Pair]:
    """The pairs that collide when every rule of the library is held against every other, asked for or not."""
    passages = [
        Passage(document, provision, library.text(document.document)[provision.start : provision.end])
        for document in library.documents()
        for provision in library.provisions(document.document)
    ]
    pairs = combinations(range(len(passages)), 2)
    return [
        frozenset(
            Side(passage.document.document, passage.text[rule.start : rule.end])
            for passage, rule in (
                (passages[found.prevails], found.prevailing),
                (passages[found.yields], found.yielding),
            )
        )
        for found in collisions(passages, pairs, library.hierarchy.organisation(ORGANISATION), AS_OF)
    ]


def is_planted(pair: Pair, cases: Sequence[Case]) -> bool:
    """Whether a pair of shown quotes is that of a case that collides."""
    return any(case.collides and _is_pair(pair, case) for case in cases)


def _outcome(assistant: Assistant, case: Case, planted: Sequence[Case]) -> Outcome:
    answer = assistant.ask(case.question, organisation=ORGANISATION, as_of=AS_OF)
    shown = tuple(_pair(answer, c.prevails, c.yields) for c in answer.conflicts)
    own = [c for c, pair in zip(answer.conflicts, shown, strict=True) if _is_pair(pair, case)]
    return Outcome(
        case,
        shown,
        found=bool(own),
        settled=any(
            c.rule == case.rule and answer.citations[c.prevails].document.document == case.prevails
            for c in own
        ),
        reached=any(
            _holds(Side(c.document.document, c.quote), side) for c in answer.citations for side in case.sides
        ),
        wrong=tuple(pair for pair in shown if not is_planted(pair, planted)),
    )


def _pair(answer: Answer, *places: int) -> Pair:
    cited = (answer.citations[place] for place in places)
    return frozenset(Side(citation.document.document, citation.quote) for citation in cited)


def _is_pair(pair: Pair, case: Case) -> bool:
    return all(any(_holds(shown, side) for shown in pair) for side in case.sides)


def _holds(shown: Side, side: Side) -> bool:
    return shown.document == side.document and side.quote in " ".join(shown.quote.split())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
