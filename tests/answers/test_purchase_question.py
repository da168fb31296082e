"""Purchases told in a question."""

from decimal import Decimal

import pytest

from answers.purchase_question import purchase_in
from hierarchy.procurement.purchase import Purchase
from hierarchy.procurement.thresholds import Law, Subject
from hierarchy.procurement.value import Role
from tests.answers.making import TODAY, asked


def told(text: str) -> Purchase:
    found = purchase_in(asked(text))
    assert found is not None
    return found


def sums(text: str) -> list[tuple[Decimal, Role]]:
    return [(part.amount, part.role) for part in told(text).parts]


def test_a_price_and_its_option_are_two_parts() -> None:
    question = "Får vi direktupphandla konsulter för 650 tkr plus option på 100 tkr?"
    assert sums(question) == [(Decimal(650_000), Role.CONTRACT), (Decimal(100_000), Role.OPTION)]


def test_who_asks_and_when_come_with_it() -> None:
    found = told("Får vi köpa möbler för 80 000 kr?")
    assert (found.organisation, found.day) == ("norr", TODAY)


def test_an_extension_is_told_from_the_contract() -> None:
    assert sums("Vi köper städning för 400 000 kr med en förlängning på 200 000 kr")[1][1] is Role.EXTENSION


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("köpa konsulttjänster för 300 000 kr", Subject.SERVICES),
        ("anlita en konsult för 300 000 kr", Subject.SERVICES),
        ("köpa möbler för 300 000 kr", Subject.GOODS),
        ("upphandla en ombyggnad för 3 mnkr", Subject.WORKS),
        ("upphandla tjänster enligt bilaga 2 för 3 mnkr", Subject.SPECIAL_SERVICES),
        ("buy equipment for 300 000 kr", Subject.GOODS),
        ("köpa något för 300 000 kr", None),
    ],
)
def test_what_is_bought_is_read_where_it_is_said(text: str, subject: Subject | None) -> None:
    assert told(text).subject is subject


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("köpa bussar för 3 mnkr enligt LUF", Law.LUF),
        ("köpa för 300 000 kr enligt LOU", Law.LOU),
        ("upphandla en koncession värd 3 mnkr", Law.LUK),
        ("köpa för 300 000 kr", None),
    ],
)
def test_the_act_is_read_where_it_is_said(text: str, law: Law | None) -> None:
    assert told(text).law is law


def test_vat_that_is_included_is_read_with_its_rate() -> None:
    assert told("köpa mat för 112 000 kr inkl 12 % moms").parts[0].vat == 12
    assert told("köpa stolar för 125 000 kr inklusive moms").parts[0].vat == 25
    assert told("köpa stolar för 125 000 kr exklusive moms").parts[0].vat is None


def test_a_monthly_price_keeps_its_months() -> None:
    assert told("Vi ska hyra skrivare för 10 000 kr i månaden i 36 månader").parts[0].months == 36
    assert told("Vi ska hyra skrivare för 10 000 kr i månaden i 3 år").parts[0].months == 36
    assert told("Vi ska hyra skrivare för 10 000 kr i månaden tills vidare").parts[0].months == 0


def test_a_yearly_price_is_counted_over_its_years() -> None:
    assert told("köpa licenser för 200 000 kr per år i fyra år").parts[0].amount == 800_000


def test_earlier_purchases_are_told_from_this_one() -> None:
    found = told("Vi har redan köpt för 200 000 kr i år och vill köpa mer för 100 000 kr")
    assert found.earlier == 200_000
    assert [part.amount for part in found.parts] == [100_000]


@pytest.mark.parametrize(
    "text",
    [
        "Hur köper vi in kontorsmaterial?",
        "Är gränsen för direktupphandling 700 000 kr?",
        "Vilken avgift kan vi få om vi köper utan annons, 20 000 000 kr?",
        "Får jag ta emot en gåva för 500 kr?",
        "Hur mycket får en middag kosta?",
    ],
)
def test_a_question_without_a_price_tells_of_no_purchase(text: str) -> None:
    assert purchase_in(asked(text)) is None
