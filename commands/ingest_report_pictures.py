"""A page's picture for the ingest report, and where on it stands what was read, left out or not found."""

import base64
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commands.ingest_report_pages import Piece
from ingest.page_picture import drawn, opened_page
from ui.page_image import Box, characters, line_boxes
from ui.quote_place import Place, letters

_WIDTH = 600
_TALLEST = 2000
"""Pixels of a picture; a page that is higher is drawn narrower."""
_QUALITY = 45
_SHORTEST = 6
"""Letters and digits that must agree before part of a text counts as found on the page."""
_FEW = 3
"""Fewer letters than this that were not found again are a mark or a bullet."""
_CLOSING = frozenset(").!?%:")
_PAPER = 200
"""Where nothing on a page is darker than this, of 255, it is blank."""
DROPPED, UNREAD = "dropped", "unread"


@dataclass(frozen=True)
class Marked:
    """`kind`: a block's kind, `DROPPED` or `UNREAD`. Boxes in pixels: left, top, right, bottom."""

    kind: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class PagePicture:
    """`uri`: the picture as a data URI. `unread`: text on the page that was neither read nor left out;
    `dropped`: what was left out there. `blank`: whether there is nothing on the page at all."""

    uri: str
    width: int
    height: int
    marks: tuple[Marked, ...] = ()
    unread: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    blank: bool = False


def page_picture(
    source: Path, page: int, pieces: Sequence[Piece], dropped: Iterable[str], *, marked: bool = True
) -> PagePicture:
    """Page `page` (from 1) of the PDF `source`. Raises PageNotDrawn.

    `marked` is False for a page that was read from its picture: then the page's own text says nothing.
    """
    with opened_page(source, page) as pdf_page:
        width, height = pdf_page.get_width(), pdf_page.get_height()
        bitmap = drawn(pdf_page, min(_WIDTH / max(width, 1), _TALLEST / max(height, 1)))
        picture = bitmap.to_pil().convert("RGB")
        marks: list[Marked] = []
        found: dict[str, list[str]] = {UNREAD: [], DROPPED: []}
        if marked:
            to_picture = bitmap.get_posconv(pdf_page).to_bitmap
            with closing(pdf_page.get_textpage()) as words:
                text = characters(words)
                for kind, first, last in placed(text, pieces, dropped):
                    boxes = line_boxes(words, Place(((first, last),), 0))
                    marks.append(Marked(kind, tuple(_upright(box, to_picture) for box in boxes)))
                    if kind in found:
                        closing_sign = text[last + 1 : last + 2] in _CLOSING
                        found[kind].append(" ".join(text[first : last + 1 + closing_sign].split()))
    output = io.BytesIO()
    picture.save(output, format="JPEG", quality=_QUALITY, optimize=True)
    uri = "data:image/jpeg;base64," + base64.b64encode(output.getvalue()).decode("ascii")
    darkest = picture.convert("L").getextrema()[0]
    return PagePicture(
        uri,
        picture.width,
        picture.height,
        tuple(marks),
        tuple(found[UNREAD]),
        tuple(found[DROPPED]),
        blank=isinstance(darkest, int) and darkest > _PAPER,
    )


def placed(page: str, pieces: Sequence[Piece], dropped: Iterable[str]) -> list[tuple[str, int, int]]:
    """Where on a page each thing stands: what it is, and its first and last character (inclusive).

    Only letters and digits are compared, for a page breaks and hyphenates as its mended text does not.
    """
    return _Claims(page).told(pieces, dropped)


class _Claims:
    """The letters of a page, each claimed by at most one of the texts that were read there."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._letters, self._at = letters(page)
        self._owner: list[tuple[str, int] | None] = [None] * len(self._letters)
        self._rest: Counter[str] = Counter()

    def told(self, pieces: Sequence[Piece], dropped: Iterable[str]) -> list[tuple[str, int, int]]:
        for number, piece in enumerate(pieces):
            self._claim(piece.text, (piece.kind, number))
        lines = list(self._lines())
        for text in dropped:
            needle = letters(text)[0]
            for start, end in lines:
                if needle and self._letters[start:end] == needle and not any(self._owner[start:end]):
                    self._owner[start:end] = [(DROPPED, start)] * (end - start)
            if len(needle) >= _SHORTEST:
                while (start := self._free(needle)) >= 0:
                    self._owner[start : start + len(needle)] = [(DROPPED, start)] * len(needle)
        self._claim_words(lines)
        for start, end in lines:
            for first, last in self._free_runs(start, end):
                if last - first >= _FEW:
                    self._owner[first:last] = [(UNREAD, first)] * (last - first)
        return [(kind, self._at[first], self._at[last - 1]) for kind, first, last in self._runs()]

    def _claim(self, text: str, owner: tuple[str, int]) -> None:
        """Claim the text where it stands, in parts where something else stands between them."""
        words = text.split()
        needle = letters(text)[0]
        start = self._free(needle) if needle else -1
        if start >= 0:
            self._owner[start : start + len(needle)] = [owner] * len(needle)
            return
        while words:
            most = self._longest(words)
            if not most:
                self._rest[letters(words[0])[0]] += 1
                words = words[1:]
                continue
            found = letters(" ".join(words[:most]))[0]
            start = self._free(found)
            self._owner[start : start + len(found)] = [owner] * len(found)
            words = words[most:]

    def _longest(self, words: Sequence[str]) -> int:
        """How many of the words, from the first, stand together unclaimed; 0 where too little does."""
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self._free(letters(" ".join(words[:middle]))[0]) >= 0:
                low = middle
            else:
                high = middle - 1
        return low if len(letters(" ".join(words[:low]))[0]) >= _SHORTEST else 0

    def _free(self, needle: str) -> int:
        """Where the letters stand first with none of them claimed; -1 where they don't."""
        start = self._letters.find(needle) if needle else -1
        while start >= 0 and any(self._owner[start : start + len(needle)]):
            start = self._letters.find(needle, start + 1)
        return start

    def _claim_words(self, lines: Sequence[tuple[int, int]]) -> None:
        """Words that were read, but in another order than the page has them (a table's cells)."""
        for start, end in lines:
            for first, last in list(self._free_runs(start, end)):
                for left, right in self._words(first, last):
                    word = self._letters[left:right]
                    if self._rest[word] > 0:
                        self._rest[word] -= 1
                        self._owner[left:right] = [("paragraph", -1)] * (right - left)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """The page's lines as ranges of letters."""
        return self._divided(0, len(self._at), "\r\n")

    def _words(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        return self._divided(first, last, " \t\r\n\u00a0")

    def _divided(self, first: int, last: int, signs: str) -> Iterator[tuple[int, int]]:
        start = first
        for i in range(first + 1, last + 1):
            between = self._page[self._at[i - 1] + 1 : self._at[i]] if i < last else signs
            if any(sign in between for sign in signs):
                yield start, i
                start = i

    def _free_runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        first = start
        for i in range(start, end + 1):
            if i == end or self._owner[i] is not None:
                if first < i:
                    yield first, i
                first = i + 1

    def _runs(self) -> Iterator[tuple[str, int, int]]:
        first = 0
        for i in range(1, len(self._owner) + 1):
            if i == len(self._owner) or self._owner[i] != self._owner[first]:
                owner = self._owner[first]
                if owner is not None:
                    yield owner[0], first, i
                first = i


def _upright(box: Box, to_picture: Any) -> Box:
    left, bottom, right, top = box
    x0, y0 = to_picture(left, top)
    x1, y1 = to_picture(right, bottom)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
