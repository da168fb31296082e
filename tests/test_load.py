"""The load keeps to this machine, and tells what people met."""

import argparse

import pytest

from scripts.load.__main__ import LONGEST, loopback, main
from scripts.load.person import Budget, Seen, _check
from scripts.load.result import result_of
from scripts.load.tab import PageFailed, Run


@pytest.mark.parametrize("own", ["http://127.0.0.1:8601", "http://localhost:8601/", "http://[::1]:8601"])
def test_an_address_on_this_machine_is_let_through(own: str) -> None:
    assert loopback(own) == own.rstrip("/")


@pytest.mark.parametrize(
    "other",
    ["http://example.org", "http://10.0.0.1:8601", "http://127.0.0.1.example.org", "ftp://127.0.0.1", ""],
)
def test_no_other_machine_is_ever_loaded(other: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="inte en adress på den här datorn"):
        loopback(other)


@pytest.mark.parametrize("given", [["--people", "101"], ["--seconds", str(LONGEST + 1)], ["--people", "0"]])
def test_people_and_time_have_a_ceiling(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(given)
    assert "inte ett tal mellan 1 och" in capsys.readouterr().err


def test_questions_are_taken_from_one_budget() -> None:
    budget = Budget(ends=float("inf"), questions=2)
    assert [budget.take() for _ in range(3)] == [True, True, False]


def test_what_another_person_asked_is_an_error() -> None:
    _check(Run(0.1, 0.1, ["Vilka regler gäller inköpet i ärende L0007?"], 10), 7)
    with pytest.raises(PageFailed, match="ärende L0008"):
        _check(Run(0.1, 0.1, ["Samtal: inköpet i ärende L0008"], 10), 7)


def test_late_answers_growing_memory_and_errors_each_fail_the_load() -> None:
    steady = [(float(second), 300.0) for second in range(100)]
    growing = [(float(second), 300.0 + second) for second in range(100)]
    assert result_of(25, 100, Seen([0.5] * 100), steady, 20.0).failures == []
    assert len(result_of(25, 100, Seen([0.5] * 90 + [3.0] * 10), steady, 20.0).failures) == 1
    assert len(result_of(25, 100, Seen([0.5]), growing, 20.0).failures) == 1
    assert len(result_of(25, 100, Seen([0.5], errors=["fel"]), steady, 20.0).failures) == 1
    assert len(result_of(25, 100, Seen(), steady, None).failures) == 1
