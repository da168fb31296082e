"""When one rule breaks another: whoever does what the lower says may do what the higher does not allow."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hierarchy.rule_words import TURNING, same_body
from hierarchy.statements import Force, Room, Statement


class ConflictKind(StrEnum):
    """What two rules differ in."""

    AMOUNT = "amount"
    DUTY = "duty"
    BODY = "body"
    INTERVAL = "interval"
    DEADLINE = "deadline"


class Nearness(StrEnum):
    """How surely two rules are about the same: in the same words, or the one within the other."""

    SAME = "same"
    WITHIN = "within"


@dataclass(frozen=True)
class Clash:
    """How a rule breaks another; not `certain` where a person has to see whether they mean the same."""

    kind: ConflictKind
    certain: bool


_KINDS = {"period": ConflictKind.INTERVAL, "dagar": ConflictKind.DEADLINE}
# A higher rule's force, and what a lower rule can't say of the same thing.
_AGAINST = {
    Force.FORBIDS: frozenset({Force.PERMITS, Force.REQUIRES, Force.RECOMMENDS}),
    Force.REQUIRES: frozenset({Force.FORBIDS, Force.RELEASES}),
}
# Fewer shared words than this are too few to be sure that two rules are about the same thing.
_ENOUGH_WORDS = 2
# With as many shared, one word more of the higher's is how it says the same rather than where it holds.
_MANY_WORDS = 3
# Months have 28 to 31 days: times that differ by less than this share are the same time in other words.
_SAME_TIME = Decimal("1.05")
# The highest rate of VAT: what the same sum can be without it.
_VAT = Decimal("1.25")


def clash(low: Statement, high: Statement) -> Clash | None:
    """How `low` breaks `high`, None where it stays within it or is about something else."""
    if low.bodies and high.bodies:
        return _other_body(low, high)
    near = nearness(low, high)
    if near is None:
        return None
    if low.room and high.room:
        if not leaves(low.room, high.room):
            return None
        kind = _KINDS.get(high.room.quantity.measure, ConflictKind.AMOUNT)
        return Clash(kind, near is Nearness.SAME)
    if low.room or high.room or len(high.subject) < _ENOUGH_WORDS:
        return None
    if low.force in _AGAINST.get(high.force, ()):
        return Clash(ConflictKind.DUTY, near is Nearness.SAME)
    return None


def nearness(low: Statement, high: Statement) -> Nearness | None:
    """Whether `low` is about what `high` is about, or about some of it; None for anything else."""
    if low.subject == high.subject:
        return Nearness.SAME
    if (low.subject ^ high.subject) & TURNING:
        return None
    if low.core == high.core and high.scope < low.scope and high.core:
        return Nearness.WITHIN
    if (
        low.subject < high.subject
        and len(high.subject - low.subject) == 1
        and len(low.subject) >= _MANY_WORDS
    ):
        return Nearness.WITHIN
    return None


def leaves(low: Room, high: Room) -> bool:
    """Whether staying within `low` can lead outside `high`."""
    a, b = low.quantity, high.quantity
    if a.measure != b.measure or a.per != b.per or low.begins is not high.begins:
        return False
    slack = _SAME_TIME if a.measure in _KINDS else Decimal(1)
    if a.measure == "kr" and a.with_vat != b.with_vat and True in {a.with_vat, b.with_vat}:
        slack = _VAT
    too_high = high.ceiling is not None and (low.ceiling is None or low.ceiling > high.ceiling * slack)
    too_low = high.floor is not None and (low.floor is None or low.floor * slack < high.floor)
    # A rule that bounds the other end only is about something else: "minst tre" and "högst tio" go together.
    facing = (low.ceiling is not None) == (high.ceiling is not None) or (
        low.floor is not None and low.floor == low.ceiling
    )
    return facing and (too_high or too_low)


def _other_body(low: Statement, high: Statement) -> Clash | None:
    """Two bodies made responsible for the same; of one who decides there is no doubt, others may share."""
    if low.about != high.about or low.competence != high.competence or len(high.about) < _ENOUGH_WORDS:
        return None
    if any(same_body(a, b) for a in low.bodies for b in high.bodies):
        return None
    shared = high.competence.startswith("ansvar") or Force.PERMITS in {low.force, high.force}
    return Clash(ConflictKind.BODY, not shared)
