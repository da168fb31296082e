"""Leitner's boxes: what was missed comes back, ever more seldom."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from learning.spacing import INTERVALS, Reply, cards, due

DAY = date(2026, 3, 2)


def test_what_was_right_from_the_beginning_needs_no_repeating() -> None:
    assert cards([Reply("a", DAY, True)]) == {}


def test_what_was_missed_comes_back_the_next_day() -> None:
    missed = [Reply("a", DAY, False)]
    assert due(missed, DAY) == []
    assert [card.item for card in due(missed, DAY + timedelta(days=1))] == ["a"]


def test_a_right_answer_moves_the_card_to_the_next_box() -> None:
    replies = [Reply("a", DAY, False), Reply("a", DAY + timedelta(days=1), True)]
    card = cards(replies)["a"]
    assert (card.box, card.due) == (1, DAY + timedelta(days=1 + INTERVALS[1]))


def test_practice_ahead_of_time_moves_nothing() -> None:
    missed = [Reply("a", DAY, False)]
    assert cards([*missed, Reply("a", DAY, True)]) == cards(missed)


def test_a_wrong_answer_puts_the_card_back_in_the_first_box() -> None:
    later = DAY + timedelta(days=1)
    replies = [Reply("a", DAY, False), Reply("a", later, True), Reply("a", later, False)]
    assert cards(replies)["a"].box == 0


def test_what_is_right_in_the_last_box_is_learnt() -> None:
    replies = [Reply("a", DAY, False)]
    for _ in INTERVALS:
        replies.append(Reply("a", cards(replies)["a"].due, True))
    assert cards(replies) == {}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 40), st.booleans()), max_size=30))
def test_a_card_is_never_due_before_the_day_after_its_last_wrong_answer(
    told: list[tuple[str, int, bool]],
) -> None:
    replies = [
        Reply(item, DAY + timedelta(days=day), right)
        for item, day, right in sorted(told, key=lambda one: one[1])
    ]
    for card in cards(replies).values():
        last = max(reply.day for reply in replies if reply.item == card.item and not reply.right)
        assert card.due > last
