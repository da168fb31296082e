"""What people think of the answers: one judgement for each person and answer, read without the person."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from hierarchy.ladder import Answer
from people.database import Database

LONGEST_COMMENT = 1000


class Verdict(StrEnum):
    """What somebody thinks; `WITHDRAWN` is left of one taken back after it had become a question."""

    HELPED = "helped"
    NOT_HELPED = "not_helped"
    WRONG = "wrong"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG_RULE = "wrong_rule"
    WRONG_LEVEL = "wrong_level"
    MISSES_RULE = "misses_rule"
    OUTDATED = "outdated"
    HARD = "hard"
    RULE_EXISTS = "rule_exists"
    MISREAD = "misread"
    OTHER = "other"


REASONS = (
    Reason.WRONG_RULE,
    Reason.WRONG_LEVEL,
    Reason.MISSES_RULE,
    Reason.OUTDATED,
    Reason.HARD,
    Reason.OTHER,
)
"""What may be wrong with an answer."""
REFUSAL_REASONS = (Reason.RULE_EXISTS, Reason.MISREAD, Reason.HARD, Reason.OTHER)
"""What may be wrong where there was no answer."""


@dataclass(frozen=True)
class Judgement:
    """What a person says of an answer; `reason` None and `comment` empty where they say no more."""

    verdict: Verdict
    reason: Reason | None = None
    comment: str = ""


def answer_key(answer: Answer) -> str:
    """What tells an answer from others: the same for the same words quoted in reply to the same question.

    It needs nothing but the answer, so it is the same in a conversation that was kept and opened again.
    """
    quoted = [(c.document.document, c.start, c.end, c.quote) for c in answer.citations]
    told = [
        answer.question,
        answer.asked,
        answer.organisation,
        answer.as_of.isoformat(),
        answer.language,
        answer.text,
        quoted,
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def judge(
    database: Database,
    person: str,
    answer: str,
    judgement: Judgement,
    record: Mapping[str, Any],
    version: str | None,
    at: datetime,
) -> None:
    """Keep what a person (id) says of an answer (its key), in the place of what they said before.

    `record`: the answer as the JSON contract has it; `version`: of the library. What was looked at or closed
    is new again when its author has more to say. Raises `NotKept`.
    """
    with database.write() as connection:
        connection.execute(
            "INSERT INTO feedback "
            "(judged, at, verdict, reason, comment, question, abstained, answer, version) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (judged) DO UPDATE SET at = excluded.at, "
            "verdict = excluded.verdict, reason = excluded.reason, comment = excluded.comment, "
            "state = CASE state WHEN 'question' THEN state ELSE 'new' END "
            "WHERE (verdict, coalesce(reason, ''), comment) "
            "<> (excluded.verdict, coalesce(excluded.reason, ''), excluded.comment)",
            (
                _digest(person, answer),
                at.isoformat(timespec="seconds"),
                judgement.verdict,
                judgement.reason,
                judgement.comment.strip()[:LONGEST_COMMENT],
                record["question"],
                int(record["abstained"]),
                json.dumps(record, ensure_ascii=False),
                version,
            ),
        )


def judgement_of(database: Database, person: str, answer: str) -> Judgement | None:
    """What the person says of the answer; None where they have said nothing. Raises `NotKept`."""
    with database.read() as connection:
        row = connection.execute(
            "SELECT verdict, reason, comment FROM feedback WHERE judged = ? AND verdict <> 'withdrawn'",
            (_digest(person, answer),),
        ).fetchone()
    if row is None:
        return None
    return Judgement(
        Verdict(row["verdict"]), Reason(row["reason"]) if row["reason"] else None, row["comment"]
    )


def take_back(database: Database, person: str, answer: str) -> None:
    """Forget what the person said; of what has become a question, that it did remains. Raises `NotKept`."""
    judged = (_digest(person, answer),)
    with database.write() as connection:
        connection.execute("DELETE FROM feedback WHERE judged = ? AND state <> 'question'", judged)
        connection.execute(
            "UPDATE feedback SET verdict = 'withdrawn', reason = NULL, comment = '' WHERE judged = ?", judged
        )


def _digest(person: str, answer: str) -> str:
    return hashlib.sha256(f"{person}\n{answer}".encode()).hexdigest()
