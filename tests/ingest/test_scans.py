"""Which pages are read by picture, what becomes of them, and what is said where they can't be."""

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFile
from ingest.ocr import Ocr, OcrMode
from ingest.readers import pdf, scans, tesseract
from ingest.readers.pdf import read_pdf
from ingest.readers.tesseract import Missing, PageNotRead, Word
from tests.ingest.pdf_paper import FILLER, texts

SENTENCE = "Bilen tvättas varje vecka."
COMMAND = "apt-get install tesseract-ocr tesseract-ocr-swe"


class Papers:
    """A PDF of pages that have text, or are pictures, with or without a stamp."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "blandat.pdf"
        self._canvas = Canvas(str(self._path), pagesize=A4)

    def text(self) -> "Papers":
        for n in range(12):
            self._canvas.drawString(70, 740 - 14 * n, f"{FILLER}.")
        self._canvas.showPage()
        return self

    def scan(self, stamp: str = "") -> "Papers":
        picture = io.BytesIO()
        Image.new("L", (210, 297), 240).save(picture, "PNG")
        self._canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        if stamp:
            self._canvas.drawString(70, 20, stamp)
        self._canvas.showPage()
        return self

    def blank(self) -> "Papers":
        self._canvas.showPage()
        return self

    def path(self) -> Path:
        self._canvas.save()
        return self._path


@pytest.fixture
def papers(tmp_path: Path) -> Papers:
    return Papers(tmp_path)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[int]]:
    """Puts a reader in the program's place; returns the widths of the pictures that it has been shown."""

    def install(sentence: str = SENTENCE, sure: float = 0.87, fault: str = "") -> list[int]:
        seen: list[int] = []

        def read(picture: Image.Image, ocr: Ocr) -> list[Word]:
            seen.append(picture.width)
            if fault:
                raise PageNotRead(fault)
            return [
                Word(text, 300 + 200 * n, 400, 150, 34, sure, (1, 1, 1))
                for n, text in enumerate(sentence.split())
            ]

        monkeypatch.setattr(pdf, "read_scans", partial(scans.read_scans, read=read))
        return seen

    return install


def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Missing("programmet tesseract inte är installerat", COMMAND)
    monkeypatch.setattr(tesseract, "missing", lambda ocr: found)


def test_a_scanned_page_is_read_and_the_others_keep_their_text(
    papers: Papers, program: Callable[..., list[int]]
) -> None:
    seen = program()
    reading = read_pdf(papers.text().scan().path())
    assert len(seen) == 1
    assert SENTENCE in texts(reading, "paragraph")[-1]
    assert FILLER.split()[0] in reading.blocks[0].text


def test_a_page_is_drawn_as_finely_as_chosen(papers: Papers, program: Callable[..., list[int]]) -> None:
    seen = program()
    read_pdf(papers.scan().path(), Ocr(dpi=150))
    assert seen == [pytest.approx(A4[0] / 72 * 150, abs=2)]


def test_scanned_text_carries_its_confidence_and_other_text_none(
    papers: Papers, program: Callable[..., list[int]]
) -> None:
    program(sure=0.87)
    reading = read_pdf(papers.text().scan().path())
    confidences = {mark.page: mark.ocr_confidence for block in reading.blocks for mark in block.marks}
    assert confidences == {1: None, 2: 0.87}


def test_a_doubt_names_the_scanned_pages_and_how_surely_they_were_read(
    papers: Papers, program: Callable[..., list[int]]
) -> None:
    program(sure=0.87)
    [doubt] = read_pdf(papers.scan().scan().text().scan().path()).doubts
    assert doubt.startswith("Sida 1–2 och 4 är inskannade")
    assert "0,87" in doubt


def test_a_stamp_on_a_picture_does_not_make_it_a_page_of_text(
    papers: Papers, program: Callable[..., list[int]]
) -> None:
    seen = program(
        "Ett stycke som är mycket längre än stämpeln och därför läses i dess ställe, helt och hållet."
    )
    reading = read_pdf(papers.scan(stamp="Undertecknat 2026-01-02").path())
    assert len(seen) == 1
    assert "helt och hållet" in reading.blocks[-1].text


def test_a_title_set_on_a_picture_is_kept_where_the_picture_holds_nothing_more(
    papers: Papers, program: Callable[..., list[int]]
) -> None:
    program("Årsberättelsen")
    reading = read_pdf(papers.scan(stamp="Årsberättelsen").path())
    assert "Årsberättelsen" in reading.blocks[0].text
    assert reading.doubts == ()


def test_an_empty_page_is_not_shown_to_the_program(papers: Papers, program: Callable[..., list[int]]) -> None:
    seen = program()
    assert read_pdf(papers.text().blank().path()).doubts == ()
    assert seen == []


def test_always_reads_every_page_by_picture(papers: Papers, program: Callable[..., list[int]]) -> None:
    seen = program()
    reading = read_pdf(papers.text().scan().path(), Ocr("always"))
    assert len(seen) == 2
    assert FILLER not in " ".join(block.text for block in reading.blocks)


def test_never_leaves_the_page_and_names_it(papers: Papers, program: Callable[..., list[int]]) -> None:
    seen = program()
    [doubt] = read_pdf(papers.text().scan().path(), Ocr("never")).doubts
    assert seen == []
    assert doubt.startswith("Sida 2 är inskannad och kunde inte läsas")
    assert "--ocr auto" in doubt


def test_where_the_program_is_missing_the_page_is_named_with_the_command(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(monkeypatch)
    reading = read_pdf(papers.text().scan().path())
    assert FILLER.split()[0] in reading.blocks[0].text
    [doubt] = reading.doubts
    assert doubt.startswith("Sida 2 är inskannad")
    assert COMMAND in doubt


def test_always_without_the_program_reads_the_text_that_is_there(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(monkeypatch)
    reading = read_pdf(papers.text().path(), Ocr("always"))
    assert reading.blocks
    assert reading.doubts == ()


@pytest.mark.parametrize("mode", ["auto", "never"])
def test_a_document_of_nothing_but_pictures_is_refused_with_what_to_do(
    papers: Papers, monkeypatch: pytest.MonkeyPatch, mode: OcrMode
) -> None:
    lacking(monkeypatch)
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(papers.scan().scan().path(), Ocr(mode))
    assert "inskannad" in caught.value.reason
    assert (COMMAND if mode == "auto" else "--ocr auto") in caught.value.remedy


def test_a_page_that_the_program_fails_on_is_named_and_the_others_are_read(
    papers: Papers, program: Callable[..., list[int]]
) -> None:
    program(fault="texttolkningen tog mer än 60 sekunder")
    reading = read_pdf(papers.text().scan().path())
    assert reading.blocks
    assert "Sida 2 är inskannad och kunde inte läsas, eftersom texttolkningen tog mer" in reading.doubts[0]


def test_pages_beyond_the_limit_are_named(papers: Papers, program: Callable[..., list[int]]) -> None:
    seen = program()
    doubts = read_pdf(papers.scan().scan().scan().path(), Ocr(most_pages=1)).doubts
    assert len(seen) == 1
    assert any(doubt.startswith("Sida 2–3 är inskannade och kunde inte läsas") for doubt in doubts)
