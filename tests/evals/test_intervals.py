"""Intervals and percentiles, against worked figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.intervals import Interval, mean_interval, percentile, wilson


def test_wilson_agrees_with_a_worked_example() -> None:
    # 8 of 10, z = 1.96: centre (0.8 + 3.8415/20) / 1.38415 = 0.7167,
    # margin 1.96 · sqrt(0.8·0.2/10 + 3.8415/400) / 1.38415 = 0.2266.
    interval = wilson(8, 10)
    assert interval.low == pytest.approx(0.4902, abs=5e-4)
    assert interval.high == pytest.approx(0.9433, abs=5e-4)


def test_wilson_stays_open_where_every_case_passed() -> None:
    # All of 10: the low bound is 10 / (10 + 3.8415) = 0.7225.
    interval = wilson(10, 10)
    assert interval.low == pytest.approx(0.7225, abs=5e-4)
    assert interval.high == 1.0


@given(st.integers(1, 500), st.integers(0, 500))
def test_a_share_lies_in_its_interval_and_the_interval_in_zero_to_one(count: int, passed: int) -> None:
    successes = min(passed, count)
    interval = wilson(successes, count)
    assert 0 <= interval.low <= successes / count <= interval.high <= 1


def test_the_interval_of_a_mean_follows_its_spread() -> None:
    # Mean 0.5, standard deviation of (0.25, 0.5, 0.75) 0.25: margin 1.96 · 0.25 / sqrt(3) = 0.2829.
    interval = mean_interval([0.25, 0.5, 0.75])
    assert interval.low == pytest.approx(0.2171, abs=5e-4)
    assert interval.high == pytest.approx(0.7829, abs=5e-4)


def test_a_single_value_says_nothing_of_the_spread() -> None:
    assert mean_interval([0.5]) == Interval(0.0, 1.0)


def test_percentiles_are_nearest_ranks() -> None:
    # 95 % of 20 values is the 19th, of 21 the 20th (19.95 rounded up).
    assert percentile([float(n) for n in range(20, 0, -1)], 95) == 19.0
    assert percentile([float(n) for n in range(21, 0, -1)], 95) == 20.0
    assert percentile([7.0], 95) == 7.0


@pytest.mark.parametrize(
    "measure", [lambda: wilson(0, 0), lambda: mean_interval([]), lambda: percentile([], 95)]
)
def test_nothing_is_said_of_no_cases(measure) -> None:
    with pytest.raises(ValueError, match="needs at least one"):
        measure()
