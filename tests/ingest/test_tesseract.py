"""The program tesseract as it is asked and answered, and what is said where it is missing."""

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from ingest.ocr import Ocr
from ingest.readers import tesseract
from ingest.readers.pdf import read_pdf
from ingest.readers.tesseract import PageNotRead, missing, read_words, way_of_reading
from tests.ingest.scanned_paper import scanned

PAGE = Image.new("L", (10, 10))


class TesseractError(RuntimeError):
    def __init__(self, message: str) -> None:
        super().__init__(1, message)
        self.message = message


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """`pytesseract` as it is where everything is installed; a test changes what it is about."""
    fake = SimpleNamespace(
        TesseractError=TesseractError,
        Output=SimpleNamespace(DICT="dict"),
        pytesseract=SimpleNamespace(tesseract_cmd="tesseract"),
        get_languages=lambda config, cached: ["eng", "swe"],
        get_tesseract_version=lambda cached: "5.3.0",
    )
    monkeypatch.setattr(tesseract, "_pytesseract", lambda: fake)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return fake


def test_nothing_is_missing_where_all_is_installed(installed: SimpleNamespace) -> None:
    assert missing(Ocr()) is None


def test_without_the_package_its_extra_is_named(
    installed: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "_pytesseract", lambda: None)
    found = missing(Ocr())
    assert found is not None
    assert found.command == 'pip install "regelstegen[ocr]"'


def test_without_the_program_or_the_language_the_system_packages_are_named(
    installed: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed.get_languages = lambda config, cached: ["eng"]
    no_language = missing(Ocr())
    monkeypatch.setattr(shutil, "which", lambda name: None)
    no_program = missing(Ocr())
    for found in (no_language, no_program):
        assert found is not None
        assert found.command == "apt-get install tesseract-ocr tesseract-ocr-swe"


def test_the_way_of_reading_changes_with_the_choice_and_with_the_program(
    installed: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = {way_of_reading(Ocr()), way_of_reading(Ocr("always")), way_of_reading(Ocr("never"))}
    monkeypatch.setattr(shutil, "which", lambda name: None)
    ways.add(way_of_reading(Ocr()))
    assert len(ways) == 4
    assert way_of_reading(Ocr()) == way_of_reading(Ocr())


def test_words_come_with_boxes_and_confidence_and_what_is_no_word_is_left_out(
    installed: SimpleNamespace,
) -> None:
    asked: dict[str, Any] = {}

    def image_to_data(picture: Image.Image, **given: Any) -> dict[str, list[Any]]:
        asked.update(given)
        return {
            "text": ["", "Bilen", " "],
            "conf": [-1, 91.5, 95],
            **{name: [0, 7, 0] for name in ("left", "top", "width", "height")},
            **{name: [1, 2, 3] for name in ("block_num", "par_num", "line_num")},
        }

    installed.image_to_data = image_to_data
    [word] = read_words(PAGE, Ocr(seconds=9))
    assert (word.text, word.left, word.confidence, word.line) == ("Bilen", 7, 0.915, (2, 2, 2))
    assert (asked["lang"], asked["timeout"]) == ("swe", 9)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("Tesseract process timeout"), "mer än 60 sekunder"),
        (TesseractError("trasig språkfil"), "trasig språkfil"),
        (FileNotFoundError("tesseract"), "kunde inte startas"),
    ],
)
def test_what_goes_wrong_is_said_in_swedish(installed: SimpleNamespace, error: Exception, said: str) -> None:
    def image_to_data(picture: Image.Image, **given: Any) -> dict[str, list[Any]]:
        raise error

    installed.image_to_data = image_to_data
    with pytest.raises(PageNotRead, match=said):
        read_words(PAGE, Ocr())


@pytest.mark.ocr
def test_the_real_program_reads_a_scan_with_its_headings_and_list(tmp_path: Path) -> None:
    lacking = missing(Ocr())
    if lacking:
        pytest.skip(f"needs tesseract: {lacking.reason} ({lacking.command})")
    reading = read_pdf(scanned(tmp_path))
    found = [(block.kind, block.text) for block in reading.blocks]
    assert ("heading", "Gåvor från leverantörer") in found
    assert ("heading", "2 § Ansvar för cyklar") in found
    items = [text for kind, text in found if kind == "item"]
    assert items == ["• låsas när de inte används", "• ställas i förrådet över natten"]
    confidences = [mark.ocr_confidence for block in reading.blocks for mark in block.marks]
    assert min(c for c in confidences if c is not None) > 0.8
