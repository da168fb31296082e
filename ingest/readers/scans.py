"""The pages of a PDF that are pictures of text, read as text where the program for it is installed."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from pypdfium2 import raw

from ingest.blocks import Reading
from ingest.errors import UnreadableFile
from ingest.ocr import Ocr
from ingest.page_picture import PageNotDrawn, drawn, opened_page, opened_pdf
from ingest.readers import tesseract
from ingest.readers.ocr_lines import ScannedLine, confidence, even, legible, scanned_lines
from ingest.readers.ocr_picture import without_rules
from ingest.readers.pdf_lines import Line
from ingest.readers.tesseract import PageNotRead, Word

_FEW_LETTERS = 200
"""A page with fewer letters may be a picture with a stamp or a running head set upon it."""
_PICTURE_SHARE = 0.5
"""The part of such a page that a picture covers where it is a scan."""
_CLEARLY_MORE = 2
"""So many times the page's own letters must be found in its picture to be read instead of them."""
_MOST_OBJECTS = 300
_DARK = 128

Reader = Callable[[Image.Image, Ocr], list[Word]]


@dataclass(frozen=True)
class Scans:
    """The pages of a document after its pictures have been read.

    `pages` and `heights` as they came, those read by picture replaced; `confidences`: 0–1 by page
    number for these; `unread`: why, by page number, for pages that are pictures still.
    """

    pages: list[list[Line]]
    heights: list[float]
    confidences: dict[int, float] = field(default_factory=dict)
    unread: dict[int, str] = field(default_factory=dict)
    remedy: str = ""

    def told(self, reading: Reading) -> Reading:
        """`reading` with its scanned text marked by confidence, and with doubts that name the pages."""
        if not self.confidences and not self.unread:
            return reading
        blocks = tuple(
            replace(
                block,
                marks=tuple(
                    replace(mark, ocr_confidence=self.confidences.get(mark.page)) for mark in block.marks
                ),
            )
            for block in reading.blocks
        )
        return replace(reading, blocks=blocks, doubts=(*reading.doubts, *self._doubts()))

    def refusal(self) -> UnreadableFile:
        """Why a document without any text could not be read."""
        if not self.unread:
            return UnreadableFile("PDF-filen innehåller ingen text.", "Lägg in originaldokumentet i stället.")
        reasons = ", ".join(dict.fromkeys(self.unread.values()))
        return UnreadableFile(
            f"PDF-filen är inskannad och innehåller ingen text, och {reasons}.",
            self.remedy or "Lägg in originaldokumentet i stället.",
        )

    def _doubts(self) -> list[str]:
        doubts = []
        if self.confidences:
            low, high = min(self.confidences.values()), max(self.confidences.values())
            sure = _figure(high) if _figure(low) == _figure(high) else f"{_figure(low)}–{_figure(high)}"
            doubts.append(
                f"{_named(self.confidences, 'är inskannad', 'är inskannade')}: texten är läst ur bilden med "
                f"säkerhet {sure} av 1; kontrollera den mot originalet."
            )
        for reason in dict.fromkeys(self.unread.values()):
            pages = [page for page, why in self.unread.items() if why == reason]
            named = _named(pages, "är inskannad och kunde inte läsas", "är inskannade och kunde inte läsas")
            doubts.append(f"{named}, eftersom {reason}. {self.remedy}".rstrip())
        return doubts


