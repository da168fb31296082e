"""Where the references in a document's text lead within the library."""

import pytest

from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Level
from index.cross_references import Catalogue, CrossReference, Outcome

LAW = GoverningDocument("inkopslag", "Lag om inköp", "lag", Level.LAW, Status.ADOPTED, number="2031:10")
NOTICE = GoverningDocument("tom-lag", "Lag om notiser", "lag", Level.LAW, Status.ADOPTED, number="2031:11")
POLICY = GoverningDocument(
    "policy",
    "Policy för hållbara inköp i Region Exempel",
    "policy",
    Level.POLICY,
    Status.ADOPTED,
    organisations=("exempel",),
    diary_number="RE 2031/45",
)
GUIDELINE = GoverningDocument(
    "riktlinje",
    "Riktlinjer för direktköp",
    "riktlinje",
    Level.GUIDELINE,
    Status.ADOPTED,
    organisations=("exempel",),
)
NEIGHBOUR = GoverningDocument(
    "grannens", "Riktlinjer för resor", "riktlinje", Level.GUIDELINE, Status.ADOPTED, organisations=("annan",)
)
PROTOCOL = GoverningDocument(
    "protokoll", "Protokoll 2031-02-03", "protokoll", Level.BACKGROUND, Status.ADOPTED
)
ADDRESSES = {
    "inkopslag": ["1 kap. 1 §", "1 kap. 2 a §", "2 kap. 1 §", "Bilaga 1"],
    "tom-lag": ["Lag om notiser"],
    "policy": ["Syfte"],
    "protokoll": ["§ 3/31 › Beslut", "§ 3/31 › Ärendet"],
}
CATALOGUE = Catalogue([LAW, NOTICE, POLICY, GUIDELINE, NEIGHBOUR, PROTOCOL], ADDRESSES)


def one(text: str, document: str | None = None, address: str | None = None) -> CrossReference:
    (found,) = CATALOGUE.follow(text, document, address)
    return found


@pytest.mark.parametrize(
    ("text", "documents", "address"),
    [
        ("enligt 1 kap. 2 a § lagen (2031:10) om inköp", ("inkopslag",), "1 kap. 2 a §"),
        ("enligt 2 kap. lagen (2031:10) om inköp", ("inkopslag",), "2 kap."),
        ("se lagen (2031:10) om inköp", ("inkopslag",), None),
        ("godkändes i § 3/31", ("protokoll",), "§ 3/31"),
        ("ärendet med dnr RE 2031/45", ("policy",), None),
        ("följ Riktlinjer för direktköp", ("riktlinje",), None),
        ("följ policy för hållbara inköp", ("policy",), None),
    ],
)
def test_a_reference_to_what_the_library_has_is_resolved(
    text: str, documents: tuple[str, ...], address: str | None
) -> None:
    found = one(text)
    assert (found.outcome, found.documents, found.address) == (Outcome.RESOLVED, documents, address)


def test_a_section_that_its_act_does_not_have_is_broken() -> None:
    found = one("enligt 7 kap. 1 § lagen (2031:10) om inköp")
    assert (found.outcome, found.documents, found.address) == (Outcome.BROKEN, ("inkopslag",), None)


@pytest.mark.parametrize("text", ["4 § jaktlagen", "dnr RE 2031/99", "§ 9/31"])
def test_what_the_library_does_not_have_is_unresolved(text: str) -> None:
    assert one(text).outcome is Outcome.UNRESOLVED


def test_an_act_that_came_without_its_text_lacks_no_section() -> None:
    assert one("4 § lagen (2031:11)").outcome is Outcome.UNRESOLVED


def test_within_an_act_the_chapter_of_the_provision_goes_without_saying() -> None:
    assert one("enligt 2 a § gäller", "inkopslag", "1 kap. 1 §").address == "1 kap. 2 a §"
    assert one("enligt 2 kap. 1 § gäller", "inkopslag", "1 kap. 1 §").address == "2 kap. 1 §"
    assert one("enligt 9 § gäller", "inkopslag", "1 kap. 1 §").outcome is Outcome.BROKEN


def test_a_section_of_no_act_in_a_policy_is_unresolved_and_never_broken() -> None:
    assert one("enligt 9 § gäller", "policy", "Syfte").outcome is Outcome.UNRESOLVED


def test_what_stays_inside_the_provision_or_the_document_is_left_out() -> None:
    assert CATALOGUE.follow("som avses i första stycket", "inkopslag", "1 kap. 1 §") == ()
    assert CATALOGUE.follow("Policy för hållbara inköp, dnr RE 2031/45", "policy") == ()


def test_a_title_is_the_own_organisations_document_not_a_neighbours() -> None:
    assert CATALOGUE.follow("följ Riktlinjer för resor", "policy") == ()


def test_references_are_told_in_reading_order_with_offsets_in_the_text() -> None:
    text = "Riktlinjer för direktköp bygger på 2 kap. 1 § lagen (2031:10) om inköp."
    found = CATALOGUE.follow(text)
    assert [text[f.reference.start : f.reference.end] for f in found] == [
        "Riktlinjer för direktköp",
        "2 kap. 1 § lagen (2031:10)",
    ]
