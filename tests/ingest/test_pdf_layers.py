"""What of a page is read: upright words on the paper, each once, and none that a line is drawn through."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
)

from ingest.blocks import StruckOut
from ingest.readers.pdf import read_pdf
from tests.ingest.pdf_paper import FILLER, PITCH, Paper, texts

LIMIT = "Gränsen är 100 000 kronor per år."


def test_words_with_a_line_through_them_are_kept_apart_with_their_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(f"{FILLER}.")
    paper.page()
    paper.prose(LIMIT)
    paper.rule(70, 70 + paper.width(LIMIT), paper.y + PITCH + 3)
    paper.prose("Chefen beslutar.")
    reading = paper.read()
    assert texts(reading, "paragraph") == [f"{FILLER}.", "Chefen beslutar."]
    assert reading.struck == (StruckOut(LIMIT, 2),)


def test_of_a_line_that_is_struck_in_part_the_rest_reads_on(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose("Gränsen är 100 000 200 000 kronor per år.")
    start = 70 + paper.width("Gränsen är ")
    y = paper.y + PITCH + 3
    paper.canvas.line(start, y, start + paper.width("100 000"), y)
    reading = paper.read()
    assert texts(reading, "paragraph") == ["Gränsen är 200 000 kronor per år."]
    assert [found.text for found in reading.struck] == ["100 000"]


@pytest.mark.parametrize("above", [-2, 9], ids=["understruken", "linje ovanför"])
def test_lines_under_and_above_words_strike_nothing(tmp_path: Path, above: float) -> None:
    paper = Paper(tmp_path)
    paper.prose(LIMIT)
    paper.rule(60, 500, paper.y + PITCH + above)
    reading = paper.read()
    assert texts(reading, "paragraph") == [LIMIT]
    assert reading.struck == ()


def test_a_struck_bullet_leaves_the_words_after_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(f"{FILLER}:")
    paper.at(88, paper.y, "•")
    paper.rule(88, 92, paper.y + 3)
    paper.line("följa avtalen", x=106)
    assert texts(paper.read(), "item") == ["• följa avtalen"]


def test_what_a_reader_has_marked_as_struck_out_is_struck(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(LIMIT)
    left, right, y = 70.0, 70 + paper.width(LIMIT), paper.y + PITCH
    paper.prose("Chefen beslutar.")
    writer = PdfWriter(clone_from=paper.path())
    corners = [left, y + 9, right, y + 9, left, y - 3, right, y - 3]
    writer.pages[0][NameObject("/Annots")] = ArrayObject(
        [
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject("/StrikeOut"),
                    NameObject("/QuadPoints"): ArrayObject(FloatObject(corner) for corner in corners),
                }
            )
        ]
    )
    reading = read_pdf(_saved(writer, tmp_path))
    assert texts(reading, "paragraph") == ["Chefen beslutar."]
    assert reading.struck == (StruckOut(LIMIT, 1),)


def test_a_stamp_along_the_margin_is_no_text(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(FILLER)
    paper.canvas.saveState()
    paper.canvas.translate(30, 300)
    paper.canvas.rotate(90)
    paper.canvas.drawString(0, 0, "Inkom 2024-03-01 dnr 17")
    paper.canvas.restoreState()
    paper.prose("dem till styrelsen.", gap=0)
    reading = paper.read()
    assert texts(reading, "paragraph") == [f"{FILLER} dem till styrelsen."]
    assert "Inkom 2024-03-01 dnr 17" in reading.dropped


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, quarters: int) -> None:
    """The words lie down on the paper, and the page's own turn raises them."""
    paper = Paper(tmp_path)
    paper.at(70, 30, "3", 8)
    paper.prose(FILLER, "dem till styrelsen.")
    writer = PdfWriter(clone_from=paper.path())
    page = writer.pages[0]
    page.rotate(-90 * quarters)
    page.transfer_rotation_to_content()
    page[NameObject("/Rotate")] = NumberObject(90 * quarters)
    reading = read_pdf(_saved(writer, tmp_path))
    assert texts(reading, "paragraph") == [f"{FILLER} dem till styrelsen."]
    assert reading.blocks[0].marks[0].printed_page == "3"


def test_a_page_whose_words_all_lie_down_is_raised(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.canvas.translate(500, 100)
    paper.canvas.rotate(90)
    paper.y = 300
    paper.prose(FILLER, "dem till styrelsen.")
    assert texts(paper.read(), "paragraph") == [f"{FILLER} dem till styrelsen."]


def test_what_is_cut_off_the_page_is_not_read_and_margins_begin_where_it_is_cut(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.at(70, 780, "Skärmärke")
    paper.prose(f"{FILLER}.")
    paper.at(300, 215, "4", 8)
    writer = PdfWriter(clone_from=paper.path())
    writer.pages[0].cropbox = RectangleObject((40, 200, 560, 760))
    reading = read_pdf(_saved(writer, tmp_path))
    assert [block.text for block in reading.blocks] == [f"{FILLER}."]
    assert reading.blocks[0].marks[0].printed_page == "4"


def test_words_drawn_twice_to_look_bold_come_once(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for offset in (0, 0.4):
        paper.at(70 + offset, 700, "Chefen beslutar om inköp.")
    assert texts(paper.read(), "paragraph") == ["Chefen beslutar om inköp."]


def _unseen(paper: Paper, text: str, y: float) -> None:
    words = paper.canvas.beginText(70, y)
    words.setFont("Helvetica", 11)
    words.setTextRenderMode(3)
    words.textOut(text)
    paper.canvas.drawText(words)


def test_words_that_nobody_sees_are_left_out_where_shown_ones_say_the_same(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.at(70, 700, LIMIT)
    _unseen(paper, LIMIT, 698)
    assert texts(paper.read(), "paragraph") == [LIMIT]


def test_words_that_nobody_sees_are_read_where_a_picture_shows_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    _unseen(paper, LIMIT, 700)
    assert texts(paper.read(), "paragraph") == [LIMIT]


def test_words_in_a_form_stand_where_the_form_is_placed(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.canvas.beginForm("foten")
    paper.canvas.setFont("Helvetica", 8)
    paper.canvas.drawString(0, 0, "Sida 7 av 9")
    paper.canvas.endForm()
    paper.prose(f"{FILLER}.")
    paper.canvas.translate(480, 30)
    paper.canvas.doForm("foten")
    reading = paper.read()
    assert [(block.text, block.marks[0].printed_page) for block in reading.blocks] == [(f"{FILLER}.", "7")]


def _saved(writer: PdfWriter, folder: Path) -> Path:
    path = folder / "ändrad.pdf"
    with path.open("wb") as file:
        writer.write(file)
    assert PdfReader(path).pages
    return path
