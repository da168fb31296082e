"""The log of questions: what is noted, what never is, and what it tells."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hierarchy.ladder import Answer, RefusedBecause
from people import asked
from people.asked import Asked, asked_of, folded, without_identities
from people.asked_log import AskedLog
from people.database import Database

TODAY = date(2026, 3, 10)


def refused(question: str, day: date = TODAY) -> Asked:
    return Asked(day, question, abstained=True, refused_because="no_support")


def test_an_answer_is_noted_with_its_question_outcome_and_times_and_no_person(database: Database) -> None:
    answer = Answer(
        "och för tjänster?",
        "exempel",
        TODAY,
        "sv",
        True,
        "Inget svar.",
        refused_because=RefusedBecause.NO_SUPPORT,
        timings_ms=(("understand", 1.0), ("total", 20.0)),
        asked="Vad gäller för tjänster?",
    )
    asked.note(database, asked_of(answer, TODAY))
    with database.read() as connection:
        row = dict(connection.execute("SELECT * FROM asked").fetchone())
    assert row["question"] == "Vad gäller för tjänster?"
    assert (row["organisation"], row["refused_because"], row["total_ms"]) == ("exempel", "no_support", 20.0)
    assert not [column for column in row if "person" in column]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Får 19850314-1234 ledigt?", "Får [personnummer] ledigt?"),
        ("Gäller det 850374 1234?", "Gäller det [personnummer]?"),
        ("Skriv till eva.ek@region.example nu", "Skriv till [e-post] nu"),
        ("Gränsen 700 000 kronor och dnr RE 2024-1170", "Gränsen 700 000 kronor och dnr RE 2024-1170"),
        ("Organisationsnummer 232100-0172", "Organisationsnummer 232100-0172"),
    ],
)
def test_personal_numbers_and_addresses_are_taken_out(written: str, kept: str) -> None:
    assert without_identities(written) == kept


def test_a_question_asked_in_two_ways_of_writing_is_one_and_the_most_asked_comes_first(
    database: Database,
) -> None:
    for question in ("Var parkerar jag?", "Vem städar", "vem  städar?"):
        asked.note(database, refused(question))
    asked.note(database, Asked(TODAY, "Vem beslutar?"))
    found = asked.unanswered(database, TODAY, 10)
    assert [(one.folded, one.times) for one in found] == [("vem städar", 2), ("var parkerar jag", 1)]


def test_questions_before_the_period_are_not_counted(database: Database) -> None:
    asked.note(database, refused("Gammal?", TODAY - timedelta(days=40)))
    asked.note(database, refused("Ny?"))
    assert asked.tally(database, TODAY - timedelta(days=29)).refused == 1
    assert [one.question for one in asked.unanswered(database, TODAY - timedelta(days=29), 9)] == ["Ny?"]


@given(st.text(min_size=1, max_size=60))
def test_folding_twice_is_folding_once(question: str) -> None:
    assert folded(folded(question)) == folded(question)


def test_the_log_forgets_what_is_older_than_it_may_keep(database: Database) -> None:
    asked.note(database, refused("Gammal?", TODAY - timedelta(days=31)))
    asked.note(database, refused("Nästan gammal?", TODAY - timedelta(days=30)))
    log = AskedLog(database, days=30)
    log.note(refused("Ny?"))
    log.settle()
    assert asked.tally(database, date(2000, 1, 1)).asked == 2


def test_a_log_that_cannot_be_written_harms_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    database = Database(tmp_path)
    log = AskedLog(database, days=30)
    database.path.write_bytes(b"no database at all, but long enough to be taken for a broken one" * 40)
    log.note(refused("Ny?"))
    log.settle()
    assert "could not be noted" in caplog.text
