"""Becoming an administrator by a code, and how often one may try."""

from pathlib import Path

import pytest

from people.code_attempts import MOST_BY_ADDRESS, MOST_BY_PERSON, WINDOW, give_back, give_code
from people.database import Database
from people.person import Person, Role, id_of, new_secret, role_of
from people.roles import code_of


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path)


def somebody() -> Person:
    return Person(id_of(new_secret()))


@pytest.mark.parametrize("role", [Role.TRAINER, Role.ADMINISTRATOR])
def test_the_right_code_gives_its_role_for_good(database: Database, tmp_path: Path, role: Role) -> None:
    person = somebody()
    outcome = give_code(database, person, "10.0.0.1", f" {code_of(tmp_path, role)} ")
    assert outcome.right
    assert outcome.person.role is role
    assert role_of(database, person.id) is role


def test_a_wrong_code_gives_nothing(database: Database) -> None:
    person = somebody()
    assert not give_code(database, person, None, "fel").right
    assert role_of(database, person.id) is Role.READER


def test_after_some_wrong_codes_even_the_right_one_waits(database: Database, tmp_path: Path) -> None:
    person = somebody()
    for _ in range(MOST_BY_PERSON):
        give_code(database, person, None, "fel", lambda: 1000.0)
    right = code_of(tmp_path, Role.ADMINISTRATOR)
    waits = give_code(database, person, None, right, lambda: 1060.0)
    assert (waits.right, waits.wait) == (False, 14)
    assert give_code(database, person, None, right, lambda: 1001.0 + WINDOW).right


def test_one_persons_wrong_codes_hold_nobody_else_back(database: Database, tmp_path: Path) -> None:
    first = somebody()
    for _ in range(MOST_BY_PERSON):
        give_code(database, first, "10.0.0.1", "fel", lambda: 1000.0)
    right = code_of(tmp_path, Role.TRAINER)
    assert give_code(database, somebody(), "10.0.0.1", right, lambda: 1000.0).right


def test_a_new_cookie_for_each_try_does_not_help(database: Database, tmp_path: Path) -> None:
    for _ in range(MOST_BY_ADDRESS):
        give_code(database, somebody(), "10.0.0.1", "fel", lambda: 1000.0)
    right = code_of(tmp_path, Role.TRAINER)
    assert give_code(database, somebody(), "10.0.0.1", right, lambda: 1000.0).wait > 0


def test_no_address_is_kept_as_it_is(database: Database) -> None:
    give_code(database, somebody(), "10.20.30.40", "fel")
    with database.read() as connection:
        kept = [row["who"] for row in connection.execute("SELECT who FROM wrong_code")]
    assert "10.20.30.40" not in " ".join(kept)


def test_a_trainers_code_takes_nothing_from_an_administrator(database: Database, tmp_path: Path) -> None:
    person = give_code(database, somebody(), None, code_of(tmp_path, Role.ADMINISTRATOR)).person
    assert (
        give_code(database, person, None, code_of(tmp_path, Role.TRAINER)).person.role is Role.ADMINISTRATOR
    )


def test_the_role_can_be_given_back(database: Database, tmp_path: Path) -> None:
    person = give_code(database, somebody(), None, code_of(tmp_path, Role.ADMINISTRATOR)).person
    assert give_back(database, person).role is Role.READER
    assert role_of(database, person.id) is Role.READER
