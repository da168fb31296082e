"""Whose document it is, when no register says so."""

from pathlib import Path

import pytest

from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Hierarchy, Level, Organisation
from ingest.organisation import organisations_of

NORTH = Organisation("norr", "Region Norr", "Region North", (), ("Landstinget Norr", "RN"))
SOUTH = Organisation("soder", "Region Söder", "Region South", ())
BOTH = Hierarchy((NORTH, SOUTH))
FAR_DOWN = "Köp ska anmälas till chefen. " * 20


def bound(
    text: str, title: str = "Regel", source: str = "regel.md", hierarchy: Hierarchy = BOTH
) -> tuple[str, ...]:
    document = GoverningDocument("regel", title, "regel", Level.RULE, Status.UNCONFIRMED)
    return organisations_of(document, text, Path(source), hierarchy)


def test_the_title_decides_before_the_text() -> None:
    assert bound("Region Söder samverkar.", title="Inköpspolicy för Region Norr") == ("norr",)


def test_the_opening_decides_before_what_is_mentioned_further_down() -> None:
    assert bound("Region Norr\n\n" + FAR_DOWN + "Se även Region Söder.") == ("norr",)


def test_a_former_name_counts_and_so_does_the_genitive_over_a_line_break() -> None:
    assert bound("LANDSTINGET\nNORRS regler") == ("norr",)


def test_the_top_folder_decides_where_the_opening_names_none_or_several() -> None:
    assert bound("Köp ska anmälas.", source="soder/regler/regel.md") == ("soder",)
    assert bound("Till Region Norr från Region Söder", source="soder/regel.md") == ("soder",)
    assert bound("Köp ska anmälas.", source="annat/regel.md") == ()


def test_the_only_one_that_all_the_text_names_is_it() -> None:
    assert bound(FAR_DOWN + "Detta beslutades av Region Söder.") == ("soder",)
    assert bound(FAR_DOWN + "Region Söder och Region Norr samverkar.") == ()


def test_organisations_that_the_opening_names_together_are_bound_together() -> None:
    text = "Landstinget Norr och Region Söder, nedan regionerna, köper in tillsammans."
    assert bound(text, source="soder/regel.md") == ("norr", "soder")


def test_others_that_work_together_bind_neither_themselves_nor_the_documents_own() -> None:
    third = Organisation("vast", "Region Väst", "Region West", ())
    three = Hierarchy((NORTH, SOUTH, third))
    text = "Region Norr och Region Söder har gemensam upphandling."
    assert bound(text, title="Regel för Region Väst", hierarchy=three) == ("vast",)


def test_a_record_concerns_those_that_it_names_together_again_and_again() -> None:
    record = GoverningDocument("p", "Protokoll", "protokoll", Level.BACKGROUND, Status.ADOPTED)
    text = "Region Norr. " + FAR_DOWN + "Region Norr och Region Söder. "
    assert organisations_of(record, text, Path("p.md"), BOTH) == ("norr",)
    twice = text + "Region Norr och Region Söder."
    assert organisations_of(record, twice, Path("p.md"), BOTH) == ("norr", "soder")


def test_where_there_is_only_one_organisation_it_is_that() -> None:
    assert bound("Köp ska anmälas.", hierarchy=Hierarchy((NORTH,))) == ("norr",)
    assert bound("Köp ska anmälas.", hierarchy=Hierarchy(())) == ()


@pytest.mark.parametrize("text", ["Detta kostar MÅRNEN", "Region Norrland", "turn och ordning"])
def test_a_name_inside_another_word_names_nobody(text: str) -> None:
    assert bound(text) == ()
