"""The conversations kept for measuring: enough of them, and followed as they are meant."""

from pathlib import Path

from answers.follow_up import Asking
from evals.follow_up.__main__ import follow_all, lines
from evals.follow_up.cases import Conversation, Outcome, figures, load_conversations
from hierarchy.ladder import Carried, CarriedKind

CONVERSATIONS = load_conversations()


def outcome(asked: str, *, leans: bool) -> Outcome:
    expected = Conversation(("Får vi köpa?",), "och nu?", "sample", "exempel", "after", ("topic",) * leans)
    carried = (Carried(CarriedKind.TOPIC, "köpa"),) if asked != "och nu?" else ()
    return Outcome(expected, Asking(asked, carried=carried))


def test_there_are_at_least_forty_and_half_of_them_stand_alone() -> None:
    alone = [held for held in CONVERSATIONS if not held.carried]
    assert len(CONVERSATIONS) >= 40
    assert len(alone) * 2 >= len(CONVERSATIONS)


def test_every_conversation_has_one_or_two_questions_before_the_last() -> None:
    assert {len(held.after) for held in CONVERSATIONS} == {1, 2}


def test_precision_counts_what_was_carried_and_recall_what_was_to_be() -> None:
    found = figures(
        [
            outcome("Får vi köpa nu?", leans=True),
            outcome("och nu?", leans=True),
            outcome("Får vi köpa nu?", leans=False),
            outcome("och nu?", leans=False),
        ]
    )
    assert (found.precision, found.recall, found.untouched) == (0.5, 0.5, 0.5)


def test_over_the_sample_region_nothing_that_stands_alone_is_touched(sample_library: Path) -> None:
    outcomes = follow_all(CONVERSATIONS, "sample", sample_library)
    found = figures(outcomes)
    assert found.untouched == 1
    assert (found.precision or 0) >= 0.95, list(lines(outcomes))
    assert (found.recall or 0) >= 0.9, list(lines(outcomes))
