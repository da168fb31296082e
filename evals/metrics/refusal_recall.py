"""Refusal recall: of the questions that nothing answers, how many are refused."""

from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def refusal_recall(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 where an unanswerable question is refused, 0 where it is answered; None for answerable questions.

    The mean over cases is recall. Background shown without a rung is an answer, not a refusal.
    """
    if not question.expect.abstain:
        return None
    return verdict(
        answer["abstained"], "avstod med rätta" if answer["abstained"] else "svarade fast svar saknas"
    )
