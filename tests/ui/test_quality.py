"""The page on quality, run by Streamlit itself over a data folder of the test's own."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from answers.contract import answer_to_json
from evals.history import HISTORY_FILE, Figure, PastRun, remember
from evals.kept_report import keep_report
from evals.loss import STEP_NAMES, Step
from evals.questions import load_questions
from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy, Level
from people import feedback, feedback_queue
from people.asked import Asked, note_all
from people.database import Database
from people.errors import NotKept
from people.feedback import Judgement, Reason, Verdict
from people.feedback_queue import State, Wanted
from people.person import Person, Role, give_role, id_of, new_secret

ALL = Wanted(tuple(State))
SECRET = new_secret()


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setenv("REGELSTEGEN_DATA", str(tmp_path))
    return Database(tmp_path)


def _page() -> None:
    from ui.quality.page import page

    page()


def opened(part: str = "feedback", *, secret: str = SECRET) -> AppTest:
    app = AppTest.from_function(_page, default_timeout=30)
    app.session_state["person_secret"] = secret
    app.query_params["del"] = part
    return app.run()


def as_administrator(database: Database) -> Database:
    give_role(database, Person(id_of(SECRET)), Role.ADMINISTRATOR)
    return database


def words(app: AppTest) -> str:
    html = "\n".join(part.proto.body for part in app.main.get("html"))
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def judge(database: Database, answer: Answer, verdict: Verdict, comment: str = "") -> None:
    reason = None if verdict is Verdict.HELPED else Reason.OTHER
    record = {**answer_to_json(answer), "related": []}
    said = Judgement(verdict, reason, comment)
    feedback.judge(database, "anna", "svar", said, record, "1a2b3c4d", datetime.now(UTC))


def item(app: AppTest) -> AppTest:
    """The only judgement, opened."""
    (key,) = [e.key for e in app.main.get("expander") if str(e.key).startswith("judgement-")]
    app.session_state[str(key)] = True
    return app.run()


@pytest.mark.parametrize("role", [Role.READER, Role.TRAINER])
def test_the_page_is_closed_to_others_than_administrators(
    database: Database, ladder: Answer, role: Role
) -> None:
    give_role(database, Person(id_of(SECRET)), role)
    judge(database, ladder, Verdict.WRONG)
    told = words(opened())
    assert "till för administratörer" in told
    assert "Får vi köpa direkt?" not in told


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("feedback", "Ingen har bedömt något svar ännu."),
        ("unanswered", "Inga obesvarade frågor under perioden."),
        ("latency", "Inga frågor är ställda under perioden."),
    ],
)
def test_a_new_installation_says_what_will_stand_here(database: Database, part: str, said: str) -> None:
    as_administrator(database)
    assert said in words(opened(part))


@pytest.mark.parametrize("part", ["measures", "coverage"])
def test_without_a_library_the_parts_that_need_one_say_how_to_get_one(database: Database, part: str) -> None:
    as_administrator(database)
    assert "ingest" in words(opened(part))


def test_a_comment_and_an_answer_are_shown_as_text_whatever_they_hold(
    database: Database, ladder: Answer
) -> None:
    as_administrator(database)
    judge(database, ladder, Verdict.WRONG, "<img src=x onerror=alert(1)> **fet**")
    html = "\n".join(part.proto.body for part in item(opened()).main.get("html"))
    assert "&lt;img src=x" in html
    assert "<img" not in html


def test_an_answer_that_helped_becomes_a_question_in_one_press(
    database: Database, ladder: Answer, tmp_path: Path
) -> None:
    as_administrator(database)
    judge(database, ladder, Verdict.HELPED)
    app = item(opened())
    app.button(key="make-1").click().run()
    (question,) = load_questions(tmp_path / "judged-questions.yaml")
    assert [source.document for source in question.expect.sources] == ["lag"]
    assert question.expect.level is Level.LAW
    assert (question.organisation, question.as_of) == ("exempel", date(2026, 3, 1))
    assert feedback_queue.listed(database, ALL, 1, 1)[0].made_id == question.id


def test_the_question_is_taken_out_again_by_undo(database: Database, ladder: Answer, tmp_path: Path) -> None:
    as_administrator(database)
    judge(database, ladder, Verdict.HELPED)
    app = item(opened())
    app.button(key="make-1").click().run()
    app.button(key="quality-undo").click().run()
    assert (tmp_path / "judged-questions.yaml").read_text("utf-8") == ""
    assert feedback_queue.listed(database, ALL, 1, 1)[0].state is State.NEW


def test_a_wrong_answer_becomes_one_when_the_right_quotes_and_level_are_marked(
    database: Database, ladder: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "egna.yaml"
    monkeypatch.setenv("REGELSTEGEN_JUDGED_QUESTIONS", str(file))
    as_administrator(database)
    judge(database, ladder, Verdict.WRONG)
    app = item(opened())
    app.button(key="make-1").click().run()
    assert "Inget citat är markerat." in words(app)
    app.checkbox(key="passage-1-1").check()
    app.selectbox(key="level-1").set_value(Level.POLICY)
    app.button(key="make-1").click().run()
    (question,) = load_questions(file)
    assert [source.document for source in question.expect.sources] == ["riktlinje"]
    assert question.expect.level is Level.POLICY


def test_a_refusal_that_was_right_becomes_a_question_that_nothing_answers(
    database: Database, abstaining: Answer, tmp_path: Path
) -> None:
    as_administrator(database)
    judge(database, abstaining, Verdict.HELPED)
    item(opened()).button(key="make-1").click().run()
    (question,) = load_questions(tmp_path / "judged-questions.yaml")
    assert question.expect.abstain


def test_a_question_file_that_cannot_be_added_to_is_said(
    database: Database, ladder: Answer, tmp_path: Path
) -> None:
    (tmp_path / "judged-questions.yaml").write_text("inte: en lista\n", "utf-8")
    as_administrator(database)
    judge(database, ladder, Verdict.HELPED)
    app = item(opened())
    app.button(key="make-1").click().run()
    assert "inte en lista av frågor" in words(app)
    assert feedback_queue.listed(database, ALL, 1, 1)[0].state is State.NEW


def test_a_judgement_is_closed_with_a_note_and_can_be_opened_again(
    database: Database, ladder: Answer
) -> None:
    as_administrator(database)
    judge(database, ladder, Verdict.WRONG)
    app = item(opened())
    app.text_input(key="note-1").set_value("Dokumentet är bytt.")
    app.button(key="close-button-1").click().run()
    closed = feedback_queue.listed(database, ALL, 1, 1)[0]
    assert (closed.state, closed.note) == (State.CLOSED, "Dokumentet är bytt.")
    app.button(key="quality-undo").click().run()
    assert feedback_queue.listed(database, ALL, 1, 1)[0].state is State.NEW


def test_unanswered_questions_stand_under_their_topic(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.quality.unanswered.meanings", lambda *_: {})
    as_administrator(database)
    today = date.today()
    note_all(
        database,
        [Asked(today, text, abstained=True) for text in ("Vad kostar parkering?", "Var finns parkering?")]
        + [Asked(today, "Får jag ha hund?", abstained=True), Asked(today, "Vem beslutar?")],
    )
    app = opened("unanswered")
    assert "3 av 4 frågor fick inget svar (75 %)." in words(app).replace("\u00a0", " ")
    assert app.main.get("expander")[0].label == "Parkering – 2 gånger"


def test_response_times_are_told_by_step_and_drawn_with_words(database: Database) -> None:
    as_administrator(database)
    today = date.today()
    note_all(database, [Asked(today, "Vem?", spent_ms={"total": 40.0, "retrieve": 30.0})] * 3)
    app = opened("latency")
    assert "Söka 30 ms 30 ms 3" in words(app).replace("\u00a0", " ")
    html = "\n".join(part.proto.body for part in app.main.get("html"))
    assert "hälften av svaren tog högst 40" in str(
        BeautifulSoup(html, "html.parser").select_one("[role=img]")
    )


def test_a_database_that_cannot_be_read_is_a_sentence(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise NotKept("Filen people.sqlite är skadad.", "Lägg tillbaka en säkerhetskopia.")

    monkeypatch.setattr("ui.quality.page.open_database", broken)
    assert "people.sqlite är skadad" in words(opened())


def test_the_kept_answer_is_the_whole_contract(database: Database, ladder: Answer) -> None:
    judge(database, ladder, Verdict.WRONG)
    record = feedback_queue.answer_of(database, 1)
    assert record == json.loads(json.dumps({**answer_to_json(ladder), "related": []}))


@pytest.fixture
def measured(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Two runs of the installation's own file, the latest with a failure of each kind below."""
    file = tmp_path / "judged-questions.yaml"
    file.write_text("- {id: ett, question: Vem?, expect: {abstain: true}}\n", "utf-8")
    monkeypatch.setattr("ui.engine.load_library", lambda settings: SimpleNamespace(hierarchy=Hierarchy(())))
    for month, mean in ((1, 0.5), (2, 0.75)):
        figure = {"right_source_shown": Figure(mean, 0.4, 0.9, 4)}
        at = datetime(2026, month, 3, tzinfo=UTC)
        remember(tmp_path / HISTORY_FILE, PastRun(at, file.name, "abc", 4, figure))
    failed = {"scores": {"level": {"value": 0.0, "reason": "väntade lag"}}, "failed": ["level"]}
    cases = [
        {
            "id": "a",
            "question": "Får <b>vi</b>?",
            **failed,
            "lost": lost("not_found"),
            "expected": ["Nivå: lag"],
        },
        {"id": "b", "question": "Vem då?", **failed, "lost": lost("wrong_rung"), "found": ["Avstod."]},
        {"id": "c", "question": "Rätt?", "scores": {"level": {"value": 1.0}}},
    ]
    content = {"cases": cases, "labels": {"level": "Rätt nivå"}}
    keep_report(tmp_path, file.name, datetime(2026, 2, 3, tzinfo=UTC), content)
    return as_administrator(database)


