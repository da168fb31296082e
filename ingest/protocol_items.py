"""The items of a protocol as a registrar lists them: §, diary number, title, parts and decision points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from hierarchy.documents import Provision
from ingest.blocks import PageMark
from ingest.document import IngestedDocument
from ingest.protocol_heads import (
    ItemHead,
    is_number_line,
    is_record,
    item_head,
    labelled_number,
    line_number,
)
from ingest.protocol_parts import PartKind, part_kind
from ingest.stored_text import mark_at

_HEADING_JOINT = " – "
_POINT = re.compile(r"^(?:(?P<number>\d{1,2})[.)]\s+|(?P<sign>[•–—*-]\s+|att\s))", re.MULTILINE)
_CLAUSE = re.compile(r"(?:^|(?<=, )|(?<=; )|(?<=,\n)|(?<=samt )|(?<=beslutar )|(?<=fullmäktige ))att\s")
"""Where one sentence decides several things: "… beslutar att anta X, samt att Y upphör"."""
_DECIDES = re.compile(
    r"^[^\W\d_]*(?:styrelsen|nämnden|fullmäktige|utskottet|rådet)\s+(?:beslutar|beslutade)\b(?:(?!\n\n).)+",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_WITHIN = 200
"""The diary number stands among the first characters of an item's text."""


@dataclass(frozen=True)
class ProtocolPart:
    """One part of an item: `heading` as printed, empty for what stands before the first; `[start, end)`."""

    kind: PartKind
    heading: str
    start: int
    end: int


@dataclass(frozen=True)
class DecisionPoint:
    """One numbered point of a decision; the only point of an unnumbered decision is 1."""

    number: int
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class ProtocolItem:
    """One § (or matter) of a protocol or an agenda.

    `section`: as cited ("§ 3/26"). `year`: in four figures, the meeting's where the § has none of its own,
    None where neither is known. `page` counts the file's pages from 1; `printed_page` is what stands on it.
    `[start, end)` is the item in the stored text, from its head.
    """

    section: str
    number: int
    year: int | None
    title: str
    diary_number: str | None
    page: int | None
    printed_page: str | None
    start: int
    end: int
    parts: tuple[ProtocolPart, ...]
    decisions: tuple[DecisionPoint, ...]


def protocol_items(ingested: IngestedDocument) -> tuple[ProtocolItem, ...]:
    """The items of a document in reading order; empty for a document that is no record of items."""
    day = ingested.document.date
    year = day.year if day else None
    runs = [
        (address, list(provisions))
        for address, provisions in groupby(ingested.provisions, key=lambda provision: provision.path[0])
    ]
    heads = [head for address, _ in runs if (head := item_head(address))]
    if not is_record(heads):
        return ()
    items: list[ProtocolItem] = []
    reached = 0
    for address, provisions in runs:
        head = item_head(address)
        if head is not None:
            items.append(_item(head, provisions, ingested.text, ingested.marks, reached, year))
        reached = provisions[-1].end
    return tuple(items)


def _item(
    head: ItemHead,
    provisions: Sequence[Provision],
    text: str,
    marks: tuple[PageMark, ...],
    reached: int,
    year: int | None,
) -> ProtocolItem:
    first, end = provisions[0], provisions[-1].end
    start, printed = _head_line(head, text, reached, first)
    parts = tuple(_part(provision) for provision in provisions)
    mark = mark_at(marks, start)
    own = int(head.year) if head.year else None
    if own is not None and own < 100:
        own += 2000
    return ProtocolItem(
        section=head.address,
        number=head.number,
        year=own or year,
        title=_title(first) or (printed.title if printed and printed.title else ""),
        diary_number=(printed.diary_number if printed else None) or _diary_number(text, start, end, parts),
        page=mark.page if mark else None,
        printed_page=mark.printed_page if mark else None,
        start=start,
        end=end,
        parts=parts,
        decisions=tuple(_points(text, _decisions(text, parts))),
    )


def _head_line(head: ItemHead, text: str, reached: int, first: Provision) -> tuple[int, ItemHead | None]:
    """Where the item's head stands between the provision before and the item's first, and what it holds."""
    start = reached
    found: tuple[int, ItemHead] | None = None
    for paragraph in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text[reached : max(first.end, reached)]):
        held = item_head(paragraph.group())
        if held is not None and held.address == head.address:
            found = (start + paragraph.start(), held)
            break
    return found or (first.start, None)


def _part(provision: Provision) -> ProtocolPart:
    """The part that a provision is, by the nearest heading that names a usual one."""
    names = provision.path[1:]
    kinds = [kind for name in reversed(names) if (kind := part_kind(name)) is not PartKind.OTHER]
    kind = kinds[0] if kinds else PartKind.OTHER
    return ProtocolPart(kind, _HEADING_JOINT.join(names), provision.start, provision.end)


def _title(first: Provision) -> str:
    names = _HEADING_JOINT.join(first.path[1:])
    heading = first.heading or ""
    if names and heading.endswith(names):
        heading = heading[: -len(names)].removesuffix(_HEADING_JOINT)
    return heading


def _diary_number(text: str, start: int, end: int, parts: Sequence[ProtocolPart]) -> str | None:
    """The number that the item's own lines state, before its first part or at the beginning of its text."""
    opening = text[start : min(end, start + _WITHIN + len(text[start : parts[0].start]))]
    for line in opening.split("\n"):
        if is_number_line(line):
            return line_number(line)
    return labelled_number(opening)


def _decisions(text: str, parts: Sequence[ProtocolPart]) -> list[ProtocolPart]:
    """The parts that decide; without any, the paragraphs that say that the body decides."""
    decisions = [part for part in parts if part.kind is PartKind.DECISION]
    if decisions:
        return decisions
    return [
        ProtocolPart(PartKind.DECISION, "", part.start + found.start(), part.start + found.end())
        for part in parts
        if part.kind is PartKind.OTHER
        for found in _DECIDES.finditer(text[part.start : part.end])
    ]


def _points(text: str, decisions: Sequence[ProtocolPart]) -> Iterator[DecisionPoint]:
    """The points of the item's decision, numbered as printed, else in order."""
    number = 0
    for part in decisions:
        body = text[part.start : part.end]
        starts = list(_POINT.finditer(body))
        if not starts:
            clauses = list(_CLAUSE.finditer(body))
            starts = clauses if len(clauses) > 1 else []
        if not starts:
            number += 1
            yield DecisionPoint(number, body, part.start, part.end)
            continue
        for found, following in zip(starts, [*starts[1:], None], strict=True):
            stop = following.start() if following else len(body)
            printed = found.groupdict().get("number")
            number = int(printed) if printed else number + 1
            # A number or a sign is layout; "att" is the first word of the sentence.
            begin = found.start() if found.group().startswith("att") else found.end()
            words = body[begin:stop].rstrip()
            yield DecisionPoint(number, words, part.start + begin, part.start + begin + len(words))
