"""Marks on when a wording is in force."""

from datetime import date

import pytest

from ingest.statute_markers import UNSET, leading_marks, read_mark


@pytest.mark.parametrize(
    ("text", "valid_from", "valid_to"),
    [
        ("/Träder i kraft I:2031-12-05/", date(2031, 12, 5), None),
        ("Träder i kraft I:2031-12-05", date(2031, 12, 5), None),
        ("/Upphör att gälla U:2031-12-05/", None, date(2031, 12, 4)),
        ("/Upphör att gälla U:2031-12-05 genom lag (2031:1)./", None, date(2031, 12, 4)),
        ("/Ny beteckning 2 c § U:2031-12-05/", None, date(2031, 12, 4)),
        ("/Träder i kraft I:den dag regeringen bestämmer/", UNSET, None),
        ("/Upphör att gälla U:den dag regeringen bestämmer/", None, None),
    ],
)
def test_a_mark_gives_the_first_or_the_last_day(
    text: str, valid_from: date | None, valid_to: date | None
) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.valid_from, mark.valid_to) == (valid_from, valid_to)


def test_a_mark_may_concern_a_heading_or_a_whole_chapter() -> None:
    heading, chapter = (
        read_mark("/Rubriken träder i kraft I:2031-01-01/"),
        read_mark("/Kapitlet träder i kraft I:2031-01-01/"),
    )
    assert heading is not None
    assert chapter is not None
    assert (heading.of_heading, heading.of_chapter) == (True, False)
    assert (chapter.of_heading, chapter.of_chapter) == (False, True)


@pytest.mark.parametrize("text", ["Bilagan är inte med här", "/24/", "Lagen träder i kraft i dag.", ""])
def test_other_remarks_are_no_marks(text: str) -> None:
    assert read_mark(text) is None


def test_marks_at_the_start_are_told_from_the_text_after_them() -> None:
    marks, rest = leading_marks(
        "/Träder i kraft I:2031-01-01/ /Upphör att gälla U:2032-01-01/ Enligt direktiv 2014/24/EU gäller"
    )
    assert len(marks) == 2
    assert rest == "Enligt direktiv 2014/24/EU gäller"
