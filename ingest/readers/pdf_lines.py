"""The lines of a PDF page with their typography, from the words that stand on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.characters import GAP, clean, close_up, superscript
from ingest.readers.columns import Part
from ingest.readers.pdf_content import CELL_GAP, Words

_NUMBERS = re.compile(r"\d{1,3}(?:, ?\d{1,3})*")
_SAME_BASELINE = 0.8
"""Words on one line stand no farther apart in height than this part of the smaller one's size."""
_RAISED, _SMALL = 0.12, 0.8
"""A raised number stands so far above the baseline, and is no larger than this, in sizes of its line."""


@dataclass(frozen=True)
class Line:
    """One line of text as it stands on a page.

    `page` counts from 1. `x` and `y` are the start of the baseline in points from the lower left
    corner, and `size` the font size of most of the line; `placed` is False where the page's
    matrices make no sense, and then `y` only keeps the order and `size` is 0. `cells` are the
    parts that wide gaps divide the line into, and `columns` where each starts. `right` is
    where the line ends. `raised` says that it begins with a small number, as a footnote does. `column` is
    the right edge of the column of running text that it belongs to, 0 where the page has no columns.
    """

    text: str
    page: int
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    font: str = ""
    cells: tuple[str, ...] = ()
    columns: tuple[float, ...] = ()
    right: float = 0.0
    raised: bool = False
    column: float = 0.0
    placed: bool = True

    @property
    def capitals(self) -> bool:
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 2 and all(c.isupper() for c in letters)


def page_lines(parts: Sequence[Part], number: int) -> list[Line]:
    """The lines of the `number`th page of a file, in the order of reading."""
    if len(parts) == 1:
        return lines_of(parts[0].words, number)
    return [replace(line, column=part.right) for part in parts for line in lines_of(part.words, number)]


def lines_of(words: Sequence[Words], number: int) -> list[Line]:
    """The lines of upright `words`, in the order of drawing, on the `number`th page of a file."""
    lines: list[Line] = []
    current: list[Words] = []
    low = high = 0.0
    for word in words:
        blank = not word.text.strip()
        if blank and word.text != GAP:
            if current and low - 1 <= word.y <= high + 1:
                current.append(word)
            continue
        if current and _same_line(current[-1], word, low, high):
            low, high = min(low, word.y), max(high, word.y)
        else:
            _close(current, number, lines)
            current = []
            low = high = word.y
        current.append(word)
    _close(current, number, lines)
    lines = _level(lines)
    return lines if _plausible(lines) else _unplaced(lines)


def _same_line(last: Words, word: Words, low: float, high: float) -> bool:
    """Whether `word` goes on with a line whose baselines lie between `low` and `high`."""
    apart = 0.0 if low <= word.y <= high else min(abs(word.y - low), abs(word.y - high))
    back = last.x - word.x > word.size and last.end - word.x > 2 * word.size
    return apart <= _SAME_BASELINE * min(last.size, word.size) and not back


def _close(words: list[Words], page: int, lines: list[Line]) -> None:
    inked = [word for word in words if word.text.strip()]
    if not inked:
        return
    weights: dict[tuple[float, str], int] = {}
    for word in inked:
        key = (round(word.size, 1), word.font.name)
        weights[key] = weights.get(key, 0) + len(word.text.strip())
    size, font = max(weights, key=lambda key: weights[key])
    usual = next(word for word in inked if (round(word.size, 1), word.font.name) == (size, font))
    baseline = next(word.y for word in inked if round(word.size, 1) == size)
    small = [_is_raised_number(word, size, baseline) for word in inked]
    cells = _cells(words, size, baseline)
    text = clean(" ".join(cell for _, cell in cells))
    if not text:
        return
    bold = sum(len(word.text.strip()) for word in inked if word.font.bold)
    lines.append(
        Line(
            text=text,
            page=page,
            x=_begins(inked[0]),
            y=baseline,
            size=size,
            bold=bold > 0.8 * sum(weights.values()),
            italic=usual.font.italic,
            font=font,
            cells=tuple(clean(text) for _, text in cells),
            columns=tuple(x for x, _ in cells),
            right=_ends(inked[-1]),
            raised=small[0] and len(small) > 1,
        )
    )


