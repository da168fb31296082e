"""Who somebody is to the application."""

from hypothesis import given
from hypothesis import strategies as st

from people.database import Database
from people.person import Person, Role, give_role, id_of, is_secret, known, new_secret


def test_a_stranger_is_a_reader(database: Database) -> None:
    secret = new_secret()
    assert known(database, secret) == Person(id_of(secret), Role.READER)


def test_a_role_that_is_given_is_kept_and_can_be_changed(database: Database) -> None:
    secret = new_secret()
    give_role(database, known(database, secret), Role.TRAINER)
    assert known(database, secret).role is Role.TRAINER
    give_role(database, known(database, secret), Role.ADMINISTRATOR)
    assert known(database, secret).role is Role.ADMINISTRATOR


def test_each_role_may_all_that_those_before_it_may() -> None:
    allowed = {role: [other for other in Role if Person("", role).may(other)] for role in Role}
    assert allowed == {
        Role.READER: [Role.READER],
        Role.TRAINER: [Role.READER, Role.TRAINER],
        Role.ADMINISTRATOR: [Role.READER, Role.TRAINER, Role.ADMINISTRATOR],
    }


def test_the_database_does_not_hold_the_secret(database: Database) -> None:
    secret = new_secret()
    give_role(database, known(database, secret), Role.TRAINER)
    assert all(secret.encode() not in file.read_bytes() for file in database.path.parent.iterdir())


def test_a_new_secret_is_a_secret_and_never_the_same() -> None:
    made = {new_secret() for _ in range(50)}
    assert len(made) == 50
    assert all(is_secret(secret) for secret in made)


@given(st.text(max_size=80))
def test_what_is_taken_for_a_secret_can_stand_in_a_header(text: str) -> None:
    if is_secret(text):
        assert 40 <= len(text) <= 64
        assert all(c.isascii() and (c.isalnum() or c in "-_") for c in text)
