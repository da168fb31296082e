"""Markdown in, blocks out: ordinary documents and statutes as they are published in Markdown."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from ingest.blocks import Block, BlockKind, Reading
from ingest.errors import UnreadableFile
from ingest.readers.flat_tables import looks_tabular, row_text, with_heads_joined
from ingest.readers.front_matter import split_front_matter
from ingest.readers.markdown_inline import strip_inline, strip_links
from ingest.readers.plain import NO_TEXT_REASON, NO_TEXT_REMEDY, decode, read_bytes
from ingest.readers.statute_headings import unpick_heading

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*)$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_THEMATIC_BREAK = re.compile(r"^ {0,3}([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"^(\s*)([-*+•–]|\d{1,3}\s?[a-z]?[.)]|\(?[a-zåäö]\))\s+(\S.*)$")
_INTERRUPTS_PARAGRAPH = re.compile(r"^(?:[-*+•–]|1[.)]|\(?a\))$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_SEPARATOR_ROW = re.compile(r"^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*(?:[:-]+\s*)?)+$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_FOOTNOTE = re.compile(r"^\[\^[^\]]+\]:\s*(.*)$")
_LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s*\S+")
_CONVERSION_FAILED = re.compile(
    r"konverter\w*\s+(?:är\s+)?(?:inte|ej|misslyck)|kunde\s+inte\s+(?:automatiskt\s+)?konverteras",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 1000


def read_markdown(path: Path) -> Reading:
    """The blocks of a Markdown file and its front matter.

    `dropped` holds struck-out passages and debris of conversion. Raises `UnreadableFile` where the file
    is empty, no text, or holds front matter, headings or a notice of failed conversion alone.
    """
    metadata, body = split_front_matter(decode(read_bytes(path)))
    blocks, dropped = parse_markdown(body)
    _refuse_without_text(blocks, metadata)
    return Reading(blocks=blocks, metadata=metadata, dropped=dropped)


def parse_markdown(body: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of Markdown text without front matter, and what was left out."""
    parser = _Parser()
    for line in _without_comments(body).split("\n"):
        parser.feed(line.rstrip().removesuffix("\\"))
    parser.close()
    return with_heads_joined(parser.blocks), tuple(parser.dropped)


@dataclass
class _Parser:
    """Collects lines into one open block at a time; a blank line or another kind of line closes it."""

    blocks: list[Block] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    depth: int = 0
    lines: list[str] = field(default_factory=list)
    fenced: bool = False

    def feed(self, line: str) -> None:
        if _FENCE.match(line):
            self.close()
            self.fenced = not self.fenced
        elif self.fenced:
            self.lines.append(line)
        elif not line.strip():
            self.close()
        else:
            self._feed_text(re.sub(r"^ {0,3}(?:>\s?)+", "", line))

    def close(self) -> None:
        """Ends the open block, if any."""
        if self.lines:
            self._add(self.kind, " ".join(self.lines), self.depth)
        self.kind, self.depth, self.lines = "paragraph", 0, []

    def _feed_text(self, line: str) -> None:
        heading = _HEADING.match(line)
        if heading is not None:
            self._feed_heading(_without_closing_marks(heading.group(2)), len(heading.group(1)))
        elif self.lines and self.kind == "paragraph" and _UNDERLINE.match(line):
            self.kind, self.depth = "heading", 1 if "=" in line else 2
            self.close()
        elif _THEMATIC_BREAK.match(line) or (_LINK_DEFINITION.match(line) and not _FOOTNOTE.match(line)):
            self.close()
        elif _is_table_row(line):
            self._feed_row(line)
        else:
            self._feed_running_text(line)

    def _feed_heading(self, text: str, depth: int) -> None:
        self.close()
        pieces, debris = unpick_heading(strip_links(text))
        for piece in pieces:
            self._add(piece.kind, piece.text, depth if piece.kind == "heading" else 0)
        self.dropped.extend(debris)

    def _feed_row(self, line: str) -> None:
        if _SEPARATOR_ROW.match(line):
            # The line above was the table's head, whether or not it began with a border.
            self.kind = "row" if self.kind == "paragraph" else self.kind
            self.close()
            return
        self.close()
        cells = (cell.strip() for cell in _CELL_BORDER.split(line.strip().strip("|")))
        self._add("row", " ".join(cell for cell in cells if cell))

    def _feed_running_text(self, line: str) -> None:
        item = _ITEM.match(line)
        footnote = _FOOTNOTE.match(line)
        if footnote is not None:
            self.close()
            self.kind, self.lines = "note", [footnote.group(1)]
        elif item is not None and self._item_may_begin(item.group(2)):
            self.close()
            self.kind, self.depth = "item", _nesting(item.group(1))
            self.lines = [f"{item.group(2)} {item.group(3)}"]
        elif looks_tabular(line):
            self.close()
            self._add("row", row_text(strip_links(line)))
        else:
            self.lines.append(line.strip())

    def _item_may_begin(self, marker: str) -> bool:
        """Whether the marker begins an item here: a wrapped line may by chance begin with a number."""
        return not self.lines or self.kind == "item" or _INTERRUPTS_PARAGRAPH.match(marker) is not None

    def _add(self, kind: BlockKind, text: str, depth: int = 0) -> None:
        marker = ""
        if kind == "item":
            marker, _, text = text.partition(" ")
            marker += " "
        cells = [strip_inline(cell) for cell in text.split("\t")]
        stripped = "\t".join(cell for cell, _ in cells if cell)
        self.dropped.extend(passage for _, struck in cells for passage in struck)
        if stripped:
            self.blocks.append(Block(kind, marker + stripped, depth))


def _without_comments(text: str) -> str:
    """`text` without its comments; one that is never closed is text."""
    kept: list[str] = []
    last = 0
    while (start := text.find("<!--", last)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[last:start])
        last = end + 3
    return "".join([*kept, text[last:]])


def _without_closing_marks(heading: str) -> str:
    """ "Gåvor ##" → "Gåvor"."""
    text = heading.rstrip()
    bare = text.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() else text


def _is_table_row(line: str) -> bool:
    stripped = line.strip()
    return _SEPARATOR_ROW.match(line) is not None or stripped.startswith("|") or stripped.count(" | ") > 1


def _nesting(indent: str) -> int:
    return len(indent.expandtabs(4)) // 2 + 1


def _refuse_without_text(blocks: tuple[Block, ...], metadata: dict[str, str]) -> None:
    source = metadata.get("pdf_url") or metadata.get("url") or metadata.get("source")
    remedy = f"Hämta dokumentets text från källan ({source}) och lägg in den." if source else NO_TEXT_REMEDY
    body = " ".join(block.text for block in blocks if block.kind in ("paragraph", "item", "row"))
    if not body:
        raise UnreadableFile(NO_TEXT_REASON, remedy)
    if len(body) < _LONGEST_NOTICE and _CONVERSION_FAILED.search(body):
        raise UnreadableFile(
            "Filen innehåller bara ett meddelande om att den automatiska konverteringen inte gick.", remedy
        )
