"""Fact coverage: the facts that a right answer must contain are in what is shown."""

from evals.matching import normalised
from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def fact_coverage(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 where an answer was given and every expected fact is in its text or its quotes, else 0.

    None where nothing answers or no facts are listed. All or nothing: half of a rule can be the wrong half.
    Where in the answer the fact stands, and what else stands there, is not scored.
    """
    facts = question.expect.must_include
    if question.expect.abstain or not facts:
        return None
    if answer["abstained"]:
        return verdict(False, "avstod fast svar finns")
    shown = normalised(" ".join([answer["answer"], *(citation["quote"] for citation in answer["citations"])]))
    missing = [fact for fact in facts if normalised(fact) not in shown]
    if missing:
        return verdict(False, "saknar " + ", ".join(f"»{fact}«" for fact in missing))
    return verdict(True, "alla fakta är med")
