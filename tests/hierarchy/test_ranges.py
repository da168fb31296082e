"""Ranges of values as comparators make them."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hierarchy.amounts import Comparator
from hierarchy.ranges import range_of

VALUES = st.integers(min_value=1, max_value=50).map(Decimal)
SIDES = st.sampled_from([None, *Comparator])


def test_a_value_at_the_limit_is_within_what_may_be_reached_and_outside_what_must_be_kept_under() -> None:
    limit = range_of(Decimal(10), None)
    assert limit.within(range_of(Decimal(10), Comparator.AT_MOST))
    assert limit.outside(range_of(Decimal(10), Comparator.UNDER))


@given(VALUES, SIDES, VALUES, SIDES)
def test_no_range_is_both_within_and_outside_another(
    a: Decimal, x: Comparator | None, b: Decimal, y: Comparator | None
) -> None:
    first, second = range_of(a, x), range_of(b, y)
    assert not (first.within(second) and first.outside(second))
    assert first.outside(second) == second.outside(first)


@given(VALUES, SIDES)
def test_every_range_is_within_itself(value: Decimal, side: Comparator | None) -> None:
    assert range_of(value, side).within(range_of(value, side))


@given(VALUES, VALUES)
def test_what_is_over_a_limit_is_outside_what_is_at_most_it(a: Decimal, b: Decimal) -> None:
    over, most = range_of(a, Comparator.OVER), range_of(b, Comparator.AT_MOST)
    assert over.outside(most) == (a >= b)
