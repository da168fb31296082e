"""A purchase as somebody describes it, facts missing and all, and what it requires."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hierarchy.procurement.assessment import Assessment, Checked, assess
from hierarchy.procurement.thresholds import Law, Procedure, Subject
from hierarchy.procurement.value import Fault, Part, PurchaseError, Value, value_of


class Fact(StrEnum):
    """What a purchase may be described without."""

    LAW = "law"
    SUBJECT = "subject"
    ORGANISATION = "organisation"
    EARLIER = "earlier"
    RECURRING = "recurring"


@dataclass(frozen=True)
class Purchase:
    """What is known of a purchase; None for what isn't.

    `earlier`: kronor without VAT for purchases of the same kind earlier in the financial year. `recurring`:
    what such contracts come to in twelve months, this one included.
    """

    parts: tuple[Part, ...]
    day: date
    law: Law | None = None
    subject: Subject | None = None
    organisation: str | None = None
    earlier: Decimal | None = None
    recurring: Decimal | None = None


@dataclass(frozen=True)
class Alternative:
    """What would be the lightest procedure if the fact were `value`; None where that can't be known."""

    value: str
    lightest: Procedure | None


@dataclass(frozen=True)
class Missing:
    """A fact that wasn't given.

    `assumed`: what was taken for it, None where nothing was. `alternatives`: what it may be instead. `room`:
    for sums, how many kronor it may come to before the next limit is met.
    """

    fact: Fact
    assumed: str | None
    alternatives: tuple[Alternative, ...] = ()
    room: Decimal | None = None


@dataclass(frozen=True)
class Outcome:
    """The value of a purchase, what it requires, and which facts would change that."""

    purchase: Purchase
    value: Value
    assessment: Assessment
    missing: tuple[Missing, ...]


def examine(purchase: Purchase, thresholds: Sequence[Checked], organisations: Iterable[str] = ()) -> Outcome:
    """Count the value, hold it against the thresholds, and try what each missing fact would change.

    Raises PurchaseError for a purchase that can't be counted, or under an act without thresholds.
    """
    law, subject = _act_and_subject(purchase)
    if not any(checked.threshold.law is law for checked in thresholds):
        raise PurchaseError(Fault.NO_LIMITS_FOR_LAW, law)
    assumed = replace(purchase, law=law, subject=subject)
    value, assessment = _examined(assumed, thresholds)
    missing = [
        *_unknown_law(purchase, assumed, thresholds),
        *_unknown_subject(purchase, assumed, thresholds),
        *_unknown_organisation(assumed, thresholds, organisations),
        *_unknown_sums(assumed, assessment),
    ]
    return Outcome(assumed, value, assessment, tuple(missing))


def _act_and_subject(purchase: Purchase) -> tuple[Law, Subject]:
    """What is taken where nothing is said: services under LOU; a concession is bought under LUK."""
    law, subject = purchase.law, purchase.subject
    if law is None:
        law = Law.LUK if subject is Subject.CONCESSION else Law.LOU
    if subject is None:
        subject = Subject.CONCESSION if law is Law.LUK else Subject.SERVICES
    if subject is Subject.CONCESSION and law is not Law.LUK:
        raise PurchaseError(Fault.CONCESSION_ELSEWHERE, law)
    if law is Law.LUK and subject not in (Subject.CONCESSION, Subject.SPECIAL_SERVICES):
        raise PurchaseError(Fault.NO_CONCESSION, law)
    return law, subject


def _examined(purchase: Purchase, thresholds: Sequence[Checked]) -> tuple[Value, Assessment]:
    law, subject = _act_and_subject(purchase)
    value = value_of(
        law,
        purchase.parts,
        subject=subject,
        earlier=purchase.earlier or Decimal(0),
        recurring=purchase.recurring or Decimal(0),
    )
    assessment = assess(
        value.total,
        thresholds,
        law=law,
        subject=subject,
        organisation=purchase.organisation,
        day=purchase.day,
    )
    return value, assessment


def _unknown_law(asked: Purchase, assumed: Purchase, thresholds: Sequence[Checked]) -> Iterable[Missing]:
    if asked.law is not None or assumed.law is None:
        return
    covered = [law for law in Law if any(checked.threshold.law is law for checked in thresholds)]
    others = [law for law in covered if law is not assumed.law and _goes_with(law, asked.subject)]
    tried = [(law, replace(asked, law=law)) for law in others]
    if tried:
        yield Missing(Fact.LAW, assumed.law, _alternatives(tried, thresholds))


def _goes_with(law: Law, subject: Subject | None) -> bool:
    if subject is None or subject is Subject.SPECIAL_SERVICES:
        return True
    return (law is Law.LUK) == (subject is Subject.CONCESSION)


def _unknown_subject(asked: Purchase, assumed: Purchase, thresholds: Sequence[Checked]) -> Iterable[Missing]:
    if asked.subject is not None or assumed.subject is None:
        return
    of_concessions = {Subject.CONCESSION, Subject.SPECIAL_SERVICES}
    of_contracts = set(Subject) - {Subject.CONCESSION}
    others = (of_concessions if assumed.law is Law.LUK else of_contracts) - {assumed.subject}
    tried = [(s, replace(assumed, subject=s)) for s in Subject if s in others]
    yield Missing(Fact.SUBJECT, assumed.subject, _alternatives(tried, thresholds))


def _unknown_organisation(
    assumed: Purchase, thresholds: Sequence[Checked], organisations: Iterable[str]
) -> Iterable[Missing]:
    if assumed.organisation is None:
        tried = [(o, replace(assumed, organisation=o)) for o in organisations]
        yield Missing(Fact.ORGANISATION, None, _alternatives(tried, thresholds))


def _unknown_sums(assumed: Purchase, assessment: Assessment) -> Iterable[Missing]:
    """What came before counts under LUK, what returns regularly under the others, but for works."""
    room = assessment.next_limit.distance if assessment.next_limit else None
    if assumed.law is Law.LUK:
        if assumed.earlier is None:
            yield Missing(Fact.EARLIER, "0", room=room)
    elif assumed.recurring is None and assumed.subject is not Subject.WORKS:
        yield Missing(Fact.RECURRING, "0", room=room)


def _alternatives(
    tried: Iterable[tuple[str, Purchase]], thresholds: Sequence[Checked]
) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(str(name), _examined(purchase, thresholds)[1].lightest) for name, purchase in tried
    )
