"""Numbers in words and figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.rewriting import spelt
from hierarchy.numerals import number_word, read_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("åttio tusen", 80_000),
        ("attio tusen", 80_000),
        ("hundratusen", 100_000),
        ("tvåhundrafemtiotusen", 250_000),
        ("sju hundra tusen", 700_000),
        ("en miljon", 1_000_000),
        ("en halv miljon", 500_000),
        ("en och en halv miljon", 1_500_000),
        ("två och en halv miljoner", 2_500_000),
        ("0,08 mnkr", 80_000),
        ("1,125 miljoner", 1_125_000),
        ("80 k", 80_000),
        ("fyra", 4),
    ],
)
def test_a_number_is_read_with_its_magnitudes(words: str, value: int) -> None:
    told = words.split()
    assert read_number(told) == (Decimal(value), len(told))


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("80 000", 80_000),
        ("80,000", 80_000),
        ("2.389.585", 2_389_585),
        ("99,50", Decimal("99.5")),
        ("0,125", 0.125),
    ],
)
def test_a_figure_is_read_however_its_thousands_are_parted(figure: str, value: float) -> None:
    read = read_number([figure])
    assert read is not None
    assert float(read[0]) == float(value)


@pytest.mark.parametrize("words", ["en bil", "ett avtal", "halv dag", "hund", "miljonavtal", "ettan"])
def test_an_article_or_a_word_that_only_resembles_one_is_no_number(words: str) -> None:
    assert read_number(words.split()) is None


@given(st.integers(2, 999))
def test_every_number_in_words_is_read_back(number: int) -> None:
    assert number_word(spelt(number)) == number
