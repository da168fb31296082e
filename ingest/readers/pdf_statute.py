"""What typesetting a statute from its flat text leaves in the blocks of a PDF.

A heading there may hold more than a heading: a remark, the end of the section above, a row of a table; see
`statute_headings`. Columns are set with single spaces, so only their figures tell that they are columns.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block
from ingest.readers.flat_tables import ends_in_figures, row_text
from ingest.readers.statute_head import commencement
from ingest.readers.statute_headings import unpick_heading
from ingest.statute_outline import number_before_text, section_number

_ENOUGH_SECTIONS = 3
_TITLE = re.compile(
    r"(?:Lag|Förordning|Kungörelse|Tillkännagivande)\b|[^\W\d]+(?:lag|förordning)\s\(\d{4}:\d+\)"
)
_NUMBER = re.compile(r"(?:^SFS\s(?:nr:?\s)?|\()(\d{4}:\d{1,4})\b")
_ISSUED = re.compile(r"\b[Uu]tfärdad\sden\s\d{1,2}\s[a-z]+\s\d{4}")
_ENDS_IN_NUMBER = re.compile(r"(?:^|/\s*)\d+(?:\s?[a-zåäö])?\s?§$")
"""A section's number, alone or with what was swept into its line."""
_FRONT = 8


def mended_statute(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks with every heading taken apart, and the debris left out; other documents as they are."""
    if not _is_statute(blocks):
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


def statute_fields(blocks: Sequence[Block], furniture: Sequence[str]) -> dict[str, str]:
    """What a statute's front matter would say, from title and running heads; empty for other documents."""
    title = _title(blocks)
    if not _is_statute(blocks) or title is None:
        return {}
    front = [block.text for block in blocks[:_FRONT]]
    number = next((found[1] for text in (title, *furniture, *front) if (found := _NUMBER.search(text))), None)
    if number is None:
        return {}
    fields = {"beteckning": number, "rubrik": " ".join(title.replace(f"({number})", "").split())}
    issued = next((found.group() for text in front if (found := _ISSUED.search(text))), None)
    begins = commencement(blocks, number)
    return (
        fields | ({"utfardad_datum": issued} if issued else {}) | ({"ikraft_datum": begins} if begins else {})
    )


def _is_statute(blocks: Sequence[Block]) -> bool:
    sections = sum(1 for b in blocks if _ENDS_IN_NUMBER.search(b.text) or number_before_text(b.text))
    figures = sum(1 for block in blocks if ends_in_figures(block.text))
    return sections >= _ENOUGH_SECTIONS or (figures >= _ENOUGH_SECTIONS and _title(blocks) is not None)


def _title(blocks: Sequence[Block]) -> str | None:
    """The name of a law, ordinance or announcement among the first headings."""
    front = (block.text for block in blocks[:_FRONT] if block.kind == "heading")
    return next((text for text in front if _TITLE.match(text)), None)


def _name_columns(blocks: list[Block]) -> None:
    """Of two headings alike right above a table's first row, the second names the columns."""
    if len(blocks) > 1 and [b.kind for b in blocks[-2:]] == ["heading", "heading"]:
        above, names = blocks[-2:]
        if above.depth == names.depth and section_number(names.text) is None:
            blocks[-1] = replace(names, kind="row", depth=0)
