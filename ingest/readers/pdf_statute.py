"""What typesetting a statute from its flat text leaves in the blocks of a PDF.

A heading there may hold more than a heading: a remark, the end of the section above, a row of a table; see
`statute_headings`. Columns are set with single spaces, so only their figures tell that they are columns.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block
from ingest.readers.flat_tables import ends_in_figures, row_text
from ingest.readers.statute_headings import unpick_heading
from ingest.statute_outline import number_before_text, section_number

_ENOUGH_SECTIONS = 3


def mended_statute(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks with every heading taken apart, and the debris left out; other documents as they are."""
    sections = sum(1 for block in blocks if section_number(block.text) or number_before_text(block.text))
    if sections < _ENOUGH_SECTIONS:
        return tuple(blocks), ()
    mended: list[Block] = []
    dropped: list[str] = []
    for block in blocks:
        if block.kind in ("heading", "paragraph") and ends_in_figures(block.text):
            _name_columns(mended)
            mended.append(replace(block, kind="row", text=row_text(block.text), depth=0))
        elif block.kind == "heading":
            pieces, debris = unpick_heading(block.text)
            dropped += debris
            for piece in pieces:
                depth = block.depth if piece.kind == "heading" else 0
                mended.append(Block(piece.kind, piece.text, depth, block.marks[:1]))
        else:
            mended.append(block)
    return tuple(mended), tuple(dropped)


def _name_columns(blocks: list[Block]) -> None:
    """Of two headings alike right above a table's first row, the second names the columns."""
    if len(blocks) > 1 and [b.kind for b in blocks[-2:]] == ["heading", "heading"]:
        above, names = blocks[-2:]
        if above.depth == names.depth and section_number(names.text) is None:
            blocks[-1] = replace(names, kind="row", depth=0)
