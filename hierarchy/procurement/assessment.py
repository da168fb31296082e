"""Which procedures a value leaves open, which duties it brings, and how far the next limit is.

What the law opens, the law decides; an organisation's own stricter limit specifies it and never opens
anything. Nothing is guessed: where a limit is not known in kronor, the answer is None, not yes or no.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hierarchy.amounts import Comparator
from hierarchy.ladder import Citation
from hierarchy.levels import Level
from hierarchy.procurement.thresholds import (
    Effect,
    Law,
    Procedure,
    Standing,
    Subject,
    Threshold,
    holds,
)

_COMPUTED_WITH = frozenset({Standing.VERIFIED, Standing.UNCONFIRMED, Standing.WITHOUT_SOURCE})
_ABOVE_ONLY = frozenset({Comparator.OVER, Comparator.AT_MOST})


@dataclass(frozen=True)
class Checked:
    """A threshold with what its check against the library found.

    `why`: a sentence where it is not verified. `citations`: its quotes as they are stored, one a source;
    empty where it is switched off or has no source.
    """

    threshold: Threshold
    standing: Standing
    why: str | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Limit:
    """A checked threshold as it meets one value.

    `amount`: in kronor without VAT, percentages worked out; None where it is not known in kronor or nothing
    is compared. `met`: whether its comparator holds; None where that can't be known.
    """

    checked: Checked
    amount: Decimal | None
    met: bool | None

    @property
    def threshold(self) -> Threshold:
        return self.checked.threshold


@dataclass(frozen=True)
class Opening:
    """Whether a procedure may be used.

    `open`: by law, because of `limits`; None where no limit is known in kronor.
    `stricter`: the organisation's own limits. `allowed_here` is False where one of them closes what the law
    leaves open.
    """

    procedure: Procedure
    open: bool | None
    limits: tuple[Limit, ...]
    stricter: tuple[Limit, ...] = ()

    @property
    def allowed_here(self) -> bool | None:
        if self.open and any(limit.met is False for limit in self.stricter):
            return False
        return self.open


@dataclass(frozen=True)
class NextLimit:
    """The nearest limit above the value. `distance`: kronor left to it; 0 where the value stands on it."""

    limit: Limit
    distance: Decimal


@dataclass(frozen=True)
class Assessment:
    """What a value means under one law for one kind of purchase by one buyer on one day.

    `duties`: those that apply, highest rung first; `pending`: those that higher values bring. `left_out`:
    thresholds for such a purchase that were not computed with: switched off, superseded or overtaken.
    """

    law: Law
    subject: Subject
    organisation: str | None
    day: date
    value: Decimal
    openings: tuple[Opening, ...]
    duties: tuple[Limit, ...]
    pending: tuple[Limit, ...]
    next_limit: NextLimit | None
    left_out: tuple[Checked, ...]

    @property
    def lightest(self) -> Procedure | None:
        """The lightest procedure that law and own rules leave open; None where it can't be known."""
        return _lightest(self.openings)


def required(assessment: Assessment) -> str:
    """The lightest procedure, or how much of it is known: "not_direct", "unknown"."""
    if assessment.lightest is not None:
        return assessment.lightest
    return "not_direct" if assessment.openings[0].open is False else "unknown"


def assess(
    value: Decimal,
    thresholds: Sequence[Checked],
    *,
    law: Law,
    subject: Subject,
    organisation: str | None,
    day: date,
) -> Assessment:
    """Hold a value against the thresholds that concern such a purchase on that day."""
    by_id = {checked.threshold.id: checked.threshold for checked in thresholds}
    concerning = [
        checked
        for checked in thresholds
        if checked.threshold.concerns(law, subject, organisation) and checked.threshold.is_valid_on(day)
    ]
    limits = [_limit(checked, value, by_id, day) for checked in concerning if _is_computed_with(checked)]
    # Bilaga 2 services never come under the EU procedure: no day has such a threshold for them.
    may_reach_eu = any(
        checked.threshold.effect is Effect.EU_PROCEDURE and checked.threshold.is_of(law, subject)
        for checked in thresholds
    )
    direct = _direct(limits)
    openings = (direct, *_advertised(limits, direct, may_reach_eu))
    used = _lightest(openings)
    duties = [limit for limit in limits if limit.threshold.effect is Effect.DUTY]
    possible = {used} if used else {o.procedure for o in openings if o.allowed_here is not False}
    concerned = [
        limit for limit in duties if not limit.threshold.procedures or limit.threshold.procedures & possible
    ]
    return Assessment(
        law,
        subject,
        organisation,
        day,
        value,
        openings,
        tuple(sorted(_nearest_mandates([limit for limit in concerned if limit.met]), key=_order)),
        tuple(sorted((limit for limit in duties if _is_ahead(limit, value)), key=_order)),
        _next(limits, value),
        tuple(checked for checked in concerning if not _is_computed_with(checked)),
    )


