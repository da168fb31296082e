"""What a purchase is taken for where facts are missing, and what each of them would change."""

from datetime import date
from decimal import Decimal

import pytest

from hierarchy.procurement.purchase import Fact, Missing, examine
from hierarchy.procurement.thresholds import Law, Procedure, Subject
from hierarchy.procurement.value import Fault, PurchaseError
from tests.hierarchy.procurement.purchases import bought, real_thresholds


def missing(fact: Fact, amount: int, **known: object) -> Missing | None:
    outcome = examine(bought(amount, **known), real_thresholds(), ["sormland", "dalarna"])
    return next((found for found in outcome.missing if found.fact is fact), None)


def test_services_under_lou_are_taken_where_nothing_is_said() -> None:
    outcome = examine(bought(650_000), real_thresholds())
    assert (outcome.purchase.law, outcome.purchase.subject) == (Law.LOU, Subject.SERVICES)


def test_an_unknown_act_tells_what_the_others_would_make_of_it() -> None:
    found = missing(Fact.LAW, 800_000)
    assert found is not None
    assert found.assumed == "lou"
    lightest = {alternative.value: alternative.lightest for alternative in found.alternatives}
    assert lightest == {"luf": Procedure.DIRECT, "luk": Procedure.DIRECT}


def test_an_unknown_subject_tells_which_subject_would_lighten_it() -> None:
    found = missing(Fact.SUBJECT, 800_000, law=Law.LOU, organisation="sormland")
    assert found is not None
    lightest = {alternative.value: alternative.lightest for alternative in found.alternatives}
    assert lightest["special_services"] is Procedure.DIRECT
    assert lightest["goods"] is Procedure.NATIONAL


def test_an_unknown_buyer_tells_who_would_need_the_eu_procedure() -> None:
    found = missing(Fact.ORGANISATION, 2_000_000, law=Law.LOU, subject=Subject.GOODS)
    assert found is not None
    lightest = {alternative.value: alternative.lightest for alternative in found.alternatives}
    assert lightest == {"sormland": Procedure.NATIONAL, "dalarna": Procedure.EU}


def test_unknown_earlier_purchases_have_room_up_to_the_next_limit_under_luk() -> None:
    found = missing(Fact.EARLIER, 2_000_000, law=Law.LUK, subject=Subject.CONCESSION)
    assert found is not None
    assert found.room == Decimal("994008.95")


def test_unknown_recurring_contracts_are_asked_for_under_lou() -> None:
    found = missing(Fact.RECURRING, 58_000, law=Law.LOU, subject=Subject.GOODS, organisation="sormland")
    assert found is not None
    assert found.room == Decimal(42_000)


def test_works_do_not_ask_for_recurring_contracts() -> None:
    assert missing(Fact.RECURRING, 58_000, law=Law.LOU, subject=Subject.WORKS) is None


def test_nothing_is_missing_where_everything_is_said() -> None:
    whole = bought(58_000, law=Law.LOU, subject=Subject.GOODS, organisation="sormland", recurring=Decimal(0))
    assert examine(whole, real_thresholds()).missing == ()


def test_a_concession_by_itself_is_bought_under_luk() -> None:
    outcome = examine(bought(58_000, subject=Subject.CONCESSION), real_thresholds())
    assert outcome.purchase.law is Law.LUK


@pytest.mark.parametrize(
    ("law", "subject", "fault"),
    [
        (Law.LUFS, Subject.GOODS, Fault.NO_LIMITS_FOR_LAW),
        (Law.LOU, Subject.CONCESSION, Fault.CONCESSION_ELSEWHERE),
        (Law.LUK, Subject.GOODS, Fault.NO_CONCESSION),
    ],
)
def test_an_act_that_does_not_fit_is_refused(law: Law, subject: Subject, fault: Fault) -> None:
    with pytest.raises(PurchaseError) as refused:
        examine(bought(58_000, law=law, subject=subject), real_thresholds())
    assert refused.value.fault is fault


def test_a_day_without_thresholds_in_kronor_is_not_decided() -> None:
    outcome = examine(
        bought(900_000, law=Law.LOU, organisation="sormland", day=date(2026, 5, 1)), real_thresholds()
    )
    assert outcome.assessment.lightest is None


def test_a_value_that_some_buyers_must_take_to_the_eu_procedure_is_not_decided_without_a_buyer() -> None:
    outcome = examine(bought(100_000_000, law=Law.LOU, subject=Subject.GOODS), real_thresholds())
    assert outcome.assessment.lightest is None
