"""Thresholds and purchases for the tests."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.purchase import Purchase
from hierarchy.procurement.thresholds import Law, Standing, Subject
from hierarchy.procurement.value import Part, Role
from ingest.hierarchy_file import load_hierarchy
from ingest.thresholds_file import load_thresholds

REAL = Path(__file__).parents[3] / "evals" / "real"


@cache
def real_thresholds() -> tuple[Checked, ...]:
    """The thresholds kept for the real documents, as if every source had been found."""
    found = load_thresholds(REAL / "thresholds.yaml", load_hierarchy(REAL / "hierarchy.yaml"))
    return tuple(
        Checked(threshold, Standing.VERIFIED if threshold.sources else Standing.WITHOUT_SOURCE)
        for threshold in found
    )


def purchase(described: dict[str, Any]) -> Purchase:
    """A purchase as a row of the table describes it."""
    sums = {name: Decimal(str(described[name])) for name in ("earlier", "recurring") if name in described}
    return Purchase(
        parts=tuple(part(one) for one in described["parts"]),
        day=described["day"],
        law=Law(described["law"]),
        subject=Subject(described["subject"]),
        organisation=described.get("organisation"),
        **sums,
    )


def part(described: dict[str, Any]) -> Part:
    vat = described.get("vat")
    return Part(
        Decimal(str(described["amount"])),
        Role(described.get("role", "contract")),
        None if vat is None else Decimal(vat),
        described.get("months"),
    )


def bought(amount: int | str, **known: Any) -> Purchase:
    """Services for one amount on a day of 2025, with whatever else is known."""
    return Purchase(parts=(Part(Decimal(amount)),), **{"day": date(2025, 6, 1), **known})
