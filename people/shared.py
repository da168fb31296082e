"""Answers that people share by link: copies that anyone with the link may read, and their owner withdraw."""

import secrets
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from hierarchy.ladder import Answer
from index.version import Version
from people.conversations import turns_of
from people.database import Database
from people.errors import NotKept
from people.person import Person
from people.turns import Faded, columns_of, now, outcome_from, version_from

MOST_SHARED = 1_000
_TOKEN_BYTES = 24
_COPIED = ("question", "asked_at", "language", "library", "library_read_on", "answer", "said")


@dataclass(frozen=True)
class SharedAnswer:
    """An answer as it was given. Who shared it is not told, nor what else they asked."""

    question: str
    outcome: Answer | Faded
    asked_at: datetime
    library: Version


@dataclass(frozen=True)
class OwnShare:
    """What a person has shared, as that person sees it."""

    token: str
    question: str
    shared_at: datetime


def share(database: Database, person: Person, conversation: str, place: int) -> str:
    """The token of a link to the answer of the person's own turn, the same each time. Raises `NotKept`."""
    turns = turns_of(database, person, conversation)
    turn = turns[place] if 0 <= place < len(turns) else None
    if turn is None or not isinstance(turn.outcome, Answer):
        raise NotKept("Svaret finns inte längre att dela.", "Ställ frågan igen och dela det nya svaret.")
    columns = columns_of(turn)
    with database.write() as connection:
        held = connection.execute(
            "SELECT token FROM shared_answer WHERE person = ? AND conversation = ? AND place = ?",
            (person.id, conversation, place),
        ).fetchone()
        if held is not None:
            return str(held["token"])
        count = connection.execute("SELECT count(*) FROM shared_answer WHERE person = ?", (person.id,))
        if count.fetchone()[0] >= MOST_SHARED:
            raise NotKept("Du delar redan så många svar som går.", "Sluta dela något av dem.")
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        values = [columns[name] for name in _COPIED]
        connection.execute(
            "INSERT INTO shared_answer "
            f"(token, person, conversation, place, shared_at, {', '.join(_COPIED)}) "
            f"VALUES (?, ?, ?, ?, ?, {', '.join('?' * len(_COPIED))})",
            (token, person.id, conversation, place, now().isoformat(), *values),
        )
    return token


def opened(database: Database, token: str) -> SharedAnswer | None:
    """The answer that a link leads to; None where nobody shares it (any more). Raises `NotKept`."""
    with database.read() as connection:
        row = connection.execute(
            f"SELECT {', '.join(_COPIED)} FROM shared_answer WHERE token = ?", (token,)
        ).fetchone()
    return _shared(row) if row else None


def is_shared_by(database: Database, person: Person, token: str) -> bool:
    """Whether the link is the person's own to withdraw. Raises `NotKept`."""
    with database.read() as connection:
        row = connection.execute(
            "SELECT 1 FROM shared_answer WHERE token = ? AND person = ?", (token, person.id)
        ).fetchone()
    return row is not None


def shared_by(database: Database, person: Person) -> list[OwnShare]:
    """What the person shares, the latest first. Raises `NotKept`."""
    with database.read() as connection:
        rows = connection.execute(
            "SELECT token, question, shared_at FROM shared_answer WHERE person = ? ORDER BY shared_at DESC",
            (person.id,),
        ).fetchall()
    return [OwnShare(row["token"], row["question"], datetime.fromisoformat(row["shared_at"])) for row in rows]


def withdraw(database: Database, person: Person, token: str) -> None:
    """Makes the person's own link lead nowhere; another's is left as it is. Raises `NotKept`."""
    with database.write() as connection:
        connection.execute("DELETE FROM shared_answer WHERE token = ? AND person = ?", (token, person.id))


def _shared(row: sqlite3.Row) -> SharedAnswer:
    outcome = outcome_from(row["answer"], row["said"], None)
    return SharedAnswer(
        row["question"],
        outcome if isinstance(outcome, Answer) else Faded(row["said"]),
        datetime.fromisoformat(row["asked_at"]),
        version_from(row),
    )
