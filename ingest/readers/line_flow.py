"""How running text goes from line to line of a PDF: how far lines reach, and which breaks were meant."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_lines import Line
from ingest.readers.typography import Profile

_SENTENCE_END = re.compile(r"[.!?:;][\"”’)»]*[\d⁰¹²³⁴-⁹]{0,2}$")
_TURN = 8.0
_LOOSE = 0.22
"""So much more than the usual distance, in font sizes, may lie between lines of one paragraph."""


class Flow:
    """The running text of a document's `lines`, whose usual line is `shape`."""

    def __init__(self, lines: Sequence[Line], shape: Profile) -> None:
        self._shape = shape
        self._left = _left_edges(lines)

    def near(self, last: Line, line: Line) -> bool:
        """Whether `line` stands no farther below `last` than lines of one paragraph do."""
        larger = max(last.size, line.size)
        return last.page == line.page and step(last, line) <= (self._shape.pitch + _LOOSE) * larger

    def full(self, line: Line) -> bool:
        """Whether the line reaches nearly as far as the text does."""
        return line.right > 0.8 * self._right(line)

    def could_hold(self, last: Line, line: Line) -> bool:
        """Whether the last line had room for the next one's first word: then the break was meant."""
        word = line.text.split()[0]
        room = self._right(last) - last.right
        slack = 0.05 * self._right(last) + 10
        return room > 0.52 * max(line.size, 1.0) * (len(word) + 1) + slack

    def turns(self, last: Line, line: Line) -> bool:
        """Whether a line of the next page or column stands farther in or out than the last one."""
        return abs((line.x - self._left[place(line)]) - (last.x - self._left[place(last)])) > _TURN

    def _right(self, line: Line) -> float:
        """How far the text reaches where `line` stands."""
        return line.column or self._shape.right


def place(line: Line) -> tuple[int, float]:
    """The page and the column that the line stands in."""
    return line.page, line.column


def ends(line: Line) -> bool:
    """Whether a sentence, or what introduces a list, ends with the line."""
    return bool(_SENTENCE_END.search(line.text))


def step(last: Line, line: Line) -> float:
    """How far below `last` the line stands, in points."""
    return last.y - line.y


def _left_edges(lines: Sequence[Line]) -> dict[tuple[int, float], float]:
    """Where the leftmost line of each page and column begins."""
    edges: dict[tuple[int, float], float] = {}
    for line in lines:
        edges[place(line)] = min(line.x, edges.get(place(line), line.x))
    return edges
