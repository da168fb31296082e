"""What is left for a person to look at, and what the answers make of an entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hierarchy.documents import Evidence, GoverningDocument
from hierarchy.levels import Hierarchy
from ingest.document import identity_now
from ingest.governance import differences
from ingest.register import FIELDS, RegisterEntry
from ingest.registrar.claims import Claim
from ingest.registrar.edits import Edit, SetField, SetItems
from ingest.registrar.proposal import Proposed, claim_differs
from ingest.registrar.register_file import RegisterFile
from ingest.registrar.yaml_values import Value


@dataclass(frozen=True)
class FieldQuestion:
    """A field that nobody has confirmed, or of which the document or a protocol says something else.

    `evidence` is where the register's value stands in the document, if it does. `said` is the other value.
    """

    field: str
    value: Any
    evidence: Evidence
    said: Proposed | None = None


@dataclass(frozen=True)
class Questions:
    """One document's questions. `open_doubts` are those that a person has already chosen to keep."""

    document: str
    title: str
    source: str
    confirmed: bool
    fields: tuple[FieldQuestion, ...]
    doubts: tuple[str, ...]
    open_doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """What a person has said of one entry: fields confirmed or given a new value, doubts kept or settled.

    `changed` fields are thereby confirmed. `settled` are doubts that are doubts no more.
    """

    confirmed: tuple[str, ...] = ()
    changed: tuple[tuple[str, Any], ...] = ()
    kept: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()


def questions(
    register: RegisterFile,
    documents: Sequence[GoverningDocument],
    claims: Iterable[Claim],
    hierarchy: Hierarchy,
    only: str | None = None,
) -> list[Questions]:
    """What to ask, document by document: first what nobody has confirmed, then doubts about the rest.

    `documents` are identities as read from the documents alone; an entry without its file can't be reviewed.
    With `only`, everything about that document is asked, what has been confirmed too.
    """
    read = {document.document: document for document in documents}
    claimed = {(claim.document, claim.field): claim for claim in claims}
    found: list[Questions] = []
    for name, entry in register.register.entries.items():
        if name in read and only in (None, name):
            own = {field: claim for (document, field), claim in claimed.items() if document == name}
            asked = _questions(register, entry, read[name], own, hierarchy, everything=only is not None)
            if asked.fields or asked.doubts:
                found.append(asked)
    return sorted(found, key=lambda asked: (asked.confirmed, not asked.fields))


def _questions(
    register: RegisterFile,
    entry: RegisterEntry,
    read: GoverningDocument,
    claims: dict[str, Claim],
    hierarchy: Hierarchy,
    everything: bool,
) -> Questions:
    now = identity_now(entry, read, hierarchy)
    differing = differences(entry, read)
    said = {
        d.field: Proposed(d.field, d.said, d.found, before=d.registered)
        for d in differing
        if d.sentence not in entry.settled
    }
    for name, claim in claims.items():
        if name in entry.given and claim_differs(name, getattr(entry.document, name), claim.value):
            said[name] = Proposed(name, claim.value, claim.evidence, claim.said_in)
    fields = tuple(
        FieldQuestion(name, getattr(now, name), now.evidence.get(name, Evidence()), said.get(name))
        for name in entry.given
        if everything or name in said or name not in entry.document.evidence
    )
    about_fields = {d.sentence for d in differing}
    doubts = [doubt for doubt in now.doubts if doubt not in about_fields]
    noted = register.noted_doubts(entry.document.document)
    kept = tuple(d for d in entry.document.doubts if d not in noted and not everything)
    return Questions(
        document=entry.document.document,
        title=now.title,
        source=read.source,
        confirmed=entry.document.confirmed,
        fields=fields,
        doubts=tuple(doubt for doubt in doubts if doubt not in kept),
        open_doubts=kept,
    )


def edits_for(entry: RegisterEntry, answers: Answers, by: str, on: date) -> list[Edit]:
    """The edits that write the answers down, confirmed by `by` on the day `on`."""
    name = entry.document.document
    edits: list[Edit] = [SetField(name, field, _value(value)) for field, value in answers.changed]
    vouched = (*answers.confirmed, *(field for field, _ in answers.changed))
    if vouched:
        given = dict.fromkeys((*entry.given, *(field for field, _ in answers.changed)))
        edits.append(SetField(name, "confirmed", _confirmed(entry, vouched, tuple(given), by, on)))
    doubts = tuple(
        dict.fromkeys(d for d in (*entry.document.doubts, *answers.kept) if d not in answers.settled)
    )
    if doubts != entry.document.doubts or answers.kept:
        edits.append(SetItems(name, "doubts", doubts, taken_over=frozenset(answers.kept)))
    if answers.settled:
        settled = tuple(dict.fromkeys((*entry.settled, *answers.settled)))
        edits.append(SetItems(name, "settled", settled))
    return edits


def _confirmed(
    entry: RegisterEntry, vouched: Sequence[str], given: Sequence[str], by: str, on: date
) -> Value:
    """Who has confirmed what: `{by, on}` for everything, with `fields` where it is only some of it."""
    who = {
        field: (evidence.confirmed_by or "", evidence.confirmed_on)
        for field, evidence in entry.document.evidence.items()
    }
    who |= dict.fromkeys(vouched, (by, on))
    groups: dict[tuple[str, date | None], list[str]] = {}
    for field in sorted(who, key=FIELDS.index):
        groups.setdefault(who[field], []).append(field)
    # Whoever has confirmed most comes first, and needs no list of fields where nothing is left unconfirmed.
    by_size = sorted(groups.items(), key=lambda group: -len(group[1]))
    items: list[dict[str, Value]] = [
        {"by": person, "on": day, "fields": fields} for (person, day), fields in by_size
    ]
    if who.keys() >= {*given}:
        del items[0]["fields"]
    return items[0] if len(items) == 1 else items


def _value(value: Any) -> Any:
    return str(value) if not isinstance(value, date | tuple) and value is not None else value
