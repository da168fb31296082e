"""When a shown text holds an expected passage."""

import pytest

from evals.matching import holds, is_expected, normalised
from evals.questions import ExpectedSource

SHORT = "Beslut fattas av nämnden."  # 25 characters
LONG = "Upphandlingar över en miljon kronor ska alltid godkännas av nämnden innan de annonseras."


def test_white_space_and_letter_case_make_no_difference() -> None:
    assert normalised(" Över\u00a0100\n  000  KRONOR ") == "över 100 000 kronor"
    assert holds("Det gäller att BESLUT  fattas\nav nämnden. Alltid.", SHORT)


def test_a_shown_part_counts_only_when_it_is_longer_than_a_phrase() -> None:
    passage = f"{SHORT} Protokoll förs."
    assert len(SHORT) == 25
    assert not holds(SHORT, passage)
    assert holds(f"{SHORT} P", passage)  # 27 characters


def test_a_long_passage_is_recognised_by_its_opening_where_a_block_ends_before_it() -> None:
    # Characters 5–60 of the passage stand in the text; its end does not, and its first word is cut.
    assert holds(f"– {LONG[3:64]} enligt punkt 4 ovan", LONG)


def test_a_passage_of_at_most_sixty_characters_is_not_recognised_by_its_opening() -> None:
    passage = LONG[:60]
    assert not holds(f"{passage[3:]} och mer", passage)


def test_an_altered_amount_is_another_passage() -> None:
    assert not holds(
        "Gränsen är 800 000 kronor för varor och tjänster.",
        "Gränsen är 700 000 kronor för varor och tjänster.",
    )


@pytest.mark.parametrize("shown", ["", "Något helt annat."])
def test_an_empty_passage_is_held_by_nothing(shown: str) -> None:
    assert not holds(shown, "  \n")


def test_the_passage_must_come_from_the_expected_document() -> None:
    sources = (ExpectedSource("policy", LONG), ExpectedSource("riktlinje", SHORT))
    assert is_expected(sources, "riktlinje", "Ansvar", SHORT)
    assert not is_expected(sources, "policy", "Ansvar", SHORT)


def test_an_expected_passage_without_a_quote_is_any_text_of_its_section() -> None:
    sources = (ExpectedSource("policy", section="Ansvar › Inköp"),)
    assert is_expected(sources, "policy", "Ansvar › Inköp", SHORT)
    assert not is_expected(sources, "policy", "Ansvar", SHORT)
    assert not is_expected(sources, "riktlinje", "Ansvar › Inköp", SHORT)
