"""Keys that lead nowhere, and provisions without keys."""

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level
from index.key_places import coverage_of, lead_nowhere
from index.keys import Keys

RULES = GoverningDocument("resor", "Regler för resor", "regel", Level.RULE, Status.ADOPTED)
TEXT = "Biljetten bokas av resebyrån.\nBilaga\nHotell väljs bland de upphandlade hotellen."
PROVISIONS = [
    Provision("resor", "2 Bokning › 2.1 Tåg", ("2 Bokning", "2.1 Tåg"), "2.1 Tåg", 0, 29),
    Provision("resor", "Bilaga", ("Bilaga",), "Bilaga", 30, 36),
    Provision("resor", "4 §", ("4 §",), None, 37, len(TEXT)),
]


def nowhere(*addresses: str, act: str = "resor") -> list[tuple[str | None, tuple[str, ...]]]:
    found = lead_nowhere("egna.yaml", act, addresses, {"resor": RULES}, PROVISIONS)
    return [(one.address, one.near) for one in found]


def test_an_address_that_exists_is_found_however_it_is_written() -> None:
    assert nowhere("2 bokning › 2.1 tåg", "4§", "Bilaga") == []


def test_an_address_that_does_not_exist_is_named_with_the_nearest() -> None:
    assert nowhere("2.1 Tåg") == [("2.1 Tåg", ("2 Bokning › 2.1 Tåg",))]
    assert nowhere("2 Bokning › 2.1 Tog") == [("2 Bokning › 2.1 Tog", ("2 Bokning › 2.1 Tåg",))]
    assert nowhere("Något helt annat") == [("Något helt annat", ())]


def test_a_stycke_is_named_with_the_section_that_it_is_in() -> None:
    assert nowhere("4 § andra stycket") == [("4 § andra stycket", ("4 §",))]


def test_a_document_that_does_not_exist_is_named_with_the_nearest() -> None:
    assert nowhere("4 §", act="reser") == [(None, ("resor",))]


def test_coverage_counts_the_provisions_that_say_something() -> None:
    found = coverage_of(RULES, "resor", PROVISIONS, TEXT, Keys({"resor": {"4 §": ("var bor jag?",)}}))
    assert (found.provisions, found.without) == (2, ("2 Bokning › 2.1 Tåg",))
