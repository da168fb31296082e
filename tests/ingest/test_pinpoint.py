"""Addresses finer than a section."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hierarchy.documents import Provision
from ingest.pinpoint import Pinpoint, provision_at, provisions_at, read_pinpoint

TEXT = (
    "Köp får ske direkt om\n1. värdet är lågt,\n2. det gäller\na) mat, eller\nb) dryck, eller\n"
    "3. det är bråttom.\n\n"
    "Annat köp föregås av\n- anbud, och\n- avtal.\n\nSkälen antecknas."
)
PROVISIONS = [
    Provision("lag", "19 a kap. 5 §", ("19 a kap. Köp", "5 §"), None, 0, len(TEXT)),
    Provision("lag", "Bilaga 1", ("Bilaga 1",), None, 0, 3),
]


def found(address: str) -> str | None:
    provision = provision_at(address, PROVISIONS, TEXT)
    return None if provision is None else TEXT[provision.start : provision.end]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("19 a kap. 5 § första stycket 1", "1. värdet är lågt,"),
        ("19 a kap. 5 § första stycket 2 b", "b) dryck, eller"),
        ("19 a kap. 5 § 1 st. 2 p. b", "b) dryck, eller"),
        ("19 a kap. 5 § första stycket punkten 3", "3. det är bråttom."),
        ("19 a kap. 5 § andra stycket första strecksatsen", "- anbud, och"),
        ("19 a kap. 5 § tredje stycket", "Skälen antecknas."),
        ("19 a kap. 5 § sista stycket", "Skälen antecknas."),
        ("19 a kap. 5 §", TEXT),
        ("19A KAP 5§", TEXT),
        ("bilaga 1", TEXT[:3]),
    ],
)
def test_an_address_leads_to_its_words(address: str, words: str) -> None:
    assert found(address) == words


def test_a_point_without_stycke_is_found_where_it_is_the_only_one() -> None:
    assert found("19 a kap. 5 § 3") == "3. det är bråttom."


@pytest.mark.parametrize(
    "address",
    [
        "19 a kap. 5 § fjärde stycket",
        "19 a kap. 5 § första stycket 4",
        "19 a kap. 5 § i fjol",
        "19 a kap. 6 §",
        "5 §",
        "",
    ],
)
def test_what_is_not_there_is_not_found(address: str) -> None:
    assert found(address) is None


def test_the_finer_address_is_the_sections_with_its_part() -> None:
    provision = provision_at("19a kap. 5§  första stycket 1", PROVISIONS, TEXT)
    assert provision is not None
    assert provision.address == "19 a kap. 5 § första stycket 1"


def test_an_inserted_point_goes_before_a_letter() -> None:
    text = "Här avses\n2. köp av\na) mat,\n2 a. hyra."
    (section,) = [Provision("lag", "1 §", ("1 §",), None, 0, len(text))]
    inserted = provision_at("1 § 2 a", [section], text)
    assert inserted is not None
    assert text[inserted.start : inserted.end] == "2 a. hyra."


def test_words_that_point_at_nothing_are_no_pinpoint() -> None:
    assert read_pinpoint("enligt lagen") is None
    assert read_pinpoint("första stycket 2") == Pinpoint(1, (("number", "2"),))


@given(st.text(max_size=60))
def test_whatever_is_asked_for_is_found_or_not(address: str) -> None:
    provision = provision_at(f"19 a kap. 5 § {address}", PROVISIONS, TEXT)
    assert provision is None or 0 <= provision.start < provision.end <= len(TEXT)


MINUTES = "1. Policyn antas.\n2. Planen avslås."
ITEMS = [
    Provision("protokoll", "§ 3/26", ("§ 3/26",), None, 0, 3),
    Provision("protokoll", "§ 3/26 › Beslut", ("§ 3/26", "Beslut"), None, 0, len(MINUTES)),
    Provision("protokoll", "§ 31/26 › Beslut", ("§ 31/26", "Beslut"), None, 0, 3),
]


def addresses(address: str, provisions: list[Provision], text: str) -> list[str]:
    return [provision.address for provision in provisions_at(address, provisions, text)]


def test_an_items_address_leads_to_the_item_with_its_parts() -> None:
    assert addresses("§ 3/26", ITEMS, MINUTES) == ["§ 3/26", "§ 3/26 › Beslut"]


def test_a_chapters_address_leads_to_its_sections() -> None:
    assert addresses("19 a kap", PROVISIONS, TEXT) == ["19 a kap. 5 §"]
    assert addresses("9 a kap.", PROVISIONS, TEXT) == []


def test_a_point_of_a_decision_is_addressed_by_its_number() -> None:
    (point,) = provisions_at("§ 3/26 › Beslut 2", ITEMS, MINUTES)
    assert MINUTES[point.start : point.end] == "2. Planen avslås."
