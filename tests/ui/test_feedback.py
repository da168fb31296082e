"""The judgement under an answer, and the note of what was asked."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from people import asked, feedback_queue
from people.database import Database
from people.errors import NotKept
from people.feedback import Reason, Verdict
from people.feedback_queue import Listed, State, Wanted
from settings import Settings
from ui.ask import question_log

from .test_chat import asked as put
from .test_chat import opened, words

ALL = Wanted(tuple(State))


def choice(app: AppTest, at: int = 0) -> Any:
    groups = [group for group in app.main.get("button_group") if str(group.key).startswith("feedback-")]
    return [group for group in groups if "reason" not in str(group.key)][at]


def judged(app: AppTest, verdict: Verdict | None, at: int = 0) -> AppTest:
    done: AppTest = choice(app, at).set_value(verdict).run()
    return done


def queue(folder: Path) -> list[Listed]:
    return feedback_queue.listed(Database(folder), ALL, 1, 10)


def log(folder: Path) -> list[dict[str, Any]]:
    question_log.log_of(Settings(data=folder)).settle()
    with Database(folder).read() as connection:
        return [dict(row) for row in connection.execute("SELECT * FROM asked")]


def test_a_thumb_is_kept_with_the_answer_as_it_was_given_and_thanked_for(
    assistant: Any, ladder: Any, tmp_path: Path
) -> None:
    assistant.queue.append(ladder)
    app = judged(put(opened()), Verdict.HELPED)
    (item,) = queue(tmp_path)
    assert (item.verdict, item.question) == (Verdict.HELPED, "Får vi köpa direkt?")
    record = feedback_queue.answer_of(Database(tmp_path), item.id)
    assert record is not None
    assert [citation["document"] for citation in record["citations"]][:2] == ["lag", "riktlinje"]
    assert "men inte vem du är" in words(app)


def test_a_reason_and_a_word_of_ones_own_can_be_added(assistant: Any, ladder: Any, tmp_path: Path) -> None:
    assistant.queue.append(ladder)
    app = judged(put(opened()), Verdict.WRONG)
    reasons = next(g for g in app.main.get("button_group") if "reason" in str(g.key))
    reasons.set_value(Reason.OUTDATED)
    app.text_area[0].set_value("**Ersatt** i fjol")
    next(b for b in app.button if b.label == "Skicka").click().run()
    (item,) = queue(tmp_path)
    assert (item.verdict, item.reason, item.comment) == (Verdict.WRONG, Reason.OUTDATED, "**Ersatt** i fjol")


def test_the_reasons_for_a_refusal_are_others(assistant: Any, abstaining: Any) -> None:
    assistant.queue.append(abstaining)
    app = judged(put(opened()), Verdict.NOT_HELPED)
    reasons = next(g for g in app.main.get("button_group") if "reason" in str(g.key))
    assert reasons.options == ["Det finns en regel", "Frågan missförstods", "Svårt att förstå", "Annat"]


def test_another_thumb_takes_the_place_of_the_first_and_none_takes_it_back(
    assistant: Any, ladder: Any, tmp_path: Path
) -> None:
    assistant.queue.append(ladder)
    app = judged(put(opened()), Verdict.HELPED)
    app = judged(app, Verdict.NOT_HELPED)
    assert [item.verdict for item in queue(tmp_path)] == [Verdict.NOT_HELPED]
    judged(app, None)
    assert queue(tmp_path) == []


def test_the_same_answer_twice_in_a_conversation_has_one_judgement(
    assistant: Any, ladder: Any, tmp_path: Path
) -> None:
    assistant.queue += [ladder, ladder]
    app = put(put(opened()))
    judged(app, Verdict.HELPED)
    app.run()
    assert choice(app, 1).value is Verdict.HELPED
    assert len(queue(tmp_path)) == 1


def test_what_cannot_be_kept_is_said_with_its_remedy_and_the_answer_stays(
    assistant: Any, ladder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise NotKept("Disken är full.", "Gör plats.")

    monkeypatch.setattr("people.feedback.judge", full)
    assistant.queue.append(ladder)
    app = judged(put(opened()), Verdict.HELPED)
    assert "Disken är full. Gör plats." in words(app)
    assert "Ja, om värdet understiger 700 000 kronor." in words(app)
    assert choice(app).value is None


def test_every_question_is_noted_with_what_came_of_it(
    assistant: Any, ladder: Any, abstaining: Any, tmp_path: Path
) -> None:
    assistant.queue += [ladder, abstaining]
    put(put(opened()), "Hur många semesterdagar har jag?")
    rows = log(tmp_path)
    assert [(row["question"], row["abstained"], row["level"]) for row in rows] == [
        ("Får vi köpa direkt?", 0, "law"),
        ("Hur många semesterdagar har jag?", 1, None),
    ]
    assert {row["day"] for row in rows} == {date.today().isoformat()}


def test_nothing_is_noted_where_it_is_switched_off_and_the_page_says_so(
    assistant: Any, ladder: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_QUESTION_LOG", "false")
    assistant.queue.append(ladder)
    app = opened()
    assert "Frågor sparas inte" in words(app)
    put(app)
    assert log(tmp_path) == []


def test_the_page_says_that_questions_are_kept_and_for_how_long(
    assistant: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_QUESTION_LOG_DAYS", "90")
    assert "Frågor sparas utan namn i 90 dagar" in words(opened())


def test_a_log_that_cannot_be_opened_takes_no_answer_away(
    assistant: Any, ladder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: Any) -> None:
        raise NotKept("Filen är skadad.", "Lägg tillbaka en kopia.")

    monkeypatch.setattr("ui.ask.question_log.open_database", closed)
    assistant.queue.append(ladder)
    assert "Ja, om värdet understiger 700 000 kronor." in words(put(opened()))


def test_questions_stay_in_order_whoever_asks(assistant: Any, tmp_path: Path) -> None:
    log_ = question_log.log_of(Settings(data=tmp_path))
    for at in range(20):
        log_.note(asked.Asked(date(2026, 3, 1), f"Fråga {at}?"))
    assert [row["question"] for row in log(tmp_path)] == [f"Fråga {at}?" for at in range(20)]
