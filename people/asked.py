"""Which questions have been asked, what came of them and how long it took: without whoever asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hierarchy.ladder import Answer
from people.database import Database

STEPS = ("understand", "retrieve", "answer", "total")
"""The steps of an answer that are timed; the last is all of it."""

_LONGEST = 1000
# YYMMDD-NNNN with or without the century; a day above 60 is a co-ordination number's.
_PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+ ]?\d{4}(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ENDS = " \t\n.,;:!?…\"'”“"


@dataclass(frozen=True)
class Asked:
    """One question on a day. `refused_because` and `level`: None where it was answered, or was not.

    `spent_ms`: milliseconds by step.
    """

    day: date
    question: str
    organisation: str | None = None
    language: str = "sv"
    abstained: bool = False
    refused_because: str | None = None
    level: str | None = None
    spent_ms: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Unanswered:
    """A question that got no answer: as it was last put, how often, and when last."""

    question: str
    folded: str
    times: int
    last: date


@dataclass(frozen=True)
class Tally:
    """How many questions were asked, and how many of them got no answer."""

    asked: int
    refused: int


@dataclass(frozen=True)
class Times:
    """The day (ISO) of each question, and as many milliseconds by step; None where a step was not timed."""

    days: Sequence[str]
    by_step: Mapping[str, Sequence[float | None]]


def asked_of(answer: Answer, day: date) -> Asked:
    """What is noted of an answer that was given on a day."""
    return Asked(
        day,
        without_identities(answer.asked or answer.question)[:_LONGEST],
        answer.organisation,
        answer.language,
        answer.abstained,
        answer.refused_because,
        answer.applicable_level,
        {step: spent for step, spent in answer.timings_ms if step in STEPS},
    )


def without_identities(text: str) -> str:
    """The text with what says directly who somebody is taken out: personal numbers and e-mail addresses."""
    return _EMAIL.sub("[e-post]", _PERSONAL_NUMBER.sub("[personnummer]", text))


def folded(question: str) -> str:
    """The question as it is told from others: case, white space and end marks make no difference."""
    return " ".join(question.casefold().split()).strip(_ENDS)


def note(database: Database, asked: Asked) -> None:
    """Keep a question. Raises `NotKept`."""
    note_all(database, [asked])


def note_all(database: Database, questions: Sequence[Asked]) -> None:
    """Keep questions, all or none. Raises `NotKept`."""
    with database.write() as connection:
        connection.executemany(
            "INSERT INTO asked (day, question, folded, organisation, language, abstained, refused_because, "
            "level, understand_ms, retrieve_ms, answer_ms, total_ms) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            [_row(asked) for asked in questions],
        )


def _row(asked: Asked) -> tuple[object, ...]:
    return (
        asked.day.isoformat(),
        asked.question,
        folded(asked.question),
        asked.organisation,
        asked.language,
        int(asked.abstained),
        asked.refused_because,
        asked.level,
        *(asked.spent_ms.get(step) for step in STEPS),
    )


def purge(database: Database, before: date) -> None:
    """Forget what was asked before a day. Raises `NotKept`."""
    with database.write() as connection:
        connection.execute("DELETE FROM asked WHERE day < ?", (before.isoformat(),))
        connection.execute(
            "DELETE FROM asked_meaning WHERE folded NOT IN (SELECT folded FROM asked WHERE abstained = 1)"
        )


def tally(database: Database, since: date) -> Tally:
    """How many questions since a day, that day included. Raises `NotKept`."""
    with database.read() as connection:
        row = connection.execute(
            "SELECT count(*) AS asked, coalesce(sum(abstained), 0) AS refused FROM asked WHERE day >= ?",
            (since.isoformat(),),
        ).fetchone()
    return Tally(row["asked"], row["refused"])


def unanswered(database: Database, since: date, most: int) -> list[Unanswered]:
    """The questions that got no answer since a day, most often asked first, at most `most` of them.

    Raises `NotKept`.
    """
    with database.read() as connection:
        rows = connection.execute(
            # SQLite takes the other columns from the row that `max` is found in.
            "SELECT question, folded, count(*) AS times, max(day) AS last FROM asked "
            "WHERE abstained = 1 AND day >= ? "
            "GROUP BY folded ORDER BY times DESC, last DESC, folded LIMIT ?",
            (since.isoformat(), most),
        ).fetchall()
    return [Unanswered(r["question"], r["folded"], r["times"], date.fromisoformat(r["last"])) for r in rows]


def spent(database: Database, since: date) -> Times:
    """What each question since a day took, oldest first. Raises `NotKept`."""
    with database.read() as connection:
        connection.row_factory = None  # many thousand rows
        rows = connection.execute(
            f"SELECT day, {', '.join(f'{step}_ms' for step in STEPS)} FROM asked WHERE day >= ? ORDER BY day",
            (since.isoformat(),),
        ).fetchall()
    days, *columns = zip(*rows, strict=True) if rows else ((), *(() for _ in STEPS))
    return Times(days, dict(zip(STEPS, columns, strict=True)))
