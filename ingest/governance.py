"""The governance folder: what people keep by hand, and how it meets what is read from the documents."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy
from hierarchy.procurement.thresholds import Threshold
from ingest.hierarchy_file import load_hierarchy
from ingest.kinds import exact_kind
from ingest.register import Register, RegisterEntry, load_register
from ingest.thresholds_file import THRESHOLDS_FILE, load_thresholds
from ingest.yaml_fields import GovernanceError

__all__ = [
    "NAMES",
    "Difference",
    "Governance",
    "GovernanceError",
    "agree",
    "check_organisations",
    "differences",
    "load_governance",
    "load_hierarchy",
    "load_register",
    "merge",
    "shown",
]

HIERARCHY_FILE = "hierarchy.yaml"
REGISTER_FILE = "register.yaml"

NAMES = {
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
"""What each field is called in a sentence."""
# Said in the keeper's own words, so that other wording in the document is no difference.
_OWN_WORDS = frozenset({"supersedes", "conditional_on"})
# Concluded from the document by us, never stated in it as such: no ground to doubt what a person says.
_CONCLUDED = frozenset({"level", "organisations"})
# What happens to a document after it was written: it says "adopted" or "proposed" for ever.
_FATES = frozenset({Status.REFERRED_BACK, Status.SUPERSEDED, Status.REPEALED})


@dataclass(frozen=True)
class Governance:
    """The organisations with their rungs, the register and the thresholds; any of them may be empty.

    `folder` is where people keep them, with `keys/` and `synonyms.yaml`; None without such a folder.
    """

    hierarchy: Hierarchy = field(default_factory=lambda: Hierarchy(()))
    register: Register = field(default_factory=Register)
    folder: Path | None = None
    thresholds: tuple[Threshold, ...] = ()


def load_governance(folder: Path) -> Governance:
    """Reads `hierarchy.yaml`, `register.yaml` and `thresholds.yaml` of the folder; what is absent is empty.

    Raises GovernanceError for a mistake in any, and for an organisation in the register that the
    hierarchy doesn't hold.
    """
    hierarchy_path, register_path = folder / HIERARCHY_FILE, folder / REGISTER_FILE
    hierarchy = load_hierarchy(hierarchy_path) if hierarchy_path.is_file() else Hierarchy(())
    register = load_register(register_path) if register_path.is_file() else Register()
    for entry in register.entries.values():
        check_organisations(register_path, entry.document.organisations, hierarchy, entry.line)
    limits_path = folder / THRESHOLDS_FILE
    thresholds = load_thresholds(limits_path, hierarchy) if limits_path.is_file() else ()
    return Governance(hierarchy, register, folder, thresholds)


def check_organisations(
    path: Path, organisations: Iterable[str], hierarchy: Hierarchy, line: int | None = None
) -> None:
    """Raises GovernanceError for an id in the register that the hierarchy doesn't hold."""
    for organisation in organisations:
        if not hierarchy.organisation(organisation):
            problem = f"organisationen ”{organisation}” finns inte i {HIERARCHY_FILE}."
            remedy = f"Lägg till den i {HIERARCHY_FILE}, eller rätta id:t."
            raise GovernanceError(path, problem, remedy, line, "organisations")


def merge(entry: RegisterEntry | None, read: GoverningDocument) -> GoverningDocument:
    """The register's fields where it states them, the document's own elsewhere, with the evidence of each.

    Where both speak and agree, the evidence holds the quote as well as the confirmation. Where they
    differ, the register's value stands and the difference becomes a doubt. The level is no such field: it
    follows from the kind of document on the organisation's ladder, which no document states of itself. Nor
    is what became of a document after it was written, which it can't know. Doubts that somebody has settled
    are left out.
    """
    if entry is None:
        return read
    stated = entry.document
    values: dict[str, Any] = {}
    evidence: dict[str, Evidence] = dict(read.evidence)
    for name in entry.given:
        values[name] = getattr(stated, name)
        if name in evidence and not agree(name, values[name], getattr(read, name)):
            evidence.pop(name)
        confirmation = stated.evidence.get(name)
        if confirmation:
            kept = evidence.get(name, Evidence())
            evidence[name] = replace(
                kept, confirmed_by=confirmation.confirmed_by, confirmed_on=confirmation.confirmed_on
            )
    differing = (difference.sentence for difference in differences(entry, read))
    held = dict.fromkeys((*stated.doubts, *read.doubts, *differing))
    doubts = tuple(doubt for doubt in held if doubt not in entry.settled)
    return replace(read, **values, confirmed=stated.confirmed, doubts=doubts, evidence=evidence)


@dataclass(frozen=True)
class Difference:
    """A field of which the register and the document say different things, the document in these words."""

    field: str
    registered: object
    said: object
    found: Evidence

    @property
    def sentence(self) -> str:
        page = f", s. {self.found.page}" if self.found.page else ""
        return (
            f"Registret och dokumentet skiljer sig om {NAMES[self.field]}: registret anger "
            f"{shown(self.registered)}, dokumentet {shown(self.said)} (”{self.found.quote}”{page})."
        )


def differences(entry: RegisterEntry, read: GoverningDocument) -> list[Difference]:
    """Where the document itself speaks, with words to show, and says something else than the register."""
    found: list[Difference] = []
    for name in entry.given:
        registered, said = getattr(entry.document, name), getattr(read, name)
        evidence = read.evidence.get(name)
        if name in _CONCLUDED or registered in _FATES or evidence is None or not _speaks(said, evidence):
            continue
        if not agree(name, registered, said):
            found.append(Difference(name, registered, said, evidence))
    return found


def agree(name: str, registered: object, said: object) -> bool:
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


def shown(value: object) -> str:
    """A field's value within a sentence."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "inget"
    if isinstance(value, date):
        return value.isoformat()
    return "inget" if value is None else f"”{value}”"
