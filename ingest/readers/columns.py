"""Pages set in two columns of running text: each column is read to its end before the next."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.pdf_content import Words
from ingest.readers.pdf_paths import Stroke

_FEWEST_ROWS = 8
_GUTTER = 0.9
"""Columns stand at least so many font sizes apart."""
_LONG_RULE = 60.0
_MOST_RULES = 2
"""More ruled lines than these across the text make it a table."""
_GOES_ON, _FULL = 0.35, 0.55
"""So large a part of a column's lines begin inside a sentence, and reach as far as the column does."""


@dataclass(frozen=True)
class Part:
    """Words that are read together. `right` is where their column ends; 0 outside columns."""

    words: list[Words]
    right: float = 0.0


@dataclass(frozen=True)
class _Row:
    """Words at one height on both sides of a gutter."""

    y: float
    left: list[Words]
    right: list[Words]


def parts(words: list[Words], strokes: Sequence[Stroke]) -> list[Part]:
    """The words of a page in the order of reading, column by column where it has columns."""
    edge = _second_edge(words)
    if edge is None:
        return [Part(words)]
    pairs: dict[int, tuple[Part, Part]] = {}
    for rows in _runs(words, edge):
        left, right = [row.left for row in rows if row.left], [row.right for row in rows if row.right]
        if _is_prose(left) and _is_prose(right) and not _is_ruled(rows, strokes):
            pair = _column(words, left), _column(words, right)
            pairs |= {id(word): pair for part in pair for word in part.words}
    return list(_in_order(words, pairs))


def _column(words: list[Words], lines: Sequence[list[Words]]) -> Part:
    """The words of `lines` in the order that the page draws them."""
    members = {id(word) for line in lines for word in line}
    inside = [word for word in words if id(word) in members]
    return Part(inside, max(word.end for word in inside))


def _in_order(words: list[Words], pairs: dict[int, tuple[Part, Part]]) -> Iterator[Part]:
    """Each pair of columns where its first word is drawn, and what is drawn before and after."""
    loose: list[Words] = []
    done: set[int] = set()
    for word in words:
        pair = pairs.get(id(word))
        if pair is None:
            loose.append(word)
        elif id(pair) not in done:
            done.add(id(pair))
            if loose:
                yield Part(loose)
                loose = []
            yield from pair
    if loose:
        yield Part(loose)


def _second_edge(words: Sequence[Words]) -> float | None:
    """Where a second column may begin: an edge in the middle of the page at which many words do."""
    if len(words) < 2 * _FEWEST_ROWS:
        return None
    low, high = min(word.x for word in words), max(word.end for word in words)
    middle = low + 0.3 * (high - low), low + 0.7 * (high - low)
    starts = Counter(round(word.x) for word in words if middle[0] < word.x < middle[1] and word.text.strip())
    if not starts:
        return None
    x, count = max(starts.items(), key=lambda item: item[1] + starts[item[0] + 1])
    return float(x) if count + starts[x + 1] >= _FEWEST_ROWS else None


def _runs(words: Sequence[Words], edge: float) -> list[list[_Row]]:
    """The rows from top to bottom that leave the gutter before `edge` open, in unbroken runs."""
    heights: dict[int, list[Words]] = {}
    for word in words:
        if word.text.strip():
            heights.setdefault(round(word.y), []).append(word)
    runs: list[list[_Row]] = [[]]
    for y in sorted(heights, reverse=True):
        gutter = edge - _GUTTER * heights[y][0].size
        left = [word for word in heights[y] if word.x < edge - 1]
        if any(word.end > gutter for word in left):
            runs.append([])
        else:
            runs[-1].append(_Row(float(y), left, [word for word in heights[y] if word.x >= edge - 1]))
    return [run for run in runs if len(run) >= _FEWEST_ROWS]


def _is_prose(lines: Sequence[list[Words]]) -> bool:
    if len(lines) < _FEWEST_ROWS:
        return False
    starts = [min(line, key=lambda word: word.x) for line in lines]
    ends = [max(word.end for word in line) for line in lines]
    low, high = min(word.x for word in starts), max(ends)
    goes_on = sum(word.text.lstrip()[:1].islower() for word in starts) / len(lines)
    full = sum(end > low + 0.75 * (high - low) for end in ends) / len(lines)
    return goes_on >= _GOES_ON and full >= _FULL


def _is_ruled(rows: Sequence[_Row], strokes: Sequence[Stroke]) -> bool:
    top, bottom = rows[0].y, rows[-1].y
    rules = {
        round(stroke.y0)
        for stroke in strokes
        if bottom < stroke.y0 < top and abs(stroke.x1 - stroke.x0) > _LONG_RULE
    }
    return len(rules) > _MOST_RULES
