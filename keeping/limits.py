"""Limits (`thresholds.yaml`): proposed out of the texts, kept, dropped and edited, each as one change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.thresholds import SourceQuote
from index.library import Library
from index.proposed_entries import proposed_entries
from index.threshold_proposals import propose
from ingest.registrar.edits import Edit, SetField, Shape
from ingest.registrar.yaml_edit import edited
from ingest.registrar.yaml_places import EditImpossible
from ingest.registrar.yaml_values import Value
from ingest.threshold_entries import (
    DROPPED,
    ROOT,
    Entry,
    dropped,
    entries_of,
    entry_of,
    with_entries,
    without_entry,
)
from ingest.thresholds_file import parse_proposals, parse_thresholds
from ingest.yaml_fields import GovernanceError
from keeping.changes import Change, Kind
from keeping.errors import KeepingError
from keeping.ledger import Ledger
from keeping.threshold_desk import ThresholdDesk

_ORDER = (
    *("id", "law", "effect", "comparator", "amount", "percent", "euro", "until", "duty", "subjects"),
    *("procedures", "organisations", "level", "consequence", "valid_from", "valid_to", "overtaken_by"),
    "sources",
)
_SHAPE = Shape(ROOT, "id", _ORDER, "")
EDITED = ("comparator", "amount", "valid_from", "valid_to", "consequence")
"""The fields that a page lets a person change, besides the quotes."""


@dataclass(frozen=True)
class Proposal:
    """A limit that waits for a person: its id, and its fields as they stand in the file."""

    id: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class TextNow:
    """A source of a limit: its quote, and what its provision says now; None where that is gone."""

    source: SourceQuote
    says: str | None

    @property
    def holds(self) -> bool:
        """Whether the quote stands there still."""
        return self.says is not None and self.source.quote in self.says


def waiting(desk: ThresholdDesk) -> list[Proposal]:
    """The proposals, in the order of their file."""
    entries = entries_of(desk.waiting_file.path, desk.waiting_file.text)
    return [Proposal(entry.id, _fields(entry)) for entry in entries]


def texts_now(library: Library, checked: Checked) -> list[TextNow]:
    """The sources of a limit, each with its provision's text as the library has it."""
    return [TextNow(source, _says(library, source)) for source in checked.threshold.sources]


def proposed(ledger: Ledger, desk: ThresholdDesk, library: Library, by: str, day: date) -> Change | None:
    """Writes the limits found in the texts that nobody has kept or dropped; None where there are none."""
    known = [organisation.id for organisation in desk.hierarchy.organisations]
    found = proposed_entries(propose(library, day), desk.kept, desk.waiting, desk.dropped, known, day)
    if not found.entries:
        return None
    text = with_entries(desk.waiting_file.path, desk.waiting_text, map(entry_of, found.entries))
    return _written(ledger, desk, by, [str(e["id"]) for e in found.entries], waiting_text=text)


def kept(ledger: Ledger, desk: ThresholdDesk, name: str, by: str, on: date) -> Change:
    """Lets a proposal count. Raises GovernanceError where it can't be kept as it is, KeepingError."""
    entry = _waiting_entry(desk, name)
    named = (_fields(entry).get("overtaken_by"), _fields(entry).get("percent", {}).get("of"))
    if first := next((other.id for other in waiting(desk) if other.id in named), None):
        raise KeepingError(f"Förslaget pekar på ”{first}”, som också väntar.", "Bekräfta det först.")
    confirmed = Entry(entry.id, f"# Bekräftad av {by} {on}\n{entry.text}")
    path = desk.kept_file.path
    return _written(
        ledger,
        desk,
        by,
        [name],
        kept_text=with_entries(path, desk.kept_file.text, [confirmed]),
        waiting_text=without_entry(desk.waiting_file.path, desk.waiting_file.text, name),
    )


def turned_down(ledger: Ledger, desk: ThresholdDesk, name: str, by: str, on: date) -> Change:
    """Takes a proposal out and remembers that it was. Raises GovernanceError, KeepingError."""
    path = desk.waiting_file.path
    entry = _waiting_entry(desk, name)
    text = without_entry(path, desk.waiting_file.text, entry.id)
    text = with_entries(path, text, [dropped(name, by, on)], DROPPED)
    return _written(ledger, desk, by, [name], waiting_text=text)


