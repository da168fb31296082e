"""Section recall@k: an expected passage is among the first k search results."""

from evals.matching import is_expected
from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def section_recall(
    question: Question, answer: AnswerRecord, results: SearchRecord, *, k: int
) -> Score | None:
    """1 where any expected passage is among the first `k` results, else 0; None where nothing answers.

    Any one expected source is enough: a question with two is not harder to satisfy. Order within the k is not
    scored (reciprocal rank does that), nor whether the answer used what search found.
    """
    if question.expect.abstain:
        return None
    for place, result in enumerate(results[:k], start=1):
        if is_expected(question.expect.sources, result["document"], result["section"], result["text"]):
            return verdict(True, f"passagen är träff {place}")
    return verdict(False, f"passagen finns inte bland de {min(k, len(results))} första träffarna")
