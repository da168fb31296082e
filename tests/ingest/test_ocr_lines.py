"""Lines of a scanned page: sizes, weights, bullets and cells told from where its words stand."""

import numpy as np
import pytest

from ingest.readers.ocr_lines import Ink, ScannedLine, confidence, even, scanned_lines
from ingest.readers.pdf_lines import Line
from ingest.readers.tesseract import Word

DPI = 300.0
HEIGHT = 842.0
POINT = DPI / 72
"""Pixels to a point."""
BLANK: Ink = np.zeros((3508, 2480), dtype=np.bool_)


def word(
    text: str, left: float, baseline: float, size: float = 11, line: int = 1, sure: float = 0.95, **box: float
) -> Word:
    """A word as the program gives it: `left`, `baseline` (from the top) and `size` in points."""
    above = 0.72 if any(c.isupper() or c in "bdfhklt§0123456789åäö" for c in text) else 0.52
    below = 0.21 if any(c in "gjpqy§" for c in text) else 0.0
    top = baseline - size * box.get("above", above)
    height = size * (box.get("above", above) + below)
    width = box.get("width", 0.5 * size * len(text))
    pixels = (round(value * POINT) for value in (left, top, width, height))
    return Word(text, *pixels, confidence=sure, line=(1, 1, line))


def lines(*words: Word, ink: Ink = BLANK) -> list[Line]:
    return even([scanned_lines(words, 1, HEIGHT, DPI, ink)])[0]


def test_a_line_stands_where_its_words_stand() -> None:
    [line] = lines(word("Bilen", 70, 100), word("tvättas", 110, 100))
    assert line.text == "Bilen tvättas"
    assert (line.page, line.placed) == (1, True)
    assert line.x == pytest.approx(70, abs=0.5)
    assert line.y == pytest.approx(HEIGHT - 100, abs=0.5)
    assert line.right == pytest.approx(110 + 7 * 5.5, abs=1)


@pytest.mark.parametrize("text", ["Rubriken", "sommar", "gynnas", "§", "Övrigt", "2017"])
def test_the_size_is_told_from_any_letters(text: str) -> None:
    ring = {"above": 0.93} if "Ö" in text else {}
    [line] = lines(word(text, 70, 100, 12, **ring))
    assert line.size == pytest.approx(12, abs=0.5)


def test_sizes_that_differ_by_how_they_were_measured_are_one_size() -> None:
    body = [word("brödtexten", 70, 100 + 15 * n, 11 + 0.15 * (n % 3), line=n) for n in range(1, 7)]
    found = lines(word("Rubrik", 70, 80, 16, line=0), *body)
    assert len({line.size for line in found[1:]}) == 1
    assert found[0].size > found[1].size + 3


def test_thicker_strokes_than_usual_are_bold() -> None:
    ink = BLANK.copy()
    words = [word("linjal", 70, 100 + 20 * n, line=n) for n in range(3)]
    for n, thick in enumerate((4, 4, 7)):
        for x in range(words[n].left, words[n].left + words[n].width, 16):
            ink[words[n].top : words[n].top + words[n].height, x : x + thick] = True
    assert [line.bold for line in lines(*words, ink=ink)] == [False, False, True]


@pytest.mark.parametrize("read_as", ["e", "o", "*", "«", "•"])
def test_a_small_sign_apart_from_the_first_word_is_a_bullet(read_as: str) -> None:
    sign = word(read_as, 80, 98, above=0.36, width=4)
    [line] = lines(sign, word("rättssäkra", 98, 100))
    assert line.text == "• rättssäkra"


def test_a_letter_of_full_height_is_no_bullet() -> None:
    [line] = lines(word("o", 80, 100), word("vidare", 98, 100))
    assert line.text == "o vidare"


def test_a_wide_gap_divides_a_row_into_cells() -> None:
    [line] = lines(word("Under", 70, 100), word("gränsen", 103, 100), word("ett", 300, 100))
    assert line.cells == ("Under gränsen", "ett")
    assert line.columns[1] == pytest.approx(300, abs=0.5)


def test_a_logotype_read_as_letters_is_left_out() -> None:
    assert lines(word("Ff&", 70, 40, 30, line=0, sure=0.1), word("Text", 70, 100)) == lines(
        word("Text", 70, 100)
    )


def test_confidence_weighs_long_words_more() -> None:
    assert confidence([word("i", 0, 0, sure=0.0), word("upphandling", 9, 0, sure=0.96)]) == pytest.approx(
        0.88
    )
    assert confidence([]) == 0.0


def test_a_page_without_words_has_no_lines() -> None:
    nothing: list[ScannedLine] = scanned_lines([], 1, HEIGHT, DPI, BLANK)
    assert even([nothing]) == [[]]
