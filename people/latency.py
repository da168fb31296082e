"""How long answers have taken: the middle one and the slow ones, over time and by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from people.asked import STEPS

_DAYS_BY_DAY = 45
"""A time no longer than this is told day by day, a longer one week by week."""


@dataclass(frozen=True)
class Spent:
    """Milliseconds that half of the answers took at most, and that 95 in 100 did; `count` answers."""

    median: float
    p95: float
    count: int


def by_step(spent: Sequence[tuple[date, Mapping[str, float]]]) -> dict[str, Spent]:
    """Every step that was timed, in the order of the way."""
    found = {step: [times[step] for _, times in spent if step in times] for step in STEPS}
    return {step: _spent(times) for step, times in found.items() if times}


def over_time(spent: Sequence[tuple[date, Mapping[str, float]]], days: int) -> dict[date, Spent]:
    """The whole answers by day, or by week (its Monday) where `days` are many; oldest first."""
    periods: dict[date, list[float]] = {}
    for day, times in spent:
        if "total" in times:
            begin = day if days <= _DAYS_BY_DAY else day - timedelta(days=day.weekday())
            periods.setdefault(begin, []).append(times["total"])
    return {begin: _spent(periods[begin]) for begin in sorted(periods)}


def _spent(times: Sequence[float]) -> Spent:
    median, p95 = np.percentile(np.asarray(times), [50, 95])
    return Spent(float(median), float(p95), len(times))
