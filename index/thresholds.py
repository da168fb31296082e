"""The library's thresholds, each held against the text that it rests on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hierarchy.ladder import Citation
from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.checking import SourceText, check
from hierarchy.procurement.thresholds import Standing, Threshold
from hierarchy.validity import is_worded_so
from index.library import Library, provision_from_row
from index.threshold_records import thresholds_from_json

META_KEY = "thresholds"
"""Where the library keeps them among what it says of itself."""

_SAID = """
SELECT provision.*, substr(document.text, provision.start + 1, provision.end - provision.start) AS said
FROM provision JOIN document ON document.id = provision.document
WHERE provision.document = ? AND provision.address = ? ORDER BY provision.id
"""


def checked_thresholds(library: Library, day: date) -> tuple[Checked, ...]:
    """Every threshold of the library with its standing on `day`, in the order of the file."""
    thresholds = thresholds_from_json(library.meta.get(META_KEY, "[]"))
    places = {(s.document, s.section) for threshold in thresholds for s in threshold.sources}
    sources = {place: _source(library, *place, day) for place in places}
    checked = (check(threshold, sources, day) for threshold in thresholds)
    return tuple(
        replace(one, citations=tuple(_with_page(library, citation) for citation in one.citations))
        for one in checked
    )


def switched_off(checked: Iterable[Checked]) -> list[tuple[Threshold, str]]:
    """The thresholds that may not be computed with, and why."""
    return [(c.threshold, c.why or "") for c in checked if c.standing is Standing.OFF]


def _source(library: Library, document: str, section: str, day: date) -> SourceText | None:
    known = library.documents_on(day).get(document)
    if known is None:
        return None
    rows = library.connection.execute(_SAID, (document, section)).fetchall()
    found = [(provision_from_row(row), str(row["said"])) for row in rows]
    return SourceText(
        known, tuple((provision, said) for provision, said in found if is_worded_so(provision, day))
    )


def _with_page(library: Library, citation: Citation) -> Citation:
    mark = library.mark_at(citation.document.document, citation.start)
    return replace(citation, page=mark.page, printed_page=mark.printed_page) if mark else citation
