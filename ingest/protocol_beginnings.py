"""Where the items of a protocol or an agenda begin, whether or not typography sets their heads off."""

import re
from collections.abc import Sequence

from ingest.protocol_heads import ItemHead, is_number_line, is_record, item_head, number_first_head
from ingest.protocol_parts import PartKind, part_kind
from ingest.stored_text import PlacedBlock, StoredText

LONGEST_ITEM = 160
SENTENCE_ENDS = (".", ",", ";", ":")
_LONGEST_PART_NAME = 60
_MOST_BETWEEN = 3
"""Blocks of title and diary number that may stand between an item's number and its first part."""
_CHECKED = re.compile(r"vid\s+protokollet\b|justera(?:s|t|des)\b", re.IGNORECASE)


def is_protocol(stored: StoredText) -> bool:
    """Whether the text is a record of numbered items: heads that begin with § and a number.

    An agenda that numbers its matters ("Ärende 3") is one too.
    """
    return is_record([head for _, head in _told(stored)])


def is_signed_record(stored: StoredText) -> bool:
    """Whether the text ends as minutes do: with who kept them and who checked them."""
    return any(
        len(placed.block.text) <= LONGEST_ITEM and _CHECKED.match(placed.block.text)
        for placed in stored.blocks
    )


def item_beginnings(stored: StoredText) -> dict[int, ItemHead]:
    """Where items begin in the stored text.

    Typography doesn't always tell an item's head from the text, least of all the first one's. A short line
    that isn't set as a heading is one where the item's first part follows, or where it carries the number
    that the items are due to go on with.
    """
    told = _told(stored)
    paragraphs = any(head.is_paragraph for _, head in told)
    told = [(placed, head) for placed, head in told if head.is_paragraph is paragraphs]
    if not told:
        return {}
    sure = {placed.start for placed, _ in told}
    items: dict[int, ItemHead] = {}
    due = told[0][1].number - 1
    for placed, head in _candidates(stored):
        if head.is_paragraph is paragraphs and (
            placed.start in sure or (_is_short(placed) and head.number == due)
        ):
            items[placed.start] = head
            due = head.number + 1
    return items


def names_a_part(placed: PlacedBlock) -> bool:
    """Whether a line that isn't set as a heading is the usual name of a part."""
    text = placed.block.text
    return (
        placed.block.kind == "paragraph"
        and len(text) <= _LONGEST_PART_NAME
        and text[:1].isupper()
        and part_kind(text) is not PartKind.OTHER
    )


def _candidates(stored: StoredText) -> list[tuple[PlacedBlock, ItemHead]]:
    blocks = [placed for placed in stored.blocks if placed.block.kind != "header"]
    signed = is_signed_record(stored)
    heads = ((placed, _head(placed.block.text, signed)) for placed in blocks)
    return [(placed, head) for placed, head in heads if head is not None]


def _head(text: str, signed: bool) -> ItemHead | None:
    return item_head(text) or (number_first_head(text) if signed else None)


def _told(stored: StoredText) -> list[tuple[PlacedBlock, ItemHead]]:
    """The heads that something tells: they are set as headings, or the item's first part follows."""
    places = {placed.start: i for i, placed in enumerate(stored.blocks)}
    return [
        (placed, head)
        for placed, head in _candidates(stored)
        if placed.block.kind == "heading"
        or (_is_short(placed) and _is_announced(stored.blocks[places[placed.start] + 1 :]))
    ]


def _is_short(placed: PlacedBlock) -> bool:
    return len(placed.block.text) <= LONGEST_ITEM and not placed.block.text.endswith(SENTENCE_ENDS)


def _is_announced(following: Sequence[PlacedBlock]) -> bool:
    """Whether an item's title, diary number and the name of its first part follow, and no running text."""
    for placed in following[: _MOST_BETWEEN + 1]:
        text = placed.block.text
        if names_a_part(placed) or (placed.block.kind == "heading" and part_kind(text) is not PartKind.OTHER):
            return True
        if item_head(text) or not (is_number_line(text) or _is_short(placed)):
            return False
    return False
