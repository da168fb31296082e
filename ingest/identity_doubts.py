"""What an honest reader would question about a document's identity, as Swedish sentences."""

import re

from hierarchy.documents import GoverningDocument, Status
from ingest.kinds import PROPOSAL_KINDS, UNKNOWN_KIND

_CASE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[/-]\s?\d")
_YEARS_BETWEEN_CASE_AND_VALIDITY = 2
_BOARD_WITHOUT_HYPHEN = re.compile(
    r"\b([A-ZÅÄÖ][^\W\d_]*s)( och [^\W\d_]*(?:nämnden|styrelsen|utskottet|rådet))\b"
)


def doubts_about(document: GoverningDocument, *, has_head: bool = False) -> list[str]:
    """The doubts that follow from the fields as read. `has_head`: the document has a block of labelled
    facts.
    """
    doubts: list[str] = []
    if document.kind == UNKNOWN_KIND:
        doubts.append("Det framgår inte vilket slags dokument det är; det räknas som bakgrund.")
    if document.status is Status.PROPOSED:
        doubts.append("Dokumentet är ett förslag och visar inget beslut.")
    elif document.level.is_rung:
        doubts += _of_a_rule(document, has_head)
    if document.kind in PROPOSAL_KINDS and document.date is None:
        doubts.append("Det framgår inte när dokumentet upprättades.")
    case_year = _CASE_YEAR.search(document.diary_number or "")
    if case_year is not None and document.valid_from is not None:
        years = int(case_year.group(1)) - document.valid_from.year
        if years >= _YEARS_BETWEEN_CASE_AND_VALIDITY:
            since = document.valid_from.isoformat()
            doubts.append(
                f"Diarienumret är från {case_year.group(1)}, men dokumentet anges gälla från {since}."
            )
    board = _BOARD_WITHOUT_HYPHEN.search(document.adopted_by or "")
    if board is not None:
        doubts.append(
            f"Beslutande organ är skrivet ”{document.adopted_by}”; troligen avses ”{board[1]}-{board[2]}”."
        )
    return doubts


def _of_a_rule(document: GoverningDocument, has_head: bool) -> list[str]:
    doubts: list[str] = []
    if not document.adopted_by:
        doubts.append("Det framgår inte vem som har beslutat dokumentet.")
    if document.date is None and document.valid_from is None:
        doubts.append("Det framgår inte när dokumentet beslutades eller började gälla.")
    elif document.valid_from is None and has_head:
        doubts.append("Dokumenthuvudet anger ett datum, men inte från när dokumentet gäller.")
    if not document.diary_number and document.number is None:
        doubts.append("Dokumentet saknar diarienummer.")
    return doubts
