"""Reading amounts of money and their comparators."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hierarchy.amounts import Comparator, amounts


def only(text: str) -> tuple[Decimal, Comparator | None]:
    (amount,) = amounts(text)
    return amount.sek, amount.comparator


@pytest.mark.parametrize(
    ("text", "sek"),
    [
        ("en konsult för 80 tkr", 80_000),
        ("priset var 700 000 kr", 700_000),
        ("priset var 700 000 kronor", 700_000),
        ("priset var 700 000 kronor exklusive moms", 700_000),
        ("priset var 700\u00a0000\u00a0kr", 700_000),
        ("priset var 1.200.000 kr", 1_200_000),
        ("priset var 1200000 SEK", 1_200_000),
        ("budgeten är 0,5 mnkr", 500_000),
        ("budgeten är 40,7 mnkr", 40_700_000),
        ("budgeten är 3 Mkr", 3_000_000),
        ("budgeten är 2 miljoner kronor", 2_000_000),
        ("budgeten är två miljoner kronor", 2_000_000),
        ("budgeten är 1,5 miljarder kronor", 1_500_000_000),
        ("budgeten är hundra tusen kronor", 100_000),
        ("budgeten är tjugofem tusen kronor", 25_000),
        ("budgeten är sjuhundrafemtiotusen kronor", 750_000),
        ("budgeten är tre hundra tusen kronor", 300_000),
        ("budgeten är 300 tusen kr", 300_000),
        ("ett inköp på en halv miljon?", 500_000),
        ("ska köpa stolar för 300 000, räcker en offert?", 300_000),
        ("vi vill handla för 2 miljoner utan annons", 2_000_000),
        ("avgiften är 99,50 kr", Decimal("99.50")),
        ("ska köpa stolar för 80k, räcker det?", 80_000),
        ("priset var 80000:-", 80_000),
        ("a consultant for SEK 80,000", 80_000),
        ("budgeten är 1,125 mnkr", 1_125_000),
        ("stolar för åttio tusen kronor", 80_000),
        ("stolar för trehundrafemtiotusen kronor", 350_000),
        ("stolar för två och en halv miljon kronor", 2_500_000),
        ("avgiften är femhundra kronor", 500),
    ],
)
def test_an_amount_is_read_in_kronor_however_it_is_written(text: str, sek: int | Decimal) -> None:
    assert only(text)[0] == sek


@pytest.mark.parametrize(
    "text",
    [
        "ett värde av 221 000 euro",
        "5 538 000 €",
        "tröskelvärdet är 5 procent",
        "lagen (2016:1145) 19 a kap. 2 §",
        "dnr RV 250554, § 19/25",
        "en befolkning på 300 000 invånare",
        "stöd för 2 miljoner euro",
        "under 2025 köptes 40 skrivbord",
        "12 krav ställdes och 3 kryss sattes",
    ],
)
def test_what_is_not_kronor_is_not_an_amount(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("om värdet beräknas understiga 50 000 kronor", Comparator.UNDER),
        ("om värdet överstiger 50 000 kronor", Comparator.OVER),
        ("det behövs inte när värdet understiger 50 000 kronor", Comparator.UNDER),
        ("om värdet överstiger ett belopp om 50 000 kronor", Comparator.OVER),
        ("värdet uppgår till minst 50 000 kr", Comparator.AT_LEAST),
        ("lägst 50 tkr", Comparator.AT_LEAST),
        ("från och med 50 tkr", Comparator.AT_LEAST),
        ("50 tkr eller mer", Comparator.AT_LEAST),
        ("högst 50 tkr", Comparator.AT_MOST),
        ("avtal upp till max 50 tkr", Comparator.AT_MOST),
        ("upp till och med 50 tkr", Comparator.AT_MOST),
        ("maximalt 50 tkr", Comparator.AT_MOST),
        ("köp under 50 tkr", Comparator.UNDER),
        ("mindre än 50 tkr", Comparator.UNDER),
        ("köp över 50 tkr", Comparator.OVER),
        ("mer än 50 tkr", Comparator.OVER),
        ("en faktura på 50 tkr", None),
        ("under året köptes en bil och den gick på 50 tkr", None),
    ],
)
def test_the_words_around_an_amount_say_which_side_of_it_is_meant(
    text: str, comparator: Comparator | None
) -> None:
    assert only(text) == (Decimal(50_000), comparator)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("får inte överstiga 50 tkr", Comparator.AT_MOST),
        ("som inte sammanlagt beräknas överstiga 50 tkr", Comparator.AT_MOST),
        ("ej understiger 50 tkr", Comparator.AT_LEAST),
        ("inte mer än 50 tkr", Comparator.AT_MOST),
    ],
)
def test_a_negated_comparator_turns_round(text: str, comparator: Comparator) -> None:
    assert only(text)[1] is comparator


@pytest.mark.parametrize(
    "text", ["100 000–700 000 kr", "mellan 100 000 och 700 000 kronor", "från 100 till 700 tkr"]
)
def test_a_range_is_its_two_ends(text: str) -> None:
    low, high = amounts(text)
    assert (low.sek, low.comparator) == (100_000, Comparator.AT_LEAST)
    assert (high.sek, high.comparator) == (700_000, Comparator.AT_MOST)


def test_each_amount_keeps_its_own_comparator() -> None:
    low, high = amounts("Avgiften är lägst 20 000 kronor och högst 5 mnkr.")
    assert (low.sek, low.comparator) == (20_000, Comparator.AT_LEAST)
    assert (high.sek, high.comparator) == (5_000_000, Comparator.AT_MOST)


def test_the_span_holds_the_figure_and_its_unit() -> None:
    text = "Köp över 100 000 kronor dokumenteras."
    (amount,) = amounts(text)
    assert text[amount.start : amount.end] == "100 000 kronor"


def grouped(value: int, gap: str) -> str:
    return f"{value:,}".replace(",", gap)


@given(
    st.integers(0, 999_999_999),
    st.sampled_from([" ", "\u00a0", "\u202f", ".", ""]),
    st.sampled_from(["kr", "kronor", "SEK"]),
)
def test_any_amount_is_read_back_whatever_separates_its_thousands(value: int, gap: str, unit: str) -> None:
    assert only(f"värdet är {grouped(value, gap)} {unit} i år")[0] == value


@given(
    st.integers(1, 9_999),
    st.sampled_from([("tkr", 1_000), ("mnkr", 1_000_000), ("miljoner kronor", 1_000_000)]),
)
def test_a_unit_multiplies(value: int, unit: tuple[str, int]) -> None:
    name, factor = unit
    assert only(f"värdet är {value} {name}")[0] == value * factor


@given(st.text(alphabet="0123456789 ,.-–mnkrtö överstiger\u00a0€§:/", max_size=120) | st.text(max_size=80))
def test_any_text_is_read_without_error_into_ordered_spans(text: str) -> None:
    end = 0
    for amount in amounts(text):
        assert end <= amount.start < amount.end <= len(text)
        assert amount.sek >= 0
        end = amount.end
