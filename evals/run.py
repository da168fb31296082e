"""Ask every question of something, and score what comes back."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from evals.loss import Loss, loss_of
from evals.metrics.score import Score
from evals.metrics.suite import Metric, suite
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord
from hierarchy.validity import Validity

TOP = 8
"""How many search results are asked for, and the k of recall@k, unless told otherwise."""

_OUT_OF_TIME = {
    Validity.NOT_YET,
    Validity.ENDED,
    Validity.SUPERSEDED,
    Validity.REPEALED,
    Validity.WITHDRAWN,
}


class Asker(Protocol):
    """Whatever can be asked. Both questions and lookups are answered from one library."""

    def ask(self, question: Question) -> AnswerRecord:
        """The answer, as `ask --json` would print it."""
        ...

    def search(self, question: Question, top: int) -> SearchRecord:
        """At most `top` results, best first, as `search --json` would print them."""
        ...

    def everything(self, question: Question) -> SearchRecord:
        """All that a search for the question finds, best first: asked for where the best did not do."""
        ...

    def stored_text(self, document: str) -> str:
        """The text that the document's offsets address. Raises LookupError for an unknown document."""
        ...

    def organisations_of(self, document: str) -> Collection[str]:
        """Ids of the organisations that a document binds; empty means all. Raises LookupError."""
        ...

    def state_of(self, document: str, day: date) -> Validity:
        """What a document is on a day. Raises LookupError."""
        ...


@dataclass(frozen=True)
class CaseResult:
    """One question, what came back, a score by the name of each metric that applies, and the step that lost
    it (None where nothing failed).
    """

    question: Question
    answer: AnswerRecord
    results: SearchRecord
    scores: dict[str, Score]
    lost: Loss | None = None


@dataclass(frozen=True)
class EvalRun:
    """Every case of a run in the order of the question file, and the metrics that it was scored by."""

    cases: tuple[CaseResult, ...]
    metrics: tuple[Metric, ...]

    def failed(self, case: CaseResult) -> list[tuple[Metric, Score]]:
        """The metrics that a case did not pass, leaving out those that are a matter of degree."""
        return _failed(self.metrics, case.scores)


def run(
    questions: Iterable[Question],
    asker: Asker,
    *,
    top: int = TOP,
    on_case: Callable[[CaseResult], None] | None = None,
    trace_losses: bool = True,
) -> EvalRun:
    """Ask and search for every question, one after the other, and score each.

    `trace_losses`: find for each question that failed the step that lost it, which costs another search.
    `on_case` is called after each case, for progress. What the asker raises is not caught: a question that
    can't be asked is a fault in the program, and leaving it out would make the figures better than they are.
    """
    metrics = suite(
        stored_text=asker.stored_text,
        organisations_of=asker.organisations_of,
        state_of=asker.state_of,
        top=top,
    )
    cases: list[CaseResult] = []
    for question in questions:
        answer, results = asker.ask(question), asker.search(question, top)
        measured = ((metric.name, metric.measure(question, answer, results)) for metric in metrics)
        scores = {name: score for name, score in measured if score is not None}
        traced = trace_losses and bool(_failed(metrics, scores))
        lost = _lost(question, answer, scores, asker, top) if traced else None
        case = CaseResult(question, answer, results, scores, lost)
        cases.append(case)
        if on_case is not None:
            on_case(case)
    return EvalRun(tuple(cases), metrics)


def _failed(metrics: Iterable[Metric], scores: dict[str, Score]) -> list[tuple[Metric, Score]]:
    return [
        (metric, scores[metric.name])
        for metric in metrics
        if metric.is_share and metric.name in scores and not scores[metric.name].passed
    ]


def _lost(question: Question, answer: AnswerRecord, scores: dict[str, Score], asker: Asker, top: int) -> Loss:
    def applies(document: str) -> bool:
        bound = asker.organisations_of(document)
        day = date.fromisoformat(answer["as_of"])
        asked = not bound or question.organisation in bound
        return asked and asker.state_of(document, day) not in _OUT_OF_TIME

    return loss_of(
        question,
        answer,
        scores,
        top=top,
        everything=lambda: asker.everything(question),
        stored_text=asker.stored_text,
        applies=applies,
    )
