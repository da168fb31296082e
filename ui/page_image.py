"""A page of the original PDF as a picture, with the quote marked at its exact place."""

import io
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from ingest.page_picture import PageNotDrawn, drawn, opened_page
from ui.quote_place import Place, locate

_SCALE = 1.8
_MARK = (255, 226, 120)

__all__ = ["Box", "PageImage", "PageNotDrawn", "characters", "draw_page", "line_boxes"]

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageImage:
    """`png`: the picture. `covered`: how many characters of the quote, from its beginning, are marked."""

    png: bytes
    covered: int


def draw_page(source: Path, page: int, quote: str, before: str = "") -> PageImage:
    """Page `page` (from 1) of the PDF `source` with `quote` marked; raises `PageNotDrawn`.

    `before` is the text that precedes the quote; it tells two places with the same words apart.
    """
    with opened_page(source, page) as pdf_page:
        bitmap = drawn(pdf_page, _SCALE)
        picture = bitmap.to_pil().convert("RGB")
        with closing(pdf_page.get_textpage()) as words:
            place = locate(characters(words), quote, before)
            boxes = line_boxes(words, place) if place else []
        to_picture = bitmap.get_posconv(pdf_page).to_bitmap
        marks = [(*to_picture(left, top), *to_picture(right, bottom)) for left, bottom, right, top in boxes]
    output = io.BytesIO()
    _marked(picture, marks).save(output, format="PNG", optimize=True)
    return PageImage(output.getvalue(), place.covered if place else 0)


def characters(words: Any) -> str:
    """The page's characters, one for each index that PDFium knows them by."""
    codes = (pypdfium2.raw.FPDFText_GetUnicode(words, index) for index in range(words.count_chars()))
    return "".join(chr(code) if code < 0x110000 else " " for code in codes)


def line_boxes(words: Any, place: Place) -> list[Box]:
    """One box (left, bottom, right, top in PDF points) for each line that the place covers."""
    lines: list[Box] = []
    for index in range(place.first, place.last + 1):
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
