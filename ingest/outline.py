"""Provisions of a document whose parts are known by their headings: policies, guidelines, rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hierarchy.documents import Provision
from ingest.stored_text import PlacedBlock, StoredText

ADDRESS_SEPARATOR = " › "
TITLE_BLOCK = "Dokumenthuvud"

# "5.1.2.4 Besluta om …": an entry of a delegation order, cited by its number.
_NUMBERED_ENTRY = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){2,})\.?\s")


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


def provision(document: str, stored: StoredText, section: Section, **fields: str | int | None) -> Provision:
    """A provision over a section's blocks; `fields` overrides address, start, end or amended_by."""
    start = section.start
    mark = stored.mark_at(start)
    values: dict[str, object] = {
        "address": ADDRESS_SEPARATOR.join(section.path),
        "start": start,
        "end": section.end,
        **fields,
    }
    return Provision(
        document=document,
        path=section.path,
        heading=section.heading,
        page=mark.page if mark else None,
        printed_page=mark.printed_page if mark else None,
        **values,  # type: ignore[arg-type]
    )


def outline_provisions(document: str, title: str, stored: StoredText) -> tuple[Provision, ...]:
    """One provision for each run of text under a heading, and for each numbered entry."""
    return tuple(provision(document, stored, section) for section in _sections(title, stored))


def _sections(title: str, stored: StoredText) -> Iterator[Section]:
    stack: list[tuple[int, str]] = []
    pending: list[PlacedBlock] = []
    entry: str | None = None

    def flush() -> Iterator[Section]:
        if pending:
            headings = tuple(heading for _, heading in stack if not _same(heading, title)) or (title,)
            path = (*headings, entry) if entry else headings
            yield Section(path, headings[-1], tuple(pending))
            pending.clear()

    for placed in stored.blocks:
        block = placed.block
        if block.kind == "header":
            yield from flush()
            yield Section((TITLE_BLOCK,), None, (placed,))
        elif block.kind == "heading":
            yield from flush()
            entry = None
            while stack and stack[-1][0] >= block.depth:
                stack.pop()
            stack.append((block.depth, block.text))
        else:
            number = _NUMBERED_ENTRY.match(block.text)
            if number:
                yield from flush()
                entry = number[1]
            pending.append(placed)
    yield from flush()


def _same(heading: str, title: str) -> bool:
    return " ".join(heading.split()).casefold() == " ".join(title.split()).casefold()
