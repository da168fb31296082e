"""`register.yaml`: the identity of each document, kept by a person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from ingest.yaml_fields import Field, read_yaml

# Every field that the register may state of a document, and how it is read.
_READERS: dict[str, Callable[[Field], Any]] = {
    "title": Field.text,
    "kind": Field.text,
    "level": lambda field: field.choice(Level),
    "status": lambda field: field.choice(Status),
    "organisations": Field.texts,
    "adopted_by": Field.optional_text,
    "decision": Field.optional_text,
    "date": Field.optional_day,
    "valid_from": Field.optional_day,
    "valid_to": Field.optional_day,
    "diary_number": Field.optional_text,
    "number": Field.optional_text,
    "abbreviation": Field.optional_text,
    "supersedes": Field.optional_text,
    "conditional_on": Field.optional_text,
    "language": Field.text,
}
_ENTRY = frozenset(_READERS) | {"document", "confirmed", "doubts"}
_CONFIRMED = frozenset({"by", "on"})


@dataclass(frozen=True)
class RegisterEntry:
    """What the register says of one document.

    `given` names the identity fields that are stated, those stated as unknown (`null`) included; the others
    hold placeholders in `document`, which say nothing. `line` is where the entry begins: it isn't part of
    what the entry says, so moving an entry changes neither its equality nor its `repr`.
    """

    document: GoverningDocument
    given: tuple[str, ...]
    line: int = field(compare=False, repr=False)


@dataclass(frozen=True)
class Register:
    """The entries by document id (the file's stem)."""

    entries: dict[str, RegisterEntry] = field(default_factory=dict)

    def entry(self, document: str) -> RegisterEntry | None:
        return self.entries.get(document)


def load_register(path: Path) -> Register:
    """The entries of the file.

    Raises GovernanceError, with line and field, for anything that isn't understood, for a document that
    is listed twice and for a period that ends before it begins.
    """
    root = read_yaml(path)
    if root.value is None:
        return Register()
    listed = root.mapping(frozenset({"documents"}), frozenset({"documents"}))["documents"]
    entries: dict[str, RegisterEntry] = {}
    for item in listed.items():
        entry = _entry(item)
        name = entry.document.document
        if name in entries:
            problem = f"dokumentet ”{name}” finns redan på rad {entries[name].line}."
            raise item.error(problem, "Slå ihop de två posterna.")
        entries[name] = entry
    return Register(entries)


def _entry(item: Field) -> RegisterEntry:
    fields = item.mapping(_ENTRY, frozenset({"document"}))
    stem = fields["document"].text()
    values = {name: read(fields[name]) for name, read in _READERS.items() if name in fields}
    given = tuple(values)
    confirmation = _confirmation(fields["confirmed"]) if "confirmed" in fields else None
    document = GoverningDocument(
        document=stem,
        title=values.pop("title", stem),
        kind=values.pop("kind", "").lower(),
        level=values.pop("level", Level.BACKGROUND),
        status=values.pop("status", Status.UNCONFIRMED),
        **values,
        confirmed=confirmation is not None,
        doubts=fields["doubts"].texts() if "doubts" in fields else (),
        evidence=dict.fromkeys(given, confirmation) if confirmation else {},
    )
    if document.valid_from and document.valid_to and document.valid_to < document.valid_from:
        problem = f"slutdatumet ligger före startdatumet {document.valid_from}."
        raise fields["valid_to"].error(problem, "Rätta det ena av dem.")
    return RegisterEntry(document, given, item.line)


def _confirmation(confirmed: Field) -> Evidence:
    fields = confirmed.mapping(_CONFIRMED, _CONFIRMED)
    return Evidence(confirmed_by=fields["by"].text(), confirmed_on=fields["on"].day())