def _is_computed_with(checked: Checked) -> bool:
    return checked.standing in _COMPUTED_WITH and checked.threshold.overtaken_by is None


def _limit(checked: Checked, value: Decimal, by_id: Mapping[str, Threshold], day: date) -> Limit:
    threshold = checked.threshold
    if threshold.comparator is None:
        return Limit(checked, None, True)
    amount = amount_of(threshold, by_id, day)
    if amount is None:
        return Limit(checked, None, None)
    met = holds(threshold.comparator, value, amount)
    return Limit(checked, amount, met and (threshold.until is None or value < threshold.until))


def amount_of(threshold: Threshold, by_id: Mapping[str, Threshold], day: date) -> Decimal | None:
    """The amount in kronor, a percentage worked out to the öre.

    A percentage of a threshold that is not valid on the day has no amount then.
    """
    if threshold.percent is None or threshold.percent_of is None:
        return threshold.amount
    base = by_id.get(threshold.percent_of)
    if base is None or base.amount is None or not base.is_valid_on(day):
        return None
    return (base.amount * threshold.percent / 100).quantize(Decimal("0.01"))


def _direct(limits: Iterable[Limit]) -> Opening:
    found = [limit for limit in limits if limit.threshold.effect is Effect.DIRECT_PROCUREMENT]
    law = tuple(limit for limit in found if limit.threshold.level is Level.LAW)
    own = tuple(limit for limit in found if limit.threshold.level is not Level.LAW)
    return Opening(Procedure.DIRECT, _all_met(law), law, own)


def _advertised(limits: Iterable[Limit], direct: Opening, may_reach_eu: bool) -> tuple[Opening, ...]:
    """The advertised procedures: the national one up to the EU threshold, the EU procedure at any value."""
    found = tuple(limit for limit in limits if limit.threshold.effect is Effect.EU_PROCEDURE)
    if not may_reach_eu:
        return (Opening(Procedure.NATIONAL, True, ()),)
    reached = _all_met(found)
    # Where direct procurement is open, the value is below the EU threshold whatever that comes to.
    national = True if direct.open else None if reached is None else not reached
    return (Opening(Procedure.NATIONAL, national, found), Opening(Procedure.EU, True, found))


def _lightest(openings: Iterable[Opening]) -> Procedure | None:
    for opening in openings:
        if opening.allowed_here is not False:
            return opening.procedure if opening.allowed_here else None
    return None


def _all_met(limits: Sequence[Limit]) -> bool | None:
    """None where there is no limit, or one isn't known."""
    if not limits or any(limit.met is None for limit in limits):
        return None
    return all(limit.met for limit in limits)


def _nearest_mandates(duties: Sequence[Limit]) -> list[Limit]:
    """Of mandates for the same thing on the same rung, each up to an amount, the lowest that reaches."""
    lowest: dict[tuple[str | None, Level], Limit] = {}
    kept = []
    for limit in duties:
        if limit.threshold.comparator is not Comparator.AT_MOST or limit.amount is None:
            kept.append(limit)
            continue
        key = (limit.threshold.duty, limit.threshold.level)
        before = lowest.get(key)
        if before is None or before.amount is None or limit.amount < before.amount:
            lowest[key] = limit
    return [*kept, *lowest.values()]


def _is_ahead(limit: Limit, value: Decimal) -> bool:
    return not limit.met and limit.amount is not None and limit.amount >= value


def _next(limits: Iterable[Limit], value: Decimal) -> NextLimit | None:
    ahead = [
        NextLimit(limit, limit.amount - value)
        for limit in limits
        if limit.amount is not None
        and (limit.amount > value or (limit.amount == value and limit.threshold.comparator in _ABOVE_ONLY))
    ]
    return min(ahead, key=lambda found: (found.distance, _order(found.limit)), default=None)


def _order(limit: Limit) -> tuple[int, Decimal, str]:
    return (limit.threshold.level.rank, limit.amount or Decimal(0), limit.threshold.id)
