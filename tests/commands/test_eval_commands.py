"""`eval add`, `review`, `compare`, `check` and `coverage`, and what a run is held against."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from cli import run
from commands import eval_add, evaluate
from evals.questions import load_questions
from hierarchy.ladder import Answer, WarningCode
from hierarchy.levels import Hierarchy, Level
from index.records import hierarchy_to_json
from index.writer import LibraryWriter
from tests.queued_assistant import REGION

from .conftest import GUIDELINE, LAW, TEXTS, SearchingAssistant, found

Captured = pytest.CaptureFixture[str]
Lines = Callable[[bytes], None]
SOURCE = "{document: lag-om-kop, section: 2 §, quote: Köp under 700 000 kronor får göras direkt.}"
QUESTIONS = f"""- id: semester
  question: Hur lång är semestern?
  expect: {{abstain: true}}
- id: direkt
  question: Får vi köpa direkt?
  expect: {{abstain: false, level: law, sources: [{SOURCE}]}}
"""


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "fragor.yaml"
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


@pytest.fixture
def held(library: Path) -> Path:
    """The small library, with its organisations."""
    writer = LibraryWriter(library)
    writer.set_meta("hierarchy", hierarchy_to_json(Hierarchy((REGION,))))
    writer.commit()
    writer.close()
    return library


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> SearchingAssistant:
    fake = SearchingAssistant()
    documents = {LAW.document: LAW, GUIDELINE.document: GUIDELINE}
    fake.library = SimpleNamespace(text=TEXTS.__getitem__, document=documents.get)  # type: ignore[attr-defined]
    monkeypatch.setattr(evaluate, "open_assistant", lambda settings: fake)
    monkeypatch.setattr(eval_add, "open_assistant", lambda settings: fake)
    return fake


@pytest.fixture
def saved(
    queued: SearchingAssistant, questions: Path, answer: Answer, abstention: Answer, capsys: Captured
) -> Path:
    """A run whose first question is right and whose second was refused."""
    queued.queue += [abstention, abstention]
    assert run(["eval", str(questions), "--json"]) == 0
    path = questions.with_name("run.json")
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


# --- the group -----------------------------------------------------------------------------------


def test_the_word_for_measuring_may_be_written_out(
    queued: SearchingAssistant, questions: Path, abstention: Answer, capsys: Captured
) -> None:
    queued.queue += [abstention, abstention]
    assert run(["eval", "run", str(questions), "--brief"]) == 0


def test_a_mistyped_command_is_told_with_the_nearest(capsys: Captured) -> None:
    assert run(["eval", "covrage"]) == 2
    assert "Kommandot ”covrage” finns inte. Menade du coverage?" in capsys.readouterr().err


def test_a_question_file_that_is_missing_is_not_taken_for_a_command(capsys: Captured) -> None:
    assert run(["eval", "saknas.yaml"]) == 2
    assert "saknas.yaml: filen går inte att läsa" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["add", "review", "compare", "check", "coverage"])
def test_each_command_is_listed_and_has_help(command: str, capsys: Captured) -> None:
    assert run(["eval", "--help"]) == 0
    assert f"\n  {command} " in capsys.readouterr().out
    assert run(["eval", command, "--help"]) == 0
    assert f"Användning: regelstegen eval {command}" in capsys.readouterr().out


# --- limits and reports --------------------------------------------------------------------------


def test_a_baseline_is_written_and_then_held_against(
    queued: SearchingAssistant, questions: Path, answer: Answer, abstention: Answer, capsys: Captured
) -> None:
    baseline = questions.with_name("baseline.json")
    queued.queue += [abstention, answer, abstention, answer]
    assert run(["eval", str(questions), "--baseline", str(baseline), "--write-baseline"]) == 0
    assert "Jämförelsefilen är skriven" in capsys.readouterr().out
    assert run(["eval", str(questions), "--baseline", str(baseline)]) == 0
    assert "Alla gränser är nådda." in capsys.readouterr().out


def test_a_drop_beyond_noise_is_status_one(
    queued: SearchingAssistant, tmp_path: Path, answer: Answer, abstention: Answer, capsys: Captured
) -> None:
    many = tmp_path / "manga.yaml"
    one = QUESTIONS.partition("- id: direkt")[2]
    many.write_text("".join(f"- id: direkt{n}{one}" for n in range(6)), encoding="utf-8")
    baseline = str(tmp_path / "baseline.json")
    queued.queue += [answer] * 6 + [abstention] * 6
    assert run(["eval", str(many), "--baseline", baseline, "--write-baseline"]) == 0
    capsys.readouterr()
    assert run(["eval", str(many), "--baseline", baseline, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["baseline"]["failures"]


def test_a_new_baseline_needs_a_file(questions: Path, capsys: Captured) -> None:
    assert run(["eval", str(questions), "--write-baseline"]) == 2
    assert "--baseline FIL" in capsys.readouterr().err


def test_a_baseline_that_is_missing_is_told_with_how_to_make_it(questions: Path, capsys: Captured) -> None:
    assert run(["eval", str(questions), "--baseline", "saknas.json"]) == 2
    assert "Skriv den första med --write-baseline." in capsys.readouterr().err


def test_junit_is_written_beside(
    queued: SearchingAssistant, questions: Path, abstention: Answer, capsys: Captured
) -> None:
    queued.queue += [abstention, abstention]
    path = questions.with_name("junit.xml")
    assert run(["eval", str(questions), "--junit", str(path)]) == 0
    assert ET.parse(path).getroot()[0].get("failures") == "1"


def test_runs_are_remembered_unless_that_is_not_wanted(
    queued: SearchingAssistant, questions: Path, abstention: Answer, capsys: Captured
) -> None:
    queued.queue += [abstention] * 6
    history = questions.with_name("historik.jsonl")
    for more in ([], ["--no-history"], []):
        assert run(["eval", str(questions), "--history", str(history), *more]) == 0
    assert len(history.read_text("utf-8").splitlines()) == 2


def test_a_history_that_can_not_be_kept_is_said_and_fails_nothing(
    queued: SearchingAssistant, questions: Path, abstention: Answer, capsys: Captured
) -> None:
    queued.queue += [abstention, abstention]
    assert run(["eval", str(questions), "--data", "finns-inte"]) == 0
    assert "Historiken" in capsys.readouterr().err


# --- review and compare --------------------------------------------------------------------------


def test_review_shows_the_expected_beside_the_found_and_the_step(saved: Path, capsys: Captured) -> None:
    assert run(["eval", "review", str(saved)]) == 0
    out = capsys.readouterr().out
    assert "1 fråga av 2 brast." in out
    assert "Väntat" in out
    assert "Avstod." in out
    assert "Steget: " in out


def test_in_a_terminal_review_waits_between_failures_and_shows_the_whole_answer(
    saved: Path, lines_in: Lines, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    lines_in(b"h\nx\na\n")
    assert run(["eval", "review", str(saved)]) == 0
    out = capsys.readouterr().out
    assert "Fråga inköpsenheten." in out
    assert "Svara med en bokstav inom hakparentes" in out


def test_review_takes_a_question_file_too(
    queued: SearchingAssistant, questions: Path, abstention: Answer, capsys: Captured
) -> None:
    queued.queue += [abstention, abstention]
    assert run(["eval", "review", str(questions), "--json"]) == 0
    (failure,) = json.loads(capsys.readouterr().out)["failures"]
    assert failure["id"] == "direkt"
    assert failure["expected"][0] == "Nivå: lag"


def test_compare_tells_what_became_better(
    queued: SearchingAssistant,
    questions: Path,
    saved: Path,
    answer: Answer,
    abstention: Answer,
    capsys: Captured,
) -> None:
    queued.queue += [abstention, answer]
    assert run(["eval", str(questions), "--json"]) == 0
    later = saved.with_name("later.json")
    later.write_text(capsys.readouterr().out, encoding="utf-8")
    assert run(["eval", "compare", str(saved), str(later)]) == 0
    out = capsys.readouterr().out
    assert "Bättre: 1" in out
    assert "kan vara slump" in out
    assert run(["eval", "compare", str(saved), str(later), "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)
    assert compared["better"][0]["id"] == "direkt"
    assert compared["metrics"]["right_source_shown"]["p"] == 1.0


def test_what_is_no_run_is_refused(questions: Path, capsys: Captured) -> None:
    assert run(["eval", "compare", str(questions), str(questions)]) == 2
    assert "ingen sparad körning" in capsys.readouterr().err


# --- check and coverage --------------------------------------------------------------------------


def test_questions_that_the_library_can_meet_are_status_zero(
    held: Path, questions: Path, capsys: Captured
) -> None:
    assert run(["eval", "check", str(questions), "--data", str(held)]) == 0
    assert "2 frågor: varje väntat dokument, avsnitt och citat finns" in capsys.readouterr().out


def test_a_quote_that_is_not_there_is_status_one(held: Path, questions: Path, capsys: Captured) -> None:
    questions.write_text(QUESTIONS.replace("700 000", "800 000"), encoding="utf-8")
    assert run(["eval", "check", str(questions), "--data", str(held)]) == 1
    assert "direkt, expect.sources[0].quote: citatet står inte i lag-om-kop." in capsys.readouterr().out
    assert run(["eval", "check", str(questions), "--data", str(held), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["question"] == "direkt"


def test_coverage_lists_what_no_question_asks_about(held: Path, questions: Path, capsys: Captured) -> None:
    assert run(["eval", "coverage", str(questions), "--data", str(held), "--all"]) == 0
    out = capsys.readouterr().out
    assert "Dokument som ingen fråga gäller: 1" in out
    assert "riktlinje: Riktlinje för köp" in out
    assert "\n  3 §\n" in out
    assert run(["eval", "coverage", str(questions), "--data", str(held), "--json"]) == 0
    law = json.loads(capsys.readouterr().out)["levels"]["law"]
    assert law["documents"][0]["unasked"] == ["3 §"]


# --- add -----------------------------------------------------------------------------------------


def test_a_right_citation_becomes_a_question(
    queued: SearchingAssistant, tmp_path: Path, answer: Answer, lines_in: Lines, capsys: Captured
) -> None:
    queued.queue.append(answer)
    path = tmp_path / "nya.yaml"
    lines_in("1\n\n700 000\ninköp belopp\ns\n".encode())
    assert run(["eval", "add", str(path), "Får vi köpa direkt?", "--organisation", "exempel"]) == 0
    (made,) = load_questions(path)
    assert made.id == "far-vi-kopa-direkt"
    assert made.organisation == "exempel"
    assert made.as_of is None
    assert made.tags == ("inköp", "belopp")
    assert made.expect.level is Level.LAW
    assert made.expect.must_include == ("700 000",)
    assert made.expect.sources[0].quote == "Köp under 700 000 kronor får göras direkt."
    assert "1 fråga lades till" in capsys.readouterr().out


def test_the_caution_of_the_chosen_citation_is_expected_from_then_on(
    queued: SearchingAssistant, tmp_path: Path, answer: Answer, lines_in: Lines
) -> None:
    queued.queue.append(answer)
    lines_in(b"2\nriktlinje\n\n\ns\n")
    assert run(["eval", "add", str(tmp_path / "nya.yaml"), "Hur många anbud?"]) == 0
    (made,) = load_questions(tmp_path / "nya.yaml")
    assert made.expect.warning is WarningCode.UNCONFIRMED
    assert made.expect.level is Level.GUIDELINE


def test_a_right_refusal_becomes_a_question_that_nothing_answers(
    queued: SearchingAssistant, questions: Path, abstention: Answer, lines_in: Lines
) -> None:
    queued.queue.append(abstention)
    lines_in(b"r\n\ns\n")
    assert run(["eval", "add", str(questions), "Var är kaffet?"]) == 0
    assert load_questions(questions)[-1].expect.abstain
    assert questions.read_text("utf-8").startswith(QUESTIONS)


def test_what_the_answer_missed_is_searched_for_and_marked(
    queued: SearchingAssistant, tmp_path: Path, abstention: Answer, lines_in: Lines, capsys: Captured
) -> None:
    queued.queue.append(abstention)
    queued.results = [found(LAW, 1.0)]
    lines_in("s\n1\nKöp under en krona\nKöp under 700 000 kronor\n\n\n\ns\n".encode())
    assert run(["eval", "add", str(tmp_path / "nya.yaml"), "Får vi köpa direkt?"]) == 0
    (made,) = load_questions(tmp_path / "nya.yaml")
    assert made.expect.sources[0].quote == "Köp under 700 000 kronor"
    assert "Orden står inte så i bestämmelsen." in capsys.readouterr().out


def test_a_fact_that_stands_nowhere_is_asked_for_again(
    queued: SearchingAssistant, tmp_path: Path, answer: Answer, lines_in: Lines, capsys: Captured
) -> None:
    queued.queue.append(answer)
    lines_in(b"1\n\n800 000\n700 000\n\ns\n")
    assert run(["eval", "add", str(tmp_path / "nya.yaml"), "Får vi köpa direkt?"]) == 0
    assert "Står inte i källan: 800 000." in capsys.readouterr().out


def test_nothing_is_written_until_it_is_confirmed(
    queued: SearchingAssistant, tmp_path: Path, answer: Answer, lines_in: Lines, capsys: Captured
) -> None:
    for typed in (b"1\n\n\n\nh\n", b"h\n", b"a\n", b"1\n", b""):
        queued.queue.append(answer)
        lines_in(typed)
        assert run(["eval", "add", str(tmp_path / "nya.yaml"), "Får vi köpa direkt?"]) == 0
        assert not (tmp_path / "nya.yaml").exists()
        assert "0 frågor lades till" in capsys.readouterr().out


def test_one_question_after_another_until_an_empty_line(
    queued: SearchingAssistant, tmp_path: Path, abstention: Answer, lines_in: Lines
) -> None:
    queued.queue += [abstention, abstention]
    lines_in("Var är kaffet?\nr\n\ns\nVar är teet?\nr\n\ns\n\n".encode())
    assert run(["eval", "add", str(tmp_path / "nya.yaml")]) == 0
    assert [question.id for question in load_questions(tmp_path / "nya.yaml")] == [
        "var-ar-kaffet",
        "var-ar-teet",
    ]


def test_a_file_with_a_mistake_is_refused_before_anything_is_asked(
    queued: SearchingAssistant, questions: Path, capsys: Captured
) -> None:
    questions.write_text("- id: a\n", encoding="utf-8")
    assert run(["eval", "add", str(questions), "Var?"]) == 2
    assert queued.asked == []
