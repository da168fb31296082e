"""The lines of a scanned page with their typography, from the words that were read on its picture."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from ingest.readers.characters import clean
from ingest.readers.pdf_lines import Line
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
_BULLET_HEIGHT, _BULLET_GAP = 0.46, 0.18
"""A bullet is lower than the lowest letter and stands apart from the item's first word, in font sizes."""
_BULLET_REACH = 3.2
_DASH_HEIGHT = 0.15
_DOT, _FULL = 0.12, 0.5
"""A bullet that was not read is broader and higher than this, and so much of its box is dark."""
_LONG_LINE = 4
"""So many words must a line have to tell how far the page is turned."""
_SIGNS = re.compile(r"[&$£]")
_LIKE_SIGN = frozenset("8S5")
_DECISION = re.compile(r"\d{1,4}/\d{2,4}\b")
_RULED = re.compile(r"[|¦_]+")
_SIGN = re.compile(r"[&$£]{1,2}[.,:;]?")
_SIGN_AND_NUMBER = re.compile(r"[&$£]{1,2}\d{1,4}(?:/\d{2,4})?[.,:;]?")
_NUMBER = re.compile(r"\d{1,4}\b")
_NUMBERED = re.compile(r"\d{1,3}|[a-z]")
_BOLD = 1.28
"""A stroke so much thicker than the document's usual one is bold."""
_SAME_SIZE = 0.07
_GUESS = 0.7
_LEADER, _DOTS = 8, "......"
"""So many signs make a row of dots, and how it is written."""
_NOISE = 0.3
"""A line read with less confidence than this is a logotype or a stain."""


@dataclass(frozen=True)
class ScannedLine:
    """A line, and how thick its strokes are in font sizes; 0 where that can't be told."""

    line: Line
    stroke: float


def scanned_lines(words: Sequence[Word], page: int, height: float, dpi: float, ink: Ink) -> list[ScannedLine]:
    """The lines of page `page`, `height` points high and drawn at `dpi`, from its legible words in order."""
    rows = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    slope = _slope(rows)
    found = [_line(row, page, height, _POINTS_PER_INCH / dpi, slope, ink) for row in rows]
    return [line for line in found if line.line.text]


def legible(words: Iterable[Word]) -> list[Word]:
    """The words of lines that are text: no logotypes, no stains, no ruled lines taken for signs.

    Nor is what is left of letters that a line was drawn through, once the line is painted over.
    """
    rows = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    heights = [word.height for row in rows for word in row if word.confidence >= _GUESS]
    usual = median(heights) if heights else 0
    cleaned = (_with_leader([word for i, word in enumerate(row) if not _is_stain(word, i)]) for row in rows)
    return [
        word for row in cleaned if confidence(row) >= _NOISE and not _are_remnants(row, usual) for word in row
    ]


def _are_remnants(row: Sequence[Word], usual: float) -> bool:
    """Whether a line is read poorly and stands less than half as high as the page's words usually do."""
    return confidence(row) < _GUESS and median(word.height for word in row) < usual / 2


def _is_stain(word: Word, place: int) -> bool:
    """A sign that was guessed where there is none; the first on a line may be a bullet."""
    if any(c.isalnum() for c in word.text) or _SIGN.fullmatch(word.text):
        return False
    return bool(_RULED.fullmatch(word.text)) or (place > 0 and word.confidence < _GUESS)


def _with_leader(row: list[Word]) -> list[Word]:
    """A row of dots that leads to a page number is read as anything; as dots it is known."""
    found: list[Word] = []
    for poor, group in groupby(row, key=lambda word: word.confidence < _NOISE):
        words = list(group)
        text = "".join(word.text for word in words)
        dots = poor and found and len(text) >= _LEADER and "..." in text
        found += [replace(words[0], text=_DOTS)] if dots else words
    return found


def confidence(words: Iterable[Word]) -> float:
    """The mean confidence of words by their letters and digits, 0–1; 0 without any."""
    total = weight = 0.0
    for word in words:
        letters = sum(c.isalnum() for c in word.text)
        total += word.confidence * letters
        weight += letters
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


