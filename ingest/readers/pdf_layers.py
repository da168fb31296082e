"""What of a page is to be read: upright words inside the paper's edges, each once, and none struck out."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject

from ingest.readers.characters import GAP
from ingest.readers.columns import Part, parts
from ingest.readers.pdf_content import Drawn, Fonts, Words, draw
from ingest.readers.pdf_paths import Stroke

_UPRIGHT = 0.94
_EDGE = 2.0
_SAME_PLACE = 0.15
"""Words drawn again within this part of their size are the same words: bold made by hand, or a shadow."""
_STRIKE_FROM, _STRIKE_TO = 0.12, 0.5
"""A line through the words stands so far above the baseline, in font sizes; underlines and rules do not."""
_LEVEL = 0.35
"""A stroke may rise this many points from end to end."""


@dataclass(frozen=True)
class PageWords:
    """A page as it stands before a reader, in points from the lower left corner of what is shown of it.

    `parts` hold the words in the order of reading; `struck` are those with a line drawn through them; `aside`
    those that stand across the page's direction. `height` of the page.
    """

    parts: list[Part]
    struck: list[Words]
    aside: list[Words]
    height: float


def page_words(page: PageObject, fonts: Fonts) -> PageWords:
    """The words of `page`. Raises pypdf's errors where its content cannot be parsed."""
    drawn = draw(page, fonts)
    strokes = [*drawn.strokes, *_marked_struck(page)]
    box = page.cropbox if abs(page.cropbox.width) > _EDGE < abs(page.cropbox.height) else page.mediabox
    left, bottom = float(min(box.left, box.right)), float(min(box.bottom, box.top))
    width, height = abs(float(box.width)), abs(float(box.height))
    turn = _Turn(left, bottom, width, height, _quarters(page, drawn))
    words = [turn.words(word) for word in drawn.words]
    strokes = [turn.stroke(stroke) for stroke in strokes]
    aside = [word for word in words if word.dx < _UPRIGHT]
    upright = [word for word in words if word.dx >= _UPRIGHT and turn.holds(word)]
    kept, struck = _without_struck(_seen(_once(upright)), strokes)
    return PageWords(parts(kept, strokes), struck, aside, turn.height)


def _quarters(page: PageObject, drawn: Drawn) -> int:
    """How many quarter turns clockwise bring the page upright: its own, or its words' where all lie down."""
    rotation = page.get("/Rotate")
    degrees = rotation.get_object() if rotation is not None else 0
    own = int(degrees) // 90 % 4 if isinstance(degrees, (int, float)) else 0
    ways = [0, 0, 0, 0]
    for word in drawn.words:
        if word.dx >= _UPRIGHT:
            ways[0] += len(word.pieces)
        elif word.dy >= _UPRIGHT:
            ways[1] += len(word.pieces)
        elif word.dx <= -_UPRIGHT:
            ways[2] += len(word.pieces)
        elif word.dy <= -_UPRIGHT:
            ways[3] += len(word.pieces)
    most = max(range(4), key=lambda quarters: (ways[quarters], quarters == own))
    return most if ways[most] > 4 * ways[own] else own


class _Turn:
    """From the page's own coordinates to those of what is shown of it, turned by quarters clockwise."""

    def __init__(self, left: float, bottom: float, width: float, height: float, quarters: int) -> None:
        self._left, self._bottom, self._quarters = left, bottom, quarters
        self._width, self._height = width, height
        self._still = quarters == 0 and left == 0 and bottom == 0
        self.width, self.height = (height, width) if quarters % 2 else (width, height)

    def words(self, word: Words) -> Words:
        if self._still:
            return word
        x, y = self._point(word.x, word.y)
        dx, dy = self._direction(word.dx, word.dy)
        return replace(word, x=x, y=y, dx=dx, dy=dy)

    def stroke(self, stroke: Stroke) -> Stroke:
        if self._still:
            return stroke
        return Stroke(*self._point(stroke.x0, stroke.y0), *self._point(stroke.x1, stroke.y1))

    def holds(self, word: Words) -> bool:
        """Whether upright words begin on the paper."""
        return -_EDGE <= word.x <= self.width + _EDGE and -_EDGE <= word.y <= self.height + _EDGE

    def _point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._left, y - self._bottom
        if self._quarters == 1:
            return y, self._width - x
        if self._quarters == 2:
            return self._width - x, self._height - y
        if self._quarters == 3:
            return self._height - y, x
        return x, y

    def _direction(self, dx: float, dy: float) -> tuple[float, float]:
        return ((dx, dy), (dy, -dx), (-dx, -dy), (-dy, dx))[self._quarters]


