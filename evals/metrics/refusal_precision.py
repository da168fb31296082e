"""Refusal precision: of the refusals, how many are of questions that nothing answers."""

from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def refusal_precision(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 where a refused question is unanswerable, 0 where it could have been answered; None where nothing was
    refused.

    The mean over cases is precision; a run without refusals has none.
    """
    if not answer["abstained"]:
        return None
    return verdict(
        question.expect.abstain, "avstod med rätta" if question.expect.abstain else "avstod fast svar finns"
    )
