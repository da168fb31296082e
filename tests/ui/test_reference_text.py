"""References ready to be copied."""

from dataclasses import replace
from datetime import date

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level
from ui.reference_text import reference_text

LAW = GoverningDocument(
    "lou", "Lag om offentlig upphandling", "lag", Level.LAW, Status.ADOPTED, number="2016:1145"
)
GUIDELINE = GoverningDocument(
    "riktlinje",
    "Riktlinje för inköp",
    "riktlinje",
    Level.GUIDELINE,
    Status.ADOPTED,
    adopted_by="Regionstyrelsen",
    decision="§ 12/24",
    date=date(2024, 3, 5),
    diary_number="RE 2024-117",
)


def at(address: str, page: int | None = None) -> Provision:
    return Provision("riktlinje", address, tuple(address.split(" › ")), None, 0, 1, page)


def test_a_statute_is_cited_by_its_section_and_its_name_in_the_definite_form() -> None:
    assert (
        reference_text(LAW, at("19 a kap. 2 §")) == "19 a kap. 2 § lagen (2016:1145) om offentlig upphandling"
    )


def test_an_act_that_is_not_known_keeps_its_own_title() -> None:
    act = replace(LAW, number="2031:7", title="Förordning om fika")
    assert reference_text(act) == "förordning (2031:7) om fika"


def test_a_summary_of_an_act_is_not_cited_as_the_act() -> None:
    summary = replace(LAW, kind="sammanfattning av lag", title="Sammanfattning av LOU")
    assert reference_text(summary, at("1 §")) == "Sammanfattning av LOU, 1 §"


def test_a_guideline_is_cited_with_its_decision_and_page() -> None:
    assert reference_text(GUIDELINE, at("Ansvar", 3)) == (
        "Riktlinje för inköp, avsnittet ”Ansvar”, Regionstyrelsen 2024-03-05 § 12/24, dnr RE 2024-117, s. 3"
    )


def test_a_proposal_says_that_it_is_one() -> None:
    assert ", förslag" in reference_text(replace(GUIDELINE, status=Status.PROPOSED))
