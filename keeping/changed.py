"""What an ingest has changed: the library before it against the library after it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hierarchy.documents import GoverningDocument
from hierarchy.procurement.thresholds import Standing
from index.cross_references import Catalogue, Outcome
from index.library import Library
from index.thresholds import checked_thresholds

_MOST_SEARCHED = 200
"""Documents whose references are followed after an ingest; reading them all takes minutes."""

_OFF = (Standing.OFF, Standing.SUPERSEDED)
"""Nothing is computed with a limit whose source says something else or has been replaced."""

_PROVISIONS = """
SELECT provision.document, provision.address,
       substr(document.text, provision.start + 1, provision.end - provision.start) AS said
FROM provision JOIN document ON document.id = provision.document ORDER BY provision.id
"""


@dataclass(frozen=True)
class Snapshot:
    """A library as it was: identities, the digest of every provision by document and address, and the
    limits that were switched off."""

    documents: Mapping[str, GoverningDocument] = field(default_factory=dict)
    provisions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    off: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DocumentChange:
    """One document: addresses of its provisions that are new, other or gone, and its fields that differ."""

    document: str
    title: str
    added: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class BrokenReference:
    """A reference that led somewhere before the ingest, and leads nowhere after it."""

    document: str
    address: str
    text: str


@dataclass(frozen=True)
class Changed:
    """What is another than before. `off` are ids of limits with the reason; `on` those in force again."""

    new: tuple[DocumentChange, ...]
    altered: tuple[DocumentChange, ...]
    withdrawn: tuple[DocumentChange, ...]
    off: tuple[tuple[str, str], ...]
    on: tuple[str, ...]
    broken: tuple[BrokenReference, ...]


def snapshot(library: Library, day: date) -> Snapshot:
    """The library as it is now."""
    provisions: dict[str, dict[str, str]] = {}
    for row in library.connection.execute(_PROVISIONS):
        said = hashlib.blake2b(str(row["said"]).encode(), digest_size=8).hexdigest()
        held = provisions.setdefault(row["document"], {})
        held[row["address"]] = held.get(row["address"], "") + said
    return Snapshot(
        {document.document: document for document in library.documents()},
        provisions,
        frozenset(_off(library, day)),
    )


def changed(before: Snapshot, library: Library, day: date) -> Changed:
    """What is another in the library than it was."""
    after = snapshot(library, day)
    new, altered, withdrawn = [], [], []
    for name, document in after.documents.items():
        was = before.documents.get(name)
        if was is None:
            new.append(DocumentChange(name, document.title, added=tuple(after.provisions.get(name, {}))))
        elif document.withdrawn and not was.withdrawn:
            withdrawn.append(DocumentChange(name, document.title))
        elif found := _altered(
            was, document, before.provisions.get(name, {}), after.provisions.get(name, {})
        ):
            altered.append(found)
    forgotten = [DocumentChange(n, d.title) for n, d in before.documents.items() if n not in after.documents]
    return Changed(
        tuple(new),
        tuple(altered),
        (*withdrawn, *forgotten),
        tuple((limit, why) for limit, why in _off(library, day).items() if limit not in before.off),
        tuple(sorted(before.off - after.off)),
        tuple(_broken(before, after, library)),
    )


def _off(library: Library, day: date) -> dict[str, str]:
    """The limits that nothing is computed with, by id, and why."""
    found = checked_thresholds(library, day)
    return {one.threshold.id: one.why or "" for one in found if one.standing in _OFF}


def _altered(
    was: GoverningDocument, now: GoverningDocument, before: Mapping[str, str], after: Mapping[str, str]
) -> DocumentChange | None:
    left_out = {"evidence", "doubts", "source", "withdrawn"}
    fields = tuple(
        name
        for name in was.__dataclass_fields__
        if name not in left_out and getattr(was, name) != getattr(now, name)
    )
    if was.withdrawn and not now.withdrawn:
        fields = (*fields, "withdrawn")
    found = DocumentChange(
        now.document,
        now.title,
        tuple(a for a in after if a not in before),
        tuple(a for a in after if a in before and before[a] != after[a]),
        tuple(a for a in before if a not in after),
        fields,
    )
    return found if found.added or found.altered or found.gone or fields else None


def _broken(before: Snapshot, after: Snapshot, library: Library) -> list[BrokenReference]:
    """References into documents that have lost provisions."""
    lost = {
        name
        for name, held in before.provisions.items()
        if held.keys() - after.provisions.get(name, {}).keys()
    }
    losing = [document for name, document in before.documents.items() if name in lost]
    named = {word for d in losing for word in (d.number, d.abbreviation, d.title) if word}
    if not named:
        return []
    then = Catalogue(before.documents.values(), before.provisions)
    now = Catalogue(after.documents.values(), after.provisions)
    citing = [d for d in after.documents if d in lost or any(word in library.text(d) for word in named)]
    found = []
    for document in citing[:_MOST_SEARCHED]:
        text = library.text(document)
        for provision in library.provisions(document):
            said = text[provision.start : provision.end]
            leads = now.follow(said, document, provision.address)
            bad = [one for one in leads if one.outcome is Outcome.BROKEN]
            if bad:
                held = {
                    one.reference.start
                    for one in then.follow(said, document, provision.address)
                    if one.outcome is Outcome.RESOLVED
                }
                found += [
                    BrokenReference(document, provision.address, one.reference.text)
                    for one in bad
                    if one.reference.start in held
                ]
    return list(dict.fromkeys(found))
