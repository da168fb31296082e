"""What a document is, read from its own words."""

from datetime import date

import pytest

from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Level
from ingest.blocks import Block, BlockKind, PageMark, Reading
from ingest.identity import read_identity
from ingest.stored_text import assemble

RUNNING = (
    "Den som köper in något ska först kontrollera om det redan finns ett avtal som kan användas för köpet."
)


def identify(
    *parts: tuple[BlockKind, str],
    stem: str = "dokument",
    metadata: dict[str, str] | None = None,
    dropped: tuple[str, ...] = (),
) -> GoverningDocument:
    blocks = tuple(
        Block(kind, text, 1 if kind == "heading" else 0, (PageMark(0, 1),)) for kind, text in parts
    )
    reading = Reading(blocks, metadata or {}, pages=1, dropped=dropped)
    return read_identity(stem, reading, assemble(blocks).text)


HEADER = "RIKTLINJE\nGäller från och med\n2024-03-01\nBeslutat av\nRegionstyrelsen\nDiarienummer\nRS 2023/412"


def test_a_header_gives_kind_level_adopter_date_and_diary_number() -> None:
    read = identify(("header", HEADER), ("heading", "Lån av utrustning"), ("paragraph", RUNNING))
    assert (read.title, read.kind, read.level) == ("Lån av utrustning", "riktlinje", Level.GUIDELINE)
    assert (read.adopted_by, read.valid_from) == ("Regionstyrelsen", date(2024, 3, 1))
    assert (read.diary_number, read.status) == ("RS 2023/412", Status.ADOPTED)


def test_what_is_read_is_never_confirmed() -> None:
    assert identify(("header", HEADER), ("paragraph", RUNNING)).confirmed is False


def test_every_evidence_quote_is_verbatim_and_has_its_page() -> None:
    parts: tuple[tuple[BlockKind, str], ...] = (
        ("header", HEADER),
        ("heading", "Lån"),
        ("paragraph", RUNNING),
    )
    read = identify(*parts)
    text = "\n\n".join(part for _, part in parts)
    quotes = {name: evidence.quote or "" for name, evidence in read.evidence.items()}
    assert all(quote and quote in text for quote in quotes.values())
    assert "2024-03-01" in quotes["valid_from"]
    assert {evidence.page for evidence in read.evidence.values()} == {1}


def test_a_value_that_goes_on_over_the_line_is_read_whole() -> None:
    head = "REGEL\nBeslutsfattare\nUtbildnings- och\nforskningsnämnden\nBeslutsdatum\n2024-04-10"
    assert (
        identify(("header", head), ("paragraph", RUNNING)).adopted_by == "Utbildnings- och forskningsnämnden"
    )


def test_labels_in_a_table_row_are_read() -> None:
    row = "Beslutad av: Regiondirektören Datum: 2024-05-02 Dnr: RD 2024-17 Version: 2"
    read = identify(("heading", "Rutin för nycklar"), ("row", row), ("paragraph", RUNNING))
    assert (read.adopted_by, read.date, read.diary_number) == (
        "Regiondirektören",
        date(2024, 5, 2),
        "RD 2024-17",
    )


def test_a_statement_of_adoption_gives_adopter_date_decision_and_diary_number() -> None:
    read = identify(
        ("heading", "Policy för gåvor"),
        ("paragraph", RUNNING),
        ("paragraph", "Antagen av regionfullmäktige den 3 maj 2021, § 45, dnr RF 210077."),
    )
    assert (read.adopted_by, read.date) == ("regionfullmäktige", date(2021, 5, 3))
    assert (read.decision, read.diary_number, read.status) == ("§ 45", "RF 210077", Status.ADOPTED)


@pytest.mark.parametrize(
    "head",
    [
        "Dokumenttyp\nPolicy\nFastställd av\nKommunfullmäktige 2020-03-30 § 45\nDiarienr\nKS2020-0123",
        "Beslutsinstans: Kommunfullmäktige\nBeslutsdatum och paragraf: 2020-03-30 § 45\nDnr: KS2020-0123",
        "Fastställd: 2020-03-30 av Kommunfullmäktige § 45\nDiarienummer: KS2020-0123",
        "Fastställd/upprättad\n2020-03-30 § 45 KF\nGiltighetstid\nTills vidare\nDiarienummer\nKS2020-0123",
        "Dokumenttyp Fastställd av Datum Paragraf Diarienummer\n"
        "Policy Kommunfullmäktige 2020-03-30 § 45 KS2020-0123",
    ],
)
def test_heads_of_many_layouts_say_who_decided_when_by_which_section_and_under_which_number(
    head: str,
) -> None:
    read = identify(("header", head), ("heading", "Policy för lån"), ("paragraph", RUNNING))
    assert (read.adopted_by or "").lower() == "kommunfullmäktige"
    assert (read.date, (read.decision or "")[:4]) == (date(2020, 3, 30), "§ 45")
    assert (read.diary_number, read.status) == ("KS2020-0123", Status.ADOPTED)


