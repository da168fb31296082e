"""Provisions of a protocol: one for each part (beslut, ärendet, …) of each numbered item."""

from collections.abc import Iterator

from hierarchy.documents import Provision
from ingest.outline import Section, provision, title_block
from ingest.protocol_beginnings import (
    LONGEST_ITEM,
    SENTENCE_ENDS,
    is_protocol,
    item_beginnings,
    names_a_part,
)
from ingest.protocol_heads import ItemHead, is_number_line
from ingest.protocol_parts import PartKind, part_kind
from ingest.stored_text import PlacedBlock, StoredText

_UNSET = 99
"""The depth of a part whose name isn't set as a heading: any heading ends it."""


def first_item(stored: StoredText) -> int | None:
    """Where the first item begins; None where there is none."""
    return min(item_beginnings(stored), default=None) if is_protocol(stored) else None


def protocol_provisions(document: str, title: str, stored: StoredText) -> tuple[Provision, ...]:
    """Addresses such as "§ 3/26" for what stands first under an item and "§ 3/26 › Ärendet" below.

    An item of nothing but its head is cited by the head.
    """
    return tuple(provision(document, stored, section) for section in _sections(title, stored))


def _sections(title: str, stored: StoredText) -> Iterator[Section]:
    items = item_beginnings(stored)
    head: ItemHead | None = None
    begins: PlacedBlock | None = None
    item_title: str | None = None
    parts: list[tuple[int, str]] = []
    pending: list[PlacedBlock] = []

    def flush() -> Iterator[Section]:
        if pending:
            names = [name for _, name in parts]
            path = (head.address, *names) if head else tuple(names)
            heading = " – ".join(name for name in (item_title, *names) if name) or None
            yield Section(path or (title,), heading, tuple(pending))
            pending.clear()

    def close() -> Iterator[Section]:
        if begins is not None and head is not None and not parts and not pending:
            pending.append(begins)
        yield from flush()

    for placed in stored.blocks:
        block = placed.block
        fresh = head is not None and not parts and all(is_number_line(p.block.text) for p in pending)
        if block.kind == "header":
            yield from close()
            begins = None
            yield title_block(placed)
        elif placed.start in items:
            yield from close()
            head, begins, parts = items[placed.start], placed, []
            item_title = head.title
        elif fresh and item_title and not pending and _goes_on(block.text):
            item_title = f"{item_title} {' '.join(block.text.split())}"
        elif block.kind != "heading" and not (head and names_a_part(placed)):
            if fresh and not item_title and _may_be_a_title(placed):
                item_title = " ".join(block.text.split())
            pending.append(placed)
        elif fresh and not item_title and part_kind(block.text) is PartKind.OTHER:
            item_title = block.text
        else:
            yield from flush()
            if block.kind != "heading":
                parts = [(_UNSET, block.text.rstrip(" :"))]
                continue
            while parts and parts[-1][0] >= block.depth:
                parts.pop()
            parts.append((block.depth, block.text))
    yield from close()


def _goes_on(text: str) -> bool:
    """Whether a block is the second line of an item's title and no sentence of its own."""
    return text[:1].islower() and len(text) <= LONGEST_ITEM and not text.endswith(SENTENCE_ENDS)


def _may_be_a_title(placed: PlacedBlock) -> bool:
    text = placed.block.text
    return (
        placed.block.kind == "paragraph"
        and len(text) <= LONGEST_ITEM
        and text[:1].isupper()
        and not text.endswith(SENTENCE_ENDS)
        and not is_number_line(text)
    )
