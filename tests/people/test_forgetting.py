"""What is a person's own goes when they ask for it; what is another's, and nobody's, stays."""

from pathlib import Path

import pytest

from people.database import Database
from people.forgetting import forget
from people.person import Person, Role, give_role

TABLES = """
CREATE TABLE note (id TEXT PRIMARY KEY, person TEXT NOT NULL) STRICT;
CREATE TABLE line (note TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE, words TEXT NOT NULL) STRICT;
CREATE TABLE common (words TEXT NOT NULL) STRICT;
"""


@pytest.fixture
def database(tmp_path: Path) -> Database:
    opened = Database(tmp_path)
    with opened.read() as connection:
        connection.executescript(TABLES)
    with opened.write() as connection:
        connection.executemany("INSERT INTO note VALUES (?, ?)", [("a", "jag"), ("b", "någon annan")])
        connection.executemany("INSERT INTO line VALUES (?, ?)", [("a", "mitt"), ("b", "ditt")])
        connection.execute("INSERT INTO common VALUES ('allas')")
    return opened


def test_rows_with_the_persons_id_go_and_what_hangs_on_them(database: Database) -> None:
    forget(database, Person("jag"))
    with database.read() as connection:
        assert [row["id"] for row in connection.execute("SELECT id FROM note")] == ["b"]
        assert [row["words"] for row in connection.execute("SELECT words FROM line")] == ["ditt"]
        assert connection.execute("SELECT count(*) FROM common").fetchone()[0] == 1


def test_a_forgotten_administrator_is_a_reader(database: Database) -> None:
    person = give_role(database, Person("a" * 64), Role.ADMINISTRATOR)
    assert forget(database, person) == 1
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone()[0] == 0


def test_forgetting_a_stranger_changes_nothing(database: Database) -> None:
    assert forget(database, Person("okänd")) == 0
