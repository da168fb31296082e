"""From a ranked provision to citations: exact spans of the stored text with their pages."""

from collections.abc import Iterator, Sequence

from answers.evidence import Evidence, quotes
from answers.ranking import Ranked
from hierarchy.ladder import Citation
from index.library import Library

# How far below a provision's best unit another may weigh and be quoted too: of a rung's first provision,
# of others.
_NEAR_OF_FIRST = 0.35
_NEAR_OF_OTHERS = 0.12
_MOST_UNITS = 2


def citations_of(library: Library, ranked: Ranked, *, first: bool) -> Iterator[Citation]:
    """The quotes of one provision in reading order; `first` when it is the first of its rung."""
    document = ranked.candidate.document
    text = library.text(document.document)
    for span in quotes(_telling(ranked.evidence, _NEAR_OF_FIRST if first else _NEAR_OF_OTHERS), text):
        mark = library.mark_at(document.document, span.start)
        yield Citation(
            document=document,
            provision=ranked.candidate.provision,
            quote=span.text_in(text),
            start=span.start,
            end=span.end,
            page=mark.page if mark else None,
            printed_page=mark.printed_page if mark else None,
            ocr_confidence=library.ocr_confidence(document.document, span.start, span.end),
        )


def _telling(evidence: Sequence[Evidence], near: float) -> list[Evidence]:
    best = evidence[0].weight if evidence else 0.0
    return [e for e in evidence if e.weight >= best - near][:_MOST_UNITS]
