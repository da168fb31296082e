"""A document source: YAML front matter about the printed page, then a small Markdown.

What the body may hold: `#` to `###` headings, paragraphs, `- ` and `1. ` items, tables with `|`, and
`\\pagebreak` on a line of its own. Nothing is marked up inside a line, so that a sentence stands
in the source exactly as it is meant to be read.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

PieceKind = Literal["heading", "paragraph", "item", "table", "pagebreak"]

_ITEM = re.compile(r"^(-|\d+\.|[a-z]\))\s+(.*)$")
_HEADING = re.compile(r"^(#{1,3})\s+(.*)$")


@dataclass(frozen=True)
class Piece:
    """One heading, paragraph, item or table; `depth` is a heading's level, `marker` an item's."""

    kind: PieceKind
    text: str = ""
    depth: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Source:
    """A whole source.

    `header`: label and value pairs of the block that identifies the document. `first_page`: the number
    printed on the file's first page. `last_page`: the printed total, None for first page + pages - 1.
    `page_style`: how the number is printed, with {n} and {total}. `contents`: how many heading levels the
    contents page lists, 0 for no such page. `widths`: relative column widths, one row for each table.
    """

    stem: str
    format: Literal["pdf", "docx"]
    title: str
    pieces: tuple[Piece, ...]
    header: tuple[tuple[str, str], ...] = ()
    running_head: tuple[str, ...] = ()
    signature: str = ""
    page_style: str = "{n} ({total})"
    first_page: int = 1
    last_page: int | None = None
    contents: int = 0
    widths: tuple[tuple[float, ...], ...] = ()


def read_source(path: Path) -> Source:
    """The source in a file whose front matter is delimited by `---` lines.

    Raises ValueError when the front matter is missing, KeyError when it lacks `title` or `format`.
    """
    parts = path.read_text("utf-8").split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise ValueError(f"{path.name}: no front matter")
    front = yaml.safe_load(parts[1])
    return Source(
        stem=path.stem,
        format=front["format"],
        title=front["title"],
        pieces=tuple(_pieces(parts[2])),
        header=tuple((str(label), str(value)) for label, value in (front.get("header") or {}).items()),
        running_head=tuple(front.get("running_head") or ()),
        signature=front.get("signature") or "",
        page_style=front.get("page_style") or "{n} ({total})",
        first_page=front.get("first_page") or 1,
        last_page=front.get("last_page"),
        contents=front.get("contents") or 0,
        widths=tuple(tuple(row) for row in front.get("widths") or ()),
    )


def _pieces(body: str) -> list[Piece]:
    pieces: list[Piece] = []
    for chunk in re.split(r"\n\s*\n", body.strip()):
        lines = [line.strip() for line in chunk.splitlines()]
        if lines[0].startswith("|"):
            pieces.append(Piece("table", rows=_rows(lines)))
            continue
        open_piece: Piece | None = None
        for line in lines:
            heading, item = _HEADING.match(line), _ITEM.match(line)
            if line == r"\pagebreak":
                pieces.append(Piece("pagebreak"))
            elif heading:
                pieces.append(Piece("heading", heading[2], len(heading[1])))
            elif item:
                open_piece = Piece("item", item[2], marker=item[1])
                pieces.append(open_piece)
            elif open_piece is not None:
                open_piece = Piece(
                    open_piece.kind, f"{open_piece.text} {line}", open_piece.depth, open_piece.marker
                )
                pieces[-1] = open_piece
            else:
                open_piece = Piece("paragraph", line)
                pieces.append(open_piece)
    return pieces


def _rows(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    return tuple(row for row in rows if not all(set(cell) <= set("-: ") for cell in row))
