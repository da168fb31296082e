"""A question with what came of it, as a value and as a row."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, date, datetime
from unicodedata import normalize

from hierarchy.ladder import Answer
from index.version import Version
from people import kept_answers


@dataclass(frozen=True)
class Problem:
    """Why a question got no answer, in sentences for the reader."""

    sentence: str
    remedy: str


@dataclass(frozen=True)
class Faded:
    """An answer that this version of the program can't read whole: the words of it that are left."""

    said: str


@dataclass(frozen=True)
class Asked:
    """The choices a question was asked with; None for those that were left to the question itself."""

    organisation: str | None = None
    as_of: date | None = None
    language: str = "sv"


@dataclass(frozen=True)
class Turn:
    """A question, and what came of it. `alone`: it was asked with nothing from the questions before it.

    `asked_at` has a time zone; `library` is the state of the library that answered.
    """

    question: str
    outcome: Answer | Problem | Faded
    asked: Asked
    asked_at: datetime
    library: Version
    alone: bool = False


def now() -> datetime:
    """The time of a turn: this moment, in UTC."""
    return datetime.now(UTC)


def columns_of(turn: Turn) -> dict[str, str | int | bytes | None]:
    """The turn by the names of its columns."""
    outcome = turn.outcome
    answer, said, remedy = None, "", None
    if isinstance(outcome, Answer):
        answer, said = kept_answers.written(outcome), outcome.text
    elif isinstance(outcome, Problem):
        said, remedy = outcome.sentence, outcome.remedy
    else:
        said = outcome.said
    return {
        "question": turn.question,
        "alone": int(turn.alone),
        "asked_at": turn.asked_at.isoformat(),
        "organisation": turn.asked.organisation,
        "as_of": turn.asked.as_of.isoformat() if turn.asked.as_of else None,
        "language": turn.asked.language,
        "library": turn.library.id,
        "library_read_on": turn.library.read_on.isoformat() if turn.library.read_on else None,
        "answer": answer,
        "said": said,
        "remedy": remedy,
        "sought": sought(f"{turn.question}\n{said}"),
    }


def turn_from(row: sqlite3.Row) -> Turn:
    """The turn of a row with the columns of `columns_of`."""
    as_of = row["as_of"]
    return Turn(
        question=row["question"],
        outcome=outcome_from(row["answer"], row["said"], row["remedy"]),
        asked=Asked(row["organisation"], date.fromisoformat(as_of) if as_of else None, row["language"]),
        asked_at=datetime.fromisoformat(row["asked_at"]),
        library=version_from(row),
        alone=bool(row["alone"]),
    )


def outcome_from(answer: bytes | None, said: str, remedy: str | None) -> Answer | Problem | Faded:
    """What came of a question; the bare words of an answer that can't be read any more."""
    if remedy is not None:
        return Problem(said, remedy)
    if answer is None:
        return Faded(said)
    try:
        return kept_answers.read(answer)
    except kept_answers.Unreadable:
        return Faded(said)


def version_from(row: sqlite3.Row) -> Version:
    read_on = row["library_read_on"]
    return Version(row["library"], date.fromisoformat(read_on) if read_on else None)


def sought(text: str) -> str:
    """`text` as a search compares it: composed letters in lower case, with single spaces."""
    return " ".join(normalize("NFC", text).casefold().split())
