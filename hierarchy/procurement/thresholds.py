"""Thresholds: numeric rules with the text that each rests on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hierarchy.amounts import Comparator
from hierarchy.levels import Level


class Law(StrEnum):
    """The procurement act that a purchase is made under."""

    LOU = "lou"
    LUF = "luf"
    LUK = "luk"
    LUFS = "lufs"


class Subject(StrEnum):
    """What is bought.

    `SPECIAL_SERVICES`: social and other special services (LOU and LUF bilaga 2, LUK bilaga 3).
    """

    GOODS = "goods"
    SERVICES = "services"
    WORKS = "works"
    SPECIAL_SERVICES = "special_services"
    CONCESSION = "concession"


class Effect(StrEnum):
    """What a threshold does where its comparator holds of the value.

    `DIRECT_PROCUREMENT`: buying without an advertisement is open. `EU_PROCEDURE`: the rules above the EU
    threshold apply. `DUTY`: something has to be done.
    """

    DIRECT_PROCUREMENT = "direct_procurement"
    EU_PROCEDURE = "eu_procedure"
    DUTY = "duty"


class Procedure(StrEnum):
    """The ways to buy, lightest first.

    `NATIONAL`: advertised, by the rules below the EU threshold (LOU and LUF 19 kap., LUK 15 kap.).
    """

    DIRECT = "direct"
    NATIONAL = "national"
    EU = "eu"


class Standing(StrEnum):
    """How far a threshold may be trusted, and why it may not be.

    `WITHOUT_SOURCE`: a historic amount, or one in euro only, whose text the library does not hold.
    `OFF`: its quote, amount or comparator isn't in the source any more: never computed with.
    """

    VERIFIED = "verified"
    UNCONFIRMED = "unconfirmed"
    SUPERSEDED = "superseded"
    WITHOUT_SOURCE = "without_source"
    OFF = "off"


@dataclass(frozen=True)
class SourceQuote:
    """Where a threshold's amount or comparator is written; `document` is the file's stem."""

    document: str
    section: str
    quote: str


@dataclass(frozen=True)
class Threshold:
    """One numeric rule.

    `amount`: kronor without VAT, or None where it is `percent` of another threshold (`percent_of`, its id),
    known in euro only (`euro`), or where nothing is compared: a duty of every purchase by the `procedures`
    named, whatever its value; `comparator` is then None too. `until`: the amount from which another
    threshold takes over. `subjects` empty: whatever is bought. `procedures` empty: every procedure.
    `organisations` empty: whoever the law binds. `duty`: a short name of what has to be done, the same for
    every threshold with that duty. `consequence_sv`, `consequence_en`: what follows, in our own words.
    `valid_to` is inclusive. `sources` hold together the amount and the comparator; empty where the library
    has no text for it. `overtaken_by`: the id of the rule that has made a limit in a document obsolete.
    """

    id: str
    law: Law
    effect: Effect
    comparator: Comparator | None
    consequence_sv: str
    consequence_en: str
    level: Level
    amount: Decimal | None = None
    percent: Decimal | None = None
    percent_of: str | None = None
    euro: Decimal | None = None
    until: Decimal | None = None
    duty: str | None = None
    subjects: frozenset[Subject] = frozenset()
    procedures: frozenset[Procedure] = frozenset()
    organisations: frozenset[str] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None
    sources: tuple[SourceQuote, ...] = ()
    overtaken_by: str | None = None

    @property
    def compares(self) -> bool:
        """False for a duty that every purchase has, whatever its value."""
        return self.comparator is not None

    def concerns(self, law: Law, subject: Subject, organisation: str | None) -> bool:
        """Whether it is a rule for such a purchase by such a buyer."""
        return self.is_of(law, subject) and (not self.organisations or organisation in self.organisations)

    def is_of(self, law: Law, subject: Subject) -> bool:
        """Whether it is a rule for such a purchase, by whoever."""
        return self.law is law and (not self.subjects or subject in self.subjects)

    def is_valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def holds(comparator: Comparator, value: Decimal, amount: Decimal) -> bool:
    """Whether a value stands on the comparator's side: 700 000 is not under 700 000."""
    match comparator:
        case Comparator.UNDER:
            return value < amount
        case Comparator.OVER:
            return value > amount
        case Comparator.AT_LEAST:
            return value >= amount
        case Comparator.AT_MOST:
            return value <= amount
