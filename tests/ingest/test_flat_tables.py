"""Tables flattened to lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block
from ingest.readers.flat_tables import ends_in_figures, looks_tabular, row_text, with_heads_joined
from ingest.readers.markdown_reader import parse_markdown
from ingest.readers.plain import clean

CELLS = st.lists(st.text("abcåäö 1", min_size=1, max_size=12).map(clean).filter(bool), min_size=2, max_size=5)


@pytest.mark.parametrize(
    "line",
    [
        "Broar\t7 000\t80 500",
        "Broar      7 000         80 500",
        "Broar \t\t7 000   80 500",
        "Broar  700  80 500",
    ],
)
def test_tabs_and_wide_gaps_part_cells(line: str) -> None:
    assert looks_tabular(line)
    assert row_text(line).split("\t")[0] == "Broar"


def test_a_row_comes_out_as_what_euro_and_kronor() -> None:
    blocks, _ = parse_markdown("## Broar\t     5 500 000 \t59 880 000")
    assert blocks == (Block("row", "Broar\t5 500 000\t59 880 000"),)


def test_names_of_columns_over_two_lines_become_whole() -> None:
    blocks, _ = parse_markdown(
        "Vad köpet       Gränsen   Gränsen avser\t                i euro          i svenska kronor\n\n"
        "Broar\t7 000\t80 500"
    )
    assert blocks[0].text == "Vad köpet avser\tGränsen i euro\tGränsen i svenska kronor"


def test_names_of_columns_on_one_line_stay_as_they_are() -> None:
    rows = (Block("row", "Vad\tEuro\tKronor"), Block("row", "Broar\t7 000\t80 500"))
    assert with_heads_joined(rows) == rows


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Broar över vatten 5 500 000 59 880 000", ["Broar över vatten", "5 500 000", "59 880 000"]),
        ("Vård i hemmet 85312100-0", ["Vård i hemmet", "85312100-0"]),
        ("Samhälle Från 75200000-8 till 75231000-4", ["Samhälle", "Från 75200000-8 till 75231000-4"]),
    ],
)
def test_figures_at_the_end_of_a_line_without_gaps_are_cells(line: str, cells: list[str]) -> None:
    assert ends_in_figures(line)
    assert row_text(line).split("\t") == cells


@pytest.mark.parametrize("line", ["Köp under 700 000 kronor", "5 kap. 3 §", "Lag (2031:110)", "Bilaga 2"])
def test_other_lines_end_in_no_figures(line: str) -> None:
    assert not ends_in_figures(line)


@given(CELLS)
def test_cells_parted_by_tabs_come_out_as_they_went_in(cells: list[str]) -> None:
    assert row_text("\t".join(cells)).split("\t") == cells
