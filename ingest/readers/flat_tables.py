"""Tables that conversion has flattened to lines: their cells are told apart again and kept apart by tabs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.blocks import Block
from ingest.readers.plain import clean

_GAP = re.compile(r"(?<!\s)\s*\t\s*| {3,}| {2}(?=\d{3})")
_CELLS = re.compile(rf"\S(?:{_GAP.pattern})\s*\S")
_AMOUNTS = r"\d{1,3} \d{3}(?: \d{1,2} \d{3}| \d{3})*"
"""One or more: the first digits of one are never taken for the last of another."""
_CODE = r"\d{8}-\d"
_FIGURES = re.compile(rf"(?<=[^\d\s]) (?=(?:Från )?{_CODE}\b|{_AMOUNTS}$)")
_NEXT_AMOUNT = re.compile(r"(?<= \d{3}) (?=\d{1,2} \d{3})")


def looks_tabular(line: str) -> bool:
    """Whether columns of a table stand on this line, held apart by tabs or wide gaps."""
    return _CELLS.search(line.strip()) is not None


def ends_in_figures(line: str) -> bool:
    """Whether a line without gaps says what something is and ends in its amounts or its code (CPV)."""
    return _FIGURES.search(line) is not None


def row_text(line: str) -> str:
    """A row's cells with one tab between; amounts that follow on each other are cells of their own."""
    if looks_tabular(line):
        return "\t".join(cell for cell in (clean(cell) for cell in _GAP.split(line.strip())) if cell)
    figures = _FIGURES.search(line)
    if figures is None:
        return clean(line)
    return f"{line[: figures.start()]}\t{_NEXT_AMOUNT.sub(chr(9), line[figures.end() :])}"


def with_heads_joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the names of columns whole where they were printed over two lines.

    Both lines then stand in the table's first row, one after the other, so it has one cell less than twice
    as many as the rows below it.
    """
    joined: list[Block] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        run = list(group)
        if kind == "row" and len(run) > 1:
            widths = {row.text.count("\t") + 1 for row in run[1:]}
            cells = run[0].text.split("\t")
            if len(widths) == 1 and (width := widths.pop()) > 1 and len(cells) == 2 * width - 1:
                run[0] = replace(run[0], text="\t".join(_joined_heads(cells, width)))
        joined += run
    return tuple(joined)


def _joined_heads(cells: list[str], width: int) -> list[str]:
    """The cell in the middle ends the first line and begins the second; its neighbour tells where to cut."""
    middle = cells[width - 1].split()
    cut = min(len(cells[width - 2].split()) if width > 2 else 1, len(middle) - 1)
    above = [*cells[: width - 1], " ".join(middle[:cut])]
    below = [" ".join(middle[cut:]), *cells[width:]]
    return [f"{one} {other}".strip() for one, other in zip(above, below, strict=True)]
