"""Answers shared by link."""

from dataclasses import asdict

import pytest

from people import conversations, shared
from people.database import Database
from people.errors import NotKept
from people.turns import Problem
from tests.people.asking import ALI, EVA, LIBRARY, turn


def kept(database: Database, *outcomes: Problem) -> str:
    """A conversation of Eva's with a secret first question."""
    made = conversations.begin(database, EVA, turn("Evas hemliga fråga"))
    for outcome in outcomes or (None,):
        conversations.add(database, EVA, made.id, turn("Får vi köpa direkt?", outcome))
    return made.id


def test_a_link_opens_the_same_answer(database: Database) -> None:
    token = shared.share(database, EVA, kept(database), 1)
    opened = shared.opened(database, token)
    assert opened is not None
    assert opened.outcome == turn().outcome
    assert (opened.question, opened.asked_at, opened.library) == (turn().question, turn().asked_at, LIBRARY)


def test_nothing_else_of_the_person_goes_with_it(database: Database) -> None:
    conversation = kept(database)
    opened = shared.opened(database, shared.share(database, EVA, conversation, 1))
    assert opened is not None
    told = str(asdict(opened))
    assert [word for word in ("hemliga", EVA.id, conversation) if word in told] == []


def test_a_link_can_not_be_guessed_and_is_the_same_each_time(database: Database) -> None:
    conversation = kept(database)
    token = shared.share(database, EVA, conversation, 1)
    assert len(token) >= 32
    assert shared.share(database, EVA, conversation, 1) == token
    assert shared.share(database, EVA, conversation, 0) != token


@pytest.mark.parametrize("token", ["", "x", "%", "' OR 1=1 --"])
def test_another_token_opens_nothing(database: Database, token: str) -> None:
    shared.share(database, EVA, kept(database), 1)
    assert shared.opened(database, token) is None


def test_whoever_shared_it_can_withdraw_it_and_nobody_else(database: Database) -> None:
    token = shared.share(database, EVA, kept(database), 1)
    assert not shared.is_shared_by(database, ALI, token)
    assert shared.shared_by(database, ALI) == []
    shared.withdraw(database, ALI, token)
    assert shared.opened(database, token)
    assert [own.token for own in shared.shared_by(database, EVA)] == [token]
    shared.withdraw(database, EVA, token)
    assert shared.opened(database, token) is None


def test_it_outlives_the_conversation_until_it_is_withdrawn(database: Database) -> None:
    conversation = kept(database)
    token = shared.share(database, EVA, conversation, 1)
    conversations.delete(database, EVA, conversation)
    assert shared.opened(database, token)
    assert [own.question for own in shared.shared_by(database, EVA)] == ["Får vi köpa direkt?"]


def test_a_problem_is_nothing_to_share(database: Database) -> None:
    conversation = kept(database, Problem("Disken är full.", "Gör plats."))
    with pytest.raises(NotKept):
        shared.share(database, EVA, conversation, 1)
    with pytest.raises(NotKept):
        shared.share(database, EVA, conversation, 7)
