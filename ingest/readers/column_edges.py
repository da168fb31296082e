"""Where the columns of running text end, in documents that are set in two columns throughout."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.pdf_lines import Line
from ingest.readers.typography import Profile

_SHARE = 0.25
"""So many of the lines begin at the second column where there is one."""
_SLACK = 3.0


def with_column_edges(lines: Sequence[Line], shape: Profile) -> list[Line]:
    """The lines, each with the right edge of its column where the document has two.

    A page alone tells its columns only where they are long (`columns.parts`); short sections one above the
    other in two columns are told by the whole document. Lines that know their column already keep it.
    """
    found = _columns([line for line in lines if line.placed and shape.is_body(line)])
    if found is None:
        return list(lines)
    second, inner = found
    return [
        line
        if line.column or not line.placed
        else replace(line, column=inner if line.x < second - _SLACK else shape.right)
        for line in lines
    ]


def _columns(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Where a second column begins and where the first one ends, in points; None without columns."""
    if not lines:
        return None
    starts = Counter(round(line.x) for line in lines)
    widest = max(line.right for line in lines)
    second, n = max(
        ((x, n) for x, n in starts.items() if x > 0.4 * widest), key=lambda p: p[1], default=(0, 0)
    )
    if n < _SHARE * len(lines):
        return None
    first = sorted(line.right for line in lines if line.x < second - _SLACK)
    inner = first[min(len(first) - 1, int(0.9 * len(first)))] if first else widest
    return (float(second), inner) if inner < second + _SLACK else None
