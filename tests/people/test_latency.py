"""How long answers have taken."""

from datetime import date

from people.latency import by_step, over_time


def test_the_middle_and_the_slow_are_told_by_step_in_the_order_of_the_way() -> None:
    spent = [(date(2026, 3, 2), {"total": float(ms), "retrieve": ms / 2}) for ms in range(1, 102)]
    steps = by_step(spent)
    assert list(steps) == ["retrieve", "total"]
    assert (steps["total"].median, steps["total"].p95, steps["total"].count) == (51.0, 96.0, 101)


def test_a_short_time_is_told_by_day_and_a_long_one_by_week() -> None:
    spent = [(date(2026, 3, day), {"total": 10.0}) for day in (3, 5, 10)]
    assert list(over_time(spent, 30)) == [date(2026, 3, 3), date(2026, 3, 5), date(2026, 3, 10)]
    assert list(over_time(spent, 90)) == [date(2026, 3, 2), date(2026, 3, 9)]


def test_questions_without_a_time_are_left_out() -> None:
    assert over_time([(date(2026, 3, 3), {})], 30) == {}
    assert by_step([(date(2026, 3, 3), {})]) == {}
