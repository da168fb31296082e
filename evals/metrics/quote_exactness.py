"""Quote exactness: every citation's quote is the stored text at its offsets."""

from collections.abc import Callable

from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, CitationRecord, SearchRecord


def quote_exactness(
    question: Question, answer: AnswerRecord, results: SearchRecord, *, stored_text: Callable[[str], str]
) -> Score | None:
    """1 where every quote equals the stored text from `start` to `end`, character for character; else 0.

    None where nothing is cited. One bad quote fails the case: a promise that holds for most quotes is no
    promise. Citations of an answer that abstains are checked too, since they are shown. `stored_text` gives a
    document's text by its stem and raises LookupError where the library holds no such document.
    """
    if not answer["citations"]:
        return None
    for place, citation in enumerate(answer["citations"], start=1):
        fault = _fault(citation, stored_text)
        if fault is not None:
            return verdict(False, f"citat {place}: {fault}")
    return verdict(True, f"alla {len(answer['citations'])} citat är exakta")


def _fault(citation: CitationRecord, stored_text: Callable[[str], str]) -> str | None:
    try:
        text = stored_text(citation["document"])
    except LookupError:
        return f"dokumentet {citation['document']} finns inte i biblioteket"
    start, end = citation["start"], citation["end"]
    # A slice would forgive offsets before the beginning and after the end.
    if not 0 <= start < end <= len(text):
        return f"läget {start}–{end} ligger utanför texten"
    if text[start:end] != citation["quote"]:
        return f"texten vid {start}–{end} i {citation['document']} är en annan"
    return None
