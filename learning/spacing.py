"""When an exercise is repeated: Leitner's boxes.

Sebastian Leitner, "So lernt man lernen" (1972): a right answer moves a card to the next box, a wrong one back
to the first, and each box is gone through more seldom than the one before. Here a box waits 1, 2, 4, 8 and 16
days, doubling as in Leitner's boxes; what is right in the last box is learnt and comes no more.
Only what was once answered wrong is a card: what was right from the beginning needs no repeating.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

INTERVALS = (1, 2, 4, 8, 16)
"""Days that a card waits in each box."""


@dataclass(frozen=True)
class Reply:
    """One answer to one exercise, on the learner's day."""

    item: str
    day: date
    right: bool


@dataclass(frozen=True)
class Card:
    """An exercise to be repeated: in which box (from 0) and from which day on."""

    item: str
    box: int
    due: date


def cards(replies: Iterable[Reply]) -> dict[str, Card]:
    """The cards that a learner's answers, oldest first, leave to repeat, by exercise."""
    kept: dict[str, Card] = {}
    for reply in replies:
        before = kept.get(reply.item)
        if not reply.right:
            kept[reply.item] = Card(reply.item, 0, reply.day + timedelta(days=INTERVALS[0]))
        elif before is not None:
            # Practice ahead of time is no proof of memory: the card stays where it is.
            if reply.day < before.due:
                continue
            box = before.box + 1
            if box == len(INTERVALS):
                del kept[reply.item]
            else:
                kept[reply.item] = Card(reply.item, box, reply.day + timedelta(days=INTERVALS[box]))
    return kept


def due(replies: Iterable[Reply], today: date) -> list[Card]:
    """The cards to repeat on `today`, the longest waiting first."""
    return sorted(
        (card for card in cards(replies).values() if card.due <= today),
        key=lambda card: (card.due, card.item),
    )