def edited_limit(
    ledger: Ledger,
    desk: ThresholdDesk,
    name: str,
    fields: Mapping[str, Value],
    quotes: Mapping[int, str],
    by: str,
) -> Change | None:
    """Gives a kept limit new values; None where they are what they were.

    `fields` among `EDITED`, `quotes` by the source's place. The rest of the file stays as it was written.
    Raises GovernanceError for values that make no limit, KeepingError.
    """
    threshold = next((one for one in desk.kept if one.id == name), None)
    if threshold is None or not set(fields) <= {*EDITED}:
        raise KeepingError(f"Gränsen ”{name}” finns inte i {desk.kept_file.path.name}.", "Ladda om sidan.")
    entry = next(e for e in entries_of(desk.kept_file.path, desk.kept_file.text) if e.id == name)
    before = _fields(entry)
    edits: list[Edit] = [
        SetField(name, field, value)
        for field, value in fields.items()
        if value is not None or field in before
    ]
    sources: list[Value] = [
        {"document": s.document, "section": s.section, "quote": quotes.get(place, s.quote)}
        for place, s in enumerate(threshold.sources)
    ]
    if any(quotes.get(place, s.quote) != s.quote for place, s in enumerate(threshold.sources)):
        edits.append(SetField(name, "sources", sources))
    try:
        text = edited(desk.kept_file.text, edits, _SHAPE)
    except EditImpossible:
        problem = "ändringen kan inte skrivas säkert, och inget är skrivet."
        remedy = "Skriv om posten utan ankare (&, *) och taggar (!), eller ändra för hand."
        raise GovernanceError(desk.kept_file.path, problem, remedy) from None
    if text == desk.kept_file.text:
        return None
    return _written(ledger, desk, by, [name], kept_text=text)


def removed(ledger: Ledger, desk: ThresholdDesk, name: str, by: str) -> Change:
    """Takes a kept limit away. Raises GovernanceError where another points to it, KeepingError."""
    text = without_entry(desk.kept_file.path, desk.kept_file.text, name)
    if text == desk.kept_file.text:
        raise KeepingError(f"Gränsen ”{name}” finns inte i {desk.kept_file.path.name}.", "Ladda om sidan.")
    return _written(ledger, desk, by, [name], kept_text=text)


def _written(
    ledger: Ledger,
    desk: ThresholdDesk,
    by: str,
    subjects: Sequence[str],
    *,
    kept_text: str | None = None,
    waiting_text: str | None = None,
) -> Change:
    """Both files in one change, each held against what may stand in it first."""
    limits = parse_thresholds(
        desk.kept_file.path, desk.kept_file.text if kept_text is None else kept_text, desk.hierarchy
    )
    if waiting_text is not None:
        parse_proposals(desk.waiting_file.path, waiting_text, desk.hierarchy, [one.id for one in limits])
    wanted: dict[Path, bytes | None] = {}
    seen: dict[Path, bytes | None] = {}
    for file, text in ((desk.kept_file, kept_text), (desk.waiting_file, waiting_text)):
        if text is not None:
            wanted[file.path.resolve()] = text.encode("utf-8")
            seen[file.path.resolve()] = file.content
    return ledger.carry_out(by, Kind.THRESHOLD, wanted, seen, subjects)


def _waiting_entry(desk: ThresholdDesk, name: str) -> Entry:
    entries = entries_of(desk.waiting_file.path, desk.waiting_file.text)
    entry = next((one for one in entries if one.id == name), None)
    if entry is None:
        raise KeepingError(f"Förslaget ”{name}” väntar inte längre.", "Ladda om sidan.")
    return entry


def _fields(entry: Entry) -> dict[str, Any]:
    (fields,) = yaml.safe_load(entry.text)
    return dict(fields)


def _says(library: Library, source: SourceQuote) -> str | None:
    try:
        text = library.text(source.document)
    except KeyError:
        return None
    held = [p for p in library.provisions(source.document) if p.address == source.section]
    return "\n".join(text[p.start : p.end] for p in held) or None