def test_a_diary_number_may_have_its_series_behind_a_stroke() -> None:
    head = "Beslutad av: Styrelsen\nDatum: 2020-03-30\nDnr: RS/2023:112"
    assert identify(("header", head), ("paragraph", RUNNING)).diary_number == "RS/2023:112"


def test_columns_whose_values_cannot_be_told_apart_give_nothing() -> None:
    head = "Fastställd av Dokumentansvarig Datum\nLedningsgruppen Ekonomienheten 2020-03-30"
    assert identify(("header", head), ("paragraph", RUNNING)).adopted_by is None


def test_a_placeholder_in_a_sentence_with_abbreviations_leaves_the_document_unconfirmed() -> None:
    read = identify(
        ("heading", "Gåvopolicy"),
        ("paragraph", "Policyn gäller fr.o.m. 2022-xx-xx enligt beslut i kommunfullmäktige."),
        ("paragraph", RUNNING),
    )
    assert read.status is Status.UNCONFIRMED
    assert any("2022-xx-xx" in doubt for doubt in read.doubts)


def test_a_placeholder_for_the_date_leaves_the_document_unconfirmed_with_a_doubt() -> None:
    read = identify(
        ("heading", "Gåvopolicy"),
        ("paragraph", "Policyn är beslutad av kommunfullmäktige 2024-xx-xx, §xx"),
        ("paragraph", RUNNING),
    )
    assert (read.adopted_by, read.date, read.status) == ("kommunfullmäktige", None, Status.UNCONFIRMED)
    assert any("2024-xx-xx" in doubt for doubt in read.doubts)


def test_a_sentence_about_the_document_gives_adopter_decision_and_validity() -> None:
    read = identify(
        ("heading", "Uppförandekod för leverantörer"),
        (
            "paragraph",
            "Koden fastställdes av styrelsen den 4 juni 2023 (§ 98) och gäller från och med 1 juli 2023.",
        ),
        ("paragraph", RUNNING),
    )
    assert (read.adopted_by, read.decision) == ("styrelsen", "§ 98")
    assert (read.date, read.valid_from) == (date(2023, 6, 4), date(2023, 7, 1))


def test_when_something_else_enters_into_force_is_no_validity() -> None:
    read = identify(("heading", "Rutin"), ("paragraph", "Den nya lagen träder i kraft den 1 juli 2023."))
    assert read.valid_from is None


def test_a_document_marked_as_repealed_is_repealed() -> None:
    read = identify(("heading", "Gåvopolicy"), ("paragraph", "UPPHÄVD 2022-01-01"), ("paragraph", RUNNING))
    assert read.status is Status.REPEALED


def test_a_date_in_the_files_name_alone_adopts_nothing() -> None:
    read = identify(("heading", "Gåvopolicy"), ("paragraph", RUNNING), stem="2022-06-01-gavopolicy")
    assert (read.date, read.status) == (date(2022, 6, 1), Status.UNCONFIRMED)
    assert "Datumet står bara i filens namn." in read.doubts


def test_a_case_that_proposes_a_policy_is_a_proposal_and_no_policy() -> None:
    read = identify(
        ("heading", "NY GÅVOPOLICY"),
        ("heading", "Ärendet"),
        ("paragraph", "Denna policy antas av regionfullmäktige. " + RUNNING),
        ("heading", "Förslag till beslut"),
        ("item", "1. Policyn godkänns under förutsättning av att motsvarande beslut fattas i Region Norr."),
    )
    assert (read.kind, read.level, read.status) == ("tjänsteutlåtande", Level.BACKGROUND, Status.PROPOSED)
    assert read.conditional_on == "motsvarande beslut fattas i Region Norr"
    assert read.adopted_by is None


def test_a_rule_about_how_proposals_are_written_is_no_proposal() -> None:
    read = identify(
        ("heading", "Riktlinje för ärendehandläggning"),
        ("paragraph", RUNNING),
        ("heading", "Förslag till beslut"),
    )
    assert read.kind == "riktlinje"


def test_a_draft_is_a_proposal() -> None:
    read = identify(("header", "UTKAST\n" + HEADER), ("heading", "Lån"), ("paragraph", RUNNING))
    assert read.status is Status.PROPOSED


def test_a_protocol_is_named_by_its_body_and_date_from_the_running_head() -> None:
    read = identify(
        ("heading", "§ 1 Val av justerare"),
        ("paragraph", "Miljönämndens sammanträde hölls i sessionssalen."),
        stem="protokoll-7",
        dropped=("PROTOKOLL", "Datum 2025-04-03"),
    )
    assert (read.kind, read.level, read.status) == ("protokoll", Level.BACKGROUND, Status.ADOPTED)
    assert read.title == "Protokoll miljönämnden 2025-04-03"


