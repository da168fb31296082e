"""Amounts with a comparator and a consequence, found in the library's rules, for a person to confirm.

What is found is a proposal: its kind, its subject and what follows are read from the text's own words. An
order of delegation gives mandates, not limits, so nothing is proposed from one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hierarchy.amounts import Comparator
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.procurement.thresholds import Effect, Law, Subject
from hierarchy.validity import is_rule_in_force, is_worded_so
from index.library import Library
from index.limit_figures import Unit
from index.limit_kind import effect_of, law_of, subjects_of
from index.limits_said import SaidLimit, limits_said

_MANDATES = re.compile(r"delegation|delegering|beslutsordning|attest", re.I)


@dataclass(frozen=True)
class Proposal:
    """One limit found. Exactly one of `amount` (kronor), `euro` and `percent` (of a threshold) is set.

    `quotes` are verbatim and hold together the figure and the comparator; `said` is what a reader needs to
    understand them. `duty` is a short name, None where the effect is another.
    """

    document: GoverningDocument
    provision: Provision
    quotes: tuple[str, ...]
    said: str
    law: Law
    effect: Effect
    comparator: Comparator
    amount: Decimal | None = None
    euro: Decimal | None = None
    percent: Decimal | None = None
    until: Decimal | None = None
    duty: str | None = None
    subjects: tuple[Subject, ...] = ()


def propose(library: Library, day: date) -> tuple[Proposal, ...]:
    """Every limit found in the rules in force on `day`, document by document in reading order."""
    found: list[Proposal] = []
    for document in library.documents():
        if not is_rule_in_force(document, day) or _MANDATES.search(f"{document.kind} {document.title}"):
            continue
        text = library.text(document.document)
        for provision in library.provisions(document.document):
            if is_worded_so(provision, day):
                found.extend(_in_provision(document, provision, text))
    return tuple(found)


def _in_provision(document: GoverningDocument, provision: Provision, text: str) -> Iterator[Proposal]:
    """What a provision says, told once: a sentence that repeats what was said before it adds nothing."""
    said_before: dict[tuple[object, ...], str] = {}
    for limit in limits_said(text[provision.start : provision.end]):
        proposal = _proposal(document, provision, limit)
        kind = (limit.comparator, limit.figure.value, limit.figure.unit, proposal.effect, proposal.duty)
        is_row = len(limit.quotes) > 1 or "\n" in limit.said
        if kind in said_before and not is_row:
            continue
        said_before[kind] = limit.said
        yield proposal


def _proposal(document: GoverningDocument, provision: Provision, limit: SaidLimit) -> Proposal:
    effect, duty = effect_of(limit)
    figure = limit.figure
    return Proposal(
        document,
        provision,
        limit.quotes,
        limit.said,
        law_of(document, provision),
        effect,
        limit.comparator,
        amount=figure.value if figure.unit is Unit.KRONOR else None,
        euro=figure.value if figure.unit is Unit.EURO else None,
        percent=figure.value if figure.unit is Unit.SHARE else None,
        until=figure.until,
        duty=duty,
        subjects=subjects_of(limit),
    )
