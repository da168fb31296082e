"""Sums as people type them."""

from decimal import Decimal

import pytest

from hierarchy.procurement.money import SumError, SumFault, kronor


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("450000", "450000"),
        ("450 000", "450000"),
        ("450\u00a0000 kr", "450000"),
        ("450.000", "450000"),
        ("450 000 kronor", "450000"),
        ("SEK 450 000", "450000"),
        ("450 tkr", "450000"),
        ("450 TKR", "450000"),
        ("0,45 mnkr", "450000"),
        ("1,2 miljoner kronor", "1200000"),
        ("2 miljoner", "2000000"),
        ("99,50", "99.50"),
        ("80000:-", "80000"),
        ("SEK 450,000", "450000"),
        ("1,450,000", "1450000"),
    ],
)
def test_a_sum_in_kronor_is_read_however_it_is_written(text: str, sum_: str) -> None:
    assert kronor(text) == Decimal(sum_)


@pytest.mark.parametrize("text", ["500 euro", "€500", "$ 500", "500 USD"])
def test_another_currency_is_refused_rather_than_converted(text: str) -> None:
    with pytest.raises(SumError) as refused:
        kronor(text)
    assert refused.value.fault is SumFault.FOREIGN


@pytest.mark.parametrize("text", ["", "mycket", "5 stycken", "1 2 3", "NaN", "1e6"])
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(SumError) as refused:
        kronor(text)
    assert refused.value.fault is SumFault.NO_SUM


def test_a_sum_that_no_purchase_comes_to_is_refused() -> None:
    with pytest.raises(SumError) as refused:
        kronor("9" * 32)
    assert refused.value.fault is SumFault.TOO_LARGE


def test_a_sum_below_zero_is_refused() -> None:
    with pytest.raises(SumError) as refused:
        kronor("-500")
    assert refused.value.fault is SumFault.BELOW_ZERO
