"""Right source shown: the answer cites an expected passage."""

from evals.matching import is_expected
from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def right_source_shown(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 where an answer was given and any of its citations holds an expected passage; None where nothing
    answers.

    Background citations count. Further citations beside the right one are not held against the answer, and
    passages shown as perhaps related by an answer that abstains do not count for it.
    """
    if question.expect.abstain:
        return None
    if answer["abstained"]:
        return verdict(False, "avstod fast svar finns")
    for place, citation in enumerate(answer["citations"], start=1):
        if is_expected(question.expect.sources, citation["document"], citation["section"], citation["quote"]):
            return verdict(True, f"citat {place} är rätt källa")
    return verdict(False, f"inget av {len(answer['citations'])} citat är rätt källa")
