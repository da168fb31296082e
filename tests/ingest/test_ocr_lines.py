"""Lines of a scanned page: sizes, weights, bullets and cells told from where its words stand."""

from itertools import pairwise

import numpy as np
import pytest

from ingest.readers.ocr_lines import (
    Ink,
    ScannedLine,
    confidence,
    even,
    legible,
    scanned_lines,
    with_section_signs,
)
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
    text = word("Text", 70, 100)
    assert legible([word("Ff&", 70, 40, 30, line=0, sure=0.1), text]) == [text]


def test_ruled_lines_and_guessed_signs_are_left_out_but_a_bullet_is_kept() -> None:
    bullet = word("*", 60, 100, sure=0.5)
    text = [word("Ett", 70, 100), word("pris", 120, 100)]
    stains = [word("|", 100, 100, sure=0.9), word("—", 110, 100, sure=0.4)]
    assert legible([bullet, text[0], *stains, text[1]]) == [bullet, *text]


def test_what_is_left_of_letters_that_a_line_was_drawn_through_is_no_text() -> None:
    text = [word("Ett", 70, 100), word("pris", 120, 100)]
    left = [word("mo", 70, 120, 4, line=2, sure=0.6), word("LLA", 90, 120, 4, line=2, sure=0.4)]
    small_print = [word("Se", 70, 140, 7, line=3, sure=0.6), word("bilaga", 90, 140, 7, line=3, sure=0.6)]
    assert legible([*text, *left, *small_print]) == [*text, *small_print]


def test_a_row_of_dots_to_a_page_number_is_dots_whatever_it_was_read_as() -> None:
    row = [word("Syfte", 70, 100), word("......ssesrs", 110, 100, sure=0.0), word("4", 500, 100)]
    assert [w.text for w in legible(row)] == ["Syfte", "......", "4"]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("2 & Den", "2 § Den"),
        ("5 b & Den", "5 b § Den"),
        ("19 a kap. 2 8 första", "19 a kap. 2 § första"),
        ("Beslut $ 87/17, den", "Beslut § 87/17, den"),
        ("8 112/25 Ny policy", "§ 112/25 Ny policy"),
        ("&& 6, 7", "§§ 6, 7"),
        ("Berg & Dal", "Berg & Dal"),
        ("grupp 8 deltar", "grupp 8 deltar"),
        ("8 av 10 anbud", "8 av 10 anbud"),
    ],
)
def test_a_sign_that_the_language_data_lacks_is_known_by_its_number(read: str, meant: str) -> None:
    words = [word(text, 70 + 40 * n, 100) for n, text in enumerate(read.split())]
    assert " ".join(w.text for w in with_section_signs(words)) == meant


def test_a_page_laid_crooked_in_the_scanner_is_straightened() -> None:
    turned = [word("tolv", 70 + 60 * x, 100 + 15 * n + 0.7 * x, line=n) for n in range(4) for x in range(6)]
    found = lines(*turned)
    assert [round(a.y - b.y, 1) for a, b in pairwise(found)] == [pytest.approx(15, abs=0.5)] * 3


def test_a_bullet_that_was_not_read_is_seen() -> None:
    ink = BLANK.copy()
    left, top = round(80 * POINT), round(94 * POINT)
    ink[top : top + 16, left : left + 16] = True
    [line] = lines(word("rättssäkra", 98, 100), ink=ink)
    assert line.text == "• rättssäkra"
    assert line.x == pytest.approx(80, abs=0.5)


def test_confidence_weighs_long_words_more() -> None:
    assert confidence([word("i", 0, 0, sure=0.0), word("upphandling", 9, 0, sure=0.96)]) == pytest.approx(
        0.88
    )
    assert confidence([]) == 0.0


def test_a_page_without_words_has_no_lines() -> None:
    nothing: list[ScannedLine] = scanned_lines([], 1, HEIGHT, DPI, BLANK)
    assert even([nothing]) == [[]]
