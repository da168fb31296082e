"""What an honest reader would question about a document's identity, as Swedish sentences."""

import re

from hierarchy.documents import GoverningDocument, Status
from ingest.kinds import UNKNOWN_KIND

_TEMPLATE = re.compile(
    r"\bange\s+[^.\n]{1,60}\s+här\b|klicka\s+här\s+för\s+att\s+ange|\[(?:ange|skriv|fyll\s+i)\b[^\]]*\]",
    re.IGNORECASE,
)
_CASE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[/-]\s?\d")
_YEARS_BETWEEN_CASE_AND_VALIDITY = 2


def doubts_about(document: GoverningDocument, text: str) -> list[str]:
    """The doubts that follow from the fields as read and from what stands in the stored text."""
    doubts: list[str] = []
    if document.kind == UNKNOWN_KIND:
        doubts.append("Det framgår inte vilket slags dokument det är; det räknas som bakgrund.")
    if document.status is Status.PROPOSED:
        doubts.append("Dokumentet är ett förslag och visar inget beslut.")
    elif document.level.is_rung:
        if not document.adopted_by:
            doubts.append("Det framgår inte vem som har beslutat dokumentet.")
        if document.date is None and document.valid_from is None:
            doubts.append("Det framgår inte när dokumentet beslutades eller började gälla.")
    case_year = _CASE_YEAR.search(document.diary_number or "")
    if case_year is not None and document.valid_from is not None:
        years = int(case_year.group(1)) - document.valid_from.year
        if years >= _YEARS_BETWEEN_CASE_AND_VALIDITY:
            since = document.valid_from.isoformat()
            doubts.append(
                f"Diarienumret är från {case_year.group(1)}, men dokumentet anges gälla från {since}."
            )
    leftover = template_text(text)
    if leftover is not None:
        doubts.append(f"Text från en mall står kvar: ”{leftover}”.")
    return doubts


def template_text(text: str) -> str | None:
    """What a template asks its user to fill in, where somebody has left it; None where nobody has."""
    found = _TEMPLATE.search(text)
    return " ".join(found.group().split()) if found else None
