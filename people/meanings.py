"""What unanswered questions mean, as vectors: each is embedded once and then kept."""

from collections.abc import Sequence

import numpy as np

from index.embedding import Embedder, Vectors
from people.asked import Unanswered
from people.database import Database

_AT_ONCE = 500


def meanings(
    database: Database, embedder: Embedder, questions: Sequence[Unanswered], most: int
) -> dict[str, Vectors]:
    """The vectors by folded question; at most `most` that are not kept are made, and the rest left out.

    Raises `NotKept`.
    """
    found = _kept(database, embedder.id, [question.folded for question in questions])
    missing = [question for question in questions if question.folded not in found][:most]
    made = {question.folded: embedder.query(question.question) for question in missing}
    if made:
        with database.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO asked_meaning (folded, engine, vector) VALUES (?, ?, ?)",
                [(folded, embedder.id, vector.tobytes()) for folded, vector in made.items()],
            )
    return found | made


def _kept(database: Database, engine: str, folded: Sequence[str]) -> dict[str, Vectors]:
    found: dict[str, Vectors] = {}
    with database.read() as connection:
        for start in range(0, len(folded), _AT_ONCE):
            some = folded[start : start + _AT_ONCE]
            rows = connection.execute(
                f"SELECT folded, vector FROM asked_meaning WHERE engine = ? "
                f"AND folded IN ({', '.join('?' * len(some))})",
                (engine, *some),
            )
            found.update((row["folded"], np.frombuffer(row["vector"], dtype=np.float32)) for row in rows)
    return found