def test_a_title_in_capitals_is_written_with_the_names_of_the_text() -> None:
    read = identify(
        ("heading", "RUTIN FÖR BESÖK I NORRBY"),
        ("paragraph", "Alla som besöker Norrby anmäler sig i receptionen först."),
    )
    assert read.title == "Rutin för besök i Norrby"


def test_a_document_without_a_printed_title_is_named_as_its_file_in_the_texts_spelling() -> None:
    read = identify(
        ("heading", "BAKGRUND"),
        ("paragraph", "Alla gåvor till anställda omfattas."),
        stem="2019-01-02-gavopolicy",
    )
    assert (read.title, read.kind) == ("Gåvopolicy", "policy")


def test_a_title_left_over_in_the_files_properties_does_not_count() -> None:
    read = identify(
        ("heading", "Rutin för nycklar"), ("paragraph", RUNNING), metadata={"title": "Mall för protokoll"}
    )
    assert read.title == "Rutin för nycklar"


def test_what_a_document_says_that_it_replaces_is_read() -> None:
    read = identify(
        ("heading", "Rutin för nycklar"),
        ("paragraph", "Denna rutin ersätter Rutin för lås, dnr RD 2019/3. " + RUNNING),
    )
    assert read.supersedes == "Rutin för lås, dnr RD 2019/3"


def test_a_stand_in_replaces_no_document() -> None:
    read = identify(("heading", "Rutin"), ("paragraph", "Vikarien ersätter ordinarie chef under semestern."))
    assert read.supersedes is None


def test_an_end_of_validity_is_read() -> None:
    head = "RUTIN\nGäller från och med 2023-01-01\nGäller till och med 2024-12-31\nBeslutad av\nChefen"
    read = identify(("header", head), ("paragraph", RUNNING))
    assert (read.valid_from, read.valid_to) == (date(2023, 1, 1), date(2024, 12, 31))


def test_a_diary_number_younger_than_the_validity_is_a_doubt() -> None:
    head = "POLICY\nGäller från och med\n2011-01-01\nBeslutat av\nRektor\nDiarienummer\nC 2020/5"
    assert any("2020" in doubt and "2011-01-01" in doubt for doubt in identify(("header", head)).doubts)


def test_leftover_template_text_is_a_doubt() -> None:
    read = identify(
        ("heading", "Rutin för nycklar"), ("heading", "Ange undertitel här"), ("paragraph", RUNNING)
    )
    assert any("mall" in doubt for doubt in read.doubts)


def test_an_unknown_kind_is_background_with_a_doubt() -> None:
    read = identify(("heading", "Kaffe och fika"), ("paragraph", RUNNING))
    assert (read.kind, read.level) == ("dokument", Level.BACKGROUND)
    assert any("vilket slags dokument" in doubt for doubt in read.doubts)


@pytest.mark.parametrize(
    ("number", "title", "kind", "abbreviation"),
    [
        ("2017:725", "Kommunallag", "lag", "KL"),
        ("1974:152", "Kungörelse om beslutad ny regeringsform", "grundlag", "RF"),
        ("2099:30", "Tillkännagivande om prov", "tillkännagivande", None),
        ("2099:31", "Provförordning", "förordning", None),
        ("2099:32", "Jordbalk", "lag", None),
    ],
)
def test_a_statute_is_law_in_force_by_its_front_matter(
    number: str, title: str, kind: str, abbreviation: str | None
) -> None:
    front = {
        "beteckning": number,
        "rubrik": title,
        "utfardad_datum": "2017-06-22",
        "ikraft_datum": "2018-01-01",
    }
    read = identify(("heading", title), ("paragraph", RUNNING), metadata=front)
    assert (read.kind, read.level, read.status) == (kind, Level.LAW, Status.ADOPTED)
    assert (read.number, read.abbreviation) == (number, abbreviation)
    assert (read.date, read.valid_from) == (date(2017, 6, 22), date(2018, 1, 1))


def test_a_summary_with_a_statutes_number_is_not_the_statute() -> None:
    front = {"beteckning": "2016:1145", "rubrik": "Sammanfattning av lagen om offentlig upphandling"}
    read = identify(("heading", "Sammanfattning av lagen"), ("paragraph", RUNNING), metadata=front)
    assert (read.kind, read.level) == ("sammanfattning", Level.BACKGROUND)
    assert (read.number, read.abbreviation) == ("2016:1145", "LOU")


def test_a_repealed_statute_is_repealed() -> None:
    front = {"beteckning": "1991:900", "rubrik": "Provlag", "upphavd_datum": "2018-01-01"}
    read = identify(("paragraph", RUNNING), metadata=front)
    assert (read.status, read.valid_to) == (Status.REPEALED, date(2018, 1, 1))


def test_the_language_is_told_from_the_text() -> None:
    english = (
        "The head of the unit is responsible for the keys and the use of them, and shall report to the board."
    )
    assert identify(("heading", "Keys"), ("paragraph", english)).language == "en"
    assert identify(("heading", "Rutin"), ("paragraph", RUNNING)).language == "sv"
