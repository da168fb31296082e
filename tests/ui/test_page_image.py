"""A page as a picture, the quote marked on it."""

import io
from pathlib import Path

import pytest
from PIL import Image

from ui.page_image import PageNotDrawn, draw_page

YELLOW = (255, 226, 120)


def yellow_rows(png: bytes) -> set[int]:
    """Where on the page, in points from its top, the marker pen has been."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    scale = picture.height / 842
    pixels = picture.load()
    assert pixels is not None
    return {
        round(y / scale)
        for y in range(picture.height)
        for x in range(picture.width)
        if pixels[x, y] == YELLOW
    }


def test_the_lines_of_the_quote_are_marked_and_no_others(guideline_pdf: Path) -> None:
    drawn = draw_page(guideline_pdf, 1, "Över 100 000 kronor ska minst tre leverantörer tillfrågas.")
    rows = yellow_rows(drawn.png)
    # The quote's two lines stand 142 and 160 points from the top, the next paragraph from 196.
    assert rows
    assert min(rows) > 125
    assert max(rows) < 170


def test_the_whole_quote_counts_as_covered(guideline_pdf: Path) -> None:
    quote = "Undantag beslutas av inköpschefen."
    assert draw_page(guideline_pdf, 1, quote).covered == len(quote)


def test_a_quote_that_is_not_on_the_page_leaves_it_unmarked(guideline_pdf: Path) -> None:
    drawn = draw_page(guideline_pdf, 1, "Det här står inte i dokumentet någonstans.")
    assert drawn.covered == 0
    assert yellow_rows(drawn.png) == set()


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_does_not_exist_is_a_named_error(guideline_pdf: Path, page: int) -> None:
    with pytest.raises(PageNotDrawn):
        draw_page(guideline_pdf, page, "x")


def test_a_file_that_is_no_pdf_is_a_named_error(tmp_path: Path) -> None:
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes(b"inte en pdf")
    with pytest.raises(PageNotDrawn):
        draw_page(broken, 1, "x")


def test_a_file_that_is_gone_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(PageNotDrawn):
        draw_page(tmp_path / "borta.pdf", 1, "x")