def _once(words: Iterable[Words]) -> list[Words]:
    """The words without those drawn a second time in the same place."""
    kept: list[Words] = []
    places: dict[str, list[Words]] = {}
    for word in words:
        text = word.text
        if text.strip():
            before = places.setdefault(text, [])
            near = _SAME_PLACE * word.size
            if any(abs(o.x - word.x) <= near and abs(o.y - word.y) <= near for o in before):
                continue
            before.append(word)
        kept.append(word)
    return kept


def _seen(words: list[Words]) -> list[Words]:
    """Without words that are not shown, where others that are shown say the same.

    A scanned page has its words in a layer that nobody sees; where a visible one says nine tenths of them,
    they are its double.
    """
    hidden = [text for word in words if not word.visible for text in word.text.split()]
    if not hidden:
        return words
    shown = {text for word in words if word.visible for text in word.text.split()}
    doubled = sum(text in shown for text in hidden) >= 0.9 * len(hidden)
    return [word for word in words if word.visible] if doubled else words


def _without_struck(words: list[Words], strokes: Sequence[Stroke]) -> tuple[list[Words], list[Words]]:
    """The words parted into what stands and what a line is drawn through, which leaves a gap of its width."""
    level = sorted((s for s in strokes if abs(s.y1 - s.y0) <= _LEVEL), key=lambda s: s.y0)
    if not level:
        return words, []
    heights = [stroke.y0 for stroke in level]
    marked: list[tuple[bool, Words]] = []
    for word in words:
        low = bisect_left(heights, word.y + _STRIKE_FROM * word.size)
        high = bisect_left(heights, word.y + _STRIKE_TO * word.size)
        spans = [(min(s.x0, s.x1), max(s.x0, s.x1)) for s in level[low:high]]
        crossed = any(right > word.x and left < word.end for left, right in spans)
        marked += _cut(word, spans) if crossed else [(False, word)]
    gone = _gone(marked)
    kept = [
        replace(word, pieces=[GAP], widths=[word.end - word.x]) if i in gone else word
        for i, (_, word) in enumerate(marked)
    ]
    return kept, [marked[i][1] for i in sorted(gone)]


def _cut(word: Words, spans: Sequence[tuple[float, float]]) -> list[tuple[bool, Words]]:
    """`word` parted between the characters that `spans` cover the middle of, which are said to be crossed,
    and the others."""
    parts: list[tuple[bool, Words]] = []
    x = word.x
    for piece, width in zip(word.pieces, word.widths, strict=True):
        middle = x + width / 2
        crossed = any(left <= middle <= right for left, right in spans)
        if not parts or parts[-1][0] != crossed:
            parts.append((crossed, replace(word, pieces=[], widths=[], x=x)))
        part = parts[-1][1]
        part.pieces.append(piece)
        part.widths.append(width)
        x += width
    return parts


def _gone(parts: Sequence[tuple[bool, Words]]) -> set[int]:
    """Which of the crossed parts are struck out: those with words, and the marks and spaces beside them.

    A list's bullet is often crossed by itself, left from an item that has gone; the words after it stand.
    """
    worded = [any(char.isalnum() for char in word.text) for _, word in parts]
    gone = {i for i, (crossed, _) in enumerate(parts) if crossed and worded[i]}
    for order in (range(1, len(parts)), range(len(parts) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for i in order:
            if parts[i][0] and i + step in gone:
                gone.add(i)
    return gone


def _marked_struck(page: PageObject) -> list[Stroke]:
    """The lines that readers' comments of the kind "strike out" draw (ISO 32000-1, 12.5.6.10)."""
    found: list[Stroke] = []
    annotations = page.get("/Annots")
    listed = annotations.get_object() if annotations is not None else None
    for reference in listed if isinstance(listed, ArrayObject) else ():
        annotation = reference.get_object()
        if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") != "/StrikeOut":
            continue
        points = annotation.get("/QuadPoints")
        try:
            corners = [float(number) for number in points.get_object()] if points is not None else []
        except (TypeError, ValueError):
            continue  # a comment without a place
        for i in range(0, len(corners) - 7, 8):
            xs, ys = corners[i : i + 8 : 2], corners[i + 1 : i + 8 : 2]
            middle = min(ys) + 0.45 * (max(ys) - min(ys))
            found.append(Stroke(min(xs), middle, max(xs), middle))
    return found
