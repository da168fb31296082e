"""What a learner has answered and earned: theirs alone. What trainers see are counts without persons."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from learning.certificate import Certificate, name_digest, new_code
from learning.course import Course
from learning.spacing import Reply
from people.database import Database


@dataclass(frozen=True)
class Counts:
    """How many began a course and finished it; for each exercise, how many met it and missed it at first."""

    began: int
    finished: int
    first: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Issued:
    """What is kept of a certificate."""

    code: str
    title: str
    issued: date
    percent: int
    name_digest: str
    editions: tuple[tuple[str, str], ...]


def begin(database: Database, person: str, course: str, day: date) -> None:
    """Notes that a person has begun a course; the first day stays. Raises `NotKept`."""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO enrolment (person, course, began) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (person, course, day.isoformat()),
        )


def finish(database: Database, person: str, course: str, day: date) -> None:
    """Notes that a person has been through all of it; the first day stays. Raises `NotKept`."""
    with database.write() as connection:
        connection.execute(
            "UPDATE enrolment SET finished = coalesce(finished, ?) WHERE person = ? AND course = ?",
            (day.isoformat(), person, course),
        )


def add_reply(database: Database, person: str, course: str, reply: Reply) -> None:
    """Keeps an answer. Raises `NotKept`."""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO reply (person, course, item, day, correct) VALUES (?, ?, ?, ?, ?)",
            (person, course, reply.item, reply.day.isoformat(), int(reply.right)),
        )


def replies(database: Database, person: str) -> dict[str, list[Reply]]:
    """A person's answers, oldest first, by course. Raises `NotKept`."""
    found: dict[str, list[Reply]] = defaultdict(list)
    with database.read() as connection:
        rows = connection.execute(
            "SELECT course, item, day, correct FROM reply WHERE person = ? ORDER BY id", (person,)
        )
        for row in rows:
            found[row["course"]].append(
                Reply(row["item"], date.fromisoformat(row["day"]), bool(row["correct"]))
            )
    return dict(found)


def counts(database: Database, course: str) -> Counts:
    """How the course goes for everyone who takes it. Raises `NotKept`."""
    with database.read() as connection:
        began, finished = connection.execute(
            "SELECT count(*), count(finished) FROM enrolment WHERE course = ?", (course,)
        ).fetchone()
        rows = connection.execute(
            "SELECT item, count(*) AS answered, sum(1 - correct) AS missed FROM reply WHERE id IN "
            "(SELECT min(id) FROM reply WHERE course = ? GROUP BY person, item) GROUP BY item",
            (course,),
        ).fetchall()
    return Counts(began, finished, {row["item"]: (row["answered"], row["missed"]) for row in rows})


def issue(
    database: Database,
    person: str,
    course: Course,
    name: str,
    *,
    percent: int,
    editions: tuple[tuple[str, str], ...],
    day: date,
) -> Certificate:
    """A new certificate, kept so that its code can be checked; of the name a digest. Raises `NotKept`."""
    code, name = new_code(), " ".join(name.split())
    with database.write() as connection:
        connection.execute(
            "INSERT INTO certificate (code, person, course, title, name_digest, issued, percent, editions) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                code,
                person,
                course.id,
                course.title,
                name_digest(code, name),
                day.isoformat(),
                percent,
                json.dumps(editions, ensure_ascii=False),
            ),
        )
    return Certificate(code, name, course.title, day, percent, editions)


def find_certificate(database: Database, code: str) -> Issued | None:
    """What is kept under a code, for whoever has it. Raises `NotKept`."""
    with database.read() as connection:
        row = connection.execute("SELECT * FROM certificate WHERE code = ?", (code,)).fetchone()
    if row is None:
        return None
    return Issued(
        row["code"],
        row["title"],
        date.fromisoformat(row["issued"]),
        row["percent"],
        row["name_digest"],
        tuple((title, edition) for title, edition in json.loads(row["editions"])),
    )
