"""Provisions of a document whose parts are known by their headings: policies, guidelines, rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hierarchy.documents import Provision
from ingest.stored_text import PlacedBlock, StoredText

ADDRESS_SEPARATOR = " › "
TITLE_BLOCK = "Dokumenthuvud"

# "5.1.2.4 Besluta om …": an entry of a delegation order, cited by its number.
_NUMBERED_ENTRY = re.compile(r"^(\d{1,2}(?:\.\d{1,3}){2,}(?:\s?[a-z](?=\s+[A-ZÅÄÖ]))?)\.?\s")
_WORD = re.compile(r"\w+")
_ENOUGH_IN_COMMON = 0.5


@dataclass(frozen=True)
class Section:
    """A run of blocks under one path."""

    path: tuple[str, ...]
    heading: str | None
    blocks: tuple[PlacedBlock, ...]

    @property
    def start(self) -> int:
        return self.blocks[0].start

    @property
    def end(self) -> int:
        return self.blocks[-1].end


def provision(
    document: str,
    stored: StoredText,
    section: Section,
    *,
    address: str | None = None,
    start: int | None = None,
    end: int | None = None,
    amended_by: str | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Provision:
    """A provision over a section's blocks, or over `[start, end)` of them; `address` defaults to the path."""
    first = section.start if start is None else start
    mark = stored.mark_at(first)
    return Provision(
        document=document,
        address=ADDRESS_SEPARATOR.join(section.path) if address is None else address,
        path=section.path,
        heading=section.heading,
        start=first,
        end=section.end if end is None else end,
        page=mark.page if mark else None,
        printed_page=mark.printed_page if mark else None,
        amended_by=amended_by,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def title_block(placed: PlacedBlock) -> Section:
    """The block that says what the document is: citable, but under no heading."""
    return Section((TITLE_BLOCK,), None, (placed,))


def outline_provisions(document: str, title: str, stored: StoredText) -> tuple[Provision, ...]:
    """One provision for each run of text under a heading, and for each numbered entry."""
    return tuple(provision(document, stored, section) for section in _sections(title, stored))


def _sections(title: str, stored: StoredText) -> Iterator[Section]:
    stack: list[tuple[int, str]] = []
    pending: list[PlacedBlock] = []
    entry: str | None = None
    titles = _titles(title, stored)

    def flush() -> Iterator[Section]:
        if pending:
            headings = tuple(heading for _, heading in stack if heading not in titles) or (title,)
            path = (*headings, entry) if entry else headings
            yield Section(path, headings[-1], tuple(pending))
            pending.clear()

    for placed in stored.blocks:
        block = placed.block
        if block.kind == "header":
            yield from flush()
            yield title_block(placed)
        elif block.kind == "heading":
            yield from flush()
            entry = None
            while stack and stack[-1][0] >= block.depth:
                stack.pop()
            stack.append((block.depth, block.text))
        else:
            number = _NUMBERED_ENTRY.match(block.text)
            if number:
                # The names of a table's columns say nothing by themselves: they go with its first entry.
                if entry or any(other.block.kind != "row" for other in pending):
                    yield from flush()
                entry = number[1]
            pending.append(placed)
    yield from flush()


def _titles(title: str, stored: StoredText) -> frozenset[str]:
    """The headings that are the document's title: said of every part, they tell no part from another.

    A heading is the title when it has the title's words; so has the one heading that everything else stands
    under, where the register words the title in its own way.
    """
    headings = [placed.block for placed in stored.blocks if placed.block.kind == "heading"]
    found = {block.text for block in headings if _folded(block.text) == _folded(title)}
    if len(headings) > 1:
        first, *others = headings
        alone = all(other.depth > first.depth for other in others)
        if alone and _in_common(first.text, title) >= _ENOUGH_IN_COMMON:
            found.add(first.text)
    return frozenset(found)


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _in_common(heading: str, title: str) -> float:
    """Share of the words of both that stand in both, 0 to 1."""
    one, other = set(_WORD.findall(heading.casefold())), set(_WORD.findall(title.casefold()))
    return len(one & other) / max(len(one | other), 1)
