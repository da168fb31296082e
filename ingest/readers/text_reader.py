"""Plain text in, blocks out: structure is guessed from the shape of the lines."""

import re
from pathlib import Path

from ingest.blocks import Block, BlockKind, Reading
from ingest.errors import UnreadableFile
from ingest.protocol_heads import item_head
from ingest.protocol_parts import PartKind, part_kind
from ingest.readers.flat_tables import looks_tabular, row_text
from ingest.readers.plain import NO_TEXT_REASON, NO_TEXT_REMEDY, clean, decode, read_bytes
from ingest.readers.published_statute import SourceLine, looks_published, read_published

_ITEM = re.compile(r"^(\s*)([-*•–]|\d{1,3}[.)]|\(?[a-zåäö]\))\s+(\S.*)$")
_NUMBERED_HEADING = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-ZÅÄÖ]")
_STATUTE_HEADING = re.compile(r"^(?:\d+(?:\s[a-z])?\s(?:kap\.|§)|§\s?\d)")
_RULE_LINE = re.compile(r"^\s*([-=_*~])\1{2,}\s*$")
_LONGEST_HEADING = 90


def read_text(path: Path) -> Reading:
    """The blocks of a text file, of a published statute too. Raises `UnreadableFile` where it is no text."""
    text = decode(read_bytes(path))
    lines = [SourceLine(line) for line in text.replace("\f", "\n\n").split("\n")]
    if looks_published(lines):
        return read_published(lines)
    blocks = parse_text(text)
    if not any(block.kind != "heading" for block in blocks):
        raise UnreadableFile(NO_TEXT_REASON, NO_TEXT_REMEDY)
    return Reading(blocks=blocks)


def parse_text(text: str) -> tuple[Block, ...]:
    """Blank lines part paragraphs; a short line that is no sentence and has text below is a heading."""
    lines = [line.rstrip() for line in text.replace("\f", "\n\n").split("\n")]
    groups = _groups(lines)
    blocks: list[Block] = []
    for number, group in enumerate(groups):
        more_below = number + 1 < len(groups)
        blocks.extend(_read_group(group, more_below))
    return tuple(blocks)


def _groups(lines: list[str]) -> list[list[str]]:
    """The runs of lines between blank lines and drawn rules; an underlined line is a run of its own."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if _RULE_LINE.match(line) or not line.strip():
            groups.append([])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _read_group(group: list[str], more_below: bool) -> list[Block]:
    if len(group) == 1 and more_below and _is_heading(group[0], alone=True):
        return [_heading(group[0])]
    blocks: list[Block] = []
    rest = group
    if len(group) > 1 and _is_heading(group[0], alone=False):
        blocks.append(_heading(group[0]))
        rest = group[1:]
    blocks.extend(_running_text(rest))
    return blocks


def _running_text(lines: list[str]) -> list[Block]:
    """Items, rows and paragraphs; a line that is none of the first two goes on with what stands above it."""
    begun: list[tuple[BlockKind, int, list[str]]] = []
    for line in lines:
        item = _ITEM.match(line)
        if item is not None:
            depth = len(item.group(1).expandtabs(4)) // 2 + 1
            begun.append(("item", depth, [f"{item.group(2)} {clean(item.group(3))}"]))
        elif looks_tabular(line):
            begun.append(("row", 0, [row_text(line)]))
        elif begun and begun[-1][0] != "row":
            begun[-1][2].append(clean(line))
        else:
            begun.append(("paragraph", 0, [clean(line)]))
    return [Block(kind, " ".join(parts), depth) for kind, depth, parts in begun]


def _heading(line: str) -> Block:
    text = clean(line)
    numbered = _NUMBERED_HEADING.match(text)
    return Block("heading", text, numbered.group(1).count(".") + 1 if numbered else 1)


def _is_heading(line: str, alone: bool) -> bool:
    """Directly above running text (`alone` False) a line must look more like a heading than when alone."""
    text = line.strip()
    if len(text) > _LONGEST_HEADING or looks_tabular(line):
        return False
    if _STATUTE_HEADING.match(text):
        return (len(text.split()) <= 10 and not text.endswith((".", ",", ";"))) or text.endswith("kap.")
    if text.endswith((".", ",", ";", ":")) or text.startswith(("-", "*", "•", "–")):
        return False
    if item_head(text) or (text[0].isupper() and part_kind(text) is not PartKind.OTHER):
        return True
    if _NUMBERED_HEADING.match(text):
        return True
    if text.isupper() and len(text) > 2:
        return True
    return alone and text[0].isupper() and len(text.split()) <= 12 and ": " not in text
