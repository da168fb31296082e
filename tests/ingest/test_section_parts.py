"""The stycken and points of a section."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.section_parts import Part, every_part, stycken

LINES = st.sampled_from(
    (
        "Den som köper ska", "Köparen betalar.", "1. begära anbud,", "2. skriva avtal, eller",
        "a) varor, och", "b) tjänster.", "- mat,", "– dryck.", "ska detta antecknas.", "Lag (2031:7).",
        "Allt ska ske i tid. Lag (2030:2).",
    )
)  # fmt: skip
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(("\n", "\n\n"))), min_size=1, max_size=12).map(
    lambda lines: "".join(line + end for line, end in lines).rstrip()
)


def words(text: str, parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    return [(part.label, text[part.start : part.end]) for part in parts]


def test_every_paragraph_is_a_stycke() -> None:
    text = "Köp ska ske i tid.\n\nDet gäller inte gåvor."
    assert words(text, stycken(text)) == [("1", "Köp ska ske i tid."), ("2", "Det gäller inte gåvor.")]


def test_a_list_belongs_to_the_stycke_that_leads_into_it() -> None:
    text = "Med köp avses\n1. varor, och\n2. tjänster.\n\nGåvor är inga köp."
    first, second = stycken(text)
    assert words(text, first.points) == [("1", "1. varor, och"), ("2", "2. tjänster.")]
    assert text[second.start : second.end] == "Gåvor är inga köp."


def test_words_that_end_the_sentence_after_a_list_are_no_new_stycke() -> None:
    text = "Om köpet gäller\n1. varor, eller\n2. tjänster,\n\nska det antecknas.\n\nAnteckningen sparas."
    assert len(stycken(text)) == 2


def test_letters_and_dashes_stand_inside_the_number_above_them() -> None:
    text = "Anbud ska innehålla\n1. pris,\n2. tid för\na) köp,\nb) hyra, och\n- lån,\n- gåva\n3. namn."
    (only,) = stycken(text)
    one, two, three = only.points
    assert [point.label for point in two.points] == ["a", "b"]
    assert [point.label for point in two.points[1].points] == ["1", "2"]
    assert text[two.start : two.end].endswith("- gåva")
    assert (one.points, three.points) == ((), ())


def test_points_in_running_text_are_found_when_they_count_up() -> None:
    text = "Köp är tillåtet om 1. det finns medel, och\n2. chefen godkänner det."
    (only,) = stycken(text)
    assert words(text, only.points) == [
        ("1", "1. det finns medel, och"),
        ("2", "2. chefen godkänner det."),
    ]


def test_a_point_on_the_line_of_another_is_found_where_its_number_is_missing() -> None:
    text = "Lagen gäller inte\n1. köp av mat, 2. hyra av hus,\n3. lån."
    (only,) = stycken(text)
    assert words(text, only.points) == [("1", "1. köp av mat,"), ("2", "2. hyra av hus,"), ("3", "3. lån.")]


def test_a_number_in_a_sentence_is_no_point() -> None:
    assert stycken("Avgiften är högst 1. eller lägst noll kronor.")[0].points == ()


def test_an_inserted_point_keeps_its_letter() -> None:
    text = "Här avses\n2. köp,\n2 a. hyra, och\n3. lån."
    assert [point.label for point in stycken(text)[0].points] == ["2", "2 a", "3"]


@pytest.mark.parametrize("note", ["Lag (2031:7).", "Förordning (2031:7).", "Lag (2031:7)"])
def test_an_amendment_note_belongs_to_no_stycke(note: str) -> None:
    text = f"Köp ska ske i tid. {note}\n\nGåvor är inga köp.\n\n{note}"
    assert [w for _, w in words(text, stycken(text))] == ["Köp ska ske i tid.", "Gåvor är inga köp."]


@given(TEXTS)
def test_stycken_follow_on_each_other_and_hold_all_words_but_notes(text: str) -> None:
    parts = stycken(text)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    held = " ".join(text[part.start : part.end] for part in parts)
    for note in ("Lag (2031:7).", "Lag (2030:2)."):
        held, text = held.replace(note, ""), text.replace(note, "")
    assert held.split() == text.split()


@given(TEXTS)
def test_points_lie_inside_what_they_are_points_of(text: str) -> None:
    for part in every_part(stycken(text)):
        assert part.start < part.end <= len(text)
        assert all(part.start <= point.start and point.end <= part.end for point in part.points)
        assert all(a.end <= b.start for a, b in pairwise(part.points))
