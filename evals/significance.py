"""Whether a difference between two runs of the same questions is more than chance.

The engine gives the same answer to the same question every time: the chance is in which questions were asked.
Paired tests use that both runs answered the same ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import fmean

import numpy as np

from evals.intervals import Interval

SURE = 0.05
"""A p-value below this is called more than chance."""


@dataclass(frozen=True)
class Paired:
    """Values of one metric on the same questions: `before` and `after` are means over `count` pairs.

    `better`, `worse`: how many pairs rose and fell. `p`: how often chance alone would part the runs this far
    in either direction. `interval`: 95 % of the mean difference, by the bootstrap.
    """

    before: float
    after: float
    count: int
    better: int
    worse: int
    p: float
    interval: Interval

    @property
    def difference(self) -> float:
        return self.after - self.before

    @property
    def is_sure(self) -> bool:
        return self.p < SURE

    @property
    def is_drop_beyond_noise(self) -> bool:
        """Fewer right than before; chance alone would do that (one-sided) less often than `SURE`."""
        return self.difference < 0 and self.p / 2 < SURE


def paired(pairs: Sequence[tuple[float, float]]) -> Paired:
    """Compare (before, after) values from 0 to 1. Raises ValueError without any pair.

    p is McNemar's exact test on how many rose and fell; for values between 0 and 1 that is the sign test.
    """
    if not pairs:
        raise ValueError("a comparison needs at least one pair")
    differences = [after - before for before, after in pairs]
    better = sum(difference > 0 for difference in differences)
    worse = sum(difference < 0 for difference in differences)
    return Paired(
        fmean(before for before, _ in pairs),
        fmean(after for _, after in pairs),
        len(pairs),
        better,
        worse,
        mcnemar(better, worse),
        bootstrapped(differences),
    )


def mcnemar(better: int, worse: int) -> float:
    """McNemar's exact test, two-sided: p of a split at least this uneven where either side is as likely."""
    changed = better + worse
    fewer = min(better, worse)
    tail = sum(comb(changed, k) for k in range(fewer + 1))
    return min(1.0, float(2 * tail / 2**changed))


def bootstrapped(values: Sequence[float]) -> Interval:
    """95 % of the means of samples drawn anew from the values; the same every time for the same values.

    The bounds are from -1 to 1 where the values are differences. Raises ValueError without values.
    """
    if not values:
        raise ValueError("an interval needs at least one value")
    drawn = np.random.default_rng(0).choice(np.asarray(values), size=(_samples(len(values)), len(values)))
    low, high = np.quantile(drawn.mean(axis=1), (0.025, 0.975))
    return Interval(float(low), float(high))


def _samples(count: int) -> int:
    """Fewer for many values, whose mean varies less: time and memory stay small."""
    return max(1_000, min(10_000, 4_000_000 // count))
