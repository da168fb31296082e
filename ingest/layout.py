"""What the reader made of a file, block by block, kept for whoever checks it against the original."""

from dataclasses import dataclass

from ingest.blocks import BlockKind, Reading
from ingest.stored_text import StoredText


@dataclass(frozen=True)
class LaidBlock:
    """One block's kind and depth, and where it stands in the stored text: `[start, end)` in characters."""

    kind: BlockKind
    start: int
    end: int
    depth: int = 0


@dataclass(frozen=True)
class Layout:
    """The blocks in reading order, the texts left out (furniture, struck out), and the number of pages."""

    blocks: tuple[LaidBlock, ...] = ()
    dropped: tuple[str, ...] = ()
    pages: int = 0


NO_LAYOUT = Layout()
"""Nothing is known of how the file was read."""


def layout_of(reading: Reading, stored: StoredText) -> Layout:
    """The layout of a reading whose blocks were put together as `stored`."""
    blocks = tuple(LaidBlock(p.block.kind, p.start, p.end, p.block.depth) for p in stored.blocks)
    left_out = (*reading.dropped, *(struck.text for struck in reading.struck))
    return Layout(blocks, left_out, reading.pages)
