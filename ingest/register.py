"""`register.yaml`: the identity of each document, kept by a person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from ingest.yaml_fields import Field, parse_yaml, read_yaml

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
FIELDS: tuple[str, ...] = tuple(_READERS)
"""The identity fields, in the order that they are written in."""
_ENTRY = frozenset(_READERS) | {"document", "confirmed", "doubts", "settled"}
_CONFIRMED = frozenset({"by", "on"})


@dataclass(frozen=True)
class RegisterEntry:
    """What the register says of one document.

    `given` names the identity fields that are stated, those stated as unknown (`null`) included; the others
    hold placeholders in `document`, which say nothing. A field that somebody has confirmed has that in
    `document.evidence`; the entry is confirmed as a whole when `document.confirmed` is true. `settled` are
    doubts that somebody has looked into and that are doubts no more. `line` is where the entry begins: it
    isn't part of what the entry says, so moving an entry changes neither its equality nor its `repr`.
    """

    document: GoverningDocument
    given: tuple[str, ...]
    line: int = field(compare=False, repr=False)
    settled: tuple[str, ...] = ()


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
    return _register(read_yaml(path))


def parse_register(path: Path, text: str) -> Register:
    """The entries of a text that stands, or is to stand, in the file. Raises GovernanceError likewise."""
    return _register(parse_yaml(path, text))


def _register(root: Field) -> Register:
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


def read_field(path: Path, name: str, value: str) -> Any:
    """What a field of the register means when `value` stands in it. Raises GovernanceError."""
    listed = tuple(Field(path, 1, name, part.strip()) for part in value.split(",") if part.strip())
    return _READERS[name](Field(path, 1, name, listed if name == "organisations" else value or None))


def _entry(item: Field) -> RegisterEntry:
    fields = item.mapping(_ENTRY, frozenset({"document"}))
    stem = fields["document"].text()
    values = {name: read(fields[name]) for name, read in _READERS.items() if name in fields}
    given = tuple(values)
    confirmations = _confirmations(fields["confirmed"], given) if "confirmed" in fields else {}
    document = GoverningDocument(
        document=stem,
        title=values.pop("title", stem),
        kind=values.pop("kind", "").lower(),
        level=values.pop("level", Level.BACKGROUND),
        status=values.pop("status", Status.UNCONFIRMED),
        **values,
        confirmed="confirmed" in fields
        and fields["confirmed"].value != ()
        and confirmations.keys() >= {*given},
        doubts=fields["doubts"].texts() if "doubts" in fields else (),
        evidence=confirmations,
    )
    if document.valid_from and document.valid_to and document.valid_to < document.valid_from:
        problem = f"slutdatumet ligger före startdatumet {document.valid_from}."
        raise fields["valid_to"].error(problem, "Rätta det ena av dem.")
    settled = fields["settled"].texts() if "settled" in fields else ()
    return RegisterEntry(document, given, item.line, settled)


def _confirmations(confirmed: Field, given: tuple[str, ...]) -> dict[str, Evidence]:
    """Who vouches for each field: one person for all, or several for the `fields` that each has named."""
    found: dict[str, Evidence] = {}
    for item in confirmed.items() if isinstance(confirmed.value, tuple) else (confirmed,):
        fields = item.mapping(_CONFIRMED | {"fields"}, _CONFIRMED)
        evidence = Evidence(confirmed_by=fields["by"].text(), confirmed_on=fields["on"].day())
        names = fields["fields"].texts() if "fields" in fields else given
        for name in names:
            if name not in _READERS:
                raise fields["fields"].error(
                    f"fältet ”{name}” är okänt.", f"Välj bland: {', '.join(FIELDS)}."
                )
        found |= dict.fromkeys((name for name in names if name in given), evidence)
    return found
