"""The courses that trainers make: kept, changed, published, copied, deleted and brought back."""

import secrets
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from learning.course import Course
from learning.course_json import items_from_json, items_to_json
from people.database import Database
from people.errors import NotKept
from people.person import Person, Role

_ID_BYTES = 9
_COLUMNS = (
    "id, title, description, language, organisation, pass_mark, items, version, changed, published, deleted"
)


@dataclass(frozen=True)
class KeptCourse:
    """A course as it is kept. `version` goes up with each change of its content."""

    course: Course
    version: int
    changed: str
    published: bool
    deleted: bool


class ChangedMeanwhile(NotKept):
    """Somebody else has changed the course since it was read."""

    def __init__(self) -> None:
        super().__init__(
            "Någon annan har ändrat kursen sedan du öppnade den.",
            "Ladda om sidan och gör din ändring igen i den nya versionen.",
        )


def new_course(database: Database, trainer: Person, course: Course) -> Course:
    """Keeps a course under a new id, unpublished. Raises `NotKept`."""
    _must_train(trainer)
    made = replace(course, id=secrets.token_urlsafe(_ID_BYTES))
    with database.write() as connection:
        connection.execute(
            "INSERT INTO course "
            "(id, title, description, language, organisation, pass_mark, items, owner, changed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (made.id, *_content(made), trainer.id, _now()),
        )
    return made


def save(database: Database, trainer: Person, course: Course, version: int) -> int:
    """Keeps the course's new content and gives its version. Raises `NotKept`, `ChangedMeanwhile`.

    `version`: the one that the change was made to.
    """
    _must_train(trainer)
    with database.write() as connection:
        done = connection.execute(
            "UPDATE course SET title = ?, description = ?, language = ?, organisation = ?, pass_mark = ?, "
            "items = ?, changed = ?, version = version + 1 WHERE id = ? AND version = ?",
            (*_content(course), _now(), course.id, version),
        )
        if not done.rowcount:
            raise ChangedMeanwhile
    return version + 1


def publish(database: Database, trainer: Person, course: str, published: bool) -> None:
    """Shows a course to learners, or takes it from them; what they have answered stays. Raises `NotKept`."""
    _mark(database, trainer, course, "published", published)


def delete(database: Database, trainer: Person, course: str, deleted: bool) -> None:
    """Takes a course away, or brings it back as it was. Raises `NotKept`."""
    _mark(database, trainer, course, "deleted", deleted)


def copy(database: Database, trainer: Person, course: Course, title: str) -> Course:
    """A course of its own with the same exercises. Raises `NotKept`."""
    return new_course(database, trainer, replace(course, title=title))


def all_courses(database: Database) -> list[KeptCourse]:
    """Every course, deleted ones included, by title. For trainers alone. Raises `NotKept`."""
    with database.read() as connection:
        rows = connection.execute(f"SELECT {_COLUMNS} FROM course").fetchall()
    return sorted((_kept(row) for row in rows), key=lambda kept: kept.course.title.casefold())


def published_courses(database: Database) -> list[KeptCourse]:
    """What learners may take, by title. Raises `NotKept`."""
    return [kept for kept in all_courses(database) if kept.published and not kept.deleted]


def find_course(database: Database, course: str) -> KeptCourse | None:
    """The course with that id, whatever its state. Raises `NotKept`."""
    with database.read() as connection:
        row = connection.execute(f"SELECT {_COLUMNS} FROM course WHERE id = ?", (course,)).fetchone()
    return _kept(row) if row else None


def _content(course: Course) -> tuple[object, ...]:
    return (
        course.title,
        course.description,
        course.language,
        course.organisation,
        course.pass_mark,
        items_to_json(course.items),
    )


def _kept(row: sqlite3.Row) -> KeptCourse:
    try:
        items = items_from_json(row["items"])
    except (ValueError, KeyError, TypeError) as error:
        raise NotKept(
            f"Kursen ”{row['title']}” går inte att läsa.", "Lägg tillbaka en säkerhetskopia av people.sqlite."
        ) from error
    course = Course(
        id=row["id"],
        title=row["title"],
        description=row["description"],
        language=row["language"],
        organisation=row["organisation"],
        pass_mark=row["pass_mark"],
        items=items,
    )
    return KeptCourse(course, row["version"], row["changed"], bool(row["published"]), bool(row["deleted"]))


def _mark(database: Database, trainer: Person, course: str, column: str, marked: bool) -> None:
    _must_train(trainer)
    with database.write() as connection:
        connection.execute(
            f"UPDATE course SET {column} = ? WHERE id = ?", (_now() if marked else None, course)
        )


def _must_train(person: Person) -> None:
    if not person.may(Role.TRAINER):
        raise NotKept("Bara utbildare får ändra kurser.", "Be administratören om utbildarens kod.")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
