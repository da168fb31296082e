"""What was read of each page of a document: the stored text cut where pages begin, block by block."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hierarchy.documents import Provision
from ingest.blocks import BlockKind, PageMark
from ingest.layout import LaidBlock, Layout


@dataclass(frozen=True)
class Piece:
    """The part of a block that stands on one page.

    `addresses`: of the provisions that begin in it. `goes_on`: whether its block began on an earlier page.
    """

    kind: BlockKind
    depth: int
    text: str
    addresses: tuple[str, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True)
class ReadPage:
    """A page by its number from 1 (None where the format has no pages) with what was read on it.

    `ocr_confidence`: 0–1 where it was read from its picture, else None.
    """

    number: int | None
    printed: str | None
    ocr_confidence: float | None
    pieces: tuple[Piece, ...]


def read_pages(
    text: str, marks: Sequence[PageMark], layout: Layout, provisions: Sequence[Provision]
) -> list[ReadPage]:
    """Every page of the file in order, also those where nothing was read; one page where it has none.

    `text` and `marks` are the document's stored text and where its pages begin in it.
    """
    beginning = sorted((provision.start, provision.address) for provision in provisions)
    if not marks:
        pieces = tuple(piece for block in layout.blocks for piece in [_piece(text, block, beginning)])
        return [ReadPage(None, None, None, pieces)]
    on_page: dict[int, list[Piece]] = defaultdict(list)
    for block in layout.blocks:
        for number, part in _parts(block, marks):
            on_page[number].append(_piece(text, part, beginning, goes_on=part.start > block.start))
    known = {mark.page: mark for mark in reversed(marks)}
    pages = []
    for number in range(1, max([layout.pages, *on_page]) + 1):
        mark = known.get(number)
        pages.append(
            ReadPage(
                number,
                mark.printed_page if mark else None,
                mark.ocr_confidence if mark else None,
                tuple(on_page[number]),
            )
        )
    return pages


def _parts(block: LaidBlock, marks: Sequence[PageMark]) -> Iterator[tuple[int, LaidBlock]]:
    """The block cut where a page begins inside it, each part with its page's number."""
    first = max(0, bisect_left(marks, block.start + 1, key=lambda mark: mark.offset) - 1)
    for at in range(first, len(marks)):
        start = max(block.start, marks[at].offset)
        end = min(block.end, marks[at + 1].offset) if at + 1 < len(marks) else block.end
        if start >= block.end:
            return
        if start < end:
            yield marks[at].page, LaidBlock(block.kind, start, end, block.depth)


def _piece(
    text: str, part: LaidBlock, beginning: Sequence[tuple[int, str]], *, goes_on: bool = False
) -> Piece:
    first = bisect_left(beginning, (part.start, ""))
    last = bisect_left(beginning, (part.end, ""))
    addresses = tuple(address for _, address in beginning[first:last])
    return Piece(part.kind, part.depth, text[part.start : part.end], addresses, goes_on)
