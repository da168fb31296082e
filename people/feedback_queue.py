"""The administrator's queue: every judgement with its answer as it was given, and what is done about it.

Nothing here says whose judgement it is.
"""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from people.database import Database
from people.feedback import Reason, Verdict

LONGEST_NOTE = 500


class State(StrEnum):
    """How far an administrator has come with a judgement."""

    NEW = "new"
    SEEN = "seen"
    QUESTION = "question"
    CLOSED = "closed"


@dataclass(frozen=True)
class Wanted:
    """Which judgements: in one of `states`, and with `verdict` where one is given."""

    states: tuple[State, ...] = (State.NEW, State.SEEN)
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Listed:
    """A judgement in the queue. `version`: of the library; `made_file`, `made_id`: the question it became."""

    id: int
    at: datetime
    verdict: Verdict
    reason: Reason | None
    comment: str
    question: str
    abstained: bool
    version: str | None
    state: State
    note: str
    made_file: str | None
    made_id: str | None


_COLUMNS = "id, at, verdict, reason, comment, question, abstained, version, state, note, made_file, made_id"


def count(database: Database, wanted: Wanted) -> int:
    """How many there are. Raises `NotKept`."""
    where, values = _where(wanted)
    with database.read() as connection:
        number: int = connection.execute(f"SELECT count(*) FROM feedback WHERE {where}", values).fetchone()[0]
    return number


def listed(database: Database, wanted: Wanted, page: int, size: int) -> list[Listed]:
    """Page number `page` (from 1) of `size` judgements: reports of faults first, then the newest.

    Raises `NotKept`.
    """
    where, values = _where(wanted)
    with database.read() as connection:
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM feedback WHERE {where} "
            "ORDER BY verdict = 'wrong' DESC, at DESC, id DESC LIMIT ? OFFSET ?",
            (*values, size, (page - 1) * size),
        ).fetchall()
    return [_listed(row) for row in rows]


def answer_of(database: Database, judgement: int) -> dict[str, Any] | None:
    """The answer that was judged, as the JSON contract has it; None where it has been taken back meanwhile.

    Raises `NotKept`.
    """
    with database.read() as connection:
        row = connection.execute("SELECT answer FROM feedback WHERE id = ?", (judgement,)).fetchone()
    record: dict[str, Any] | None = json.loads(row["answer"]) if row else None
    return record


def move(database: Database, judgement: int, state: State, note: str = "") -> None:
    """Put a judgement in a state, with a note for a closed one; it is no question any more.

    Raises `NotKept`.
    """
    with database.write() as connection:
        connection.execute(
            "UPDATE feedback SET state = ?, note = ?, made_file = NULL, made_id = NULL WHERE id = ?",
            (state, note.strip()[:LONGEST_NOTE], judgement),
        )


def became(database: Database, judgement: int, file: str, question: str) -> None:
    """Say which question (id) in which file a judgement has become. Raises `NotKept`."""
    with database.write() as connection:
        connection.execute(
            "UPDATE feedback SET state = 'question', made_file = ?, made_id = ? WHERE id = ?",
            (file, question, judgement),
        )


def by_month(database: Database, months: int) -> dict[str, Counter[Verdict]]:
    """How many of each verdict in each of the latest months ("2026-03") that has any, oldest first.

    Raises `NotKept`.
    """
    with database.read() as connection:
        rows = connection.execute(
            "SELECT substr(at, 1, 7) AS month, verdict, count(*) AS number FROM feedback "
            "WHERE verdict <> 'withdrawn' GROUP BY month, verdict ORDER BY month",
        ).fetchall()
    found: dict[str, Counter[Verdict]] = {}
    for row in rows:
        found.setdefault(row["month"], Counter())[Verdict(row["verdict"])] += row["number"]
    return dict(list(found.items())[-months:])


def by_reason(database: Database) -> dict[Reason, int]:
    """How many gave each reason, the most common first. Raises `NotKept`."""
    with database.read() as connection:
        rows = connection.execute(
            "SELECT reason, count(*) AS number FROM feedback WHERE reason IS NOT NULL "
            "GROUP BY reason ORDER BY number DESC, reason"
        ).fetchall()
    return {Reason(row["reason"]): row["number"] for row in rows}


def _where(wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    states = ", ".join("?" * len(wanted.states))
    where, values = f"state IN ({states})", tuple(map(str, wanted.states))
    if wanted.verdict is not None:
        where, values = f"{where} AND verdict = ?", (*values, str(wanted.verdict))
    return where, values


def _listed(row: Any) -> Listed:
    return Listed(
        row["id"],
        datetime.fromisoformat(row["at"]),
        Verdict(row["verdict"]),
        Reason(row["reason"]) if row["reason"] else None,
        row["comment"],
        row["question"],
        bool(row["abstained"]),
        row["version"],
        State(row["state"]),
        row["note"],
        row["made_file"],
        row["made_id"],
    )
