"""Ranges of values, as comparators make them: whether one lies within another, or outside it."""

from dataclasses import dataclass
from decimal import Decimal

from hierarchy.amounts import Comparator

_INFINITE = Decimal("Infinity")


@dataclass(frozen=True)
class Range:
    """From `low` to `high`; each end belongs to it where it is `with_low`, `with_high`."""

    low: Decimal
    high: Decimal
    with_low: bool = True
    with_high: bool = True

    def within(self, other: "Range") -> bool:
        """Whether every value of this range is one of `other`."""
        above = self.low > other.low or (self.low == other.low and (other.with_low or not self.with_low))
        below = self.high < other.high or (
            self.high == other.high and (other.with_high or not self.with_high)
        )
        return above and below

    def outside(self, other: "Range") -> bool:
        """Whether no value of this range is one of `other`."""
        return _ends_before(self, other) or _ends_before(other, self)


def range_of(value: Decimal, comparator: Comparator | None) -> Range:
    """The values that a comparator leaves, from none at all upwards; the value alone without one."""
    match comparator:
        case Comparator.UNDER:
            return Range(Decimal(0), value, with_high=False)
        case Comparator.AT_MOST:
            return Range(Decimal(0), value)
        case Comparator.OVER:
            return Range(value, _INFINITE, with_low=False)
        case Comparator.AT_LEAST:
            return Range(value, _INFINITE)
    return Range(value, value)


def _ends_before(first: Range, second: Range) -> bool:
    touching = first.high == second.low and not (first.with_high and second.with_low)
    return first.high < second.low or touching
