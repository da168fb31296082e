"""The terms that a text is indexed and searched by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import STOP_WORDS, stem, terms, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("upphandlingar", "upphandlingen"),
        ("gåva", "gåvorna"),
        ("INKÖPEN", "inköp"),
        ("leverantörs", "leverantörer"),
        ("gava", "gåva"),
        ("gåva", "gåvan"),
        ("policy", "policyns"),
        ("regel", "reglerna"),
        ("regel", "regeln"),
        ("kontrakt", "kontraktet"),
        ("digital", "digitalt"),
        ("program", "programmet"),
        ("plan", "planen"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_words_that_differ_in_more_than_form_stay_apart() -> None:
    assert terms("resor") != terms("räntor")


@pytest.mark.parametrize(
    "amount",
    ["700 000 kr", "700\u00a0000 kronor", "700\u202f000 kronor", "700 tkr", "0,7 miljoner", "0,7 mnkr"],
)
def test_an_amount_is_one_term_whatever_way_it_is_written(amount: str) -> None:
    assert terms(amount)[0] == "700000"


@pytest.mark.parametrize(
    "amount", ["0,7 mkr", "700k", "700000:-", "SEK 700,000", "700.000 kr", "sjuhundra tusen kronor"]
)
def test_an_amount_as_people_type_it_is_the_same_term(amount: str) -> None:
    assert "700000" in terms(amount)


def test_a_small_number_is_one_term_in_words_and_in_figures() -> None:
    assert terms("inom tjugo dagar") == terms("inom 20 dagar")


def test_numbers_that_only_stand_beside_each_other_are_not_joined() -> None:
    assert terms("den 5 2026") == ["5", "2026"]
    assert terms("15 2026") == ["15", "2026"]


def test_function_words_and_single_letters_are_left_out() -> None:
    assert terms("får jag köpa i 19 a kap.") == terms("köpa 19 kap")
    assert "och" in STOP_WORDS


def test_a_hyphen_left_by_a_shared_ending_is_no_part_of_the_word() -> None:
    assert terms("inköps- och upphandlingsfrågor")[0] == stem("inköps")


def test_a_soft_hyphen_does_not_divide_a_word() -> None:
    assert terms("upp\u00adhandling") == terms("upphandling")


def test_each_word_comes_with_its_term_in_reading_order() -> None:
    assert list(words("Gåvor från leverantörer")) == [("gåvor", "gav"), ("leverantörer", "leverantor")]


@given(st.text(max_size=80))
def test_terms_hold_nothing_that_full_text_search_would_read_as_syntax(text: str) -> None:
    assert all(term and '"' not in term and not any(c.isspace() for c in term) for term in terms(text))
