"""The stored text of a document: its blocks in one string, and which page each character is on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.blocks import Block, PageMark

# Items and rows belong together, everything else is a paragraph of its own.
_TIGHT = {"item", "row"}


@dataclass(frozen=True)
class PlacedBlock:
    """A block and where it stands in the stored text: `[start, end)` in characters."""

    block: Block
    start: int
    end: int


@dataclass(frozen=True)
class StoredText:
    """The only text that is ever quoted. `marks` are sorted by offset; empty without pages."""

    text: str
    blocks: tuple[PlacedBlock, ...]
    marks: tuple[PageMark, ...]

    def mark_at(self, offset: int) -> PageMark | None:
        """The page that the character at `offset` stands on, or None where there are no pages."""
        return mark_at(self.marks, offset)


def mark_at(marks: tuple[PageMark, ...], offset: int) -> PageMark | None:
    """The last of the sorted `marks` at or before `offset`."""
    index = bisect_right(marks, offset, key=lambda mark: mark.offset)
    return marks[index - 1] if index else None


def ocr_confidence(marks: tuple[PageMark, ...], start: int, end: int) -> float | None:
    """The least confidence, 0–1, that text from `start` to `end` was read from a picture with, or None."""
    first = max(0, bisect_right(marks, start, key=lambda mark: mark.offset) - 1)
    last = bisect_left(marks, end, key=lambda mark: mark.offset)
    return min((m.ocr_confidence for m in marks[first:last] if m.ocr_confidence is not None), default=None)


def assemble(blocks: Iterable[Block]) -> StoredText:
    """Join blocks in reading order; a page is marked once, where its first block begins."""
    parts: list[str] = []
    placed: list[PlacedBlock] = []
    marks: list[PageMark] = []
    position = 0
    previous: Block | None = None
    for block in blocks:
        if not block.text:
            continue
        if previous is not None:
            tight = block.kind in _TIGHT and previous.kind in {*_TIGHT, "paragraph"}
            parts.append("\n" if tight else "\n\n")
            position += len(parts[-1])
        for mark in block.marks:
            if not marks or (mark.page, mark.printed_page) != (marks[-1].page, marks[-1].printed_page):
                marks.append(replace(mark, offset=position + mark.offset))
        parts.append(block.text)
        placed.append(PlacedBlock(block, position, position + len(block.text)))
        position += len(block.text)
        previous = block
    return StoredText("".join(parts), tuple(placed), tuple(marks))
