"""From a ranked provision to citations: exact spans of the stored text with their pages."""

from collections.abc import Iterable, Iterator, Sequence

from answers.evidence import Evidence, quotes
from answers.exceptions import exceptions_to
from answers.ranking import Ranked
from hierarchy.documents import GoverningDocument, Provision
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
    provision = ranked.candidate.provision
    told = [e.unit for e in _telling(ranked.evidence, _NEAR_OF_FIRST if first else _NEAR_OF_OTHERS)]
    every = sorted((e.unit for e in ranked.evidence), key=lambda unit: unit.span.start)
    told += exceptions_to(told, every, text, provision.start, provision.end)
    for span in quotes(told, text):
        yield cite_span(library, document, provision, span.start, span.end)


def cite_span(
    library: Library, document: GoverningDocument, provision: Provision, start: int, end: int
) -> Citation:
    """A quote of the stored text from `start` to `end`, with its page."""
    mark = library.mark_at(document.document, start)
    return Citation(
        document=document,
        provision=provision,
        quote=library.text(document.document)[start:end],
        start=start,
        end=end,
        page=mark.page if mark else None,
        printed_page=mark.printed_page if mark else None,
        ocr_confidence=library.ocr_confidence(document.document, start, end),
    )


def once(citations: Iterable[Citation]) -> list[Citation]:
    """Each quote once: the same lead-in may serve several items."""
    return list({(c.document.document, c.start, c.end): c for c in citations}.values())


def _telling(evidence: Sequence[Evidence], near: float) -> list[Evidence]:
    best = evidence[0].weight if evidence else 0.0
    return [e for e in evidence if e.weight >= best - near][:_MOST_UNITS]
