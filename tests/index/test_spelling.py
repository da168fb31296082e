"""A question as it was meant, however it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import terms
from index.spelling import Spelling
from index.vocabulary import Vocabulary

LIBRARY = (
    "vår upphandling ska annonseras när värdet överstiger gränsen och beslutet får överklagas inom tre "
    "veckor av leverantören hos förvaltningsrätten för direktupphandling gäller regionens riktlinjer det är "
    "på varje år så "
    "avtalsansvarig inköpare lagen om låg hund risken ledamöter"
)
COUNTS = dict.fromkeys(LIBRARY.split(), 3)


def spelling(*others: str) -> Spelling:
    vocabulary = Vocabulary(dict.fromkeys(terms(LIBRARY), 1), 10, {})
    return Spelling(COUNTS, others, ["Region", "Västmanland"], vocabulary)


def read(text: str) -> str:
    return spelling().reread(text).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nar maste vi annonsera pa webben for alla", "när måste vi annonsera på webben för alla"),
        ("Nar far beslutet overklagas", "När får beslutet överklagas"),
        ("hur manga ar galler det", "hur många år gäller det"),
        ("ar det sa enligt var riktlinje", "är det så enligt vår riktlinje"),
        ("var star det", "var står det"),
        ("naer maaste beslutet oeverklagas", "när måste beslutet överklagas"),
        ("vad galler i Vastmanland", "vad gäller i Västmanland"),
    ],
)
def test_what_was_typed_without_dots_gets_them_back(typed: str, meant: str) -> None:
    assert read(typed) == meant


def test_in_a_question_with_dots_a_word_that_is_one_without_stays() -> None:
    assert read("får en far vara när") == "får en far vara när"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("leverantörn", "leverantören"),
        ("överklagsa", "överklagas"),
        ("förrvaltningsrätten", "förvaltningsrätten"),
        ("vlika riktlinjer", "vilka riktlinjer"),
        ("avtalsansvraig", "avtalsansvarig"),
        ("förvaltningrättne", "förvaltningsrätten"),
        ("Upphanlding", "Upphandling"),
        ("hos Västmanlnd", "hos Västmanland"),
    ],
)
def test_a_typing_error_is_mended(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "word", ["disken", "hand", "graven", "trodde", "oense", "lägenhet", "först", "Lenovo"]
)
def test_a_swedish_word_or_a_name_that_the_library_lacks_is_no_misspelling(word: str) -> None:
    assert read(f"vem har {word}") == f"vem har {word}"


def test_a_word_of_the_synonyms_is_no_misspelling() -> None:
    assert spelling("gränden").reread("gränden").text == "gränden"


def test_numbers_references_and_addresses_are_left_alone() -> None:
    text = "enligt 2016:1145 och IN-IN26-0003 hos info@regionen.se, 19a kap."
    assert read(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("DU under gränsen", "direktupphandling under gränsen"),
        ("vad får du göra", "vad får du göra"),
        ("VAD FÅR DU GÖRA", "VAD FÅR DU GÖRA"),
        ("vem i RF beslutar", "vem i regionfullmäktige beslutar"),
        ("vad säger RF 8 kap. om beslut", "vad säger RF 8 kap. om beslut"),
    ],
)
def test_a_short_form_is_written_out_where_it_means_but_one_thing(typed: str, meant: str) -> None:
    assert read(typed) == meant


def test_an_english_question_keeps_its_words() -> None:
    text = "when may I far exceed the annual limit for this"
    assert spelling().reread(text, swedish=False).text == text


def test_it_is_told_what_was_read_otherwise() -> None:
    assert spelling().reread("Nar far vi?").changes == (("Nar", "När"), ("far", "får"))


@given(st.text(max_size=60))
def test_reading_again_changes_nothing_more_and_never_more_than_words(text: str) -> None:
    once = spelling().reread(text)
    assert [c for c in once.text if not c.isalpha()] == [c for c in text if not c.isalpha()]
