"""Which documents a list shows, in which order: the query string in, the rows out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from hierarchy.validity import begins_on
from ingest.registrar.families import Family, Held
from ui.library.standing import Standing, standing_of
from ui.links import LIBRARY

ON_A_PAGE = 25
ORDERS = ("niva", "titel", "beslutad", "giltig")
_LONGEST = 200
_STANDINGS = list(Standing)


@dataclass(frozen=True)
class Row:
    """A document in the list, where it stands on the day asked about and when it has held."""

    document: GoverningDocument
    standing: Standing
    held: Held | None


@dataclass(frozen=True)
class Asked:
    """What the query string asks for; empty texts and None where it does not say. `page` counts from 1."""

    text: str = ""
    level: Level | None = None
    organisation: str = ""
    standing: Standing | None = None
    kind: str = ""
    day: date | None = None
    order: str = ORDERS[0]
    page: int = 1
    timeline: bool = False

    def query(self) -> dict[str, str]:
        """The query string that asks for this; what is as always is left out."""
        said = {
            "sok": self.text,
            "niva": self.level.value if self.level else "",
            "organisation": self.organisation,
            "status": self.standing.value if self.standing else "",
            "slag": self.kind,
            "dag": self.day.isoformat() if self.day else "",
            "ordning": self.order if self.order != ORDERS[0] else "",
            "visa": "tidslinje" if self.timeline else "",
            "sida": str(self.page) if self.page > 1 else "",
        }
        return {name: value for name, value in said.items() if value}

    def link(self, page: int | None = None, *, timeline: bool | None = None) -> str:
        """The address of this list, at another page or as a timeline."""
        wanted = self
        if page is not None:
            wanted = replace(wanted, page=page)
        if timeline is not None:
            wanted = replace(wanted, timeline=timeline, page=1)
        query = urlencode(wanted.query())
        return f"/{LIBRARY}?{query}" if query else f"/{LIBRARY}"

    @property
    def narrows(self) -> bool:
        """Whether it leaves any documents out."""
        return bool(self.text or self.level or self.organisation or self.standing or self.kind)


def asked(query: Mapping[str, str]) -> Asked:
    """What a query string asks for; a value that means nothing is as if it was not there."""
    level, standing, page = query.get("niva", ""), query.get("status", ""), query.get("sida", "")
    return Asked(
        text=query.get("sok", "").strip()[:_LONGEST],
        level=Level(level) if level in set(Level) else None,
        organisation=query.get("organisation", ""),
        standing=Standing(standing) if standing in set(Standing) else None,
        kind=query.get("slag", ""),
        day=_day(query.get("dag", "")),
        order=query["ordning"] if query.get("ordning") in ORDERS else ORDERS[0],
        page=max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        timeline=query.get("visa") == "tidslinje",
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def rows(families: Mapping[str, Family], documents: Sequence[GoverningDocument], day: date) -> list[Row]:
    """A row for each document."""
    return [
        Row(d, standing_of(d, families[d.document], day), families[d.document].held(d)) for d in documents
    ]


def chosen(all_rows: Sequence[Row], wanted: Asked) -> list[Row]:
    """The rows that `wanted` asks for, in its order."""
    words = wanted.text.casefold().split()
    found = [
        row
        for row in all_rows
        if (wanted.level is None or row.document.level is wanted.level)
        and (wanted.standing is None or row.standing is wanted.standing)
        and (not wanted.kind or row.document.kind == wanted.kind)
        # What names no organisation binds every one.
        and (
            not wanted.organisation
            or wanted.organisation in (row.document.organisations or [wanted.organisation])
        )
        and (not words or _is_called(row.document, words))
    ]
    return sorted(found, key=lambda row: _place(row, wanted.order))


def _is_called(document: GoverningDocument, words: Sequence[str]) -> bool:
    given = (
        document.title,
        document.number,
        document.diary_number,
        document.decision,
        document.abbreviation,
        document.document,
    )
    called = " ".join(filter(None, given)).casefold()
    return all(word in called for word in words)


def _place(row: Row, order: str) -> tuple[object, ...]:
    document = row.document
    title = swedish(document.title)
    standing = _STANDINGS.index(row.standing)
    if order == "titel":
        return title, document.document
    if order == "beslutad":
        return -(document.date or date.min).toordinal(), title, document.document
    if order == "giltig":
        return -(begins_on(document) or date.min).toordinal(), title, document.document
    return (
        document.level.rank,
        standing if row.standing is not Standing.RECORD else 0,
        title,
        document.document,
    )


def swedish(text: str) -> tuple[int, ...]:
    """A key that sorts as Swedish does: å, ä and ö last, letter case apart."""
    return tuple(0x110000 + "åäö".index(c) if c in "åäö" else ord(c) for c in text.casefold())
