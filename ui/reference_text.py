"""A reference to a document or a provision as it is written in a decision: ready to be copied."""

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level
from references.acts import known_acts

_SUMMARY = "sammanfattning"
_NOT_DECIDED = {Status.PROPOSED: "förslag", Status.REFERRED_BACK: "återremitterat förslag"}


def reference_text(document: GoverningDocument, provision: Provision | None = None) -> str:
    """The reference in Swedish, whatever the reader's language, for that is how it is cited.

    "19 a kap. 2 § lagen (2016:1145) om offentlig upphandling"; "Riktlinje för inköp, avsnittet ”Ansvar”,
    Regionstyrelsen 2025-12-09 § 12/24, dnr RE 2024-117, s. 3".
    """
    # A summary of an act bears the act's number, but is not the act.
    if document.level is Level.LAW and document.number and _SUMMARY not in document.kind:
        act = _act(document)
        return f"{provision.address} {act}" if provision else act
    parts = [document.title]
    if document.status in _NOT_DECIDED:
        parts.append(_NOT_DECIDED[document.status])
    if provision:
        parts.append(_place(provision))
    if decided := " ".join(filter(None, (document.adopted_by, _day(document), document.decision))):
        parts.append(decided)
    if document.diary_number:
        parts.append(f"dnr {document.diary_number}")
    if provision and (page := provision.printed_page or provision.page):
        parts.append(f"s. {page}")
    return ", ".join(parts)


def _act(document: GoverningDocument) -> str:
    """The act's name in the definite form where that is known, with its number after the first word."""
    known = known_acts().get(document.number or "")
    name = known.title if known else document.title[:1].lower() + document.title[1:]
    first, _, rest = name.partition(" ")
    return " ".join(filter(None, (first, f"({document.number})", rest)))


def _place(provision: Provision) -> str:
    address = provision.address
    return address if "§" in address else f"avsnittet ”{address}”"


def _day(document: GoverningDocument) -> str | None:
    return document.date.isoformat() if document.date else None
