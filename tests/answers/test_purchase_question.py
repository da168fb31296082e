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


def test_a_monthly_price_keeps_its_months() -> None:
    assert told("Vi ska hyra skrivare för 10 000 kr i månaden i 36 månader").parts[0].months == 36
    assert told("Vi ska hyra skrivare för 10 000 kr/mån i sex år").parts[0].months == 72
    assert told("Vi ska hyra skrivare för 10 000 kr i månaden tills vidare").parts[0].months == 0


def test_a_yearly_price_is_counted_over_its_years() -> None:
    assert told("köpa licenser för 200 000 kr per år i fyra år").parts[0].amount == 800_000


@pytest.mark.parametrize(
    "text",
    [
        "Vi har redan köpt för 300 tkr, får vi köpa för 450 tkr till?",
        "Vi har köpt konsulter för 300 tkr tidigare i år, får vi direktupphandla för 800 tkr till?",
        "Får vi köpa konsulter för 1 000 kr i timmen i 800 timmar?",
        "Får vi köpa 100 datorer för 9 000 kr styck?",
        "Får vi köpa 20 stolar à 40 000 kr?",
        "Får vi hyra skrivare för 10 000 kr i månaden?",
        "Får vi hyra skrivare för 20 000 kr i månaden i 24 månader plus option på 24 månader?",
        "Får vi hyra lokal för 50 000 kr/mån i 2 år med option på 1 år?",
        "Får vi köpa licenser för 200 000 kr per år i 24 månader?",
        "Får vi direktupphandla om värdet är under 700 000 kr?",
        "Får vi köpa för mellan 400 000 och 600 000 kr utan annons?",
        "Gäller 700 000 kr som gräns för direktupphandling?",
        "Får vi köpa stolar för 125 000 kr, moms ingår?",
        "Får vi köpa stolar för 125 000 kr inkl moms plus option på 40 000 kr exkl moms?",
        "Får vi köpa konsulter för 650 000 kr plus option på 100 000 kr utan option?",
        "Får vi köpa för 99999999999999999999 kr?",
        "Får vi köpa för 300 000 kr i Region Syd?",
    ],
)
def test_a_price_that_is_not_plainly_understood_is_not_counted(text: str) -> None:
    assert purchase_in(asked(text)) is None


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("köpa mat för 112 000 kr inkl moms 12 %", 12),
        ("köpa mat för 112 000 kr inklusive 12 procent moms", 12),
        ("köpa stolar för 125 000 kr inklusive moms", 25),
        ("köpa stolar för 125 000 kr exkl. moms", None),
    ],
)
def test_the_rate_of_vat_is_read_on_either_side(text: str, rate: int | None) -> None:
    assert told(text).parts[0].vat == rate


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
