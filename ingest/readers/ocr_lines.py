"""The lines of a scanned page with their typography, from the words that were read on its picture."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from ingest.readers.pdf_lines import Line, clean
from ingest.readers.tesseract import Word

Ink = npt.NDArray[np.bool_]
"""Where a picture is dark, `[row, column]`."""

_POINTS_PER_INCH = 72
_CAPITAL, _RINGED, _SMALL, _BELOW = 0.72, 0.93, 0.52, 0.21
"""How high letters stand above the baseline, and hang below it, in font sizes."""
_TALL = frozenset("bdfhkltåäöi§0123456789!?&/()[]”“’\"'%€$")
_HANGING = frozenset("gjpqyQ§,;()[]/$")
_CELL_GAP = 1.1
_BULLET_READ_AS = frozenset("eo0*«»+¢®©°.-–—~=·•¤s")
_BULLET_HEIGHT, _BULLET_GAP = 0.46, 0.3
"""A bullet is lower than the lowest letter and stands apart from the item's first word, in font sizes."""
_BOLD = 1.28
"""A stroke so much thicker than the document's usual one is bold."""
_SAME_SIZE = 0.11
_NOISE = 0.3
"""A line read with less confidence than this is a logotype or a stain."""


@dataclass(frozen=True)
class ScannedLine:
    """A line, and how thick its strokes are in font sizes; 0 where that can't be told."""

    line: Line
    stroke: float


def scanned_lines(words: Sequence[Word], page: int, height: float, dpi: float, ink: Ink) -> list[ScannedLine]:
    """The lines of page `page`, `height` points high and drawn at `dpi`, in reading order."""
    found = []
    for _, group in groupby(words, key=lambda word: word.line):
        together = list(group)
        if confidence(together) >= _NOISE:
            found.append(_line(together, page, height, _POINTS_PER_INCH / dpi, ink))
    return [line for line in found if line.line.text]


def confidence(words: Iterable[Word]) -> float:
    """The mean confidence of words by their length, 0–1; 0 without words."""
    total = weight = 0.0
    for word in words:
        total += word.confidence * len(word.text)
        weight += len(word.text)
    return total / weight if weight else 0.0


def even(pages: Sequence[Sequence[ScannedLine]]) -> list[list[Line]]:
    """The lines of a document's scanned pages with sizes that differ only where letters do, and bold told.

    What is measured on a picture varies by some per cent from line to line; typography does not.
    """
    lines = [line for page in pages for line in page]
    sizes = _steps(lines)
    strokes = [s.stroke for s in lines for _ in range(len(s.line.text)) if s.stroke]
    usual = median(strokes) if strokes else 0.0
    return [
        [
            replace(s.line, size=sizes[s.line.size], bold=bool(usual) and s.stroke > _BOLD * usual)
            for s in page
        ]
        for page in pages
    ]


def _line(words: list[Word], page: int, height: float, points: float, ink: Ink) -> ScannedLine:
    """`points`: how many points a pixel is."""
    size = _size(words)
    words = _with_bullet(words, size)
    cells: list[list[Word]] = [[words[0]]]
    for left, right in pairwise(words):
        if right.left - (left.left + left.width) > _CELL_GAP * size:
            cells.append([])
        cells[-1].append(right)
    line = Line(
        text=clean(" ".join(word.text for word in words)),
        page=page,
        x=words[0].left * points,
        y=height - _baseline(words) * points,
        size=round(size * points, 1),
        cells=tuple(clean(" ".join(word.text for word in cell)) for cell in cells),
        columns=tuple(cell[0].left * points for cell in cells),
        right=max(word.left + word.width for word in words) * points,
    )
    return ScannedLine(line, _stroke(words, size, ink))


def _size(words: Sequence[Word]) -> float:
    """The font size in pixels, told from how high words with such letters stand."""
    told = [word.height / share for word in words if (share := _share(word.text)) for _ in word.text]
    return float(median(told)) if told else float(max(word.height for word in words))


def _share(text: str) -> float:
    """How high a word with these letters stands, in font sizes; 0 where it holds no letter or digit."""
    if not any(c.isalnum() for c in text):
        return 0.0
    ringed = any(c in "ÅÄÖ" for c in text)
    tall = any(c in _TALL or c.isupper() for c in text)
    above = _RINGED if ringed else _CAPITAL if tall else _SMALL
    return above + (_BELOW if any(c in _HANGING for c in text) else 0.0)


def _baseline(words: Sequence[Word]) -> float:
    """In pixels from the top: where words without hanging letters end."""
    standing = [word.top + word.height for word in words if _share(word.text) and not _HANGING & {*word.text}]
    return float(median(standing or [word.top + 0.8 * word.height for word in words]))


def _with_bullet(words: list[Word], size: float) -> list[Word]:
    """A small sign that stands before the line's first word is a bullet, whatever letter it was read as."""
    if len(words) < 2 or words[0].text not in _BULLET_READ_AS:
        return words
    first, second = words[0], words[1]
    apart = second.left - (first.left + first.width) > _BULLET_GAP * size
    dash = first.height < 0.15 * size
    if first.height >= _BULLET_HEIGHT * size or not apart:
        return words
    return [replace(first, text="–" if dash else "•"), *words[1:]]


def _stroke(words: Sequence[Word], size: float, ink: Ink) -> float:
    """The mean length of a line's dark runs from left to right, in font sizes."""
    dark = edges = 0
    for word in words:
        part = ink[word.top : word.top + word.height, word.left : word.left + word.width]
        if part.size and any(c.isalpha() for c in word.text):
            dark += int(part.sum())
            edges += int((part[:, 1:] & ~part[:, :-1]).sum()) + int(part[:, 0].sum())
    return dark / edges / size if edges and size else 0.0


def _steps(lines: Sequence[ScannedLine]) -> dict[float, float]:
    """For each measured size the one that it stands for: the commonest near it, in half points."""
    weights: Counter[float] = Counter()
    for scanned in lines:
        weights[scanned.line.size] += len(scanned.line.text)
    found: dict[float, float] = {}
    while rest := [size for size in weights if size not in found]:
        centre = max(rest, key=lambda size: (sum(_near(weights, rest, size)), size))
        near = [size for size in rest if abs(size - centre) <= _SAME_SIZE * centre]
        mean = sum(size * weights[size] for size in near) / sum(weights[size] for size in near)
        found.update({size: round(mean * 2) / 2 for size in near})
    return found


def _near(weights: Counter[float], sizes: Sequence[float], centre: float) -> Iterator[int]:
    return (weights[size] for size in sizes if abs(size - centre) <= _SAME_SIZE * centre)
