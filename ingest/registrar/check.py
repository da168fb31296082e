"""Everything that a check of the register looks at, the gravest first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy
from ingest.register import Register
from ingest.registrar.check_editions import (
    Editions,
    lost_successors,
    overlapping,
    periods,
    unknown_predecessors,
)
from ingest.registrar.check_entries import entries_and_files, placeholders
from ingest.registrar.check_levels import empty_levels
from ingest.registrar.check_reviews import overdue
from ingest.registrar.findings import Finding, Severity


def check(
    register: Register,
    documents: Sequence[GoverningDocument],
    texts: Mapping[str, str],
    page_of: Callable[[str, int], int | None],
    hierarchy: Hierarchy,
    as_of: date,
    refused: Mapping[str, str],
    further: Iterable[Finding] = (),
) -> list[Finding]:
    """Findings about the documents as the register has them, as they stand on `as_of`.

    `documents` are the library's, with the register's say; `texts` their stored texts and `page_of` the page
    of an offset in one. `refused` are files that couldn't be read, by
    document. `further` are findings of checks that need more than this.
    """
    editions = Editions(tuple(documents), hierarchy)
    found = [
        *entries_and_files(register, documents, refused),
        *placeholders(register),
        *overlapping(editions, as_of),
        *lost_successors(editions),
        *periods(editions, as_of),
        *unknown_predecessors(editions),
        *empty_levels(documents, hierarchy, as_of),
        *overdue(documents, texts, page_of, as_of),
        *further,
    ]
    order = list(Severity)
    return sorted(found, key=lambda finding: order.index(finding.severity))
