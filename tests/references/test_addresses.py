"""Places in an act: chapters, sections, stycken, sentences and points, alone, in lists and in intervals."""

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.finding import find_references

from .reading import read


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Det följer av 4 §.", ["4 §"]),
        ("Se 19 a kap. 2 b §.", ["19 a kap. 2 b §"]),
        ("Reglerna i 5 kap. gäller.", ["5 kap."]),
        ("reglerna i femte kapitlet", ["5 kap."]),
        ("enligt 3 § andra stycket", ["3 § S2"]),
        ("enligt 3 § 2 st.", ["3 § S2"]),
        ("enligt 3 § st. 2", ["3 § S2"]),
        ("enligt 3 § första stycket andra meningen", ["3 § S1 M2"]),
        ("enligt 3 § första stycket 2 a", ["3 § S1 p2 a"]),
        ("enligt 3 § 4", ["3 § p4"]),
        ("enligt 3 § tredje punkten", ["3 § p3"]),
        ("enligt 3 § 1 st. 2 p.", ["3 § S1 p2"]),
        ("enligt 3 § 2 p i lagen", ["3 § p2"]),
        ("enligt 3 § c", ["3 § pc"]),
        ("i andra stycket 1", ["S2 p1"]),
        ("§ 12 första stycket", ["12 § S1"]),
        ("kap. saknas, men 2 kap finns", ["2 kap."]),
    ],
)
def test_a_place_is_read_part_by_part(text: str, places: list[str]) -> None:
    assert read(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("3, 5 och 7 §§", ["3 §", "5 §", "7 §"]),
        ("3 eller 4 §", ["3 §", "4 §"]),
        ("16–18 §§", ["16 §", "17 §", "18 §"]),
        ("2 §–4 §", ["2 §", "3 §", "4 §"]),
        ("4 a–4 c §§", ["4 a §", "4 b §", "4 c §"]),
        ("4 a-c §§", ["4 a §", "4 b §", "4 c §"]),
        ("7, 8 a och b §§", ["7 §", "8 a §", "8 b §"]),
        ("26–26 b §§", ["26 §", "26 a §", "26 b §"]),
        ("5 a–7 §§", ["5 a §", "6 §", "7 §"]),
        ("1-3 och 5 kap.", ["1 kap.", "2 kap.", "3 kap.", "5 kap."]),
        ("andra–fjärde styckena", ["S2", "S3", "S4"]),
        ("andra-fjärde styckena", ["S2", "S3", "S4"]),
        ("9 § andra stycket 2–4", ["9 § S2 p2", "9 § S2 p3", "9 § S2 p4"]),
        ("9 § a–c", ["9 § pa", "9 § pb", "9 § pc"]),
    ],
)
def test_lists_and_intervals_give_each_thing_referred_to(text: str, places: list[str]) -> None:
    assert read(text) == places


def test_an_interval_marks_its_ends_where_they_stand_and_what_lies_between_by_the_whole() -> None:
    assert [r.text for r in find_references("enligt 6–8 §§ gäller")] == ["6", "6–8 §§", "8 §§"]


def test_an_interval_wider_than_any_act_is_its_two_ends() -> None:
    assert read("1–999 §§") == ["1 §", "999 §"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("6 kap. 4 §, 6 § och 7 kap. 1 §", ["6 kap. 4 §", "6 kap. 6 §", "7 kap. 1 §"]),
        ("7 kap. 2, 3 och 6 §§", ["7 kap. 2 §", "7 kap. 3 §", "7 kap. 6 §"]),
        ("3 § andra stycket 2 eller femte stycket", ["3 § S2 p2", "3 § S5"]),
        ("4 § 2 eller 3 eller 4 a § 1", ["4 § p2", "4 § p3", "4 a § p1"]),
        ("2 § 1, 5 och 6 §§", ["2 § p1", "5 §", "6 §"]),
        ("första stycket 2 och andra stycket 3", ["S1 p2", "S2 p3"]),
        ("8 § första och andra styckena, 9–11 §§", ["8 § S1", "8 § S2", "9 §", "10 §", "11 §"]),
    ],
)
def test_what_is_said_once_carries_over(text: str, places: list[str]) -> None:
    assert read(text) == places


