"""The lines of a PDF page with their typography, from one pass of pypdf's text extraction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from pypdf import PageObject

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_SANS = re.compile(r"arial|helvetica|sans|verdana|segoe", re.IGNORECASE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_UNUSED_CODES = dict.fromkeys((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), "•")
"""Codes that WinAnsi leaves unused stand for a bullet (ISO 32000-1, Annex D)."""
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\x00]")
_NARROW = frozenset("ijltfr.,;:!|'()[]-/ ")
_CELL_GAP = 1.1
"""A gap of more than this many font sizes between two runs on a line divides two table cells."""


@dataclass(frozen=True)
class Line:
    """One line of text as it stands on a page.

    `page` counts from 1. `x` and `y` are the start of the baseline in points from the lower left
    corner, and `size` the font size of most of the line; `placed` is False where the page's
    matrices make no sense, and then `y` only keeps the order and `size` is 0. `cells` are the
    parts that wide gaps divide the line into, and `columns` where each starts. `right` is roughly
    where the line ends. `raised` says that it begins with a small number, as a footnote does.
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
    placed: bool = True

    @property
    def capitals(self) -> bool:
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 2 and all(c.isupper() for c in letters)


@dataclass(frozen=True)
class _Run:
    text: str
    x: float
    y: float
    size: float
    font: str

    @property
    def width(self) -> float:
        """An estimate from the usual widths of letters, good to a few per cent."""
        ems = sum(0.28 if c in _NARROW else 0.69 if c.isupper() else 0.47 for c in self.text)
        broad = 1.12 if _SANS.search(self.font) else 1.0
        return ems * self.size * (broad * 1.05 if _BOLD.search(self.font) else broad)


def page_lines(page: PageObject, number: int) -> list[Line]:
    """The lines of `page`, the `number`th of its file, in the order of the content stream."""
    runs: list[_Run] = []

    def visit(
        text: str, cm: Sequence[float], tm: Sequence[float], font: dict[str, object] | None, size: float
    ) -> None:
        if not text:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        runs.append(_Run(text, x, y, abs(size) * scale, str((font or {}).get("/BaseFont", ""))))

    page.extract_text(visitor_text=visit)
    lines: list[Line] = []
    current: list[_Run] = []
    for run in runs:
        parts = run.text.split("\n")
        for i, part in enumerate(parts):
            if i:
                _close(current, number, lines)
                current = []
            if part:
                current.append(_Run(part, run.x, run.y, run.size, run.font))
    _close(current, number, lines)
    lines = _level(lines)
    return lines if _plausible(lines) else _unplaced(lines)


def clean(text: str) -> str:
    """`text` with ligatures spelled out, invisible characters gone and white space made single."""
    return " ".join(_INVISIBLE.sub("", text.translate(_LIGATURES | _UNUSED_CODES)).split())


def _close(runs: list[_Run], page: int, lines: list[Line]) -> None:
    text = clean("".join(run.text for run in runs))
    if not text:
        return
    inked = [run for run in runs if run.text.strip()]
    weights: dict[tuple[float, str], int] = {}
    for run in inked:
        key = (round(run.size, 1), run.font)
        weights[key] = weights.get(key, 0) + len(run.text.strip())
    size, font = max(weights, key=lambda key: weights[key])
    bold = sum(len(run.text.strip()) for run in inked if _BOLD.search(run.font))
    total = sum(weights.values())
    baseline = next(run.y for run in inked if round(run.size, 1) == size)
    cells = _cells(runs)
    lines.append(
        Line(
            text=text,
            page=page,
            x=inked[0].x,
            y=baseline,
            size=size,
            bold=bold > 0.8 * total,
            italic=bool(_ITALIC.search(font)),
            font=font,
            cells=tuple(clean(text) for _, text in cells),
            columns=tuple(x for x, _ in cells),
            right=inked[-1].x + inked[-1].width,
            raised=inked[0].text.strip().isdigit() and inked[0].size < 0.8 * size,
        )
    )


def _level(lines: list[Line]) -> list[Line]:
    """Join pieces that stand beside each other at one height, and raised numbers to what they belong to."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None:
            joined.append(line)
        elif _is_raised(line, last) and -3 < line.x - last.right < 8:
            text = last.text + line.text
            joined[-1] = replace(
                last, text=text, right=line.right, cells=(*last.cells[:-1], last.cells[-1] + line.text)
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
    apart = line.x - last.right > _CELL_GAP * max(line.size, 1.0)
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


def _cells(runs: list[_Run]) -> list[tuple[float, str]]:
    """The text between wide gaps, with where each begins. Inside a word there is no gap."""
    cells: list[tuple[float, str]] = []
    end = spaced = 0.0
    for run in runs:
        if not run.text.strip():
            spaced = 1.0
            continue
        before = cells[-1][1] if cells else ""
        apart = spaced or before[-1:].isspace() or run.text[0].isspace()
        if cells and apart and run.x - end > _CELL_GAP * max(run.size, 1.0) + spaced:
            cells.append((run.x, run.text))
        elif cells:
            cells[-1] = (cells[-1][0], before + (" " if spaced else "") + run.text)
        else:
            cells.append((run.x, run.text))
        end, spaced = run.x + run.width * 1.04, 0.0
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