def _begins(word: Words) -> float:
    """Where the first character that is no space begins."""
    x = word.x
    for piece, width in zip(word.pieces, word.widths, strict=True):
        if piece.strip():
            break
        x += width
    return x


def _ends(word: Words) -> float:
    x = word.end
    for piece, width in zip(reversed(word.pieces), reversed(word.widths), strict=True):
        if piece.strip():
            break
        x -= width
    return x


def _is_raised_number(word: Words, size: float, baseline: float) -> bool:
    """Whether the word is a footnote's number, or a power, on a line of the given size and baseline."""
    raised = _RAISED * size < word.y - baseline
    return raised and word.size < _SMALL * size and bool(_NUMBERS.fullmatch(word.text.strip()))


def _level(lines: list[Line]) -> list[Line]:
    """Join pieces that stand beside each other at one height, and raised numbers to what they belong to."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None:
            joined.append(line)
        elif _is_raised(line, last) and -3 < line.x - last.right < 8:
            number = superscript(line.text)
            joined[-1] = replace(
                last,
                text=last.text + number,
                right=line.right,
                cells=(*last.cells[:-1], last.cells[-1] + number),
            )
        elif _is_raised(last, line) and -3 < line.x - last.right < 12:
            text = f"{last.text} {line.text}"
            joined[-1] = replace(line, text=text, x=last.x, raised=True, cells=(text,), columns=(last.x,))
        elif abs(last.y - line.y) <= 1 and line.x > last.x and line.x >= last.right - 6:
            joined[-1] = _beside(last, line)
        else:
            joined.append(line)
    return joined


def _is_raised(small: Line, line: Line) -> bool:
    """Whether `small` is a footnote's number, set small and a little above `line`."""
    return small.text.isdigit() and small.size < 0.8 * line.size and 0 < small.y - line.y < 0.6 * line.size


def _beside(last: Line, line: Line) -> Line:
    apart = line.x - last.right > CELL_GAP * max(line.size, 1.0)
    space = "" if line.text[0] in ".,;:)" else " "
    cells = (*last.cells, *line.cells) if apart else (*last.cells[:-1], last.cells[-1] + space + line.text)
    return replace(
        last,
        text=last.text + space + line.text,
        bold=last.bold and line.bold,
        right=line.right,
        cells=cells,
        columns=(*last.columns, *line.columns) if apart else last.columns,
    )


def _cells(words: list[Words], size: float, baseline: float) -> list[tuple[float, str]]:
    """The text between wide gaps, with where each begins.

    Small raised numbers become superscripts, so that they don't melt into words and amounts; one that
    begins the line is a footnote's own.
    """
    cells: list[tuple[float, str]] = []
    text = ""
    gaps: list[float] = []
    last: Words | None = None
    x = end = 0.0
    blank = False
    for word in words:
        if not word.text.strip():
            blank = True
            end = max(end, word.end) if word.text == GAP else end
            continue
        gap = word.x - end
        if last is None or gap > CELL_GAP * max(word.size, 1.0):
            if last is not None:
                cells.append((x, close_up(text, gaps)))
            x, text, gaps = _begins(word), "", []
        elif blank or abs(word.y - last.y) > _SAME_BASELINE * min(word.size, last.size):
            text += " "
        elif gap >= 0.5 * min(word.font.space * word.size, last.font.space * last.size):
            text += GAP
            gaps.append(gap / word.size)
        if _is_raised_number(word, size, baseline):
            number = word.text.strip()
            text += superscript(number) if last is not None else f"{number} "
        else:
            text += word.text
            gaps += [
                width / word.size
                for piece, width in zip(word.pieces, word.widths, strict=True)
                if piece == GAP
            ]
        last, end, blank = word, word.end, False
    cells.append((x, close_up(text, gaps)))
    return cells


def _plausible(lines: list[Line]) -> bool:
    """Whether the positions can be believed: different lines stand at different heights."""
    if len(lines) < 4:
        return all(line.size > 1 for line in lines)
    heights = {round(line.y) for line in lines}
    return len(heights) > len(lines) / 4 and sum(line.size > 1 for line in lines) > 0.9 * len(lines)


def _unplaced(lines: list[Line]) -> list[Line]:
    return [
        Line(text=line.text, page=line.page, y=-float(i), bold=line.bold, font=line.font, placed=False)
        for i, line in enumerate(lines)
    ]
