"""Checks of documents against each other: two in one place, overlaps, gaps and lost successors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from hierarchy.documents import GoverningDocument, Status
from hierarchy.editions import says_it_replaces, share_an_organisation
from hierarchy.levels import Hierarchy, Level
from hierarchy.subjects import subject_of
from hierarchy.validity import begins_on
from ingest.kinds import exact_kind
from ingest.registrar.findings import Finding, Severity

_DECIDED = frozenset({Status.ADOPTED, Status.SUPERSEDED, Status.REPEALED})


@dataclass(frozen=True)
class Editions:
    """Documents with what tells whether two of them are about the same thing."""

    documents: tuple[GoverningDocument, ...]
    hierarchy: Hierarchy

    def same_place(self, a: GoverningDocument, b: GoverningDocument) -> bool:
        """Whether both are of one kind, on one rung and one subject, for an organisation in common."""
        if not (
            a.level is b.level and a.level.is_rung and _kind(a) == _kind(b) and share_an_organisation(a, b)
        ):
            return False
        if a.level is Level.LAW:
            return a.number is not None and a.number == b.number
        subject = self.subject(a)
        return bool(subject) and subject == self.subject(b)

    def places(self, document: GoverningDocument) -> list[tuple[object, ...]]:
        """What two documents must have in common to be editions of one; nothing for what has none.

        They need an organisation in common besides.
        """
        if not document.level.is_rung:
            return []
        found: list[tuple[object, ...]] = [
            ("title", document.level, " ".join(document.title.casefold().split()))
        ]
        if document.level is Level.LAW:
            found += [("number", document.number)] if document.number else []
        elif subject := self.subject(document):
            found.append(("subject", document.level, _kind(document), subject))
        return found

    def successors(self, document: GoverningDocument) -> list[GoverningDocument]:
        """Those decided on that took, or will take, the document's place; the nearest in time first."""
        begins = begins_on(document)
        found = [
            other
            for other in self.documents
            if other.document != document.document
            and other.status in _DECIDED
            and other.level.is_rung
            and (
                (says_it_replaces(other, document) and share_an_organisation(other, document))
                or (
                    self.same_place(other, document)
                    and not says_it_replaces(document, other)
                    and begins is not None
                    and _begins(other) > begins
                )
            )
        ]
        return sorted(found, key=_begins)

    def subject(self, document: GoverningDocument) -> frozenset[str]:
        """What the document's title is about, the names of the organisations that it binds apart."""
        bound = [o for o in self.hierarchy.organisations if o.id in document.organisations]
        names = tuple(name for o in bound for name in (o.name_sv, o.name_en, *o.names))
        return _subject_of(document.title, names)


@lru_cache(maxsize=8192)
def _subject_of(title: str, names: tuple[str, ...]) -> frozenset[str]:
    """`subject_of`, remembered: each document is held against many."""
    return subject_of(title, names)


def overlapping(editions: Editions, as_of: date) -> Iterator[Finding]:
    """Adopted documents in the same place at the same time, neither of which replaces the other."""
    adopted = [d for d in editions.documents if d.status is Status.ADOPTED and d.level.is_rung]
    for a, b in combinations(adopted, 2):
        if not editions.same_place(a, b) or says_it_replaces(a, b) or says_it_replaces(b, a):
            continue
        first, last = max(_begins(a), _begins(b)), min(_ends(a), _ends(b))
        if first > last or last < as_of:
            continue
        earlier, later = sorted((a, b), key=_begins)
        until = f" till {last}" if last != date.max else ""
        since = f" från {first}" if first != date.min else ""
        yield Finding(
            Severity.ERROR,
            "overlap",
            earlier.document,
            f"”{earlier.title}” och ”{later.title}” ({later.document}) är båda beslutade och gäller samma "
            f"sak för samma organisation{since}{until}.",
            f"Ange vilken som gäller: status superseded och valid_to på den äldre, eller supersedes på "
            f"”{later.document}”.",
            (later.document,),
        )


def lost_successors(editions: Editions) -> Iterator[Finding]:
    """Superseded documents that nothing in the library has taken the place of."""
    for document in editions.documents:
        if document.status is Status.SUPERSEDED and not editions.successors(document):
            yield Finding(
                Severity.WARNING,
                "superseded_without_successor",
                document.document,
                f"”{document.title}” är ersatt, men biblioteket har inget dokument som ersätter det.",
                "Läs in efterföljaren, eller ange supersedes på den.",
            )


def unknown_predecessors(editions: Editions) -> Iterator[Finding]:
    """Documents that say they replace something that the library doesn't hold."""
    for document in editions.documents:
        named = document.supersedes
        if named is None or any(says_it_replaces(document, other) for other in editions.documents):
            continue
        titles = [o.title for o in editions.documents if o.document != document.document]
        if any(title.casefold() in named.casefold() for title in titles):
            continue
        yield Finding(
            Severity.NOTE,
            "unknown_predecessor",
            document.document,
            f"”{document.title}” sägs ersätta ”{named}”, som biblioteket inte har.",
            "Läs in det äldre om frågor om tidigare år ska kunna besvaras, annars är det i sin ordning.",
        )


def periods(editions: Editions, as_of: date) -> Iterator[Finding]:
    """Editions whose periods overlap, or leave days between them on which none is valid."""
    for document in editions.documents:
        if not document.level.is_rung or document.status not in _DECIDED:
            continue
        follower = next((s for s in editions.successors(document) if begins_on(s) is not None), None)
        if follower is None or not (document.valid_to or document.status is Status.ADOPTED):
            continue
        begins, day = _begins(follower), timedelta(days=1)
        if document.valid_to is None and (says_it_replaces(follower, document) or begins > as_of):
            what = f"har inget slutdatum, fast ”{follower.document}” tar dess plats {begins}"
        elif document.valid_to is not None and document.valid_to >= begins:
            what = f"gäller till och med {document.valid_to}, fast ”{follower.document}” gäller från {begins}"
        elif document.valid_to is not None and document.valid_to + day < begins:
            yield Finding(
                Severity.WARNING,
                "period_gap",
                document.document,
                f"Från {document.valid_to + day} till {begins - day} gäller varken ”{document.document}” "
                f"eller efterföljaren ”{follower.document}”.",
                "Rätta valid_to eller valid_from, om det inte verkligen var så.",
                (follower.document,),
            )
            continue
        else:
            continue
        yield Finding(
            Severity.WARNING,
            "period_overlap",
            document.document,
            f"”{document.document}” {what}.",
            f"Sätt valid_to: {begins - day} på ”{document.document}”.",
            (follower.document,),
        )


def _kind(document: GoverningDocument) -> str:
    return exact_kind(document.kind) or document.kind


def _begins(document: GoverningDocument) -> date:
    return begins_on(document) or date.min


def _ends(document: GoverningDocument) -> date:
    return document.valid_to or date.max
