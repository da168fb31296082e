"""A page as a picture, the quote marked on it."""

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from ui.page_image import PageNotDrawn, Quoted, draw_page

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
    drawn = draw_page(
        guideline_pdf, 1, [Quoted("Över 100 000 kronor ska minst tre leverantörer tillfrågas.", 1)]
    )
    rows = yellow_rows(drawn.png)
    # The quote's two lines stand 142 and 160 points from the top, the next paragraph from 196.
    assert rows
    assert min(rows) > 125
    assert max(rows) < 170


def test_the_whole_quote_counts_as_covered(guideline_pdf: Path) -> None:
    quote = "Undantag beslutas av inköpschefen."
    assert draw_page(guideline_pdf, 1, [Quoted(quote, 1)]).marked == ((0, len(quote)),)


def test_a_quote_that_is_not_on_the_page_leaves_it_unmarked(guideline_pdf: Path) -> None:
    drawn = draw_page(guideline_pdf, 1, [Quoted("Det här står inte i dokumentet någonstans.", 1)])
    assert drawn.marked == ((0, 0),)
    assert yellow_rows(drawn.png) == set()


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_does_not_exist_is_a_named_error(guideline_pdf: Path, page: int) -> None:
    with pytest.raises(PageNotDrawn):
        draw_page(guideline_pdf, page)


def test_a_file_that_is_no_pdf_is_a_named_error(tmp_path: Path) -> None:
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes(b"inte en pdf")
    with pytest.raises(PageNotDrawn):
        draw_page(broken, 1)


def test_a_file_that_is_gone_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(PageNotDrawn):
        draw_page(tmp_path / "borta.pdf", 1)


def test_a_page_that_lies_on_its_side_is_marked_where_the_words_are(
    guideline_pdf: Path, tmp_path: Path
) -> None:
    upright, turned = PdfReader(guideline_pdf), tmp_path / "liggande.pdf"
    writer = PdfWriter()
    writer.add_page(upright.pages[0]).rotate(90)
    writer.write(turned)
    quoted = [Quoted("Undantag beslutas av inköpschefen.", 1)]
    straight = Image.open(io.BytesIO(draw_page(guideline_pdf, 1, quoted).png)).convert("RGB")
    lying = Image.open(io.BytesIO(draw_page(turned, 1, quoted).png)).convert("RGB")
    back = lying.rotate(90, expand=True)
    assert back.size == straight.size
    assert _box_of_yellow(back) == pytest.approx(_box_of_yellow(straight), abs=3)


def _box_of_yellow(picture: Image.Image) -> tuple[int, int, int, int]:
    pixels = picture.load()
    assert pixels is not None
    at = [(x, y) for y in range(picture.height) for x in range(picture.width) if pixels[x, y] == YELLOW]
    return min(x for x, _ in at), min(y for _, y in at), max(x for x, _ in at), max(y for _, y in at)


@pytest.fixture
def over_two_pages(tmp_path: Path) -> Path:
    """A sentence that goes on overleaf, below a running head."""
    file = tmp_path / "två sidor.pdf"
    canvas = Canvas(str(file), pagesize=(595, 842))
    for lines in (
        [(800, "Region Exempel"), (90, "Beställaren ska dokumentera skälen för")],
        [(800, "Region Exempel"), (760, "sitt val av leverantör."), (700, "Nästa stycke.")],
        [(800, "Region Exempel"), (760, "sitt val av leverantör.")],
    ):
        for height, line in lines:
            canvas.drawString(72, height, line)
        canvas.showPage()
    canvas.save()
    return file


def test_a_quote_over_two_pages_is_marked_on_both_and_only_there(over_two_pages: Path) -> None:
    quote = "Beställaren ska dokumentera skälen för sitt val av leverantör."
    marked = [draw_page(over_two_pages, page, [Quoted(quote, 1)]).marked[0] for page in (1, 2, 3)]
    assert quote[slice(*marked[0])].strip() == "Beställaren ska dokumentera skälen för"
    assert quote[slice(*marked[1])] == "sitt val av leverantör."
    assert marked[2][0] == marked[2][1]


def test_several_quotes_are_marked_on_one_picture(guideline_pdf: Path) -> None:
    first, last = "Svaren sparas i diariet.", "Undantag beslutas av inköpschefen."
    drawn = draw_page(guideline_pdf, 1, [Quoted(first, 1), Quoted(last, 1)])
    rows = yellow_rows(drawn.png)
    assert drawn.marked == ((0, len(first)), (0, len(last)))
    assert min(rows) < 160 < 200 < max(rows)


def test_the_picture_tells_how_many_pages_there_are_to_turn(over_two_pages: Path) -> None:
    assert draw_page(over_two_pages, 2).pages == 3
