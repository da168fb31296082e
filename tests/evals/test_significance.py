"""Differences between two runs of the same questions, and what chance would do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.significance import bootstrapped, mcnemar, paired

values = st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=1, max_size=60)


def test_mcnemars_exact_test_is_the_binomial_on_the_pairs_that_changed() -> None:
    # Six of six fell: 2 · (1/2)^6.
    assert mcnemar(0, 6) == pytest.approx(0.03125)
    # Two of ten rose: 2 · (1 + 10 + 45) / 1024.
    assert mcnemar(2, 8) == pytest.approx(0.109375)
    assert mcnemar(0, 0) == mcnemar(3, 3) == 1.0


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_test_is_symmetric_and_a_probability(better: int, worse: int) -> None:
    assert mcnemar(better, worse) == mcnemar(worse, better)
    assert 0 < mcnemar(better, worse) <= 1


def test_five_questions_lost_and_none_won_are_a_drop_beyond_noise_and_four_are_not() -> None:
    same = [(1.0, 1.0)] * 50
    assert paired([*same, *[(1.0, 0.0)] * 5]).is_drop_beyond_noise
    assert not paired([*same, *[(1.0, 0.0)] * 4]).is_drop_beyond_noise


def test_a_rise_is_never_a_drop() -> None:
    found = paired([(0.0, 1.0)] * 10)
    assert found.is_sure
    assert not found.is_drop_beyond_noise


def test_matters_of_degree_count_by_which_rose_and_which_fell() -> None:
    found = paired([(0.5, 1.0), (1.0, 0.5), (0.25, 0.25)])
    assert (found.better, found.worse, found.count) == (1, 1, 3)
    assert found.difference == pytest.approx(0.0)


@given(values)
def test_the_bootstrap_is_within_the_values_and_the_same_every_time(drawn: list[float]) -> None:
    interval = bootstrapped(drawn)
    assert min(drawn) <= interval.low <= interval.high <= max(drawn)
    assert bootstrapped(drawn) == interval


@pytest.mark.parametrize("needs_values", [paired, bootstrapped])
def test_nothing_can_be_said_of_no_questions(needs_values) -> None:
    with pytest.raises(ValueError, match="at least one"):
        needs_values([])
