"""How sure a mean is: 95 % confidence intervals, and percentiles, of a few dozen cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import fmean, stdev

Z_95 = 1.959964
"""The standard normal deviate that leaves 2.5 % on either side."""


@dataclass(frozen=True)
class Interval:
    """Bounds of a 95 % confidence interval, both from 0 to 1."""

    low: float
    high: float


def wilson(successes: float, count: int) -> Interval:
    """Wilson's score interval for a share: unlike the usual one it is honest at 0 %, at 100 % and for few
    cases.

    Raises ValueError without any cases.
    """
    if count < 1:
        raise ValueError("an interval needs at least one case")
    share = successes / count
    spread = Z_95**2 / count
    centre = (share + spread / 2) / (1 + spread)
    margin = Z_95 * sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    # Rounding may put a bound a hair past the share itself at 0 and 1.
    return Interval(max(0.0, min(centre - margin, share)), min(1.0, max(centre + margin, share)))


def mean_interval(values: Sequence[float]) -> Interval:
    """The normal interval for a mean of values from 0 to 1 that are not shares, cut to 0–1.

    A single value says nothing of its spread: the interval is then the whole range. Raises ValueError without
    values.
    """
    if not values:
        raise ValueError("an interval needs at least one case")
    if len(values) == 1:
        return Interval(0.0, 1.0)
    margin = Z_95 * stdev(values) / sqrt(len(values))
    return Interval(max(0.0, fmean(values) - margin), min(1.0, fmean(values) + margin))


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` per cent of the values do not exceed (nearest rank).

    Raises ValueError without values.
    """
    if not values:
        raise ValueError("a percentile needs at least one value")
    return sorted(values)[max(1, ceil(percent / 100 * len(values))) - 1]
