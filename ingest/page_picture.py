"""Pages of a PDF drawn as pictures: for reading scanned ones, and for showing any of them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from math import sqrt
from pathlib import Path
from threading import Lock
from typing import Any

import pypdfium2

_MOST_PIXELS = 30_000_000
"""An A3 page at 400 dpi; a page that claims to be larger is drawn more coarsely."""
# PDFium is not thread-safe, and every visitor's page runs in a thread of its own.
_pdfium = Lock()


class PageNotDrawn(Exception):
    """The file is gone or can't be drawn, or has no such page."""


@contextmanager
def opened_pdf(source: Path) -> Iterator[Any]:
    """The PDF `source` as PDFium has it, for this thread alone.

    Raises PageNotDrawn, also for what PDFium finds wrong while the file is in use.
    """
    try:
        with _pdfium, closing(pypdfium2.PdfDocument(source)) as document:
            yield document
    except (OSError, pypdfium2.PdfiumError) as error:
        raise PageNotDrawn(f"{source.name}: {error}") from error


@contextmanager
def opened_page(source: Path, page: int) -> Iterator[Any]:
    """Page `page` (from 1) of the PDF `source`, as `opened_pdf` has it. Raises PageNotDrawn likewise."""
    with opened_pdf(source) as document:
        if not 1 <= page <= len(document):
            raise PageNotDrawn(f"{source.name}: {page}")
        with closing(document[page - 1]) as pdf_page:
            yield pdf_page


def drawn(pdf_page: Any, scale: float, *, grey: bool = False) -> Any:
    """The page as PDFium's bitmap, `scale` pixels to a point (1/72 inch), of limited size."""
    points = max(1.0, pdf_page.get_width() * pdf_page.get_height())
    return pdf_page.render(scale=min(scale, sqrt(_MOST_PIXELS / points)), grayscale=grey)
