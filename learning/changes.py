"""Whether a course still rests on what the documents say: each exercise's source held against the library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hierarchy.documents import GoverningDocument, Provision
from hierarchy.editions import says_it_replaces
from hierarchy.validity import Validity, is_worded_so, state_on
from learning.course import Course, Item, Source, digest_of, source_of
from learning.material import Readable


class Change(StrEnum):
    """What has become of a source.

    `NONE`: the quote stands where it stood. `MOVED`: it stands elsewhere in the document, word for word.
    `REWORDED`: the document no longer has it. `NOT_IN_FORCE`: the document is superseded, repealed, withdrawn
    or has ended. `GONE`: the library has no such document.
    """

    NONE = "none"
    MOVED = "moved"
    REWORDED = "reworded"
    NOT_IN_FORCE = "not_in_force"
    GONE = "gone"


@dataclass(frozen=True)
class Finding:
    """An exercise whose source is not as it was. `now`: where the same words stand today, if anywhere."""

    item: Item
    change: Change
    now: Source | None = None
    validity: Validity | None = None

    @property
    def needs_a_look(self) -> bool:
        """Whether the exercise is out of the learner's way until a trainer has looked."""
        return self.change not in {Change.NONE, Change.MOVED}


def finding(item: Item, library: Readable, day: date) -> Finding:
    """What has become of an exercise's source on `day`."""
    return _finding(item, library, library.documents_on(day), day)


def findings(course: Course, library: Readable, day: date) -> list[Finding]:
    """The course's exercises whose sources have changed, in their order."""
    documents = library.documents_on(day)
    found = (_finding(item, library, documents, day) for item in course.items)
    return [one for one in found if one.change is not Change.NONE]


def as_it_stands(course: Course, library: Readable, day: date) -> Course:
    """The course as a learner may meet it: moved quotes found again, exercises that lost theirs set aside."""
    by_item = {one.item.id: one for one in findings(course, library, day)}
    return replace(course, items=tuple(_mended(item, by_item.get(item.id)) for item in course.items))


def _mended(item: Item, found: Finding | None) -> Item:
    if found is None:
        return item
    if found.needs_a_look:
        return replace(item, set_aside=True)
    return replace(item, source=found.now) if found.now else item


def _finding(item: Item, library: Readable, documents: Mapping[str, GoverningDocument], day: date) -> Finding:
    source = item.source
    document = documents.get(source.document)
    if document is None:
        return Finding(item, Change.GONE, _in_another(source, library, documents, day))
    validity = state_on(document, day)
    if validity is not Validity.IN_FORCE:
        return Finding(item, Change.NOT_IN_FORCE, _in_another(source, library, documents, day), validity)
    text = library.text(source.document)
    if digest_of(text) == source.digest and text[source.start : source.end] == source.quote:
        return Finding(item, Change.NONE)
    now = _again(source, document, library, day)
    if now is None:
        return Finding(item, Change.REWORDED)
    stands = (now.start, now.end, now.address) == (source.start, source.end, source.address)
    return Finding(item, Change.NONE if stands else Change.MOVED, now)


def _in_another(
    source: Source, library: Readable, documents: Mapping[str, GoverningDocument], day: date
) -> Source | None:
    """The same words in the edition that has taken over, where one says that it has."""
    gone = documents.get(source.document)
    names = {source.document, source.title, *([gone.title] if gone else [])}
    for document in documents.values():
        says_so = document.supersedes in names or (gone is not None and says_it_replaces(document, gone))
        follows = says_so or document.title == source.title
        if document.document != source.document and follows and state_on(document, day) is Validity.IN_FORCE:
            found = _again(source, document, library, day)
            if found:
                return found
    return None


def _again(source: Source, document: GoverningDocument, library: Readable, day: date) -> Source | None:
    """The quote word for word in a document; None where no one place is the likeliest."""
    text = library.text(document.document)
    provisions = [p for p in library.provisions(document.document) if is_worded_so(p, day)]
    found = [
        (provision, at)
        for at in _places(text, source.quote)
        if (provision := _around(provisions, at)) is not None
    ]
    same = [place for place in found if place[0].address == source.address]
    chosen = same if len(same) == 1 else found
    if len(chosen) != 1:
        return None
    provision, at = chosen[0]
    return source_of(document, provision, text, at, at + len(source.quote))


def _places(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while quote and at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _around(provisions: list[Provision], at: int) -> Provision | None:
    """The innermost provision that a character stands in."""
    holding = [p for p in provisions if p.start <= at < p.end]
    return min(holding, key=lambda p: p.end - p.start, default=None)
