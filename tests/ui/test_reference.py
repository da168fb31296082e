"""A citation as a reference to paste."""

from dataclasses import replace
from datetime import date

import pytest

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Citation
from hierarchy.levels import Level
from ui.reference import citation_reference, reference


def citation(document: GoverningDocument, *path: str, page: int | None = None) -> Citation:
    provision = Provision(document.document, " › ".join(path), path, None, 0, 5, page)
    return Citation(document, provision, "orden", 0, 5, page)


def act(title: str, number: str | None) -> GoverningDocument:
    return GoverningDocument("lag", title, "lag", Level.LAW, Status.ADOPTED, number=number)


GUIDELINE = GoverningDocument(
    "riktlinje",
    "Riktlinje för köp",
    "riktlinje",
    Level.GUIDELINE,
    Status.ADOPTED,
    adopted_by="regionstyrelsen",
    decision="§ 204/25",
    date=date(2025, 12, 9),
    diary_number="RE 2025-00414",
)


@pytest.mark.parametrize(
    ("title", "number", "address", "written"),
    [
        (
            "Lag om offentlig upphandling",
            "2016:1145",
            "19 a kap. 2 §",
            "19 a kap. 2 § lagen (2016:1145) om offentlig upphandling",
        ),
        (
            "Lag (2016:1145) om offentlig upphandling",
            "2016:1145",
            "1 kap. 1 §",
            "1 kap. 1 § lagen (2016:1145) om offentlig upphandling",
        ),
        ("Förvaltningslag", "2017:900", "6 §", "6 § förvaltningslagen (2017:900)"),
        ("Kommunallag", "2017:725", "5 kap. 1 §", "5 kap. 1 § kommunallagen (2017:725)"),
        ("Högskoleförordning", "1993:100", "2 kap. 2 §", "2 kap. 2 § högskoleförordningen (1993:100)"),
        ("Jordabalk", "1970:994", "4 kap. 1 §", "4 kap. 1 § jordabalken (1970:994)"),
        (
            "Offentlighets- och sekretesslag",
            "2009:400",
            "8 kap. 1 §",
            "8 kap. 1 § offentlighets- och sekretesslagen (2009:400)",
        ),
        ("Vilt- och fiskelag", "2031:8", "2 §", "2 § vilt- och fiskelagen (2031:8)"),
        ("Förordning om fika", "2031:7", "2 §", "2 § förordningen (2031:7) om fika"),
        ("Regeringsform", "1974:152", "1 kap. 9 §", "1 kap. 9 § regeringsformen (1974:152)"),
    ],
)
def test_a_statute_is_referred_to_as_lawyers_do(title: str, number: str, address: str, written: str) -> None:
    assert citation_reference(citation(act(title, number), address)) == written


def test_an_act_whose_number_nobody_knows_is_named_by_its_title() -> None:
    assert citation_reference(citation(act("Lag om köp", None), "1 kap. 2 §")) == "Lag om köp, 1 kap. 2 §"


def test_a_decided_document_tells_section_page_diary_number_and_decision() -> None:
    assert citation_reference(citation(GUIDELINE, "4 Konkurrens", "4.3 Köp från 30 000 kronor", page=2)) == (
        "Riktlinje för köp, avsnitt 4.3 Köp från 30 000 kronor, s. 2 "
        "(dnr RE 2025-00414, beslutat av regionstyrelsen 9 december 2025 § 204/25)"
    )


def test_the_printed_page_is_the_one_referred_to() -> None:
    cited = replace(citation(GUIDELINE, "Ansvar", page=3), printed_page="1")
    assert ", avsnittet ”Ansvar”, s. 1 (" in citation_reference(cited)


def test_an_item_of_a_protocol_is_referred_to_by_its_paragraph() -> None:
    assert citation_reference(citation(GUIDELINE, "§ 12/24", "Ärendet", page=1)).startswith(
        "Riktlinje för köp, § 12/24, s. 1 ("
    )


def test_a_protocol_is_dated_and_not_said_to_be_decided() -> None:
    minutes = replace(GUIDELINE, kind="protokoll", title="Protokoll")
    assert (
        citation_reference(citation(minutes, "§ 3/26"))
        == "Protokoll, § 3/26 (dnr RE 2025-00414, 9 december 2025)"
    )


def test_what_the_register_does_not_know_is_left_out() -> None:
    bare = GoverningDocument("sida", "Köp: så gör du", "regel", Level.RULE, Status.UNCONFIRMED)
    assert citation_reference(citation(bare, "Köp: så gör du")) == "Köp: så gör du"


def test_a_proposal_is_never_referred_to_as_decided() -> None:
    proposed = replace(GUIDELINE, status=Status.PROPOSED)
    assert citation_reference(citation(proposed, "Ansvar")).endswith(
        "(förslag, inte beslutat, dnr RE 2025-00414)"
    )


def test_an_english_document_is_referred_to_in_english() -> None:
    english = replace(GUIDELINE, language="en", title="Guideline on purchases")
    assert citation_reference(citation(english, "2 Scope", page=1)) == (
        "Guideline on purchases, section 2 Scope, p. 1 "
        "(reg. no. RE 2025-00414, adopted by regionstyrelsen 9 December 2025 § 204/25)"
    )


def test_a_summary_of_an_act_is_neither_the_act_nor_decided_by_those_who_decided_it() -> None:
    summary = replace(
        act("Sammanfattning av lagen om köp", "2016:1145"),
        kind="sammanfattning av lag",
        adopted_by="riksdagen",
        date=date(2016, 12, 1),
    )
    assert citation_reference(citation(summary, "1 kap. 1 §")) == "Sammanfattning av lagen om köp, 1 kap. 1 §"


def test_a_whole_document_is_referred_to_without_a_place() -> None:
    assert reference(act("Lag om köp", "2031:9")) == "lagen (2031:9) om köp"
    assert reference(replace(GUIDELINE, diary_number=None)) == (
        "Riktlinje för köp (beslutat av regionstyrelsen 9 december 2025 § 204/25)"
    )


@pytest.mark.parametrize(("status", "said"), [(Status.SUPERSEDED, "ersatt"), (Status.REPEALED, "upphävt")])
def test_what_no_longer_holds_is_never_referred_to_as_if_it_did(status: Status, said: str) -> None:
    assert reference(replace(GUIDELINE, status=status)).endswith(f", {said})")
    assert reference(replace(act("Lag om köp", "2031:9"), status=status)).endswith(f" om köp ({said})")
