"""The value of a purchase, as LOU and LUF 5 kap. and LUK 5 kap. and 15 kap. 7 § have it counted.

Everything that is to be paid over the whole term, with options, extensions, premiums and lots, without VAT.
Amounts are `Decimal`, in kronor; VAT is removed to the öre.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from hierarchy.procurement.thresholds import Law, Subject

ORE = Decimal("0.01")
# What a month is multiplied by where the term is not set, and for services also where it is longer (LOU and
# LUF 5 kap. 10 and 13 §§).
MONTHS_COUNTED = 48
LARGEST = Decimal(10) ** 12
"""Kronor: more than any purchase, and few enough digits to count to the öre."""
VAT_RATES = (Decimal(25), Decimal(12), Decimal(6))


class Role(StrEnum):
    """What a part of the value is."""

    CONTRACT = "contract"
    OPTION = "option"
    EXTENSION = "extension"
    PREMIUM = "premium"
    LOT = "lot"


class Fault(StrEnum):
    """Why a purchase can't be examined."""

    NO_AMOUNT = "no_amount"
    BELOW_ZERO = "below_zero"
    MONTHS_BELOW_ZERO = "months_below_zero"
    NO_LIMITS_FOR_LAW = "no_limits_for_law"
    CONCESSION_ELSEWHERE = "concession_elsewhere"
    NO_CONCESSION = "no_concession"
    TERM_NEEDED = "term_needed"
    TOO_LARGE = "too_large"


class PurchaseError(ValueError):
    """A purchase that can't be counted, or not under that law."""

    def __init__(self, fault: Fault, law: Law | None = None) -> None:
        super().__init__(f"{fault}: {law}" if law else fault)
        self.fault = fault
        self.law = law


@dataclass(frozen=True)
class Part:
    """One amount of a purchase. `vat`: the rate in percent that the amount includes, None where it has none.

    `months`: the amount is paid every month for so many months; 0 where the term is not set.
    """

    amount: Decimal
    role: Role = Role.CONTRACT
    vat: Decimal | None = None
    months: int | None = None


@dataclass(frozen=True)
class Step:
    """One line of the computation: a part's amount as it is counted. `rule`: the section that says so."""

    name: str
    given: Decimal
    counted: Decimal
    rule: str


@dataclass(frozen=True)
class Value:
    """The value in kronor without VAT, and the lines that it is the outcome of."""

    total: Decimal
    steps: tuple[Step, ...] = field(default=())


def without_vat(amount: Decimal, rate: Decimal) -> Decimal:
    """An amount that includes VAT of `rate` percent, without it, to the öre."""
    return (amount * 100 / (100 + rate)).quantize(ORE, ROUND_HALF_UP)


def with_vat(amount: Decimal, rate: Decimal) -> Decimal:
    """An amount without VAT, with `rate` percent added, to the öre."""
    return (amount * (100 + rate) / 100).quantize(ORE, ROUND_HALF_UP)


def value_of(
    law: Law,
    parts: Sequence[Part],
    *,
    subject: Subject = Subject.SERVICES,
    earlier: Decimal = Decimal(0),
    recurring: Decimal = Decimal(0),
) -> Value:
    """Count a purchase's value.

    `earlier`: purchases of the same kind earlier in the financial year, which only LUK counts. `recurring`:
    what such contracts, returning regularly, come to in twelve months, this one included; LOU and LUF take
    the value from it where it is more. Raises PurchaseError for no amount at all, one below zero or too
    large, and a term that has to be known.
    """
    if not parts:
        raise PurchaseError(Fault.NO_AMOUNT)
    amounts = [part.amount for part in parts]
    if min(*amounts, earlier, recurring) < 0:
        raise PurchaseError(Fault.BELOW_ZERO)
    if max(*amounts, earlier, recurring) > LARGEST:
        raise PurchaseError(Fault.TOO_LARGE)
    if any(part.months is not None and part.months < 0 for part in parts):
        raise PurchaseError(Fault.MONTHS_BELOW_ZERO)
    steps = [_counted(law, subject, part) for part in parts]
    total = sum((step.counted for step in steps), Decimal(0))
    if law is Law.LUK and earlier:
        steps.append(Step("earlier", earlier, earlier, "15 kap. 7 §"))
        total += earlier
    elif earlier:
        steps.append(Step("earlier_left_out", earlier, Decimal(0), "5 kap. 3 §"))
    if recurring and law is not Law.LUK:
        added = max(recurring - total, Decimal(0))
        steps.append(Step("recurring", recurring, added, "5 kap. 11 §"))
        total += added
    return Value(total, tuple(steps))


def _counted(law: Law, subject: Subject, part: Part) -> Step:
    net = part.amount if part.vat is None else without_vat(part.amount, part.vat)
    if part.months is None:
        return Step(part.role, part.amount, net, "5 kap. 2 §" if law is Law.LUK else "5 kap. 3 §")
    if law is Law.LUK or subject is Subject.WORKS:
        # Neither act says what a term that is not set counts as there.
        if not part.months:
            raise PurchaseError(Fault.TERM_NEEDED)
        return Step(
            part.role, part.amount, net * part.months, "5 kap. 2 §" if law is Law.LUK else "5 kap. 3 §"
        )
    if subject is Subject.GOODS:
        return Step(part.role, part.amount, net * (part.months or MONTHS_COUNTED), "5 kap. 10 §")
    return Step(
        part.role, part.amount, net * min(part.months or MONTHS_COUNTED, MONTHS_COUNTED), "5 kap. 13 §"
    )
