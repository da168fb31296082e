"""A document's history: its editions, what other documents say of each, and what became of its entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hierarchy.documents import Evidence, GoverningDocument
from hierarchy.editions import replacement
from hierarchy.validity import Validity, begins_on, state_on
from ingest.register import RegisterEntry
from ingest.registrar.check_editions import Editions
from ingest.registrar.journal import JournalLine
from ingest.registrar.yaml_values import as_data
from ingest.said import SaidOfOther


@dataclass(frozen=True)
class Edition:
    """One edition; `replaces` and `replaced_by` are ids, `said` what other documents say of it."""

    document: GoverningDocument
    state: Validity
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    said: tuple[SaidOfOther, ...]


@dataclass(frozen=True)
class Confirmation:
    """Who has vouched for which fields of the entry, and when."""

    by: str
    on: date | None
    fields: tuple[str, ...]


@dataclass(frozen=True)
class EditedByHand:
    """A field that no longer says what the program last knew of it, on the day `last_known`."""

    field: str
    before: Any
    now: Any
    last_known: str


@dataclass(frozen=True)
class History:
    """The editions, oldest first, and the register's own story of the document asked about."""

    document: str
    chain: tuple[Edition, ...]
    confirmations: tuple[Confirmation, ...]
    changes: tuple[JournalLine, ...]
    by_hand: tuple[EditedByHand, ...]


def history_of(
    document: GoverningDocument,
    entry: RegisterEntry | None,
    editions: Editions,
    said: Sequence[SaidOfOther],
    journal: Sequence[JournalLine],
    as_of: date,
) -> History:
    """The history of one of the documents of `editions`."""
    chain = _chain(document, editions)
    followers = {d.document: [s.document for s in editions.successors(d)] for d in chain}
    listed = {d.document for d in chain}
    made = tuple(
        Edition(
            d,
            _state(d, chain, as_of),
            tuple(other for other, later in followers.items() if d.document in later),
            tuple(name for name in followers[d.document] if name in listed),
            tuple(s for s in said if s.document == d.document),
        )
        for d in chain
    )
    own = tuple(told for told in journal if told.document == document.document)
    return History(document.document, made, _confirmations(entry), own, _by_hand(entry, own))


def _state(document: GoverningDocument, chain: Sequence[GoverningDocument], as_of: date) -> Validity:
    """What the document is on the day; one without a last day ends where another has taken its place."""
    state = state_on(document, as_of)
    replaced = state is Validity.IN_FORCE and replacement(document, chain, as_of) is not None
    return Validity.SUPERSEDED if replaced else state


def _chain(document: GoverningDocument, editions: Editions) -> list[GoverningDocument]:
    """Every document that is connected with this one by taking a place or giving it up, oldest first."""
    later = {d.document: editions.successors(d) for d in editions.documents}
    found = {document.document: document}
    waiting = [document]
    while waiting:
        one = waiting.pop()
        earlier = [
            d for d in editions.documents if any(s.document == one.document for s in later[d.document])
        ]
        for other in (*earlier, *later[one.document]):
            if other.document not in found:
                found[other.document] = other
                waiting.append(other)
    return sorted(found.values(), key=lambda d: (begins_on(d) or date.min, d.document))


def _confirmations(entry: RegisterEntry | None) -> tuple[Confirmation, ...]:
    groups: dict[tuple[str, date | None], list[str]] = {}
    evidence: dict[str, Evidence] = entry.document.evidence if entry else {}
    for field, given in evidence.items():
        groups.setdefault((given.confirmed_by or "", given.confirmed_on), []).append(field)
    return tuple(Confirmation(by, on, tuple(fields)) for (by, on), fields in groups.items())


def _by_hand(entry: RegisterEntry | None, journal: Sequence[JournalLine]) -> tuple[EditedByHand, ...]:
    if entry is None:
        return ()
    last = {
        told.field: told for told in journal if hasattr(entry.document, told.field) and told.field != "doubts"
    }
    found: list[EditedByHand] = []
    for field, told in last.items():
        now = as_data(getattr(entry.document, field)) if field in entry.given else None
        if now != told.after:
            found.append(EditedByHand(field, told.after, now, told.on))
    return tuple(found)
