"""What documents show of one another."""

from pathlib import Path

from ingest.between_documents import contradictions, doubts_between
from ingest.blocks import Block, Reading
from ingest.document import IngestedDocument, ingest_reading
from ingest.governance import Governance
from ingest.says_of_others import says_of_others
from tests.ingest.provisions import header, heading, paragraph

POLICY_HEAD = (
    "POLICY\nBeslutat av\nLandstingsfullmäktige\nBeslutsdatum\n2012-05-09"
    "\nParagraf\n§ 31\nDiarienummer\nLS 120045"
)


def ingest(stem: str, *blocks: Block, metadata: dict[str, str] | None = None) -> IngestedDocument:
    reading = Reading(blocks, metadata or {})
    return ingest_reading(stem, Path(f"{stem}.md"), reading, Governance())


def policy() -> IngestedDocument:
    return ingest("resepolicy", header(POLICY_HEAD), heading("Resepolicy"))


def proposal(day: str) -> IngestedDocument:
    return ingest(
        "forslag",
        header("TJÄNSTEUTLÅTANDE\nDatum: 2025-01-10"),
        heading("Ny resepolicy"),
        heading("Ärendet", 2),
        paragraph(f"Den gällande policyn beslutades genom § 31 LF den {day}."),
    )


def rule(stem: str, *sentences: str) -> IngestedDocument:
    return ingest(stem, heading(f"Regel om {stem}"), *(paragraph(sentence) for sentence in sentences))


def test_a_decision_dated_twice_is_a_doubt_of_both_documents() -> None:
    doubts = doubts_between([policy(), proposal("8 maj 2012")])
    assert "2012-05-08" in doubts["resepolicy"][0]
    assert "2012-05-09" in doubts["resepolicy"][0]
    assert "resepolicy" in doubts["forslag"][0]


def test_a_decision_dated_alike_is_none() -> None:
    assert doubts_between([policy(), proposal("9 maj 2012")]) == {}


def test_a_record_that_calls_a_policy_both_approved_and_a_proposal_is_doubted() -> None:
    record = ingest(
        "protokoll",
        header("PROTOKOLL\nOrgan: Resenämnden\nSammanträdesdatum: 2025-03-20"),
        heading("§ 1/25 Information"),
        heading("Ärendet", 2),
        paragraph("Den nya resepolicyn som antagits gäller alla."),
        heading("§ 2/25 Svar på granskning"),
        heading("Ärendet", 2),
        paragraph("Förslaget till ny resepolicy gör ansvaret tydligare."),
    )
    (doubt,) = doubts_between([record])["protokoll"]
    assert "beslutad (§ 1/25)" in doubt
    assert "ett förslag (§ 2/25)" in doubt


def test_what_is_only_proposed_contradicts_nothing() -> None:
    source = ingest(
        "forslag",
        header("TJÄNSTEUTLÅTANDE\nDatum: 2025-01-10"),
        heading("Ny resepolicy"),
        heading("Ärendet", 2),
        paragraph("Policyn ersätter det dokument som infördes genom beslut § 31 LF den 9 maj 2012."),
    )
    library = [policy().document, source.document]
    assert contradictions(says_of_others([source], library), library) == ()


def test_an_act_that_the_library_has_by_another_number_is_a_doubt() -> None:
    law = ingest(
        "lagen", heading("Provlag"), paragraph("1 § Prov."),
        metadata={"beteckning": "2020:17", "rubrik": "Provlag"},
    )  # fmt: skip
    doubts = doubts_between([law, rule("prov", "Se provlagen (2007:91).")])
    assert doubts == {"prov": ("Hänvisar till provlagen som 2007:91; i biblioteket har den 2020:17.",)}


def test_where_the_library_lacks_the_act_most_documents_decide() -> None:
    documents = [rule(name, "Se provlagen (2008:567).") for name in ("ett", "två")]
    doubts = doubts_between([*documents, rule("tre", "Se provlagen (2008:576).")])
    assert list(doubts) == ["tre"]
    assert "2008:567" in doubts["tre"][0]


def test_one_document_that_cites_an_act_by_two_numbers_is_doubted() -> None:
    sentences = ("Se Prov av alla maskiner (AFS 2015:4).", "Se Prov av alla maskiner (AFS 2015:14).")
    assert "både som AFS 2015:4 och som AFS 2015:14" in doubts_between([rule("prov", *sentences)])["prov"][0]
