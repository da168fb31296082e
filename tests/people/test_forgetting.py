"""What is a person's own goes when they ask for it; what is another's, and nobody's, stays."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from learning.course import Course
from learning.spacing import Reply
from people import code_attempts, conversations, courses, feedback, keepers, progress, shared
from people.database import Database
from people.feedback import Judgement, Verdict
from people.forgetting import forget
from people.person import Person, Role, give_role, id_of
from tests.people.asking import ALI, turn

NOBODYS = {"asked", "asked_meaning"}
"""Tables in which no one is ever named: they hold questions without whoever asked them."""
DAY = date(2026, 3, 1)

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


def lived(database: Database, person: Person) -> Course:
    """Leaves something of the person in every table that names anybody; the course they made."""
    begun = conversations.begin(database, person, turn())
    shared.share(database, person, begun.id, 0)
    code_attempts.give_code(database, person, None, "fel kod")
    keepers.give_name(database, person.id, "Eva Ek")
    feedback.judge(
        database,
        person.id,
        "svar",
        Judgement(Verdict.WRONG),
        {"question": "Får vi köpa direkt?", "abstained": False},
        None,
        datetime(2026, 3, 1, tzinfo=UTC),
    )
    trainer = give_role(database, person, Role.TRAINER)
    course = courses.new_course(database, trainer, Course("", "Köpa rätt"))
    courses.publish(database, trainer, course.id, True)
    progress.begin(database, person.id, course.id, DAY)
    progress.add_reply(database, person.id, course.id, Reply("fråga", DAY, True))
    progress.issue(database, person.id, course, "Eva Ek", percent=100, editions=(), day=DAY)
    return course


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [tuple(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
            for (name,) in names
            if not name.startswith("sqlite_")
        }


def test_nothing_in_any_table_of_the_schema_names_who_is_forgotten(tmp_path: Path) -> None:
    database, person = Database(tmp_path), Person(id_of("e" * 43))
    lived(database, person)
    before = rows(database)
    assert {name for name, held in before.items() if not held} == NOBODYS
    forget(database, person)
    naming = {name for name, held in rows(database).items() if any(person.id in row for row in held)}
    assert naming == set()


def test_what_another_has_stays_when_one_is_forgotten(tmp_path: Path) -> None:
    database = Database(tmp_path)
    lived(database, ALI)
    before = rows(database)
    forget(database, Person(id_of("e" * 43)))
    assert rows(database) == before


def test_a_course_stays_for_who_takes_it_when_who_made_it_is_forgotten(tmp_path: Path) -> None:
    database, trainer = Database(tmp_path), Person(id_of("e" * 43))
    course = lived(database, trainer)
    progress.begin(database, ALI.id, course.id, DAY)
    forget(database, trainer)
    assert [kept.course.title for kept in courses.published_courses(database)] == ["Köpa rätt"]
    assert progress.counts(database, course.id).began == 1
