"""The governance folder: what people keep by hand, and how it meets what is read from the documents."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy
from ingest.hierarchy_file import load_hierarchy
from ingest.kinds import exact_kind
from ingest.register import Register, RegisterEntry, load_register
from ingest.yaml_fields import GovernanceError

__all__ = ["Governance", "GovernanceError", "load_governance", "load_hierarchy", "load_register", "merge"]

HIERARCHY_FILE = "hierarchy.yaml"
REGISTER_FILE = "register.yaml"

_NAMES = {
    "title": "titel",
    "kind": "dokumenttyp",
    "level": "nivå",
    "status": "status",
    "organisations": "organisationer",
    "adopted_by": "beslutande organ",
    "decision": "beslutsparagraf",
    "date": "datum",
    "valid_from": "giltig från",
    "valid_to": "giltig till",
    "diary_number": "diarienummer",
    "number": "nummer",
    "abbreviation": "förkortning",
    "supersedes": "ersätter",
    "conditional_on": "villkor",
    "language": "språk",
}
# Said in the keeper's own words, so that other wording in the document is no difference.
_OWN_WORDS = frozenset({"supersedes", "conditional_on"})
# What happens to a document after it was written: it says "adopted" or "proposed" for ever.
_FATES = frozenset({Status.REFERRED_BACK, Status.SUPERSEDED, Status.REPEALED})


@dataclass(frozen=True)
class Governance:
    """The organisations with their rungs, and the register; either may be empty.

    `folder` is where people keep them, with `keys/` and `synonyms.yaml`; None without such a folder.
    """

    hierarchy: Hierarchy = field(default_factory=lambda: Hierarchy(()))
    register: Register = field(default_factory=Register)
    folder: Path | None = None


def load_governance(folder: Path) -> Governance:
    """Reads `hierarchy.yaml` and `register.yaml` of the folder; a file that is absent is empty.

    Raises GovernanceError for a mistake in either, and for an organisation in the register that the
    hierarchy doesn't hold.
    """
    hierarchy_path, register_path = folder / HIERARCHY_FILE, folder / REGISTER_FILE
    hierarchy = load_hierarchy(hierarchy_path) if hierarchy_path.is_file() else Hierarchy(())
    register = load_register(register_path) if register_path.is_file() else Register()
    for entry in register.entries.values():
        for organisation in entry.document.organisations:
            if not hierarchy.organisation(organisation):
                problem = f"organisationen ”{organisation}” finns inte i {HIERARCHY_FILE}."
                remedy = f"Lägg till den i {HIERARCHY_FILE}, eller rätta id:t."
                raise GovernanceError(register_path, problem, remedy, entry.line, "organisations")
    return Governance(hierarchy, register, folder)


def merge(entry: RegisterEntry | None, read: GoverningDocument) -> GoverningDocument:
    """The register's fields where it states them, the document's own elsewhere, with the evidence of each.

    Where both speak and agree, the evidence holds the quote as well as the confirmation. Where they
    differ, the register's value stands and the difference becomes a doubt. The level is no such field: it
    follows from the kind of document on the organisation's ladder, which no document states of itself. Nor
    is what became of a document after it was written, which it can't know.
    """
    if entry is None:
        return read
    stated = entry.document
    values: dict[str, Any] = {}
    evidence: dict[str, Evidence] = dict(read.evidence)
    differences: list[str] = []
    for name in entry.given:
        values[name] = getattr(stated, name)
        said, found = getattr(read, name), read.evidence.get(name)
        confirmation = stated.evidence.get(name)
        if found and not _agree(name, values[name], said):
            evidence.pop(name)
            if name != "level" and values[name] not in _FATES and _speaks(said, found):
                differences.append(_difference(name, values[name], said, found))
        if confirmation:
            kept = evidence.get(name, Evidence())
            evidence[name] = replace(
                kept, confirmed_by=confirmation.confirmed_by, confirmed_on=confirmation.confirmed_on
            )
    doubts = dict.fromkeys((*stated.doubts, *read.doubts, *differences))
    return replace(read, **values, confirmed=stated.confirmed, doubts=tuple(doubts), evidence=evidence)


def _agree(name: str, registered: object, said: object) -> bool:
    """Whether the register and the document say the same of a field, each in its own words."""
    if name in _OWN_WORDS and registered and said:
        return True
    if name == "kind" and isinstance(registered, str) and isinstance(said, str):
        return _same_kind(registered, said)
    return _same(registered, said)


def _same_kind(registered: str, said: str) -> bool:
    """Whether one kind is the other told more closely: "sammanfattning av lag" is a "sammanfattning"."""
    kinds = [{exact_kind(word) or word for word in kind.casefold().split()} for kind in (registered, said)]
    return kinds[0] <= kinds[1] or kinds[1] <= kinds[0]


def _speaks(said: object, found: Evidence) -> bool:
    """Whether the document itself states a value, in words that can be shown."""
    return bool(found.quote) and said not in (None, (), "", Status.UNCONFIRMED)


def _same(a: object, b: object) -> bool:
    """Whether two values are the same to a reader: letter case, spaces, punctuation and order apart."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return {*a} == {*b}
    if isinstance(a, str) and isinstance(b, str):
        return [c for c in a.casefold() if c.isalnum()] == [c for c in b.casefold() if c.isalnum()]
    return a == b


def _difference(name: str, registered: object, said: object, found: Evidence) -> str:
    page = f", s. {found.page}" if found.page else ""
    return (
        f"Registret och dokumentet skiljer sig om {_NAMES[name]}: registret anger {_shown(registered)}, "
        f"dokumentet {_shown(said)} (”{found.quote}”{page})."
    )


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "inget"
    if isinstance(value, date):
        return value.isoformat()
    return "inget" if value is None else f"”{value}”"
