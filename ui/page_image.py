"""A page of the original PDF as a picture, with what is quoted on it marked at its exact place."""

import io
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from ingest.page_picture import PageNotDrawn, drawn, opened_pdf
from ui.quote_place import Place, locate

_SCALE = 1.8
_MARK = (255, 226, 120)
_FARTHEST = 3
"""Pages that a quote is followed over."""

__all__ = ["Box", "PageImage", "PageNotDrawn", "Quoted", "characters", "draw_page", "line_boxes"]

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Quoted:
    """Words to mark, the page (from 1) that they begin on, and the text that comes before them, which tells
    two places with the same words apart."""

    quote: str
    page: int
    before: str = ""


@dataclass(frozen=True)
class PageImage:
    """`png`: the picture. `pages`: how many the file has. `marked`: for each quote, where in it the stretch
    that this page has begins and ends; the two are equal where the page has nothing of it."""

    png: bytes
    pages: int
    marked: tuple[tuple[int, int], ...]


def draw_page(source: Path, page: int, quotes: Sequence[Quoted] = ()) -> PageImage:
    """Page `page` (from 1) of the PDF `source` with what it has of `quotes` marked; raises `PageNotDrawn`."""
    with opened_pdf(source) as document:
        if not 1 <= page <= len(document):
            raise PageNotDrawn(f"{source.name}: {page}")
        found = [_on_page(document, page, quoted) for quoted in quotes]
        with closing(document[page - 1]) as pdf_page:
            bitmap = drawn(pdf_page, _SCALE)
            picture = bitmap.to_pil().convert("RGB")
            with closing(pdf_page.get_textpage()) as words:
                boxes = [box for _, place in found if place for box in line_boxes(words, place)]
            to_picture = bitmap.get_posconv(pdf_page).to_bitmap
            marks = [
                (*to_picture(left, top), *to_picture(right, bottom)) for left, bottom, right, top in boxes
            ]
        pages = len(document)
    output = io.BytesIO()
    _marked(picture, marks).save(output, format="PNG", compress_level=4)
    marked = tuple((begins, begins + (place.covered if place else 0)) for begins, place in found)
    return PageImage(output.getvalue(), pages, marked)


def _on_page(document: Any, page: int, quoted: Quoted) -> tuple[int, Place | None]:
    """Where in the quote the part on `page` begins, and its place there."""
    begins, before = 0, quoted.before
    if not quoted.page <= page < quoted.page + _FARTHEST:
        return 0, None
    for earlier in range(quoted.page, page + 1):
        with closing(document[earlier - 1]) as pdf_page, closing(pdf_page.get_textpage()) as words:
            place = locate(characters(words), quoted.quote[begins:], before)
        if earlier == page or place is None:
            return begins, place if earlier == page else None
        begins, before = begins + place.covered, ""
    return begins, None


def characters(words: Any) -> str:
    """The page's characters, one for each index that PDFium knows them by."""
    codes = (pypdfium2.raw.FPDFText_GetUnicode(words, index) for index in range(words.count_chars()))
    return "".join(chr(code) if code < 0x110000 else " " for code in codes)


def line_boxes(words: Any, place: Place) -> list[Box]:
    """One box (left, bottom, right, top in PDF points) for each line of each part of the place."""
    return [box for first, last in place.parts for box in _lines(words, first, last)]


def _lines(words: Any, first: int, last: int) -> list[Box]:
    lines: list[Box] = []
    for index in range(first, last + 1):
        left, bottom, right, top = words.get_charbox(index, loose=True)
        if right <= left or top <= bottom:
            continue
        if lines and _same_line(lines[-1], (left, bottom, right, top)):
            line = lines[-1]
            lines[-1] = min(line[0], left), min(line[1], bottom), max(line[2], right), max(line[3], top)
        else:
            lines.append((left, bottom, right, top))
    return lines


def _same_line(line: Box, box: Box) -> bool:
    """Half of the lower of the two stands beside the other."""
    overlap = min(line[3], box[3]) - max(line[1], box[1])
    return overlap > min(line[3] - line[1], box[3] - box[1]) / 2


def _marked(picture: Image.Image, boxes: list[Box]) -> Image.Image:
    """The picture as if gone over with a marker pen: what is dark stays dark."""
    pen = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(pen)
    for x0, y0, x1, y1 in boxes:
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        draw.rounded_rectangle((left - 2, top - 1, right + 2, bottom + 1), radius=3, fill=_MARK)
    return ImageChops.multiply(picture, pen)
