"""What every reader produces: the blocks of a document in reading order."""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["header", "heading", "paragraph", "item", "row", "note"]


@dataclass(frozen=True)
class PageMark:
    """From this character offset in the block's text on, the text stands on this page.

    `ocr_confidence`: 0–1 where the page's text was read from its picture, else None.
    """

    offset: int
    page: int
    printed_page: str | None = None
    ocr_confidence: float | None = None


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, list item, table row, footnote or title block.

    A `header` is the block that identifies the document (kind, date, decided by, diary number); it is
    text like any other and can be quoted, but it is no rule.

    `text` has running heads and page numbers removed, hyphenation mended, no leading or trailing
    white space; an item keeps its marker ("1.", "•", "–"). `depth` is a heading's level from 1, or an
    item's nesting from 1; 0 otherwise. `marks` says where pages begin, first mark at offset 0;
    empty where the format has no pages.
    """

    kind: BlockKind
    text: str
    depth: int = 0
    marks: tuple[PageMark, ...] = ()


@dataclass(frozen=True)
class StruckOut:
    """Words with a line drawn through them, or marked as deleted: no part of the text in force.

    `page` counts from 1; None where the format has no pages.
    """

    text: str
    page: int | None = None


@dataclass(frozen=True)
class Reading:
    """A file as read: its blocks, what it says about itself, and how many pages it has.

    `metadata`: front matter or document properties, keys in lower case. `dropped`: running heads and
    feet that were removed, for the report. `struck`: what is struck out, which is in no block. `doubts`:
    sentences for a reader on what could not be read well.
    """

    blocks: tuple[Block, ...]
    metadata: dict[str, str] = field(default_factory=dict)
    pages: int = 0
    dropped: tuple[str, ...] = ()
    struck: tuple[StruckOut, ...] = ()
    doubts: tuple[str, ...] = ()
