"""The counterparts in sister acts of what an answer cites."""

from collections.abc import Sequence
from datetime import date

from answers.cite import cite_span
from answers.verify import verified
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Citation, Parallel, Rung
from hierarchy.validity import is_rule_in_force, is_worded_so
from index.library import Library
from index.parallels import Parallels


def parallels_of(
    library: Library,
    parallels: Parallels,
    citations: Sequence[Citation],
    rungs: Sequence[Rung],
    as_of: date,
) -> tuple[Parallel, ...]:
    """The counterpart of every provision that stands on a rung, in each sister act that has one on the day.

    A provision that is quoted more than once has them at its first quote; what the answer cites anyway is
    left out.
    """
    first: dict[tuple[str, str], int] = {}
    for index in sorted(index for rung in rungs for index in rung.citations):
        first.setdefault(_place(citations[index]), index)
    return tuple(
        Parallel(index, counterpart)
        for (_, address), index in first.items()
        for counterpart in _counterparts(library, parallels, citations[index].document, address, as_of)
        if _place(counterpart) not in first
    )


def _counterparts(
    library: Library, parallels: Parallels, document: GoverningDocument, address: str, as_of: date
) -> list[Citation]:
    """The wordings of the day in the acts that are in force, each cited whole."""
    found = [
        cite_span(library, act, provision, provision.start, provision.end)
        for act, wordings in parallels.of(document, address)
        if is_rule_in_force(act, as_of)
        for provision in wordings
        if is_worded_so(provision, as_of)
    ]
    return verified(found, library.text)


def _place(citation: Citation) -> tuple[str, str]:
    return citation.document.document, citation.provision.address
