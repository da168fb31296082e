"""`eval`: the reports, the gate's verdict in the exit status, and files that can't be used."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from cli import run
from commands import evaluate
from hierarchy.ladder import Answer

from .conftest import SearchingAssistant

Captured = pytest.CaptureFixture[str]
QUESTIONS = "- id: semester\n  question: Hur lång är semestern?\n  expect: {abstain: true}\n"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "fragor.yaml"
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch, abstention: Answer) -> SearchingAssistant:
    fake = SearchingAssistant([abstention])
    fake.library = SimpleNamespace(text={}.__getitem__, document={}.get)  # type: ignore[attr-defined]
    monkeypatch.setattr(evaluate, "open_assistant", lambda settings: fake)
    return fake


def test_json_is_the_run(queued: SearchingAssistant, questions: Path, capsys: Captured) -> None:
    assert run(["eval", str(questions), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["questions"] == 1
    assert report["metrics"]["refusal_recall"]["mean"] == 1.0


def test_the_terminal_gets_the_tables(queued: SearchingAssistant, questions: Path, capsys: Captured) -> None:
    assert run(["eval", str(questions)]) == 0
    assert "Utvärdering: fragor: 1 frågor" in capsys.readouterr().out


def test_a_question_that_failed_is_told_unless_tables_are_enough(
    queued: SearchingAssistant, abstention: Answer, questions: Path, capsys: Captured
) -> None:
    source = "{document: lag-om-kop, section: 2 §, quote: Köp får göras}"
    expected = f"{{abstain: false, level: law, sources: [{source}]}}"
    questions.write_text(f"- id: semester\n  question: Hur lång?\n  expect: {expected}\n", "utf-8")
    assert run(["eval", str(questions)]) == 0
    assert "avstod fast svar finns" in capsys.readouterr().out
    queued.queue.append(abstention)
    assert run(["eval", str(questions), "--brief"]) == 0
    out = capsys.readouterr().out
    assert "Rätt källa visad" in out
    assert "avstod fast svar finns" not in out


def test_the_number_of_results_is_the_k_of_recall(
    queued: SearchingAssistant, questions: Path, capsys: Captured
) -> None:
    assert run(["eval", str(questions), "--top", "3"]) == 0
    assert "Rätt passage bland 3 träffar" in capsys.readouterr().out
    assert queued.asked[1][1]["top"] == 3


def test_the_html_report_is_written_beside(
    queued: SearchingAssistant, questions: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["eval", str(questions), "--html", str(tmp_path / "rapport.html")]) == 0
    assert (tmp_path / "rapport.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_gate_that_is_not_reached_is_status_one(
    queued: SearchingAssistant, questions: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "gate.yaml").write_text("fragor: {level: 0.9}\n", encoding="utf-8")
    assert run(["eval", str(questions), "--gate", str(tmp_path / "gate.yaml")]) == 1


def test_a_gate_that_is_reached_is_status_zero(
    queued: SearchingAssistant, questions: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "gate.yaml").write_text("fragor: {refusal_recall: 0.9}\n", encoding="utf-8")
    assert run(["eval", str(questions), "--gate", str(tmp_path / "gate.yaml")]) == 0


def test_a_question_file_with_a_mistake_is_refused_before_anything_is_asked(
    queued: SearchingAssistant, questions: Path, capsys: Captured
) -> None:
    questions.write_text("- id: a\n", encoding="utf-8")
    assert run(["eval", str(questions)]) == 2
    assert "fragor.yaml, frågan a" in capsys.readouterr().err
    assert queued.asked == []


def test_a_gate_file_that_is_missing_is_refused(
    queued: SearchingAssistant, questions: Path, capsys: Captured
) -> None:
    assert run(["eval", str(questions), "--gate", "saknas.yaml"]) == 2
    assert "saknas.yaml" in capsys.readouterr().err


def test_questions_about_an_organisation_that_the_library_lacks_are_refused(
    queued: SearchingAssistant, questions: Path, capsys: Captured
) -> None:
    questions.write_text(QUESTIONS + "  organisation: okänd\n", encoding="utf-8")
    assert run(["eval", str(questions)]) == 2
    assert "Organisationen ”okänd” är okänd." in capsys.readouterr().err


def test_the_sample_regions_questions_are_the_default() -> None:
    assert evaluate.SAMPLE_QUESTIONS.is_file()
