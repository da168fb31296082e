"""Which limits a provision's text states, and which figures are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.limits_said import SaidLimit, limits_said


def said(text: str) -> list[tuple[str, int | float, str]]:
    return [
        (str(limit.comparator), _plain(limit.figure.value), str(limit.figure.unit))
        for limit in limits_said(text)
    ]


def _plain(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def only(text: str) -> SaidLimit:
    (one,) = limits_said(text)
    return one


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("Möbler för mer än 80 tkr ska godkännas av chefen.", ("over", 80_000, "kr")),
        ("Avtal på minst 1,5 mnkr ska följas upp varje år.", ("at_least", 1_500_000, "kr")),
        ("Köp under hundra tusen kronor får göras utan offert.", ("under", 100_000, "kr")),
        ("En kurs får kosta högst sjutusen kronor.", ("at_most", 7_000, "kr")),
        ("Kostnaden får inte överstiga 900 kronor.", ("at_most", 900, "kr")),
        ("Offert behövs inte när priset understiger 40 000 kronor.", ("under", 40_000, "kr")),
        ("Uppdrag om 250 000 euro eller mer ska annonseras.", ("at_least", 250_000, "euro")),
        ("Köp över € 30 000 ska anmälas.", ("over", 30_000, "euro")),
        (
            "Lån får ges om värdet är högst tio procent av det tröskelvärde som gäller.",
            ("at_most", 10, "percent"),
        ),
        ("Avviker priset med mer än 75 kronor kontrolleras fakturan.", ("over", 75, "kr")),
    ],
)
def test_a_sentence_that_binds_states_its_limit(sentence: str, limit: tuple[str, int, str]) -> None:
    assert said(sentence) == [limit]


@pytest.mark.parametrize(
    "sentence",
    [
        "Regionen köpte 2024 konsulter för över 90 miljoner kronor.",
        "Inköpsvolymen uppskattas till mer än 2 miljarder kronor per år och väntas bli större.",
        "Avgiften är 300 kronor och ska betalas i förskott.",
        "Minst 20 procent av kontraktets värde ska avse lokala tjänster.",
        "Under året får enheten köpa böcker för 500 kronor.",
        "Svar ska lämnas inom minst tio dagar.",
    ],
)
def test_a_figure_that_is_reported_or_compared_with_nothing_is_no_limit(sentence: str) -> None:
    assert said(sentence) == []


def test_a_figure_joined_to_another_is_compared_in_the_same_way() -> None:
    text = "En gäst får bjudas på lunch för högst 200 kronor och 400 kronor till middag."
    assert said(text) == [("at_most", 200, "kr"), ("at_most", 400, "kr")]


def test_a_sentence_about_the_limit_compares_as_the_one_before_it() -> None:
    text = "Ett rum får kosta högst 900 kronor. I storstäder är gränsen 1 200 kronor."
    _, second = limits_said(text)
    assert (str(second.comparator), second.figure.value) == ("at_most", 1200)
    assert second.quotes == ("Ett rum får kosta högst 900 kronor.", "I storstäder är gränsen 1 200 kronor.")


def test_an_item_is_compared_by_the_lead_in_that_ends_in_the_comparison() -> None:
    text = (
        "Kontraktet ska lämnas ut om dess värde är minst\n"
        "1. 60 000 euro för varor, och\n2. 90 000 euro för byggnader."
    )
    first, second = limits_said(text)
    assert [str(limit.comparator) for limit in (first, second)] == ["at_least", "at_least"]
    assert second.quotes == (
        "Kontraktet ska lämnas ut om dess värde är minst",
        "90 000 euro för byggnader.",
    )
    assert second.said == "Kontraktet ska lämnas ut om dess värde är minst 90 000 euro för byggnader."


def test_an_item_that_compares_itself_needs_no_lead_in() -> None:
    text = "Gåvor:\n- Blommor: värde högst 350 kronor.\n- Bok: värde högst 250 kronor."
    assert [limit.quotes for limit in limits_said(text)] == [
        ("Blommor: värde högst 350 kronor.",),
        ("Bok: värde högst 250 kronor.",),
    ]


def test_a_row_is_compared_by_its_header() -> None:
    text = "Roll Högsta belopp per beställning\nKock 4 000 kronor\nKökschef 9 000 kronor"
    assert said(text) == [("at_most", 4_000, "kr"), ("at_most", 9_000, "kr")]
    assert next(limits_said(text)).quotes == ("Roll Högsta belopp per beställning", "Kock 4 000 kronor")


def test_a_row_that_compares_itself_needs_no_comparing_header() -> None:
    text = (
        "Klass Avtal Möte\nA Viktiga för driften Varje kvartal\nB Värde över 3 000 000 kronor En gång om året"
    )
    assert said(text) == [("over", 3_000_000, "kr")]


def test_each_column_has_its_own_comparison_and_unit() -> None:
    text = "Slag\tLägsta värde i tkr\tHögsta värde i tkr\nMöbler\t20\t400"
    assert said(text) == [("at_least", 20_000, "kr"), ("at_most", 400_000, "kr")]


@pytest.mark.parametrize("gap", ["\t", " "])
def test_a_table_of_thresholds_gives_kronor_where_euro_stands_beside(gap: str) -> None:
    text = (
        f"Vad köpet avser{gap}Tröskelvärdet i euro{gap}Tröskelvärdet i svenska kronor\n"
        f"Varukontrakt{gap}134 000{gap}1 448 999"
    )
    one = only(text)
    assert (str(one.comparator), one.figure.value, one.threshold_table) == ("at_least", 1_448_999, True)


def test_a_step_is_one_limit_that_tells_where_the_next_begins() -> None:
    one = only("Värde Så görs köpet\nFrån 40 000 till 149 999 kronor Tre offerter")
    assert (str(one.comparator), one.figure.value, one.figure.until) == ("at_least", 40_000, 150_000)


@pytest.mark.parametrize(
    "step",
    ["mellan 40 000 kronor och 200 000 kronor", "40 000 kr–200 000 kr", "från 40 000 kr till 200 000 kr"],
)
def test_a_step_may_have_its_currency_at_both_ends(step: str) -> None:
    one = only(f"Köp {step} ska dokumenteras.")
    assert (str(one.comparator), one.figure.value, one.figure.until) == ("at_least", 40_000, 200_000)


def test_a_step_from_nothing_is_told_by_where_it_ends() -> None:
    assert said("Belopp\tKrav\n0–99 999 kr\tEn offert") == [("at_most", 99_999, "kr")]


def test_a_long_sentence_is_quoted_around_its_figure() -> None:
    one = only(f"{'Enheten ' * 40}ska inhämta offert när värdet överstiger 60 000 kronor{' utan moms' * 40}.")
    assert len(one.quotes[0]) < 300
    assert "överstiger 60 000 kronor" in one.quotes[0]


@given(st.integers(2, 99_999_999), st.sampled_from(["högst", "minst"]))
def test_every_quote_is_verbatim_and_holds_the_figure(amount: int, words: str) -> None:
    figure = f"{amount:,}".replace(",", " ")
    text = f"Allmänt.\n\nEtt köp får kosta {words} {figure} kronor. Chefen svarar för det."
    one = only(text)
    assert one.figure.value == amount
    assert all(quote in text for quote in one.quotes)
    assert figure in one.quotes[-1]


@given(st.text(alphabet="abc 01.,\n\t-%€krönmist över under högst", max_size=120))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    for limit in limits_said(text):
        assert all(quote in text for quote in limit.quotes)
