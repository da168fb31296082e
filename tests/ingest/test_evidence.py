"""How sure a field is, who answers for a document, and on whose paper it is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy, Level, Organisation
from ingest.blocks import Block, Reading
from ingest.document import ingest_reading
from ingest.governance import Governance
from tests.ingest.provisions import header, heading, paragraph

NORTH = Organisation("norr", "Region Norr", "Region North", (), ("Landstinget Norr",))
SOUTH = Organisation("soder", "Region Söder", "Region South", ())
HIERARCHY = Hierarchy((NORTH, SOUTH))
HEAD = "RIKTLINJE\nGäller från\n2024-03-01\nBeslutat av\nRegionstyrelsen\nDiarienummer\nRS 2023/412"


def read(
    *blocks: Block, stem: str = "lan", source: str = "lan.pdf", dropped: tuple[str, ...] = ()
) -> GoverningDocument:
    reading = Reading(blocks, {}, 1, dropped)
    return ingest_reading(stem, Path(source), reading, Governance(HIERARCHY)).document


def confidence(document: GoverningDocument, field: str) -> Confidence | None:
    evidence = document.evidence.get(field)
    return evidence.confidence if evidence else None


def test_what_stands_under_a_label_is_stated_and_a_title_is_read() -> None:
    document = read(header(HEAD), heading("Riktlinje för lån"))
    assert confidence(document, "valid_from") is Confidence.STATED
    assert confidence(document, "title") is Confidence.READ


def test_a_date_of_the_files_name_is_inferred_and_doubtful() -> None:
    document = read(paragraph("Text."), stem="2024-03-01-rutin")
    assert confidence(document, "date") is Confidence.INFERRED
    assert "date" in document.doubtful


def test_a_date_that_the_files_name_contradicts_is_doubtful() -> None:
    head = header("POLICY\nBeslutat av\nStyrelsen\nBeslutsdatum\n2024-03-01")
    document = read(head, heading("Policy för lån"), stem="2024-03-02-policy-for-lan")
    assert document.date == date(2024, 3, 1)
    assert "date" in document.doubtful
    assert any("2024-03-02" in doubt for doubt in document.doubts)


def test_a_rule_that_says_nothing_of_who_decided_it_and_when_is_doubtful_there() -> None:
    document = read(heading("Riktlinje för lån"), paragraph("Region Norr lånar ut."))
    assert {"adopted_by", "date", "valid_from", "diary_number"} <= {*document.doubtful}


def test_a_rule_that_says_from_when_it_holds_needs_no_other_day() -> None:
    assert "date" not in read(header(HEAD), heading("Riktlinje för lån")).doubtful


def test_what_a_person_has_confirmed_is_not_doubtful() -> None:
    given = Evidence(confirmed_by="Registrator", confidence=Confidence.INFERRED)
    document = GoverningDocument(
        "d", "Lån", "policy", Level.BACKGROUND, Status.ADOPTED, evidence={"title": given}
    )
    assert "title" not in document.doubtful


def test_nothing_is_doubtful_of_a_document_that_a_person_has_vouched_for() -> None:
    document = read(heading("Riktlinje för lån"), paragraph("Region Norr lånar ut."))
    assert replace(document, confirmed=True).doubtful == ()


def test_the_contact_is_the_labelled_one() -> None:
    document = read(header("POLICY\nHandläggare: Eva Ek, jurist\nDatum: 2024-01-01"), heading("Policy"))
    assert document.contact == "Eva Ek, jurist"
    assert document.evidence["contact"].quote == "Handläggare: Eva Ek, jurist"


def test_the_contact_is_the_person_whose_address_is_made_of_the_name() -> None:
    head = header("Åsa Öberg\nEkonomichef\nasa.oberg@norr.example\nDatum\n2024-01-01")
    assert read(head, heading("Rutin")).contact == "Åsa Öberg, ekonomichef"


def test_a_registrys_address_makes_nobody_the_contact() -> None:
    head = header("Region Norr\nStorgatan\nregistrator@norr.example\nDatum\n2024-01-01")
    assert read(head, heading("Rutin")).contact is None


def test_the_issuer_is_named_on_the_letterhead_by_its_present_name() -> None:
    document = read(header("Landstinget Norr\n" + HEAD), heading("Riktlinje för lån"))
    assert document.issuer == "Region Norr"
    assert document.evidence["issuer"].quote == "Landstinget Norr"


def test_the_issuer_is_known_by_its_domain() -> None:
    document = read(header("Datum\n2024-01-01\nE-post: info@regionsoder.se"), heading("Rutin"))
    assert document.issuer == "Region Söder"


def test_a_running_foot_names_the_issuer_without_words_to_quote() -> None:
    document = read(header(HEAD), heading("Riktlinje för lån"), dropped=("Region Söder · Box 1",))
    assert document.issuer == "Region Söder"
    assert document.evidence["issuer"].quote is None


def test_a_record_that_begins_with_a_name_is_on_that_ones_paper() -> None:
    blocks = (paragraph("Region Söder Protokoll från mötet"), heading("§ 1 Val"), paragraph("Eva väljs."))
    assert read(*blocks, stem="protokoll", source="norr/protokoll.pdf").issuer == "Region Söder"


def test_a_record_without_letterhead_is_inferred_to_be_its_folders() -> None:
    blocks = (heading("Ny taxa"), heading("Ärendet"), heading("Förslag till beslut"), paragraph("Antas."))
    document = read(*blocks, source="norr/taxa.pdf")
    assert (document.issuer, confidence(document, "issuer")) == ("Region Norr", Confidence.INFERRED)


def test_the_organisation_bound_is_shown_by_the_words_that_name_it() -> None:
    document = read(header(HEAD), heading("Riktlinje för lån"), paragraph("Region Norr lånar ut."))
    assert document.evidence["organisations"].quote == "Region Norr"
    folder = read(header(HEAD), heading("Riktlinje för lån"), source="soder/lan.pdf")
    assert "organisations" in folder.doubtful


def test_a_title_set_twice_over_is_read_once() -> None:
    title = "AVGIFTERREGLER FÖR LÅN OCH AVGIFTER"
    assert read(heading(title), stem="regler-for-lan").title == "Regler för lån och avgifter"


def test_a_former_version_that_the_changes_count_from_is_replaced() -> None:
    blocks = (heading("Riktlinje för lån"), paragraph("Uppdateringar från versionen 2022-01-01"))
    assert read(header(HEAD), *blocks).supersedes == "versionen 2022-01-01"
