"""Asking the questions and counting what is said of them, rightly and wrongly."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answers.assistant import Assistant
from evals.verdicts.cases import SAMPLE, Case
from hierarchy.ladder import Answer

_SAMPLE_REGION = "exempel"
_AS_OF = {SAMPLE: date(2026, 11, 1)}
_AS_OF_ELSE = date(2025, 12, 1)


@dataclass(frozen=True)
class Outcome:
    """`said`: the yes or no, or the words that the premise is contradicted by; None where nothing is said."""

    case: Case
    said: str | None

    @property
    def is_right(self) -> bool:
        """Whether something is said and it is what the documents decide."""
        if self.said is None or not self.case.is_decided:
            return False
        if self.case.premise is not None:
            return self.case.premise.casefold() in self.said.casefold()
        return self.said == self.case.verdict


@dataclass(frozen=True)
class Figures:
    """`precision`: of what is said, the share that is right. `recall`: of what there is to say, the share
    that is said rightly. A share of nothing is 1.
    """

    cases: int
    said: int
    precision: float
    recall: float


def ask_all(assistant: Assistant, cases: Sequence[Case]) -> list[Outcome]:
    """Every question asked once."""
    return [_outcome(assistant, case) for case in cases]


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures of some outcomes."""
    said = sum(outcome.said is not None for outcome in outcomes)
    right = sum(outcome.is_right for outcome in outcomes)
    there = sum(outcome.case.is_decided for outcome in outcomes)
    return Figures(len(outcomes), said, right / said if said else 1.0, right / there if there else 1.0)


def _outcome(assistant: Assistant, case: Case) -> Outcome:
    answer = assistant.ask(
        case.question,
        organisation=case.organisation or (_SAMPLE_REGION if case.library == SAMPLE else None),
        as_of=_AS_OF.get(case.library, _AS_OF_ELSE),
        language=case.language,
    )
    return Outcome(case, _said(answer, premise=case.premise is not None))


def _said(answer: Answer, *, premise: bool) -> str | None:
    """What is said of the kind that is asked for; the other kind is a mistake there, and is named as one."""
    wanted, other = (answer.premise, answer.verdict) if premise else (answer.verdict, answer.premise)
    if wanted is None:
        return f"! {other.quote}" if other else None
    return wanted.answer if wanted is answer.verdict and answer.verdict else wanted.quote