def test_a_chapter_does_not_reach_the_next_sentence() -> None:
    assert read("Enligt 5 kap. 4 § krävs tillstånd. Av 3 § framgår avgiften.") == ["5 kap. 4 §", "3 §"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("andra stycket i 5 §", ["5 § S2"]),
        ("5 § i 3 kap.", ["3 kap. 5 §"]),
        ("Av 4 § följer kravet. Enligt tredje stycket samma paragraf", ["4 §", "4 § S3"]),
        ("Enligt 2 kap. 4 § och samma paragraf andra stycket", ["2 kap. 4 §", "2 kap. 4 § S2"]),
        ("Enligt 2 kap. 4 § krävs det. Av 7 § samma kapitel", ["2 kap. 4 §", "2 kap. 7 §"]),
        ("tredje stycket 2 i denna paragraf", ["S3 p2"]),
        ("bestämmelserna i detta kapitel", []),
    ],
)
def test_what_points_within_the_text_is_settled_as_far_as_the_text_says(text: str, places: list[str]) -> None:
    assert read(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "2 st. stolar och 3 p. i mål",
        "klockan 10:30 den 5 maj",
        "ärende 7/12 och 4 kom",
        "resultatet 3:2 mot bortalaget",
        "Vi har 1, 2 och 3 lokaler.",
        "den andra gången och det första mötet",
        "punkt 3 på dagordningen",
        "SOU 2017:39, prop. 2021/22:5 och NJA 2003:16",
        "anslagen till bolagen och förslagen från vårdlagen",
    ],
)
def test_other_numbers_and_words_are_no_references(text: str) -> None:
    assert read(text) == []


def test_a_number_that_counts_something_is_no_point() -> None:
    assert read("enligt 4 § 30 dagar efter beslutet, enligt 5 § 2 000 kronor") == ["4 §", "5 §"]


def test_the_heading_of_a_section_is_no_reference_to_it() -> None:
    assert read("2 §   Den som ansöker ska betala.\n\n3 §   Avgiften i 2 § är låg.") == ["2 §"]


def test_an_item_of_a_list_after_a_section_is_no_point_of_it() -> None:
    assert read("Tillstånd krävs enligt 4 §\n1. Sökanden ska vara myndig.") == ["4 §"]


_PIECES = ["5 §", "2 kap.", "och", ",", "–", "första stycket", "3", "a", "LOU", "(2016:1145)", "§", ":", "\n"]


@given(st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_the_words_of_a_reference_stand_at_its_offsets_in_reading_order(text: str) -> None:
    references = find_references(text)
    assert all(text[r.start : r.end] == r.text for r in references)
    assert [r.start for r in references] == sorted(r.start for r in references)


@pytest.mark.parametrize(
    "piece",
    ["1, ", "1 a och b, ", "första, ", "5 § i ", "1–2, ", "lagen om ", "§ 1/", "6:", "andra stycket i "],
)
def test_reading_takes_steps_in_proportion_to_the_length_of_the_text(piece: str) -> None:
    assert _steps(piece * 400) < 2.5 * _steps(piece * 200)


def test_what_is_said_of_a_long_list_over_and_over_is_read_in_such_steps_too() -> None:
    assert _steps(_qualified(400)) < 2.5 * _steps(_qualified(200))


def _qualified(times: int) -> str:
    return "1, " * times + "2 §§ " + "i denna paragraf " * times


def _steps(text: str) -> int:
    """How many calls it takes to read a text."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        find_references(text)
    finally:
        sys.setprofile(None)
    return calls
