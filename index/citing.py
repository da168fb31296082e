"""What a document refers to, and what refers to it: followed when somebody looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hierarchy.documents import GoverningDocument, Provision
from index.cross_references import Catalogue, CrossReference
from index.library import Library
from references.acts import known_acts

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 5
_ITEM = re.compile(r"§ \d+(?:/\d+)?")
_AROUND = 90


@dataclass(frozen=True)
class Citing:
    """A reference where it stands: `provision` holds it, `lead` says where it leads.

    `before`, `words` and `after` are the stored text around and of it, verbatim.
    """

    provision: Provision
    lead: CrossReference
    before: str
    words: str
    after: str


class Citings:
    """The references between the documents of a library, as it was when it was opened."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _catalogue(self) -> Catalogue:
        documents = self._library.documents()
        return Catalogue(documents, {d.document: self._library.provision_ids(d.document) for d in documents})

    def out_of(self, document: str) -> list[Citing]:
        """The references in a document, in reading order; what stays within a provision is left out."""
        return list(self._in(document, self._library.provisions(document)))

    def into(self, document: GoverningDocument) -> list[Citing]:
        """The other documents' references to this one, document by document.

        Only provisions that hold something of what the document is called are read for references.
        """
        called = _called(document, self._library.provision_ids(document.document))
        if called is None:
            return []
        found: list[Citing] = []
        for other in self._library.documents():
            if other.document == document.document:
                continue
            text = self._library.text(other.document)
            if not called.search(text):
                continue
            holding = [
                p for p in self._library.provisions(other.document) if called.search(text, p.start, p.end)
            ]
            found += [
                citing
                for citing in self._in(other.document, holding)
                if document.document in citing.lead.documents
            ]
        return found

    def _in(self, document: str, provisions: Sequence[Provision]) -> Iterator[Citing]:
        text = self._library.text(document)
        for provision in provisions:
            words = text[provision.start : provision.end]
            for lead in self._catalogue.follow(words, document, provision.address):
                start, end = lead.reference.start, lead.reference.end
                yield Citing(
                    provision,
                    lead,
                    words[max(0, start - _AROUND) : start],
                    words[start:end],
                    words[end : end + _AROUND],
                )


def _called(document: GoverningDocument, addresses: Sequence[str] | dict[str, int]) -> re.Pattern[str] | None:
    """What stands in every text that refers to the document; None where nothing can refer to it."""
    names: set[str] = set()
    act = known_acts().get(document.number or "")
    abbreviations = {*(act.abbreviations if act else ()), document.abbreviation or ""} - {""}
    if document.number:
        names.add(document.number)
    if act:
        names |= {_longest(name) for name in (act.title, *act.names)}
    if document.diary_number:
        names.add(document.diary_number.split()[-1])
    names.add(_longest(document.title))
    items = {m[0].removeprefix("§ ") for a in addresses if (m := _ITEM.match(a))}
    patterns = [re.escape(name) for name in sorted(names) if len(name) >= 3]
    patterns += [rf"\b(?-i:{re.escape(short)})\b" for short in sorted(abbreviations)]
    patterns += [rf"§+\s*{re.escape(item)}\b" for item in sorted(items)]
    return re.compile("|".join(patterns), re.I) if patterns else None


def _longest(name: str) -> str:
    """The longest word of a name without its inflection; words may be parted by any white space."""
    word = max(_WORD.findall(name), key=len, default="")
    return word[:-2] if len(word) > _SHORTEST_NAME else word
