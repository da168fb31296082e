"""How long answers have taken: the middle one and the slow ones, over time and by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from people.asked import STEPS, Times

_DAYS_BY_DAY = 45
"""A time no longer than this is told day by day, a longer one week by week."""


@dataclass(frozen=True)
class Spent:
    """Milliseconds that half of the answers took at most, and that 95 in 100 did; `count` answers."""

    median: float
    p95: float
    count: int


def by_step(times: Times) -> dict[str, Spent]:
    """Every step that was timed, in the order of the way."""
    found = {step: _numbers(spent) for step, spent in times.by_step.items()}
    return {step: _spent(spent) for step, spent in found.items() if spent.size}


def over_time(times: Times, days: int) -> dict[date, Spent]:
    """The whole answers by day, or by week (its Monday) where `days` are many; oldest first."""
    beginnings = {day: _begins(date.fromisoformat(day), days) for day in set(times.days)}
    periods: dict[date, list[float]] = {}
    for day, spent in zip(times.days, times.by_step[STEPS[-1]], strict=True):
        if spent is not None:
            periods.setdefault(beginnings[day], []).append(spent)
    return {begin: _spent(_numbers(periods[begin])) for begin in sorted(periods)}


def _begins(day: date, days: int) -> date:
    return day if days <= _DAYS_BY_DAY else day - timedelta(days=day.weekday())


def _numbers(spent: Sequence[float | None]) -> NDArray[np.float64]:
    numbers = np.asarray(spent, dtype=np.float64)
    known: NDArray[np.float64] = numbers[~np.isnan(numbers)]
    return known


def _spent(times: NDArray[np.float64]) -> Spent:
    median, p95 = np.percentile(times, [50, 95])
    return Spent(float(median), float(p95), len(times))
