"""Provisions of a protocol: one for each part (beslut, ärendet, …) of each numbered item."""

import re
from collections.abc import Iterator

from hierarchy.documents import Provision
from ingest.outline import Section, provision, title_block
from ingest.stored_text import PlacedBlock, StoredText

# "§ 54/26 Fastställande av dagordning"; the title may also be the next heading.
_ITEM = re.compile(
    r"^§\s*(?P<number>\d+)(?P<year>/\d{2,4})?[.:]?(?:\s+(?:[–-]\s+)?(?P<title>\S.*))?$", re.DOTALL
)
_LONGEST_ITEM = 160
_SENTENCE_ENDS = (".", ",", ";", ":")


def is_protocol(stored: StoredText) -> bool:
    """Whether the text is a record of numbered items: a heading that begins with § and a number."""
    return any(placed.block.kind == "heading" and _ITEM.match(placed.block.text) for placed in stored.blocks)


def protocol_provisions(document: str, title: str, stored: StoredText) -> tuple[Provision, ...]:
    """Addresses such as "§ 3/26" for what stands first under an item and "§ 3/26 › Ärendet" below."""
    return tuple(provision(document, stored, section) for section in _sections(title, stored))


def _sections(title: str, stored: StoredText) -> Iterator[Section]:
    items = _items(stored)
    item: str | None = None
    item_title: str | None = None
    parts: list[tuple[int, str]] = []
    pending: list[PlacedBlock] = []

    def flush() -> Iterator[Section]:
        if pending:
            names = [name for _, name in parts]
            path = (item, *names) if item else tuple(names)
            heading = " – ".join(name for name in (item_title, *names) if name) or None
            yield Section(path or (title,), heading, tuple(pending))
            pending.clear()

    for placed in stored.blocks:
        block = placed.block
        if block.kind == "header":
            yield from flush()
            yield title_block(placed)
        elif placed.start in items:
            yield from flush()
            found = items[placed.start]
            item, item_title, parts = f"§ {found['number']}{found['year'] or ''}", found["title"], []
        elif block.kind != "heading":
            pending.append(placed)
        elif item and not item_title and not parts and not pending:
            item_title = block.text
        else:
            yield from flush()
            while parts and parts[-1][0] >= block.depth:
                parts.pop()
            parts.append((block.depth, block.text))
    yield from flush()


def _items(stored: StoredText) -> dict[int, re.Match[str]]:
    """Where items begin in the stored text.

    Typography doesn't always tell an item's heading from the text, least of all the first one's. A short
    line that isn't set as a heading is one where it carries the number that the items are due to go on with.
    """
    candidates = [
        (placed, found)
        for placed in stored.blocks
        if placed.block.kind != "header" and (found := _ITEM.match(placed.block.text))
    ]
    first = next(
        (int(found["number"]) for placed, found in candidates if placed.block.kind == "heading"), None
    )
    items: dict[int, re.Match[str]] = {}
    due = None if first is None else first - 1
    for placed, found in candidates:
        short = len(placed.block.text) <= _LONGEST_ITEM and not placed.block.text.endswith(_SENTENCE_ENDS)
        if placed.block.kind == "heading" or (short and int(found["number"]) == due):
            items[placed.start] = found
            due = int(found["number"]) + 1
    return items