def _line(words: list[Word], page: int, height: float, points: float, slope: float, ink: Ink) -> ScannedLine:
    """`points`: how many points a pixel is; `slope`: how far the page's lines fall for each pixel along."""
    size = _size(words)
    words = with_section_signs(_with_bullet(words, size, ink))
    cells: list[list[Word]] = [[words[0]]]
    for left, right in pairwise(words):
        if right.left - (left.left + left.width) > _CELL_GAP * size:
            cells.append([])
        cells[-1].append(right)
    line = Line(
        text=clean(" ".join(word.text for word in words)),
        page=page,
        x=(words[0].left + slope * words[0].top) * points,
        y=height - _baseline(words, slope) * points,
        size=round(size * points, 1),
        cells=tuple(clean(" ".join(word.text for word in cell)) for cell in cells),
        columns=tuple((cell[0].left + slope * cell[0].top) * points for cell in cells),
        right=max(word.left + word.width + slope * word.top for word in words) * points,
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


def _baseline(words: Sequence[Word], slope: float) -> float:
    """In pixels from the top, at the page's left edge: where words without hanging letters end."""
    standing = [w.top + w.height - slope * w.left for w in words if _stands(w)]
    return float(median(standing or [w.top + 0.8 * w.height - slope * w.left for w in words]))


def _stands(word: Word) -> bool:
    """Whether the word ends at the baseline."""
    return bool(_share(word.text)) and not _HANGING & {*word.text}


def _slope(rows: Sequence[Sequence[Word]]) -> float:
    """How far the page's lines fall for each pixel along, from its long lines; 0 where there are none."""
    slopes = []
    for row in rows:
        standing = [word for word in row if _stands(word)]
        if len(standing) >= _LONG_LINE:
            first, last = standing[0], standing[-1]
            fall = (last.top + last.height) - (first.top + first.height)
            slopes.append(fall / max(1, last.left - first.left))
    return median(slopes) if slopes else 0.0


def _with_bullet(words: list[Word], size: float, ink: Ink) -> list[Word]:
    """A small sign that stands before the line's first word is a bullet, whatever letter it was read as."""
    first = words[0]
    if len(words) > 1 and {*first.text} <= _BULLET_READ_AS and len(first.text) <= 2:
        apart = words[1].left - (first.left + first.width) > _BULLET_GAP * size
        if first.height >= _BULLET_HEIGHT * size or not apart:
            return words
        dash = first.height < _DASH_HEIGHT * size
        return [replace(first, text="–" if dash else "•"), *words[1:]]
    sign = _sign_before(first, size, ink)
    return [sign, *words] if sign else words


def _sign_before(first: Word, size: float, ink: Ink) -> Word | None:
    """A small sign that stands by itself a little before the line's first word but was not read at all."""
    reach, gap = round(_BULLET_REACH * size), round(_BULLET_GAP * size)
    left, bottom = max(0, first.left - reach), first.top + first.height
    part = ink[max(0, round(bottom - size)) : bottom, left : max(left, first.left - gap)]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not rows.size:
        return None
    width, height = int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1
    full = part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].mean()
    least, most = _DOT * size, _BULLET_HEIGHT * size
    if not (least < width < most and least < height < most and full > _FULL):
        return None
    top = max(0, round(bottom - size)) + int(rows[0])
    return Word("•", left + int(columns[0]), top, width, height, first.confidence, first.line)


def with_section_signs(words: Sequence[Word]) -> list[Word]:
    """The words with § where a number has a sign beside it: the Swedish language data doesn't know it."""
    found: list[Word] = []
    for i, word in enumerate(words):
        before = words[i - 1].text if i else ""
        after = words[i + 1].text if i + 1 < len(words) else ""
        alone = _SIGN.fullmatch(word.text) and (_NUMBERED.fullmatch(before) or _NUMBER.match(after))
        chapter = i > 1 and words[i - 2].text == "kap." and _NUMBERED.fullmatch(before)
        if alone or _SIGN_AND_NUMBER.fullmatch(word.text):
            word = replace(word, text=_SIGNS.sub("§", word.text))
        elif word.text in _LIKE_SIGN and (_DECISION.match(after) or chapter):
            word = replace(word, text="§")
        found.append(word)
    return found


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
