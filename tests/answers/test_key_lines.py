"""What of a language model's reply may become a key."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.key_lines import MOST_LINES, NotLines, read_lines

TEXT = "Den som reser i tjänsten ska boka biljetten senast 14 dagar före avresan, enligt 3 § i reseordningen."


def kept(*lines: object, text: str = TEXT, swedish: bool = True) -> tuple[str, ...]:
    return read_lines(json.dumps(lines), text, "Bokning av resa", swedish=swedish).kept


def reason(line: object) -> str:
    ((_, said),) = read_lines(json.dumps([line]), TEXT, "Bokning av resa").refused
    return said


def test_everyday_lines_are_kept_in_their_order() -> None:
    lines = ("hur tidigt måste jag köpa tågbiljett?", "boka flyg", "how early do I book a trip?")
    assert kept(*lines) == lines


def test_words_and_a_fence_around_the_list_are_passed_over() -> None:
    found = read_lines('Visst!\n```json\n["boka flyg i jobbet"]\n```\nHoppas det hjälper.', TEXT, "")
    assert found.kept == ("boka flyg i jobbet",)


@pytest.mark.parametrize("reply", ["", "Jag kan inte svara.", '{"a": 1}', "[", "]" * 9, "[" * 90_000 + "]"])
def test_a_reply_that_is_no_list_is_told_apart_from_one_without_good_lines(reply: str) -> None:
    with pytest.raises(NotLines):
        read_lines(reply, TEXT, "")
    assert read_lines("[]", TEXT, "").kept == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("resa", "tecken"),
        ("r" * 121, "tecken"),
        ("**boka** flyg", "märkspråk"),
        ("<b>boka flyg</b>", "märkspråk"),
        ("se https://exempel.se", "märkspråk"),
        ("# boka flyg", "märkspråk"),
        ("boka\u202eflyg nu", "styrtecken"),
        ("как забронировать билет", "varken svenska"),
        ("bokning av RESA", "ordagrant"),
        ("ska boka biljetten senast 14 dagar före avresan", "ordagrant"),
        ("boka biljetten senast", "ordagrant"),
        ("vad säger 4 kap. 2 § kommunallagen?", "hänvisar"),
        ("vad står i lagen (2016:1145)?", "hänvisar"),
        ("kan jag boka 30 dagar innan?", "tal"),
        (7, "ingen text"),
    ],
)
def test_a_line_that_can_be_no_key_is_refused_with_the_reason(line: object, why: str) -> None:
    assert why in reason(line)


def test_a_line_is_kept_once_and_no_more_lines_than_a_person_wants_to_read() -> None:
    lines = [f"fråga om biljetter {word}" for word in ("ett", "två", "tre", "fyra", "fem")]
    found = read_lines(json.dumps([lines[0], lines[0].upper() + "?", *lines]), TEXT, "")
    assert found.kept == tuple(lines[:MOST_LINES])
    assert found.refused[0][1] == "upprepar en annan rad"
    assert found.refused[-1] == (lines[-1], "är fler än 4")


def test_a_swedish_document_gets_mostly_swedish_lines() -> None:
    assert kept("boka tåg till jobbet", "how do I book?", "what about the train?") == (
        "boka tåg till jobbet",
        "how do I book?",
    )
    assert len(kept("how do I book?", "what about the train?", swedish=False)) == 2


@given(st.text(max_size=300))
def test_whatever_is_replied_gives_lines_that_can_be_keys_or_none(reply: str) -> None:
    try:
        found = read_lines(reply, TEXT, "Bokning av resa")
    except NotLines:
        return
    assert len(found.kept) <= MOST_LINES
    assert all("<" not in line and "\n" not in line and len(line) <= 120 for line in found.kept)


@given(st.lists(st.text(max_size=40), max_size=8))
def test_every_line_of_a_list_is_either_kept_or_refused_aloud(lines: list[str]) -> None:
    found = read_lines(json.dumps(lines), TEXT, "Bokning av resa")
    assert len(found.kept) + len(found.refused) == len(lines)
