"""Conversations: kept for the one who asked, and for nobody else."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import conversations, shared
from people.conversations import LONGEST_TITLE, MOST_TURNS, title_of
from people.database import Database
from people.errors import NotKept
from people.turns import Faded, Problem
from tests.people.asking import ALI, EVA, turn


def titles(database: Database, words: str = "", limit: int = 20, offset: int = 0) -> list[str]:
    found = conversations.listed(database, EVA, words, limit=limit, offset=offset)
    return [conversation.title for conversation in found.conversations]


def begun(database: Database, *questions: str) -> str:
    """A conversation of Eva's with these questions, all but the first in order."""
    made = conversations.begin(database, EVA, turn(questions[0]))
    for question in questions[1:]:
        conversations.add(database, EVA, made.id, turn(question))
    return made.id


def test_turns_come_back_in_order_exactly_as_they_were(database: Database) -> None:
    first, failed = turn("Får vi köpa direkt?"), turn("Och då?", Problem("Disken är full.", "Gör plats."))
    alone = replace(turn("Vem beslutar?"), alone=True)
    made = conversations.begin(database, EVA, first)
    assert conversations.add(database, EVA, made.id, failed)
    assert conversations.add(database, EVA, made.id, alone)
    assert conversations.turns_of(database, EVA, made.id) == [first, failed, alone]


def test_a_conversation_is_named_after_its_first_question(database: Database) -> None:
    begun(database, "Får vi  köpa\ndirekt?", "Och i Granne?")
    assert titles(database) == ["Får vi köpa direkt?"]


@given(st.text(max_size=300))
def test_a_title_is_one_line_of_bounded_length(text: str) -> None:
    title = title_of(text)
    assert len(title) <= LONGEST_TITLE
    assert title == " ".join(title.split())
    assert title_of(title) == title


def test_a_long_question_is_cut_between_words(database: Database) -> None:
    assert title_of("ord " * 40).endswith("ord…")


def test_the_latest_asked_in_stands_first(database: Database) -> None:
    first = begun(database, "Ett")
    begun(database, "Två")
    conversations.add(database, EVA, first, turn("Ett till"))
    assert titles(database) == ["Ett", "Två"]


def test_a_person_can_give_another_name(database: Database) -> None:
    kept = begun(database, "Ett")
    conversations.rename(database, EVA, kept, "  Möbler \n hösten ")
    assert titles(database) == ["Möbler hösten"]
    conversations.rename(database, EVA, kept, "   ")
    assert titles(database) == ["Möbler hösten"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("MÖBLER", ["Möbler på våren"]),
        ("mo\u0308bler", ["Möbler på våren"]),
        ("avtalstid", ["Möbler på våren"]),
        ("våren avtalstid", ["Möbler på våren"]),
        ("700 000 lagen", ["Städning", "Möbler på våren"]),
        ("våren städning", []),
        ("%", []),
        ("_", []),
        ("'; DROP TABLE turn; --", []),
        ("", ["Städning", "Möbler på våren"]),
    ],
)
def test_a_search_looks_in_titles_questions_and_answers(
    database: Database, words: str, found: list[str]
) -> None:
    begun(database, "Möbler på våren", "Hur lång får en avtalstid vara?")
    begun(database, "Städning")
    assert titles(database, words) == found


def test_hundreds_are_listed_a_page_at_a_time(database: Database) -> None:
    for number in range(45):
        begun(database, f"Fråga {number}")
    listing = conversations.listed(database, EVA, limit=20, offset=40)
    assert listing.total == 45
    assert [c.title for c in listing.conversations] == [f"Fråga {n}" for n in (4, 3, 2, 1, 0)]


def test_a_deletion_can_be_taken_back(database: Database) -> None:
    kept, other = begun(database, "Ett", "Två"), begun(database, "Tre")
    before = conversations.turns_of(database, EVA, kept)
    deleted = conversations.delete(database, EVA, kept)
    assert titles(database) == ["Tre"]
    assert conversations.turns_of(database, EVA, kept) == []
    conversations.restore(database, EVA, deleted)
    conversations.restore(database, EVA, deleted)
    assert conversations.turns_of(database, EVA, kept) == before
    assert titles(database) == ["Tre", "Ett"]
    assert conversations.find(database, EVA, other)


