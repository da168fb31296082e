"""Editions of the same document: which one replaces which, and which is current."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hierarchy.documents import GoverningDocument, Status
from hierarchy.validity import begins_on, is_rule_in_force

_DECIDED = frozenset({Status.ADOPTED, Status.SUPERSEDED, Status.REPEALED})
_EDITION = re.compile(
    r"\b(?:rev(?:iderad|idering|\.)?|version|utgåva|upplaga|uppdaterad)\s*[\d.:-]*"
    r"|\b(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)*\b"
)
_OWNER = re.compile(
    r"\s(?:för|i|vid|på|inom)\s+(?:region(?:en)?|landsting(?:et)?|kommun(?:en)?)(?:\s+[^\W\d_]+)?$"
    r"|\s(?:för|i|vid|på|inom)\s+[^\W\d_]+\s+(?:kommun|stad)$"
)


def share_an_organisation(a: GoverningDocument, b: GoverningDocument) -> bool:
    """Whether some organisation is bound by both; a document that names none binds all."""
    return not a.organisations or not b.organisations or bool({*a.organisations} & {*b.organisations})


def same_work(a: GoverningDocument, b: GoverningDocument) -> bool:
    """Whether the two are editions of one document: same level, same title, a common organisation."""
    return a.level is b.level and _plain(a.title) == _plain(b.title) and share_an_organisation(a, b)


def says_it_replaces(later: GoverningDocument, earlier: GoverningDocument) -> bool:
    """Whether `later.supersedes` names `earlier`, by its id, its diary number or, for a law, its number."""
    if later.supersedes is None or later.document == earlier.document:
        return False
    names = (earlier.document, earlier.diary_number, earlier.number)
    return any(mentions(later.supersedes, name) for name in names if name)


def replacement(
    document: GoverningDocument, others: Iterable[GoverningDocument], as_of: date
) -> GoverningDocument | None:
    """The document among `others` that has taken this one's place on `as_of`, the latest if several.

    Later replaces earlier only where it says so, or is an edition of the same document with a later
    first day; in both cases only once it is in force itself.
    """
    begins = begins_on(document)
    candidates = [
        other
        for other in others
        if other.document != document.document
        and is_rule_in_force(other, as_of)
        and share_an_organisation(other, document)
        and (
            says_it_replaces(other, document)
            or (same_work(other, document) and begins is not None and _begins(other) > begins)
        )
    ]
    return max(candidates, key=_begins, default=None)


def current_edition(editions: Iterable[GoverningDocument], as_of: date) -> GoverningDocument | None:
    """Which of several editions of one document applies on `as_of`.

    None where none of them is in force, and where it can't be told which of two is the later: that
    is for a person to decide.
    """
    editions = tuple(editions)
    standing = [
        edition
        for edition in editions
        if is_rule_in_force(edition, as_of) and replacement(edition, editions, as_of) is None
    ]
    return standing[0] if len(standing) == 1 else None


@dataclass(frozen=True)
class Succession:
    """One document taking another's place: `stated` where the later one says so, else by subject and date."""

    earlier: GoverningDocument
    later: GoverningDocument
    stated: bool


def successions(documents: Iterable[GoverningDocument]) -> tuple[Succession, ...]:
    """Which documents are editions of one another, each with the next one: proposals for a person to confirm.

    A document that names what it replaces is stated to. Otherwise the next edition is the first later rule on
    the same rung, of a common organisation, with the same subject: the title apart from years, versions and
    the organisation's own name. Two of one day are left alone, and so is what has not been decided.
    """
    rules = [
        document
        for document in documents
        if document.level.is_rung and document.status in _DECIDED and begins_on(document) is not None
    ]
    rules.sort(key=lambda document: (_begins(document), document.document))
    found: list[Succession] = []
    for position, earlier in enumerate(rules):
        later = [other for other in rules[position + 1 :] if _begins(other) > _begins(earlier)]
        stated = [other for other in later if says_it_replaces(other, earlier)]
        next_edition = next(
            (
                other
                for other in later
                if other.level is earlier.level
                and share_an_organisation(other, earlier)
                and subject(other.title) == subject(earlier.title)
            ),
            None,
        )
        if stated:
            found.append(Succession(earlier, stated[0], stated=True))
        elif next_edition is not None and earlier.number is None:
            found.append(Succession(earlier, next_edition, stated=False))
    return tuple(found)


def subject(title: str) -> str:
    """What a title is about, so that editions can be told: "Resepolicy för Region Norr, 2024" is
    "resepolicy".
    """
    words = _EDITION.sub(" ", title.casefold()).strip(" ,.:;()–-")
    return " ".join(re.findall(r"\w+", _OWNER.sub(" ", words)))


def mentions(text: str, name: str) -> bool:
    """Whether `text` holds the name as a whole, spaces inside it apart ("C 2021/7" and "C2021/7")."""
    pieces = re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", name)
    pattern = r"\s*".join(re.escape(piece) for piece in pieces)
    return re.search(rf"(?<![\w/-]){pattern}(?!\w|[/-]\w)", text, re.I) is not None


def _begins(document: GoverningDocument) -> date:
    return begins_on(document) or date.min


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
