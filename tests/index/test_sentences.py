"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import sentence_spans
from tests.index import prose


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_sentences_end_at_stops_before_a_capital() -> None:
    assert split("Köpet ska anmälas. Är du osäker? Åk inte!") == [
        "Köpet ska anmälas.",
        "Är du osäker?",
        "Åk inte!",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Det följer av 19 a kap. 2 § lagen.",
        "Gåvor, t.ex. Blommor, får tas emot.",
        "Se prop. 2021/22:5 och dnr. 14.",
        "Sammanträdet börjar kl. 13.00 i salen.",
        "Köp under 1.500 kronor och resa den 3.5 är fria.",
        "Regeln gäller fr.o.m. 2026.",
    ],
)
def test_an_abbreviation_or_a_number_does_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


def test_an_items_number_is_not_a_sentence_by_itself() -> None:
    assert split("1. Anbud begärs in. 2. Anbuden jämförs.") == ["1. Anbud begärs in.", "2. Anbuden jämförs."]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert split("Han sade ”nej.” Alla gick.") == ["Han sade ”nej.”", "Alla gick."]


def test_space_around_and_between_is_left_out() -> None:
    assert split("  Ett.  \n Två. ") == ["Ett.", "Två."]
    assert split(" \n ") == []


@given(st.one_of(prose.paragraph, prose.anything))
def test_sentences_cover_all_but_space_in_order(text: str) -> None:
    spans = list(sentence_spans(text))
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end].strip() == text[start:end]
        position = end
    assert not text[position:].strip()
