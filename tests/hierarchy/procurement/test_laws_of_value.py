"""What holds of every purchase, whatever its amounts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hierarchy.procurement.purchase import examine
from hierarchy.procurement.thresholds import Law, Procedure, Subject
from hierarchy.procurement.value import VAT_RATES, Fault, Part, PurchaseError, value_of, with_vat, without_vat
from tests.hierarchy.procurement.purchases import bought, real_thresholds

KRONOR = st.decimals(min_value=0, max_value=100_000_000, places=2)
BOUGHT = st.sampled_from(
    [(law, subject) for law in (Law.LOU, Law.LUF) for subject in Subject if subject is not Subject.CONCESSION]
    + [(Law.LUK, Subject.CONCESSION), (Law.LUK, Subject.SPECIAL_SERVICES)]
)
DAYS = st.dates(date(2014, 7, 1), date(2027, 12, 31))
ORGANISATIONS = st.sampled_from([None, "sormland", "vastmanland", "halland", "dalarna"])
WEIGHT = {Procedure.DIRECT: 0, Procedure.NATIONAL: 1, Procedure.EU: 2}


@given(KRONOR, KRONOR, BOUGHT, DAYS, ORGANISATIONS)
def test_a_higher_value_never_opens_a_lighter_procedure(
    one: Decimal, other: Decimal, kind: tuple[Law, Subject], day: date, organisation: str | None
) -> None:
    lower, higher = sorted((one, other))
    law, subject = kind
    light, heavy = (
        examine(
            bought(str(amount), law=law, subject=subject, day=day, organisation=organisation),
            real_thresholds(),
        ).assessment.lightest
        for amount in (lower, higher)
    )
    if light is not None and heavy is not None:
        assert WEIGHT[light] <= WEIGHT[heavy]


@given(st.lists(KRONOR, min_size=1, max_size=6), st.randoms())
def test_the_order_of_the_parts_does_not_matter(amounts: list[Decimal], random: object) -> None:
    shuffled = list(amounts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (value_of(Law.LOU, [Part(amount) for amount in order]) for order in (amounts, shuffled))
    assert one.total == other.total


@given(KRONOR, st.sampled_from(VAT_RATES))
def test_vat_put_on_and_taken_off_leaves_the_amount_to_the_ore(amount: Decimal, rate: Decimal) -> None:
    assert without_vat(with_vat(amount, rate), rate) == amount


@given(st.lists(KRONOR, min_size=1, max_size=5), st.integers(0, 4))
def test_splitting_a_part_changes_nothing(amounts: list[Decimal], which: int) -> None:
    parts = [Part(amount) for amount in amounts]
    split = parts[which % len(parts)]
    half = (split.amount / 2).quantize(Decimal("0.01"))
    others = [part for position, part in enumerate(parts) if position != which % len(parts)]
    in_two = [*others, Part(half), Part(split.amount - half)]
    assert value_of(Law.LOU, in_two).total == value_of(Law.LOU, parts).total


@given(KRONOR, BOUGHT, DAYS, ORGANISATIONS)
def test_the_next_limit_is_reached_by_what_is_left_to_it(
    amount: Decimal, kind: tuple[Law, Subject], day: date, organisation: str | None
) -> None:
    law, subject = kind
    known = {"law": law, "subject": subject, "day": day, "organisation": organisation}
    ahead = examine(bought(str(amount), **known), real_thresholds()).assessment.next_limit
    if ahead is not None and ahead.limit.amount is not None:
        assert ahead.distance >= 0
        assert amount + ahead.distance == ahead.limit.amount


@pytest.mark.parametrize(
    ("parts", "fault"), [((), Fault.NO_AMOUNT), ((Part(Decimal(-1)),), Fault.BELOW_ZERO)]
)
def test_a_purchase_without_a_sensible_amount_is_refused(parts: tuple[Part, ...], fault: Fault) -> None:
    with pytest.raises(PurchaseError) as refused:
        value_of(Law.LOU, parts)
    assert refused.value.fault is fault
