"""Judgements of answers: one for each person and answer, and a queue that names nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hierarchy.ladder import Answer
from people import feedback, feedback_queue
from people.database import Database
from people.feedback import Judgement, Reason, Verdict, answer_key
from people.feedback_queue import State, Wanted

ALL = Wanted(tuple(State))
RECORD: dict[str, Any] = {"question": "Vem beslutar?", "abstained": False, "answer": "Nämnden."}


def judge(
    database: Database,
    verdict: Verdict,
    person: str = "anna",
    answer: str = "ett",
    reason: Reason | None = None,
    comment: str = "",
    day: int = 1,
) -> None:
    at = datetime(2026, 3, day, 12, tzinfo=UTC)
    feedback.judge(database, person, answer, Judgement(verdict, reason, comment), RECORD, "1a2b", at)


def only(database: Database) -> feedback_queue.Listed:
    (item,) = feedback_queue.listed(database, ALL, 1, 10)
    return item


def test_a_second_judgement_of_the_same_answer_takes_the_place_of_the_first(database: Database) -> None:
    judge(database, Verdict.HELPED)
    judge(database, Verdict.WRONG, reason=Reason.OUTDATED, comment="Ersatt i fjol.")
    assert only(database).verdict is Verdict.WRONG
    assert feedback.judgement_of(database, "anna", "ett") == Judgement(
        Verdict.WRONG, Reason.OUTDATED, "Ersatt i fjol."
    )


def test_nobody_reads_or_takes_back_what_another_said(database: Database) -> None:
    judge(database, Verdict.HELPED, "anna")
    assert feedback.judgement_of(database, "bo", "ett") is None
    feedback.take_back(database, "bo", "ett")
    assert feedback.judgement_of(database, "anna", "ett") is not None


def test_a_judgement_taken_back_leaves_the_queue(database: Database) -> None:
    judge(database, Verdict.WRONG)
    feedback.take_back(database, "anna", "ett")
    assert feedback_queue.count(database, ALL) == 0


def test_one_taken_back_after_it_became_a_question_leaves_only_that_it_did(database: Database) -> None:
    judge(database, Verdict.WRONG, reason=Reason.HARD, comment="Krångligt.")
    feedback_queue.became(database, only(database).id, "frågor.yaml", "vem-beslutar")
    feedback.take_back(database, "anna", "ett")
    item = only(database)
    assert (item.verdict, item.reason, item.comment) == (Verdict.WITHDRAWN, None, "")
    assert item.made_id == "vem-beslutar"
    assert feedback.judgement_of(database, "anna", "ett") is None


def test_the_queue_names_nobody(database: Database) -> None:
    judge(database, Verdict.WRONG, person="annas-id")
    with database.read() as connection:
        row = tuple(connection.execute("SELECT * FROM feedback").fetchone())
    assert not [value for value in row if "annas-id" in str(value)]


def test_reports_of_faults_come_first_and_then_the_newest(database: Database) -> None:
    judge(database, Verdict.WRONG, answer="ett", day=1)
    judge(database, Verdict.HELPED, answer="två", day=2)
    judge(database, Verdict.HELPED, answer="tre", day=3)
    listed = feedback_queue.listed(database, ALL, 1, 10)
    assert [(item.verdict, item.at.day) for item in listed] == [
        (Verdict.WRONG, 1),
        (Verdict.HELPED, 3),
        (Verdict.HELPED, 2),
    ]


def test_pages_and_filters_leave_nothing_out(database: Database) -> None:
    for at in range(7):
        judge(database, Verdict.HELPED if at % 2 else Verdict.NOT_HELPED, answer=str(at), day=at + 1)
    pages = [feedback_queue.listed(database, ALL, page, 3) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({item.id for page in pages for item in page}) == 7
    assert feedback_queue.count(database, Wanted((State.NEW,), Verdict.HELPED)) == 3


def test_what_was_closed_is_new_again_when_its_author_says_more(database: Database) -> None:
    judge(database, Verdict.WRONG)
    feedback_queue.move(database, only(database).id, State.CLOSED, "Rättat.")
    judge(database, Verdict.WRONG)
    assert only(database).state is State.CLOSED
    judge(database, Verdict.WRONG, comment="Nej, det är kvar.")
    assert only(database).state is State.NEW


def test_shares_are_by_month_and_reasons_by_how_common_they_are(database: Database) -> None:
    judge(database, Verdict.HELPED, answer="a")
    judge(database, Verdict.WRONG, answer="b", reason=Reason.HARD)
    judge(database, Verdict.WRONG, answer="c", reason=Reason.HARD)
    judge(database, Verdict.NOT_HELPED, answer="d", reason=Reason.OTHER)
    months = feedback_queue.by_month(database, 12)
    assert months["2026-03"] == {Verdict.HELPED: 1, Verdict.WRONG: 2, Verdict.NOT_HELPED: 1}
    assert list(feedback_queue.by_reason(database).items()) == [(Reason.HARD, 2), (Reason.OTHER, 1)]


def test_an_answers_key_depends_on_what_was_said_and_not_on_how_long_it_took() -> None:
    answer = Answer("Vem beslutar?", None, date(2026, 3, 1), "sv", False, "Nämnden.")
    assert answer_key(answer) == answer_key(replace(answer, timings_ms=(("total", 9.0),)))
    assert answer_key(answer) != answer_key(replace(answer, text="Styrelsen."))
    assert answer_key(answer) != answer_key(replace(answer, question="Vem bestämmer?"))
