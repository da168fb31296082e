"""The plain clause of a sentence, and the items of a list with what opens it."""

import pytest

from hierarchy.unwrapping import joined, plain


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Det är förbjudet att måla väggarna.", "Får inte måla väggarna."),
        ("Det är inte tillåtet att måla väggarna.", "Får inte måla väggarna."),
        ("Det är tillåtet att måla väggarna.", "Får måla väggarna."),
        (
            "Svaret ska lämnas så snart det går, dock senast inom två dagar.",
            "Svaret ska lämnas senast inom två dagar.",
        ),
        (
            "Planen fastställs av nämnden efter förslag från chefen.",
            "Planen fastställs av nämnden.",
        ),
        ("Varor ska beställas dagen före, och listan ska sparas.", "Varor ska beställas dagen före"),
        ("Rum ska städas varje dag av den som öppnar.", "Rum ska städas varje dag av den."),
        ("Avgiften är högst 50 kronor, som betalas i kassan.", "Avgiften är högst 50 kronor"),
    ],
)
def test_what_changes_nothing_of_a_rule_is_read_away(sentence: str, read: str) -> None:
    assert plain(sentence) == read


@pytest.mark.parametrize(
    "sentence",
    [
        "Avtal ska granskas av juristen och undertecknas av chefen.",
        "Rapporten ska lämnas varje år, räknat från tre månader efter start.",
        "Chefen ska pröva ansökan.",
    ],
)
def test_what_is_another_rule_or_figure_is_kept(sentence: str) -> None:
    assert plain(sentence) == sentence


def test_an_item_is_read_with_the_words_that_open_its_list() -> None:
    assert joined("Följande är inte tillåtet i salen:", "att äta,") == "Får inte äta i salen"
    assert joined("Besökare får inte", "röka eller elda,") == "Besökare får inte röka eller elda"


@pytest.mark.parametrize(
    ("lead", "item"),
    [("Listan omfattar:", "stolar"), ("Chefen ska:", "se till att alla får svar"), ("Avgifter", "50 kronor")],
)
def test_an_item_stands_alone_where_nothing_before_it_makes_a_rule(lead: str, item: str) -> None:
    assert joined(lead, item) is None
