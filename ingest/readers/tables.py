"""Table rows among the lines of a page: cells on one line, and cells whose lines stand beside each other."""

from collections.abc import Sequence

from ingest.readers.lists import mark
from ingest.readers.pdf_lines import Line

_SAME_HEIGHT = 4.0
_COLUMN = 20.0
_LONGEST_CELL = 14
"""A cell of more lines than this is not looked for."""


def row_ends(lines: Sequence[Line]) -> dict[int, int]:
    """For every index in `lines` where a table row begins, the index after its last line."""
    found: dict[int, int] = {}
    i = 0
    while i < len(lines):
        end = _row_end(lines, i)
        if end > i:
            found[i] = end
        i = max(end, i + 1)
    return found


def _row_end(lines: Sequence[Line], start: int) -> int:
    """The end of the row that begins at `start`; `start` itself when none does."""
    first = lines[start]
    if not first.placed:
        return start
    several = len(first.cells) > 1
    marked = several and mark(f"{first.cells[0]} x") is not None
    if several and not (marked and len(first.cells) == 2):
        return _take(lines, start, start + 1, first.columns[1])
    beside = _beside(lines, start)
    if beside is None:
        return start
    return _take(lines, start, beside + 1, lines[beside].x if not marked else first.columns[1])


def _beside(lines: Sequence[Line], start: int) -> int | None:
    """The line that begins the next cell of a row whose first cell begins at `start`."""
    first = lines[start]
    for i in range(start + 1, min(len(lines), start + 1 + _LONGEST_CELL)):
        line, above = lines[i], lines[i - 1]
        if line.page != first.page or line.column != first.column:
            return None
        if line.y > above.y + 2:
            right_of = line.x > first.x + _COLUMN and abs(line.y - first.y) <= _SAME_HEIGHT
            return i if right_of else None
        if above.y - line.y > 2.2 * max(line.size, 1.0) or line.x < first.x - 3:
            return None
        if i == start + 1 and abs(line.y - first.y) <= 2 and line.x > first.x + _COLUMN:
            return i
    return None


def _take(lines: Sequence[Line], start: int, end: int, column: float) -> int:
    """Extend a row to the lines below in its later cells, and to further cells at its height."""
    first = lines[start]
    columns = {x for line in lines[start:end] for x in line.columns if x > first.x + _COLUMN}
    while end < len(lines):
        line, above = lines[end], lines[end - 1]
        if line.page != first.page or line.bold != first.bold:
            break
        reach = 2.6 if any(abs(line.x - x) < 3 for x in columns) else 1.6
        step = above.y - line.y
        below = 0 < step <= reach * max(line.size, 1.0) and line.x >= column - 3 and len(line.cells) == 1
        further = step < -2 and abs(line.y - first.y) <= _SAME_HEIGHT and line.x > first.x + _COLUMN
        if not (below or further):
            break
        columns.update(x for x in line.columns if x > first.x + _COLUMN)
        end += 1
    return end
