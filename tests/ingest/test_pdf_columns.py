"""Two columns of running text are read one after the other; a table's columns are read row by row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ingest.pdf_paper import PITCH, Paper, texts

LEFT = (
    "Nämnden ska varje år pröva om de",
    "avtal som gäller för organisationen är",
    "ändamålsenliga, och redovisa det till",
    "styrelsen senast den sista mars. En",
    "prövning ska omfatta alla avtal som",
    "löper över mer än ett år och som har",
    "ett värde över en miljon kronor, om",
    "inte styrelsen beslutar något annat",
    "för ett visst slag av avtal.",
)
RIGHT = (
    "Chefen för enheten ansvarar för att",
    "prövningen dokumenteras i ärendet",
    "och att leverantören får veta hur den",
    "har utfallit. Dokumentationen ska då",
    "bevaras i tio år. Den som är missnöjd",
    "med prövningen får begära att den görs",
    "om av någon annan än den som gjorde",
    "den första gången, om det finns skäl",
    "för det i det enskilda fallet.",
)


def row_by_row(paper: Paper) -> None:
    for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        paper.at(60, 700 - PITCH * i, left)
        paper.at(320, 700 - PITCH * i, right)


def column_by_column(paper: Paper) -> None:
    for x, column in ((60, LEFT), (320, RIGHT)):
        for i, text in enumerate(column):
            paper.at(x, 700 - PITCH * i, text)


@pytest.mark.parametrize("draw", [row_by_row, column_by_column])
def test_columns_are_read_one_after_the_other(tmp_path: Path, draw: Callable[[Paper], None]) -> None:
    paper = Paper(tmp_path)
    paper.at(60, 730, "Prövning av avtal", 16)
    draw(paper)
    paper.at(60, 540, "Detta gäller från och med den första januari och ersätter det som gällt tidigare.")
    reading = paper.read()
    assert texts(reading, "heading") == ["Prövning av avtal"]
    assert texts(reading, "paragraph") == [
        " ".join(LEFT),
        " ".join(RIGHT),
        "Detta gäller från och med den första januari och ersätter det som gällt tidigare.",
    ]


def test_a_sentence_goes_on_from_one_column_to_the_next(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for x, column in ((60, LEFT[:-1]), (320, (LEFT[-1], *RIGHT[1:-1]))):
        for i, text in enumerate(column):
            paper.at(x, 700 - PITCH * i, text)
    assert " ".join(LEFT) in texts(paper.read(), "paragraph")[0]


def test_a_table_with_rules_between_its_rows_is_read_row_by_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    row_by_row(paper)
    for i in range(0, 9, 2):
        paper.rule(55, 540, 711 - PITCH * i)
    assert f"{LEFT[0]} {RIGHT[0]}" in paper.read().blocks[0].text
