"""From the references in a document's text to the provisions and documents of the library.

Pure: the documents and the addresses of their provisions come in, what each reference leads to goes out.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from references.finding import find_references
from references.lexemes import lexemes
from references.names import Names
from references.reference import Reference, ReferenceKind

_CHAPTER = re.compile(r"^(\d+(?: [a-z])?) kap\. ")
_SECTION = re.compile(r"^(?:\d+(?: [a-z])? kap\. )?\d+(?: [a-z])? §$")
_ITEM = re.compile(r"^§ \d+(?:/\d+)?(?= ›|$)")
# Whose document it is, at the end of its title: "Riktlinjer för inköp i Region X" is also "Riktlinjer för inköp".
_OWNER = re.compile(r" (?:i|för|inom|vid) (?:Region|Landstinget|Högskolan|Kommunen|[A-ZÅÄÖ]\w+ kommun)\b.*$")
_SHORTEST_TITLE = 12


class Outcome(StrEnum):
    """Where a reference leads."""

    RESOLVED = "resolved"
    """To a provision or a document of the library."""
    UNRESOLVED = "unresolved"
    """To an act, a case or a protocol that the library does not have."""
    BROKEN = "broken"
    """Nowhere: the library has the act, but the act has no such chapter or section."""


@dataclass(frozen=True)
class CrossReference:
    """A reference and where it leads.

    `documents` are ids: those that hold `address`, or where the outcome is `BROKEN` those that should.
    `address` is the provision's ("19 a kap. 2 §"), the chapter's ("5 kap."), or None for a whole document.
    """

    reference: Reference
    outcome: Outcome
    documents: tuple[str, ...] = ()
    address: str | None = None


class Catalogue:
    """The library's documents and the addresses of their provisions, ready to be looked up in."""

    def __init__(
        self, documents: Iterable[GoverningDocument], addresses: Mapping[str, Collection[str]]
    ) -> None:
        self._acts: dict[str, list[str]] = defaultdict(list)
        self._cases: dict[str, list[str]] = defaultdict(list)
        self._items: dict[str, dict[str, None]] = defaultdict(dict)
        self._titles: Names[list[str]] = Names()
        self._sections: dict[str, frozenset[str]] = {}
        self._documents = {document.document: document for document in documents}
        titles: dict[str, list[str]] = defaultdict(list)
        for document in self._documents.values():
            held = addresses.get(document.document, ())
            self._sections[document.document] = frozenset(a for a in held if _SECTION.match(a))
            if document.number:
                self._acts[document.number].append(document.document)
            if document.diary_number:
                self._cases[_folded(document.diary_number)].append(document.document)
            if document.level is not Level.LAW:
                for title in {document.title, _OWNER.sub("", document.title)}:
                    titles[_folded(title)].append(document.document)
            for item in filter(None, map(_ITEM.match, held)):
                self._items[item[0]][document.document] = None
        for title, ids in titles.items():
            if len(title) >= _SHORTEST_TITLE:
                self._titles.add(title, ids)

    def follow(
        self, text: str, document: str | None = None, address: str | None = None
    ) -> tuple[CrossReference, ...]:
        """Where the references in `text` lead, in reading order.

        `document` is the id of the document that the text stands in and `address` its provision's: sections of
        no named act are then in that act, and in that chapter. What stays inside the provision itself
        ("första stycket"), and the document's own title and diary number, are left out. Offsets are in `text`.
        """
        own = self._documents.get(document) if document else None
        found = find_references(text, own.number if own else None)
        followed = [self._lead(reference, own, address) for reference in found]
        followed += self._by_title(text, own)
        return tuple(sorted(filter(None, followed), key=lambda lead: lead.reference.start))

    def _lead(
        self, reference: Reference, own: GoverningDocument | None, address: str | None
    ) -> CrossReference | None:
        if reference.kind is ReferenceKind.DIARY:
            return _outside(reference, self._cases.get(_folded(reference.act or ""), ()), own)
        if reference.kind is ReferenceKind.ITEM:
            at = reference.address
            ids = tuple(self._items.get(at or "", ()))
            return CrossReference(
                reference, Outcome.RESOLVED if ids else Outcome.UNRESOLVED, ids, at if ids else None
            )
        if reference.act is None or (own is not None and reference.act == own.number):
            return self._inside(reference, own, address)
        return self._in_act(reference, self._acts.get(reference.act, ()), reference.address)

    def _inside(
        self, reference: Reference, own: GoverningDocument | None, address: str | None
    ) -> CrossReference | None:
        """A reference within the document itself; the chapter of its own provision goes without saying."""
        if own is None or reference.address is None:
            return None
        wanted = reference.address
        chapter = _CHAPTER.match(address or "")
        if reference.section and not reference.chapter and chapter:
            wanted = f"{chapter[1]} kap. {wanted}"
        ids = (own.document,) if own.level is Level.LAW or wanted in self._sections[own.document] else ()
        return self._in_act(reference, ids, wanted)

    def _in_act(self, reference: Reference, documents: Collection[str], wanted: str | None) -> CrossReference:
        ids = tuple(documents)
        if wanted is None or not ids:
            return CrossReference(reference, Outcome.RESOLVED if ids else Outcome.UNRESOLVED, ids)
        holding = tuple(i for i in ids if _holds(self._sections[i], wanted))
        if holding:
            return CrossReference(reference, Outcome.RESOLVED, holding, wanted)
        # An act that came without its text, as a notice or as metadata alone, can't be said to lack a section.
        empty = not any(self._sections[i] for i in ids)
        return CrossReference(reference, Outcome.UNRESOLVED if empty else Outcome.BROKEN, ids)

    def _by_title(self, text: str, own: GoverningDocument | None) -> list[CrossReference]:
        found: list[CrossReference] = []
        read = lexemes(text)
        i = 0
        while read[i].start >= 0:
            named = self._titles.at(read, i)
            if named is None:
                i += 1
                continue
            ids, after = named
            start, end = read[i].start, read[after - 1].end
            written = Reference(text[start:end], start, end, act=text[start:end], kind=ReferenceKind.DOCUMENT)
            lead = _outside(written, [other for other in ids if self._may_mean(own, other)], own)
            if lead and lead.documents:
                found.append(lead)
            i = after
        return found

    def _may_mean(self, own: GoverningDocument | None, other: str) -> bool:
        """Whether a title in `own` may be the other document's: another organisation's is not meant."""
        ours = set(own.organisations) if own else set()
        theirs = set(self._documents[other].organisations)
        return not ours or not theirs or bool(ours & theirs)


def _outside(
    reference: Reference, documents: Collection[str], own: GoverningDocument | None
) -> CrossReference | None:
    """A reference to whole documents; None where it is to the document itself."""
    if own is not None and own.document in documents:
        return None
    ids = tuple(documents)
    return CrossReference(reference, Outcome.RESOLVED if ids else Outcome.UNRESOLVED, ids)


def _holds(sections: Collection[str], wanted: str) -> bool:
    if wanted.endswith(" kap."):
        return any(section.startswith(f"{wanted} ") for section in sections)
    return wanted in sections


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
