"""A field of the register in a reader's words: its name, its value, and where that stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hierarchy.documents import Evidence, Status
from hierarchy.levels import Hierarchy, Level
from ui.texts import load_texts

_TEXTS = load_texts("sv")
_NAMES = {
    "title": "Titel",
    "kind": "Slag",
    "level": "Nivå",
    "status": "Status",
    "organisations": "Gäller",
    "adopted_by": "Beslutat av",
    "decision": "Beslut",
    "date": "Beslutsdatum",
    "valid_from": "Giltigt från",
    "valid_to": "Giltigt till",
    "diary_number": "Diarienummer",
    "number": "Nummer",
    "abbreviation": "Förkortning",
    "supersedes": "Ersätter",
    "conditional_on": "Villkorat av",
    "language": "Språk",
    "confirmed": "Bekräftat",
    "doubts": "Öppna frågor",
    "settled": "Avklarade frågor",
}


def field_name(name: str) -> str:
    return _NAMES.get(name, name)


def field_value(name: str, value: Any, hierarchy: Hierarchy | None = None) -> str:
    """The value as a person would say it; what isn't known is "okänt"."""
    if name == "organisations":
        return _organisations(value, hierarchy)
    match value:
        case None | "":
            return "okänt"
        case Level():
            return _TEXTS(f"level.{value}")
        case Status():
            return _TEXTS(f"status.{value}").lower()
        case date():
            return value.isoformat()
        case str():
            return value
        case Sequence():
            return ", ".join(map(str, value)) or "inget"
    return str(value)


def quoted(evidence: Evidence, said_in: str | None = None) -> str:
    """The words, their page and the document that they stand in, as far as there are any."""
    words = f"”{' '.join(evidence.quote.split())}”" if evidence.quote else ""
    page = f"sida {evidence.page}" if evidence.page is not None else ""
    return ", ".join(part for part in (words, page, said_in) if part)


def _organisations(value: Any, hierarchy: Hierarchy | None) -> str:
    names = [
        (known.name_sv if (known := hierarchy.organisation(one)) else one) if hierarchy else one
        for one in value or ()
    ]
    return ", ".join(names) or _TEXTS("identity.everyone")
