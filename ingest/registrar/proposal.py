"""What the documents say that the register doesn't: new entries, changed fields, and where the two differ.

A field that somebody has confirmed is never written over; what the document says of it is reported.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy, Level
from ingest.document import identity_now, rung_of
from ingest.governance import agree, differences, shown
from ingest.register import FIELDS, RegisterEntry
from ingest.registrar.claims import Claim, is_decisive
from ingest.registrar.edits import AddEntry, Edit, SetField, SetItems
from ingest.registrar.register_file import RegisterFile

_LONGEST_QUOTE = 90
_ALWAYS = ("title", "kind", "level", "status", "language")


@dataclass(frozen=True)
class Proposed:
    """A value for a field, what stood there before, and what it rests on.

    `said_in` names the document that says so where that is another one. `before` is None for what is new.
    """

    field: str
    value: Any
    evidence: Evidence
    said_in: str | None = None
    before: Any = None

    @property
    def note(self) -> str | None:
        """Where the value stands, as a comment beside it; None where there are no words to show."""
        before = f" (stod: {shown(self.before)})" if self.before not in (None, ()) else ""
        if self.evidence.confidence is Confidence.INFERRED:
            before = f" (osäkert){before}"
        if not self.evidence.quote:
            return before.strip() or None
        words = " ".join(self.evidence.quote.split())
        quote = words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"
        where = [f"i {self.said_in}"] if self.said_in else []
        where += [f"s. {self.evidence.page}"] if self.evidence.page else []
        return f"{' '.join(where)}: ”{quote}”{before}".removeprefix(": ")


@dataclass(frozen=True)
class Proposal:
    """What is to be written of one document, and what is only reported.

    `is_new`: it has no entry yet. `fields` and the doubts are written. `differing` are fields that somebody
    has confirmed and of which the document, or a protocol, says something else; `unstated` those that a
    confirmed entry leaves out. Neither is written.
    """

    document: str
    source: str
    is_new: bool
    fields: tuple[Proposed, ...] = ()
    new_doubts: tuple[str, ...] = ()
    gone_doubts: tuple[str, ...] = ()
    differing: tuple[Proposed, ...] = ()
    unstated: tuple[Proposed, ...] = ()
    edits: tuple[Edit, ...] = field(default=(), repr=False)

    @property
    def writes(self) -> bool:
        return bool(self.edits)


def propose(
    register: RegisterFile,
    documents: Sequence[GoverningDocument],
    claims: Sequence[Claim],
    hierarchy: Hierarchy,
) -> list[Proposal]:
    """A proposal for each document of which there is something to write or to report.

    `documents` are identities as read from the documents alone.
    """
    claimed: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        claimed.setdefault(claim.document, {})[claim.field] = claim
    proposals: list[Proposal] = []
    for read in documents:
        entry = register.register.entry(read.document)
        own = claimed.get(read.document, {})
        if entry is None:
            proposals.append(_new(read, own))
            continue
        noted = frozenset() if entry.document.confirmed else register.noted_doubts(read.document)
        found = _of_entry(entry, read, own, noted, hierarchy)
        if found.writes or found.differing or found.unstated:
            proposals.append(found)
    return proposals


def _new(read: GoverningDocument, claims: Mapping[str, Claim]) -> Proposal:
    fields: list[Proposed] = []
    for name in FIELDS:
        value = getattr(read, name)
        claim = claims.get(name)
        if claim is not None and is_decisive(claim, read):
            fields.append(Proposed(name, claim.value, claim.evidence, claim.said_in))
        elif name == "organisations":
            # No organisation at all means "all of them", which only a law says by saying nothing.
            if value or read.level is Level.LAW:
                fields.append(Proposed(name, value, read.evidence.get(name, Evidence())))
        elif name in _ALWAYS or value is not None:
            fields.append(Proposed(name, value, read.evidence.get(name, Evidence())))
    written: dict[str, Any] = {"document": read.document, **{p.field: p.value for p in fields}}
    notes = {p.field: p.note for p in fields if p.note}
    if read.doubts:
        written["doubts"] = read.doubts
        notes |= dict.fromkeys(read.doubts, "ur dokumentet")
    edit = AddEntry({name: _plain(value) for name, value in written.items()}, notes)
    return Proposal(read.document, read.source, True, tuple(fields), read.doubts, edits=(edit,))


def _of_entry(
    entry: RegisterEntry,
    read: GoverningDocument,
    claims: Mapping[str, Claim],
    noted: frozenset[str],
    hierarchy: Hierarchy,
) -> Proposal:
    written: list[Proposed] = []
    differing: list[Proposed] = []
    unstated: list[Proposed] = []
    said = {
        d.field: Proposed(d.field, d.said, d.found, before=d.registered) for d in differences(entry, read)
    }
    settled = {d.field for d in differences(entry, read) if d.sentence in entry.settled}
    confirmed = entry.document.evidence
    for name in FIELDS:
        registered = getattr(entry.document, name)
        claim = claims.get(name)
        if claim is not None and (name in confirmed or is_decisive(claim, read)):
            if name in entry.given and not claim_differs(name, registered, claim.value):
                continue
            before = registered if name in entry.given else None
            found = Proposed(name, claim.value, claim.evidence, claim.said_in, before)
        elif name in said:
            found = said[name]
            if name not in confirmed and found.evidence.confidence is Confidence.INFERRED:
                continue  # a guess is no ground to change what a person may have written
        elif name not in entry.given and _says(read, name):
            found = Proposed(name, getattr(read, name), read.evidence[name])
        else:
            continue
        if name in confirmed:
            differing += [] if name in settled else [found]
        elif name not in entry.given and entry.document.confirmed:
            unstated.append(found)
        else:
            written.append(found)
    level = _level(entry, read, written, hierarchy)
    written += [level] if level else []
    edits = [SetField(read.document, p.field, _plain(p.value), p.note) for p in written]
    new, gone = _doubts(entry, read, noted)
    if new or gone:
        kept = tuple(doubt for doubt in entry.document.doubts if doubt not in gone)
        edits_of_doubts: tuple[Edit, ...] = (
            SetItems(read.document, "doubts", (*kept, *new), dict.fromkeys(new, "ur dokumentet")),
        )
    else:
        edits_of_doubts = ()
    return Proposal(
        document=read.document,
        source=read.source,
        is_new=False,
        fields=tuple(written),
        new_doubts=new,
        gone_doubts=gone,
        differing=tuple(differing),
        unstated=tuple(unstated),
        edits=(*edits, *edits_of_doubts),
    )


def claim_differs(name: str, registered: Any, said: Any) -> bool:
    """Whether another document claims something else than the register; to be replaced is to be repealed."""
    if name == "status" and {registered, said} == {Status.SUPERSEDED, Status.REPEALED}:
        return False
    return not agree(name, registered, said)


def _says(read: GoverningDocument, name: str) -> bool:
    """Whether the document gives the field a value, with words or a place to show for it."""
    value = getattr(read, name)
    return name in read.evidence and name != "level" and value not in (None, (), "", Status.UNCONFIRMED)


def _level(
    entry: RegisterEntry, read: GoverningDocument, written: Sequence[Proposed], hierarchy: Hierarchy
) -> Proposed | None:
    """The rung that follows from a new kind or new organisations, where the entry states another."""
    values = {p.field: p.value for p in written}
    fixed = "level" not in entry.given or "level" in entry.document.evidence
    if fixed or not values.keys() & {"kind", "organisations"}:
        return None
    level = rung_of(replace(identity_now(entry, read, hierarchy), **values), hierarchy)
    before = entry.document.level
    return None if level is before else Proposed("level", level, Evidence(), before=before)


def _doubts(
    entry: RegisterEntry, read: GoverningDocument, noted: frozenset[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Doubts to add to an entry that isn't confirmed, and those of the program's own that are no more."""
    if entry.document.confirmed:
        return (), ()
    held = entry.document.doubts
    new = tuple(doubt for doubt in read.doubts if doubt not in held and doubt not in entry.settled)
    gone = tuple(doubt for doubt in held if doubt in noted and doubt not in read.doubts)
    return new, gone


def _plain(value: Any) -> Any:
    """A field's value as it is written: a status or level by its id."""
    return str(value) if isinstance(value, Status | Level) else value
