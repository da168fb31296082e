"""How far a learner has come, and how a course goes for its learners."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from learning.course import Course, Item
from learning.spacing import Reply


@dataclass(frozen=True)
class Standing:
    """Where a learner stands: the course's open exercises, those answered, those last answered right."""

    items: int
    answered: int
    right: int
    pass_mark: int

    @property
    def is_through(self) -> bool:
        return self.items > 0 and self.answered == self.items

    @property
    def percent(self) -> int:
        """Right answers of all exercises, rounded down, so that 79.9 is not 80."""
        return self.right * 100 // self.items if self.items else 0

    @property
    def has_passed(self) -> bool:
        return self.is_through and self.percent >= self.pass_mark


def standing(course: Course, replies: Iterable[Reply]) -> Standing:
    """The learner's latest answer to each exercise is the one that counts."""
    latest = {reply.item: reply.right for reply in replies}
    items = course.open_items
    answered = [item for item in items if item.id in latest]
    right = sum(latest[item.id] for item in answered)
    return Standing(len(items), len(answered), right, course.pass_mark)


def next_item(course: Course, replies: Iterable[Reply]) -> Item | None:
    """The first exercise that has no answer yet."""
    answered = {reply.item for reply in replies}
    return next((item for item in course.open_items if item.id not in answered), None)


@dataclass(frozen=True)
class Tally:
    """How an exercise went the first time each learner met it; `missed` of `answered` chose wrong."""

    item: Item
    answered: int
    missed: int

    @property
    def missed_percent(self) -> int:
        return round(self.missed * 100 / self.answered) if self.answered else 0


def tallies(course: Course, first: Mapping[str, tuple[int, int]]) -> list[Tally]:
    """Each exercise with its numbers (answered, missed), those most missed first."""
    found = [Tally(item, *first.get(item.id, (0, 0))) for item in course.items]
    return sorted(found, key=lambda tally: (-tally.missed_percent, -tally.answered))