def test_what_is_deleted_is_not_in_the_database(database: Database) -> None:
    kept = begun(database, "Ett", "Två")
    conversations.delete(database, EVA, kept)
    with database.read() as connection:
        rows = [
            connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("conversation", "turn")
        ]
    assert rows == [0, 0]


def test_all_can_be_deleted_and_taken_back(database: Database) -> None:
    begun(database, "Ett")
    begun(database, "Två")
    conversations.begin(database, ALI, turn("Alis"))
    deleted = conversations.delete_all(database, EVA)
    assert titles(database) == []
    assert conversations.listed(database, ALI, limit=9).total == 1
    conversations.restore(database, EVA, deleted)
    assert sorted(titles(database)) == ["Ett", "Två"]


def test_a_conversation_that_is_full_says_so(database: Database) -> None:
    kept = begun(database, *(f"Fråga {n}" for n in range(MOST_TURNS)))
    with pytest.raises(NotKept, match="så långt"):
        conversations.add(database, EVA, kept, turn())


def test_too_many_conversations_are_not_made_room_for(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversations, "MOST_CONVERSATIONS", 2)
    begun(database, "Ett")
    begun(database, "Två")
    with pytest.raises(NotKept) as told:
        begun(database, "Tre")
    assert "Inget tas bort utan att du själv gör det" in told.value.remedy
    assert titles(database) == ["Två", "Ett"]


def test_nobody_reaches_anothers_conversation(database: Database) -> None:
    kept = begun(database, "Evas fråga")
    before = conversations.turns_of(database, EVA, kept)
    assert conversations.find(database, ALI, kept) is None
    assert conversations.turns_of(database, ALI, kept) == []
    assert conversations.listed(database, ALI, limit=9).total == 0
    assert conversations.listed(database, ALI, "evas", limit=9).total == 0
    assert conversations.add(database, ALI, kept, turn("Alis fråga")) is False
    conversations.rename(database, ALI, kept, "Alis")
    nothing = conversations.delete(database, ALI, kept)
    assert (nothing.conversations, nothing.turns) == ((), ())
    conversations.delete_all(database, ALI)
    with pytest.raises(NotKept):
        shared.share(database, ALI, kept, 0)
    assert conversations.turns_of(database, EVA, kept) == before
    assert titles(database) == ["Evas fråga"]


def test_a_deletion_is_taken_back_by_its_own_person_alone(database: Database) -> None:
    deleted = conversations.delete(database, EVA, begun(database, "Evas"))
    conversations.restore(database, ALI, deleted)
    assert conversations.listed(database, ALI, limit=9).total == 0
    assert titles(database) == []


def test_every_query_is_by_person(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    connect = Database._connect

    def traced(self: Database) -> sqlite3.Connection:
        connection = connect(self)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(Database, "_connect", traced)
    kept = begun(database, "Ett", "Två")
    conversations.find(database, EVA, kept)
    conversations.turns_of(database, EVA, kept)
    conversations.listed(database, EVA, "ett två", limit=9)
    conversations.rename(database, EVA, kept, "Tre")
    token = shared.share(database, EVA, kept, 1)
    shared.is_shared_by(database, EVA, token)
    shared.shared_by(database, EVA)
    shared.withdraw(database, EVA, token)
    conversations.restore(database, EVA, conversations.delete(database, EVA, kept))
    conversations.delete_all(database, EVA)
    queries = [sql for sql in asked if sql.startswith(("SELECT", "UPDATE", "DELETE"))]
    assert len(queries) > 15
    assert [sql for sql in queries if EVA.id not in sql] == []


def test_an_answer_that_no_longer_parses_comes_back_as_its_words(database: Database) -> None:
    kept = begun(database, "Ett")
    with database.write() as connection:
        connection.execute("UPDATE turn SET answer = ?", (b"annat",))
    [read] = conversations.turns_of(database, EVA, kept)
    assert read.outcome == Faded("Ja, om värdet understiger 700 000 kronor. Lagen avgör.")
