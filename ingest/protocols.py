"""Provisions of a protocol: one for each part (beslut, ärendet, …) of each numbered item."""

import re
from collections.abc import Iterator

from hierarchy.documents import Provision
from ingest.outline import Section, provision
from ingest.stored_text import PlacedBlock, StoredText

_ITEM = re.compile(r"^§\s*(\d+(?:/\d{2,4})?)\s+\S")


def is_protocol(stored: StoredText) -> bool:
    """Whether the text is a record of numbered items: a heading that begins with § and a number."""
    return any(
        placed.block.kind == "heading" and _ITEM.match(placed.block.text) for placed in stored.blocks
    )


def protocol_provisions(document: str, title: str, stored: StoredText) -> tuple[Provision, ...]:
    """Addresses such as "§ 3/26" for what stands first under an item and "§ 3/26 › Ärendet" below."""
    return tuple(provision(document, stored, section) for section in _sections(title, stored))


def _sections(title: str, stored: StoredText) -> Iterator[Section]:
    item: str | None = None
    item_title: str | None = None
    part: str | None = None
    pending: list[PlacedBlock] = []

    def flush() -> Iterator[Section]:
        if pending:
            path = tuple(step for step in (item, part) if step) or (title,)
            heading = " – ".join(step for step in (item_title, part) if step) or None
            yield Section(path, heading, tuple(pending))
            pending.clear()

    for placed in stored.blocks:
        block = placed.block
        if block.kind != "heading":
            pending.append(placed)
            continue
        yield from flush()
        starts_item = _ITEM.match(block.text)
        if starts_item:
            item, part = f"§ {starts_item[1]}", None
            item_title = block.text[starts_item.end() - 1 :]
        else:
            part = block.text
    yield from flush()
