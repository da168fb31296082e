"""Blocks in short, and the provisions made of them."""

from collections.abc import Iterable

from hierarchy.documents import Provision
from ingest.blocks import Block
from ingest.stored_text import StoredText, assemble


def heading(text: str, depth: int = 1) -> Block:
    return Block("heading", text, depth)


def paragraph(text: str) -> Block:
    return Block("paragraph", text)


def row(text: str) -> Block:
    return Block("row", text)


def item(text: str) -> Block:
    return Block("item", text, 1)


def note(text: str) -> Block:
    return Block("note", text)


def header(text: str) -> Block:
    return Block("header", text)


def stored(*blocks: Block) -> StoredText:
    return assemble(blocks)


def shown(text: StoredText, provisions: Iterable[Provision]) -> list[tuple[str, str]]:
    """Each provision's address and words."""
    return [(p.address, text.text[p.start : p.end]) for p in provisions]