def lost(step: str) -> dict[str, str]:
    return {"step": step, "sentence": f"{STEP_NAMES[Step(step)]}."}


def test_figures_are_told_in_a_table_and_their_way_in_a_picture_with_words(measured: Database) -> None:
    app = opened("measures")
    assert "Rätt källa visad 75 % 40–90 % 4" in words(app).replace("\u00a0", " ")
    html = "\n".join(part.proto.body for part in app.main.get("html"))
    picture = BeautifulSoup(html, "html.parser").select_one("[role=img]")
    assert picture is not None
    assert str(picture["aria-label"]).replace("\u00a0", " ") == "Rätt källa visad: från 50 % till 75 %."


def test_what_failed_opens_to_what_was_expected_what_came_and_the_step(measured: Database) -> None:
    app = opened("measures")
    assert [e.label for e in app.main.get("expander")][1:] == [r"Får \<b\>vi\<\/b\>?", "Vem då?"]
    told = words(app)
    assert "Frågor som brast: 2 av 3" in told
    assert "Väntat Nivå: lag Brast i Rätt nivå: väntade lag Steget Sökningen hittade den inte." in told


def test_failures_are_chosen_by_the_step_that_lost_them(measured: Database) -> None:
    app = opened("measures")
    app.selectbox(key="quality-failed-step").set_value("wrong_rung").run()
    assert [e.label for e in app.main.get("expander")][1:] == ["Vem då?"]
