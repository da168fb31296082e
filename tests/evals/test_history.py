"""The figures of earlier runs, and how they are shown."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from evals.history import altered, file_of, load_history, past_run, remember
from evals.history_chart import Point, history_chart
from evals.report_html import html_report
from evals.run import run

QUESTIONS = "../fragor.yaml"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_runs_are_remembered_in_order_and_by_question_file(small_run, tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    later, other = past_run(small_run, QUESTIONS, NOON + timedelta(days=1)), "andra/fragor.yaml"
    for past in (later, past_run(small_run, other, NOON), past_run(small_run, QUESTIONS, NOON)):
        remember(path, past)
    read = load_history(path, QUESTIONS)
    assert [past.at for past in read] == [NOON, NOON + timedelta(days=1)]
    assert read[1] == later
    assert read[0].metrics["level"].count == 3


def test_question_files_of_one_name_are_told_apart_and_move_with_their_history(tmp_path: Path) -> None:
    assert file_of(tmp_path / "a" / "fragor.yaml", tmp_path / "data" / "h.jsonl") == "../a/fragor.yaml"
    assert file_of(tmp_path / "fragor.yaml", tmp_path / "h.jsonl") == "fragor.yaml"


def test_a_line_that_was_cut_short_harms_no_other(small_run, tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    remember(path, past_run(small_run, QUESTIONS, NOON))
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    remember(path, past_run(small_run, QUESTIONS, NOON))
    assert len(load_history(path, QUESTIONS)) == 2


def test_lines_that_are_no_runs_are_passed_over(small_run, tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    path.write_text('skräp\n[1]\n{"at": "igår"}\n\n{"at": "2026-03-01", "metrics": {"level": 1}}\n', "utf-8")
    remember(path, past_run(small_run, QUESTIONS, NOON))
    assert len(load_history(path, QUESTIONS)) == 1


def test_a_history_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    assert load_history(tmp_path / "history.jsonl", QUESTIONS) == []


def test_a_run_of_other_questions_is_told_apart(small_run, build) -> None:
    other = run([build.question("annan")], build.asker([build.answer()]))
    runs = [past_run(small_run, QUESTIONS, NOON)] * 2 + [past_run(other, QUESTIONS, NOON)]
    assert altered(runs) == [2]


def test_the_page_shows_a_chart_for_each_metric_from_the_second_run_on(small_run) -> None:
    past = past_run(small_run, QUESTIONS, NOON)
    assert "Historik" not in html_report(small_run, history=[past])
    page = html_report(small_run, history=[past, past])
    assert "De 2 senaste körningarna av fragor.yaml" in page
    assert page.count('class="chart trend"') == len(past.metrics)


def test_a_chart_keeps_within_its_frame_and_marks_where_the_questions_changed() -> None:
    chart = history_chart("n", "T <i>", "B", [Point(0, 0, -1, 1), Point(1, 1, 0, 9)], [0.5])
    assert "T &lt;i&gt;" in chart
    assert chart.count('class="limit"') == 1
    numbers = [
        float(number)
        for pair in chart.split('points="')[1].split('"')[0].split()
        for number in pair.split(",")
    ]
    assert min(numbers) >= 0
    assert max(numbers) <= 360
