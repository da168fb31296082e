"""Rows for a spreadsheet, none of whose cells does anything."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.spreadsheet import as_csv, inert


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\n=1"])
def test_a_cell_that_begins_as_a_formula_does_is_a_text(cell: str) -> None:
    assert str(inert(cell)).startswith("'")


@pytest.mark.parametrize("cell", ["Får vi köpa?", "1 § gäller", "å-ä", ""])
def test_any_other_text_is_as_it_was(cell: str) -> None:
    assert inert(cell) == cell


def test_numbers_stay_numbers() -> None:
    assert inert(-3) == -3


def test_a_file_begins_so_that_spreadsheets_read_it_as_utf8() -> None:
    assert as_csv([["åäö"]]) == "\ufeffåäö\r\n".encode()


def test_swedish_letters_and_marks_of_the_format_come_back() -> None:
    assert read(as_csv([("Ämne", "a;b", 'sa "nej"')])) == [["Ämne", "a;b", 'sa "nej"']]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=20), max_size=4))
def test_no_cell_of_any_text_begins_as_a_formula(cells: list[str]) -> None:
    for row in read(as_csv([cells])):
        assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
