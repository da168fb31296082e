"""How long answers have taken."""

from collections.abc import Sequence
from datetime import date

from people.asked import STEPS, Asked, Times, note_all, spent
from people.database import Database
from people.latency import by_step, over_time


def times(days: Sequence[str], **by: Sequence[float | None]) -> Times:
    return Times(days, {step: by.get(step, [None] * len(days)) for step in STEPS})


def test_the_middle_and_the_slow_are_told_by_step_in_the_order_of_the_way() -> None:
    total = [float(ms) for ms in range(1, 102)]
    steps = by_step(times(["2026-03-02"] * 101, total=total, retrieve=[ms / 2 for ms in total]))
    assert list(steps) == ["retrieve", "total"]
    assert (steps["total"].median, steps["total"].p95, steps["total"].count) == (51.0, 96.0, 101)


def test_a_short_time_is_told_by_day_and_a_long_one_by_week() -> None:
    found = times([f"2026-03-{day:02}" for day in (3, 5, 10)], total=[10.0] * 3)
    assert list(over_time(found, 30)) == [date(2026, 3, 3), date(2026, 3, 5), date(2026, 3, 10)]
    assert list(over_time(found, 90)) == [date(2026, 3, 2), date(2026, 3, 9)]


def test_questions_without_a_time_are_left_out(database: Database) -> None:
    note_all(
        database, [Asked(date(2026, 3, 3), "Vem?"), Asked(date(2026, 3, 4), "Vem?", spent_ms={"total": 5})]
    )
    found = spent(database, date(2026, 3, 1))
    assert list(over_time(found, 30)) == [date(2026, 3, 4)]
    assert list(by_step(found)) == ["total"]


def test_where_nothing_was_asked_there_is_nothing(database: Database) -> None:
    found = spent(database, date(2026, 3, 1))
    assert (by_step(found), over_time(found, 30)) == ({}, {})
