"""The editions of each document as one family, and the days on which each of them has held.

What makes two documents editions of one is `check_editions`'; here only those that can be are held against
each other, so that thousands of documents are sorted at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from hierarchy.documents import GoverningDocument, Status
from hierarchy.editions import (
    names_of,
    replacement,
    says_it_replaces,
    share_an_organisation,
    squeezed,
)
from hierarchy.levels import Hierarchy, Level
from hierarchy.validity import Validity, begins_on, state_on
from ingest.registrar.check_editions import Editions

_NEVER_HELD = frozenset({Status.PROPOSED, Status.REFERRED_BACK, Status.UNCONFIRMED})
_AFTERWARDS = frozenset({Status.SUPERSEDED, Status.REPEALED})


@dataclass(frozen=True)
class Held:
    """The days on which an edition has held, both included.

    `first` None: no first day is known. `last` None: it holds until further notice where `open`, else its
    last day is not known.
    """

    first: date | None
    last: date | None
    open: bool


@dataclass(frozen=True)
class Family:
    """The editions of one document, oldest first, and what each has in the others."""

    editions: tuple[GoverningDocument, ...]
    hierarchy: Hierarchy

    @cached_property
    def _later(self) -> dict[str, list[GoverningDocument]]:
        among = Editions(self.editions, self.hierarchy)
        return {document.document: among.successors(document) for document in self.editions}

    def later(self, document: GoverningDocument) -> list[GoverningDocument]:
        """Those that took, or will take, the edition's place; the nearest in time first."""
        return self._later[document.document]

    def earlier(self, document: GoverningDocument) -> list[GoverningDocument]:
        """Those whose place it took, oldest first."""
        return [d for d in self.editions if document in self.later(d)]

    def state(self, document: GoverningDocument, day: date) -> Validity:
        """What the edition is on `day`; one without a last day ends where another has taken its place."""
        state = state_on(document, day)
        if state is Validity.IN_FORCE and replacement(document, self.editions, day) is not None:
            return Validity.SUPERSEDED
        return state

    def held(self, document: GoverningDocument) -> Held | None:
        """When the edition has held; None where it never has, or nothing shows that it has."""
        first = begins_on(document)
        if (
            document.status in _NEVER_HELD
            or document.conditional_on is not None
            or (first is None and document.level is not Level.LAW)
        ):
            return None
        day = timedelta(days=1)
        ends = [document.valid_to] if document.valid_to else []
        if document.withdrawn:
            ends.append(document.withdrawn - day)
        begun = [begins for d in self.later(document) if (begins := begins_on(d))]
        # Of an edition that is said to be over, without a day, its follower's first day tells the last.
        ends += [begins - day for begins in begun[:1] if not document.valid_to]
        last = min(ends, default=None)
        if first is not None and last is not None and last < first:
            return None
        return Held(first, last, last is None and document.status not in _AFTERWARDS)


def families(documents: Iterable[GoverningDocument], hierarchy: Hierarchy) -> dict[str, Family]:
    """The family of each document, by id; a document without other editions is a family by itself."""
    held = {document.document: document for document in documents}
    parent = {name: name for name in held}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for one, other in _pairs(tuple(held.values()), hierarchy):
        parent[root(one)] = root(other)
    members: defaultdict[str, list[GoverningDocument]] = defaultdict(list)
    for name, document in held.items():
        members[root(name)].append(document)
    found: dict[str, Family] = {}
    for related in members.values():
        ordered = sorted(related, key=lambda d: (begins_on(d) or date.min, d.document))
        family = Family(tuple(ordered), hierarchy)
        found.update((document.document, family) for document in related)
    return found


def _pairs(documents: Sequence[GoverningDocument], hierarchy: Hierarchy) -> Iterable[tuple[str, str]]:
    """Ids of documents that are editions of one, each with one that it can be reached from."""
    editions = Editions(tuple(documents), hierarchy)
    alike: defaultdict[object, list[GoverningDocument]] = defaultdict(list)
    for document in documents:
        for key in editions.places(document):
            alike[key].append(document)
    for group in alike.values():
        for at, one in enumerate(group):
            yield from (
                (one.document, other.document)
                for other in group[at + 1 :]
                if share_an_organisation(one, other)
            )
    names = [(document, names_of(document)) for document in documents]
    for later in documents:
        if later.supersedes is None:
            continue
        said = squeezed(later.supersedes)
        for earlier, called in names:
            if any(name in said for name in called) and says_it_replaces(later, earlier):
                yield later.document, earlier.document
