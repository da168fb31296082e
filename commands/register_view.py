"""A field of the register in a reader's words: its name, its value, and where that stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hierarchy.documents import Confidence, Evidence, Status
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


def typed_value(name: str, typed: str) -> str:
    """What a person has typed as it is to stand in the file: "-" is nothing, and a status has its id."""
    if typed == "-":
        return ""
    meant = [
        value
        for value, word in _words(name).items()
        if typed.casefold() == value or word.startswith(typed.casefold())
    ]
    return meant[0] if len(meant) == 1 else typed


def choices_of(name: str) -> str:
    """The words to choose among, for a field that has only so many values; else nothing."""
    words = _words(name).values()
    return f"Välj något av: {' · '.join(words)}." if words else ""


def _words(name: str) -> dict[str, str]:
    """The values that a field may have, with what they are called."""
    kinds = {"status": Status, "level": Level}
    return {value.value: _TEXTS(f"{name}.{value}").lower() for value in kinds[name]} if name in kinds else {}


def quoted(evidence: Evidence, said_in: str | None = None) -> str:
    """The words, their page and the document that they stand in, as far as there are any."""
    words = f"”{' '.join(evidence.quote.split())}”" if evidence.quote else ""
    page = f"sida {evidence.page}" if evidence.page is not None else ""
    unsure = "osäker läsning" if evidence.confidence is Confidence.INFERRED else ""
    return ", ".join(part for part in (words, page, said_in, unsure) if part)


def _organisations(value: Any, hierarchy: Hierarchy | None) -> str:
    names = [
        (known.name_sv if (known := hierarchy.organisation(one)) else one) if hierarchy else one
        for one in value or ()
    ]
    return ", ".join(names) or _TEXTS("identity.everyone")
