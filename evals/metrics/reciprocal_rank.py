"""Reciprocal rank: how near the top the first expected passage is."""

from evals.matching import is_expected
from evals.metrics.score import Score
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def reciprocal_rank(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 divided by the rank of the first expected passage, 0 where it was not found; None where nothing
    answers.

    The mean over cases is MRR, cut at as many results as were asked for: a passage further down counts as not
    found.
    """
    if question.expect.abstain:
        return None
    for rank, result in enumerate(results, start=1):
        if is_expected(question.expect.sources, result["document"], result["section"], result["text"]):
            return Score(1 / rank, f"första rätta träffen är nummer {rank}")
    return Score(0.0, f"ingen rätt träff bland {len(results)}")
