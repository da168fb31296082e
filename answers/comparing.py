"""Which edition a document is to be compared with, and the comparison of two documents of the library."""

from datetime import date

from hierarchy.comparing import Comparison, Worded, compare_editions
from hierarchy.documents import GoverningDocument
from hierarchy.editions import share_an_organisation
from hierarchy.validity import begins_on
from index.library import Library
from ingest.outline import TITLE_BLOCK
from ingest.registrar.check_editions import Editions


def predecessor(document: GoverningDocument, editions: Editions) -> GoverningDocument | None:
    """The edition that gave way to `document`, the latest where there are several.

    Of a proposal or another record, the rule in force of the same subject: what it would change.
    """
    if not document.level.is_rung:
        return _subject_of_proposal(document, editions)
    before = [
        other
        for other in editions.documents
        if other.document != document.document
        and any(s.document == document.document for s in editions.successors(other))
    ]
    return max(before, key=lambda d: begins_on(d) or date.min, default=None)


def _subject_of_proposal(proposal: GoverningDocument, editions: Editions) -> GoverningDocument | None:
    subject = editions.subject(proposal)
    fits = [
        (len(own), begins_on(d) or date.min, d.document, d)
        for d in editions.documents
        if d.level.is_rung
        and share_an_organisation(d, proposal)
        and (own := editions.subject(d))
        and own <= subject
    ]
    return max(fits)[-1] if fits else None


def compare_documents(library: Library, earlier: str, later: str) -> Comparison:
    """The provisions of two documents against each other; what stands before the rules is left out.

    Raises KeyError for an id that is not there.
    """
    return compare_editions(_worded(library, earlier), _worded(library, later))


def _worded(library: Library, document: str) -> list[Worded]:
    text = library.text(document)
    return [
        Worded(provision, text[provision.start : provision.end])
        for provision in library.provisions(document)
        if provision.path != (TITLE_BLOCK,)
    ]
