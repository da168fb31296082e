"""From a ranked provision to citations: exact spans of the stored text with their pages."""

from collections.abc import Iterator, Sequence

from answers.evidence import Evidence, quotes
from answers.ranking import Ranked
from hierarchy.ladder import Citation
from index.library import Library
from index.vocabulary import QueryWord

# A second unit of the same provision is quoted too when it weighs nearly as much as the first.
_NEARLY = 0.12
_MOST_UNITS = 2


def citations_of(library: Library, words: Sequence[QueryWord], ranked: Ranked) -> Iterator[Citation]:
    """The quotes of one provision, the best unit first, then another that answers nearly as well."""
    evidence = _told(ranked.evidence)
    document = ranked.candidate.document
    text = library.text(document.document)
    for item in evidence:
        for span in quotes(words, item, text):
            mark = library.mark_at(document.document, span.start)
            yield Citation(
                document=document,
                provision=ranked.candidate.provision,
                quote=span.text_in(text),
                start=span.start,
                end=span.end,
                page=mark.page if mark else None,
                printed_page=mark.printed_page if mark else None,
            )


def _told(evidence: Sequence[Evidence]) -> list[Evidence]:
    best = evidence[0].weight if evidence else 0.0
    return [e for e in evidence if e.weight >= best - _NEARLY][:_MOST_UNITS]
