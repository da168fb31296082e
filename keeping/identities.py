"""Documents whose fields nobody has confirmed, and what a person's answers make of the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hierarchy.documents import GoverningDocument
from ingest.governance import check_organisations, differences
from ingest.register import read_field
from ingest.registrar.claims import Claim, claims_of
from ingest.registrar.journal import JournalLine, line, write_journal
from ingest.registrar.review import Answers, Questions, edits_for, questions
from keeping.changes import Change, Kind
from keeping.desk import Desk
from keeping.errors import KeepingError
from keeping.ledger import Ledger, said


@dataclass(frozen=True)
class Waiting:
    """What is left to look at: `asked` document by document, and the ids that have no entry at all."""

    asked: tuple[Questions, ...]
    without_entry: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What the documents tell: of themselves with the doubts about them, and of each other."""

    documents: tuple[GoverningDocument, ...]
    claims: tuple[Claim, ...]


def told_by(desk: Desk) -> Told:
    """Reads the whole library, which takes seconds; what is written in the register changes little of it."""
    return Told(tuple(desk.doubted()), tuple(claims_of(desk.said())))


def waiting(desk: Desk, told: Told) -> Waiting:
    """Everything that nobody has confirmed in the register as it is now, and every doubt."""
    asked = questions(desk.register, told.documents, told.claims, desk.hierarchy)
    entries = desk.register.register
    without = tuple(d.document for d in desk.read if entries.entry(d.document) is None and not d.withdrawn)
    return Waiting(tuple(asked), without)


def value_given(desk: Desk, field: str, typed: Any) -> Any:
    """A field's value out of what a person has written or chosen. Raises GovernanceError."""
    value = read_field(desk.register.path, field, typed)
    if field == "organisations":
        check_organisations(desk.register.path, value, desk.hierarchy)
    return value


def answered(ledger: Ledger, desk: Desk, document: str, answers: Answers, by: str, on: date) -> Change | None:
    """Writes what a person has said of a document; None where nothing was said.

    Raises GovernanceError, KeepingError; ChangedMeanwhile where the register is another than the desk's.
    """
    entry = desk.register.register.entry(document)
    if entry is None:
        raise KeepingError(f"Registret har ingen post för ”{document}”.", "Skriv upp dokumentet först.")
    if answers == Answers():
        return None
    told = [
        line(on, by, "review", document, field, getattr(entry.document, field), value)
        for field, value in answers.changed
    ]
    told += [
        line(
            on, by, "confirm", document, field, getattr(entry.document, field), getattr(entry.document, field)
        )
        for field in answers.confirmed
    ]
    told += [line(on, by, "review", document, "settled", None, doubt) for doubt in answers.settled]
    told += [line(on, by, "review", document, "doubts", None, doubt) for doubt in answers.kept]
    edited = desk.register.edited(edits_for(entry, answers, by, on))
    return _written(ledger, desk, edited.text, by, [document], told)


def agreed(desk: Desk, document: str, field: str) -> tuple[str, ...]:
    """The doubt that is settled when a person holds to the register's value of a field, if there is one."""
    entry = desk.register.register.entry(document)
    read = next((one for one in desk.read if one.document == document), None)
    if entry is None or read is None:
        return ()
    return tuple(d.sentence for d in differences(entry, read) if d.field == field)


def written_up(ledger: Ledger, desk: Desk, by: str, on: date) -> Change | None:
    """Gives every document without an entry one, unconfirmed; None where all have theirs.

    What the entries of other documents say stays as it is. Raises GovernanceError, KeepingError.
    """
    register = desk.register
    new = [proposal for proposal in desk.propose() if proposal.is_new]
    desk.register = register
    if not new:
        return None
    edited = register.edited([edit for proposal in new for edit in proposal.edits])
    told = [
        line(on, by, "propose", proposal.document, field.field, None, field.value)
        for proposal in new
        for field in proposal.fields
    ]
    return _written(ledger, desk, edited.text, by, [proposal.document for proposal in new], told)


def _written(
    ledger: Ledger, desk: Desk, text: str, by: str, subjects: Sequence[str], told: Sequence[JournalLine]
) -> Change:
    path, kept = desk.register.path.resolve(), desk.register.kept
    wanted: Mapping[Path, bytes] = {path: text.encode("utf-8")}
    change = ledger.carry_out(by, Kind.REGISTER, wanted, {path: kept.content}, subjects)
    with said(desk.folder):
        write_journal(desk.folder, told)
    return change
