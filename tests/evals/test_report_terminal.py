"""The report in a terminal."""

from io import StringIO

import pytest
from rich.console import Console

from evals.gate import Gate
from evals.report_terminal import terminal_report
from evals.run import EvalRun, run


def printed(done: EvalRun, gate: Gate | None = None, **options) -> str:
    console = Console(file=StringIO(), width=80, color_system=None)
    console.print(terminal_report(done, gate, **options))
    return console.file.getvalue()


def test_no_line_is_wider_than_eighty_columns(small_run) -> None:
    text = printed(small_run, Gate({"level": 0.85}))
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "…" not in text


def test_totals_stand_with_interval_count_and_limit(small_run) -> None:
    text = printed(small_run, Gate({"level": 0.85}))
    # Level: one of three right; Wilson's interval for 1 of 3 is 6–79 %.
    (line,) = [line for line in text.splitlines() if line.strip().startswith("Rätt nivå  ")]
    assert line.split() == ["Rätt", "nivå", "33", "%", "6–79", "%", "3", "85", "%", "✗"]


def test_a_metric_that_applies_to_nothing_is_shown_as_such(small_run) -> None:
    (line,) = [line for line in printed(small_run).splitlines() if "Varnar" in line]
    assert line.split()[-2:] == ["–", "0"]


@pytest.mark.parametrize("name", ["belopp", "utan svar", "exempel", "ingen", "inget svar finns"])
def test_every_group_has_a_row(small_run, name: str) -> None:
    assert any(line.strip().startswith(name) for line in printed(small_run).splitlines())


def test_failed_cases_are_listed_with_their_reasons_unless_left_out(small_run) -> None:
    text = printed(small_run)
    assert "Frågor som brast: 2 av 4" in text
    assert "Rätt nivå: nivån är regel, väntad policy" in text
    assert "Frågor som brast" not in printed(small_run, show_cases=False)


def test_the_gate_stands_last(small_run) -> None:
    assert printed(small_run, Gate({"refusal_recall": 1.0})).rstrip().endswith("Alla gränser är nådda.")
    assert printed(small_run, Gate({"level": 0.85})).rstrip().endswith("gränsen är 0,85.")


def test_square_brackets_in_a_question_are_not_markup(build) -> None:
    done = run([build.question("[bold]id", tags=("[red]t",))], build.asker([build.answer()]))
    text = printed(done)
    assert "[bold]id" in text
    assert "[red]t" in text
