"""The first line of an answer, short enough to be read at a glance: who says it, and how the quote begins."""

from dataclasses import dataclass

from hierarchy.ladder import Answer
from index.sentences import sentence_spans

LONGEST_QUOTE = 240
"""Characters of the quote that the lead shows; the ladder below it has every word."""


@dataclass(frozen=True)
class Lead:
    """`source` introduces the quote ("Enligt Inköpspolicy, 3 Ansvar:"), `said` is the quote in its marks.

    `source` is empty where the line quotes nothing: then `said` is the whole line.
    """

    source: str
    said: str


def lead_of(answer: Answer) -> Lead:
    """The first line of the answer's text, its quote cut after a sentence where it is long."""
    first = answer.text.strip().partition("\n")[0].rstrip()
    quote = _quoted(answer)
    before, found, after = first.partition(quote) if quote else (first, "", "")
    if not found:
        return Lead("", first)
    mark = before[len(before.rstrip('”“"')) :]
    return Lead(before.removesuffix(mark).rstrip(), f"{mark}{_beginning(quote)}{after}")


def language_of(answer: Answer) -> str:
    """The language of what the line quotes; that of the answer where it quotes nothing."""
    index = _index(answer)
    return answer.language if index is None else answer.citations[index].document.language


def _quoted(answer: Answer) -> str:
    """The quote that the first line is built around, on one line; empty where there is none."""
    if shown := answer.verdict or answer.premise:
        return " ".join(shown.quote.split())
    index = _index(answer)
    return "" if index is None else " ".join(answer.citations[index].quote.split())


def _index(answer: Answer) -> int | None:
    """The citation that the first line is built around."""
    if shown := answer.verdict or answer.premise:
        return shown.citation
    index = answer.applicable_citation
    return answer.background[0] if index is None and answer.background else index


def _beginning(quote: str) -> str:
    """Whole sentences while they fit, else whole words; dots say that the quote goes on."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    ends = [end for _, end in sentence_spans(quote) if end <= LONGEST_QUOTE]
    return f"{quote[: ends[-1]] if ends else quote[:LONGEST_QUOTE].rpartition(' ')[0]} …"
