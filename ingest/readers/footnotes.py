"""Footnotes: numbered lines of small print with no running text below them on the page."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_lines import Line

_NUMBER = re.compile(r"(\d{1,2})\s?[^\d\s.,)\-–]")
_RAISED_NUMBER = re.compile(r"(\d{1,2})\s?\S")
_NEIGHBOURS = 80
"""How many lines before and after one are looked at for running text on its page."""


class Footnotes:
    """Where notes begin and end among a document's `lines`, whose running text has `size` points.

    A note whose number is not raised is one only where it counts on from the note read before it.
    """

    def __init__(self, lines: Sequence[Line], size: float) -> None:
        self._lines = lines
        self._size = size
        self._number = 0

    def begin_at(self, i: int) -> bool:
        """Whether line `i` begins a note."""
        line = self._lines[i]
        found = _number(line)
        small = line.raised or line.size < self._size - 0.6
        if not line.placed or found is None or not small or line.size > self._size + 0.2:
            return False
        if not line.raised and found != self._number + 1:
            return False
        if line.columns and len(line.cells) > 2:
            return False
        return not any(
            other.y < line.y - 2 and other.size > self._size - 0.6
            for other in self._lines[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS]
            if other.page == line.page
            and other is not line
            and not other.raised
            and other.size > line.size + 0.3
        )

    def read(self, start: int) -> int:
        """Counts the note that begins at `start` as read, and returns the line after its last."""
        first = self._lines[start]
        number = _number(first)
        self._number = self._number if number is None else number
        end = start + 1
        while end < len(self._lines):
            line = self._lines[end]
            larger = line.size > first.size + 0.3
            if line.page != first.page or larger or self.begin_at(end) or line.y > first.y:
                break
            end += 1
        return end


def _number(line: Line) -> int | None:
    found = (_RAISED_NUMBER if line.raised else _NUMBER).match(line.text)
    return int(found[1]) if found else None
