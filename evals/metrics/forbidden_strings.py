"""Forbidden strings: nothing that betrays a wrong answer is in the answer's text."""

from evals.matching import normalised
from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def forbidden_strings(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 where the answer's text holds none of the forbidden strings, else 0; None where none are listed.

    Quotes in the citation list are not searched: the text around a right quote may mention what the answer
    may not claim.
    """
    forbidden = question.expect.must_not_include
    if not forbidden:
        return None
    text = normalised(answer["answer"])
    found = [string for string in forbidden if normalised(string) in text]
    if found:
        return verdict(False, "svaret säger " + ", ".join(f"»{string}«" for string in found))
    return verdict(True, "inget förbjudet i svaret")
