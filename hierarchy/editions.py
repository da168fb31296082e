"""Editions of the same document: which one replaces which, and from when."""

import re
from collections.abc import Iterable
from datetime import date

from hierarchy.documents import GoverningDocument
from hierarchy.validity import begins_on, is_rule_in_force


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


def mentions(text: str, name: str) -> bool:
    """Whether `text` holds the name as a whole, spaces inside it apart ("C 2021/7" and "C2021/7")."""
    pieces = re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", name)
    pattern = r"\s*".join(re.escape(piece) for piece in pieces)
    return re.search(rf"(?<![\w/-]){pattern}(?!\w|[/-]\w)", text, re.I) is not None


def _begins(document: GoverningDocument) -> date:
    return begins_on(document) or date.min


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
