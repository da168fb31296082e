"""Turns to keep, and people to keep them for."""

from datetime import UTC, date, datetime

from hierarchy.ladder import Answer
from index.version import Version
from people.person import Person, id_of
from people.turns import Asked, Problem, Turn
from tests.ui.conftest import ladder_answer

EVA, ALI = Person(id_of("e" * 43)), Person(id_of("a" * 43))
LIBRARY = Version("3f9a2c01", date(2026, 11, 2))


def turn(question: str = "Får vi köpa direkt?", outcome: Answer | Problem | None = None) -> Turn:
    """A question with the ladder of the pages' tests for an answer."""
    return Turn(
        question,
        outcome or ladder_answer(),
        Asked("exempel", date(2026, 3, 1), "sv"),
        datetime(2026, 11, 3, 8, 15, tzinfo=UTC),
        LIBRARY,
    )