def read_scans(
    path: Path,
    pages: Sequence[list[Line]],
    heights: Sequence[float],
    ocr: Ocr,
    read: Reader | None = None,
) -> Scans:
    """Read the pages of the PDF `path` that have no text of their own, or every page where `ocr` says so.

    `pages` and `heights`: the lines and heights in points as the text layer has them. `read` takes the
    program's place in tests. Nothing is raised: a page that can't be read keeps what it had and is named.
    """
    chosen = list(range(1, len(pages) + 1)) if ocr.mode == "always" else _scanned(path, pages)
    scans = Scans(list(pages), list(heights))
    if not chosen:
        return scans
    if ocr.mode == "never":
        remedy = "Läs in igen med --ocr auto, eller lägg in originaldokumentet i stället."
        return replace(scans, unread=dict.fromkeys(chosen, "texttolkningen (OCR) är avstängd"), remedy=remedy)
    lacking = None if read else tesseract.missing(ocr)
    if lacking:
        remedy = f"Installera det som saknas ({lacking.command}) och läs in igen."
        # With a text layer of its own a page is read from that.
        bare = [number for number in chosen if _letters(pages[number - 1]) < _FEW_LETTERS]
        return replace(scans, unread=dict.fromkeys(bare, lacking.reason), remedy=remedy)
    return _read(path, scans, chosen, ocr, read or tesseract.read_words)


def _read(path: Path, scans: Scans, chosen: Sequence[int], ocr: Ocr, read: Reader) -> Scans:
    found: dict[int, list[ScannedLine]] = {}
    for number in chosen[: ocr.most_pages]:
        try:
            picture, height = _picture(path, number, ocr.dpi)
            words = read(without_rules(picture), ocr)
        except (PageNotRead, PageNotDrawn) as error:
            reason = str(error) if isinstance(error, PageNotRead) else "sidan kunde inte ritas"
            scans.unread[number] = reason
            continue
        dpi = picture.height / height * 72
        words = legible(words)
        lines = scanned_lines(words, number, height, dpi, np.asarray(picture) < _DARK)
        own = scans.pages[number - 1]
        if ocr.mode == "always" or _letters(line.line for line in lines) > _CLEARLY_MORE * _letters(own):
            found[number] = lines
            scans.heights[number - 1] = height
            scans.confidences[number] = round(confidence(words), 2)
    for number in chosen[ocr.most_pages :]:
        scans.unread[number] = f"högst {ocr.most_pages} sidor av ett dokument texttolkas"
    for number, lines_read in zip(found, even(list(found.values())), strict=True):
        scans.pages[number - 1] = lines_read
    return scans


def _picture(path: Path, number: int, dpi: int) -> tuple[Image.Image, float]:
    """The page in grey and its height in points, as it is shown."""
    with opened_page(path, number) as page:
        return drawn(page, dpi / 72, grey=True).to_pil().convert("L"), float(page.get_height())


def _scanned(path: Path, pages: Sequence[list[Line]]) -> list[int]:
    """The numbers of the pages that are pictures; none where the file can't be drawn."""
    bare = [number for number, lines in enumerate(pages, 1) if _letters(lines) < _FEW_LETTERS]
    if not bare:
        return []
    try:
        with opened_pdf(path) as document:
            there = [number for number in bare if number <= len(document)]
            return [number for number in there if _is_scanned(document[number - 1], pages[number - 1])]
    except PageNotDrawn:
        return []


def _is_scanned(page: Any, lines: Sequence[Line]) -> bool:
    """Whether a page is a picture: without letters of its own, or with few upon a large picture."""
    with closing(page):
        if not _letters(lines):
            return any(True for _ in page.get_objects(max_depth=2))
        return _covered_by_pictures(page) >= _PICTURE_SHARE


def _covered_by_pictures(page: Any) -> float:
    """The part of the page that its pictures cover, 0–1 and more where they overlap."""
    whole = max(1.0, float(page.get_width() * page.get_height()))
    boxes: list[tuple[float, float, float, float]] = [
        image.get_bounds()
        for image in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), _MOST_OBJECTS)
    ]
    return sum(abs((right - left) * (top - bottom)) for left, bottom, right, top in boxes) / whole


def _letters(lines: Iterable[Line]) -> int:
    return sum(c.isalnum() for line in lines for c in line.text)


def _named(pages: Iterable[int], one: str, many: str) -> str:
    """ "Sida 3 är …", "Sida 2–4 och 7 är …"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    listed = " och ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    alone = len(runs) == 1 and len(runs[0]) == 1
    return f"Sida {listed} {one if alone else many}"


def _figure(confidence: float) -> str:
    return f"{confidence:.2f}".replace(".", ",")
