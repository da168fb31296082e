"""What protocols and proposals say of other documents."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hierarchy.documents import Confidence, GoverningDocument, Status
from hierarchy.levels import Level
from ingest.blocks import Block, Reading
from ingest.document import IngestedDocument, ingest_reading
from ingest.governance import Governance
from ingest.said import REPORTED, SUPPORTS_FIELD, SaidOfOther
from ingest.says_of_others import says_of_others
from tests.ingest.provisions import header, heading, item, paragraph

HEAD = header("PROTOKOLL\nOrgan: Regionfullmäktige\nSammanträdesdatum: 2025-03-20")
POLICY = GoverningDocument(
    document="resepolicy-2012",
    title="Resepolicy",
    kind="policy",
    level=Level.POLICY,
    status=Status.ADOPTED,
    adopted_by="landstingsfullmäktige",
    decision="§ 31",
    date=date(2012, 5, 9),
    diary_number="LS 120045",
)


def protocol(*blocks: Block, stem: str = "protokoll") -> IngestedDocument:
    return ingest_reading(stem, Path(f"{stem}.pdf"), Reading((HEAD, *blocks)), Governance())


def proposal(*blocks: Block) -> IngestedDocument:
    reading = Reading((header("TJÄNSTEUTLÅTANDE\nDatum: 2025-01-10"), *blocks))
    return ingest_reading("forslag", Path("forslag.pdf"), reading, Governance())


def said(source: IngestedDocument, *library: GoverningDocument) -> list[SaidOfOther]:
    return list(says_of_others([source], (source.document, *library)))


def facts(source: IngestedDocument, *library: GoverningDocument) -> list[tuple[str | None, str, object]]:
    return [(one.document, one.field, one.value) for one in said(source, *library)]


def test_a_decision_that_adopts_gives_status_decision_date_and_body_to_the_document() -> None:
    source = protocol(
        heading("§ 14/25 Ny resepolicy"), heading("Beslut", 2), paragraph("Resepolicy för regionen antas.")
    )
    assert [(one.name, one.field, one.value) for one in said(source)] == [
        ("Resepolicy för regionen", "status", Status.ADOPTED),
        ("Resepolicy för regionen", "decision", "§ 14/25"),
        ("Resepolicy för regionen", "date", date(2025, 3, 20)),
        ("Resepolicy för regionen", "adopted_by", "Regionfullmäktige"),
    ]


def test_a_statement_quotes_the_source_word_for_word_with_its_section() -> None:
    source = protocol(heading("§ 14/25 Ny resepolicy"), heading("Beslut", 2), paragraph("Policyn antas."))
    first = said(source)[0]
    assert source.text[first.start : first.end] == first.quote == "Policyn antas."
    assert (first.source, first.section, first.confidence) == ("protokoll", "§ 14/25", Confidence.STATED)


def test_a_bare_policy_is_the_one_that_the_item_is_about() -> None:
    source = protocol(heading("§ 14/25 Ny resepolicy"), heading("Beslut", 2), paragraph("Policyn antas."))
    assert {one.name for one in said(source)} == {"Ny resepolicy"}


def test_a_matter_sent_back_or_put_off_is_no_rule() -> None:
    for verb, status in (("återremitteras", Status.REFERRED_BACK), ("bordläggs", Status.PROPOSED)):
        source = protocol(
            heading("§ 15/25 Riktlinje för gåvor"), heading("Beslut", 2), paragraph(f"Ärendet {verb}.")
        )
        assert [(one.name, one.value) for one in said(source)] == [("Riktlinje för gåvor", status)]


def test_what_is_sent_on_to_another_body_is_still_a_proposal() -> None:
    words = "Förslaget godkänns och överlämnas till regionfullmäktige."
    source = protocol(heading("§ 2/25 Ny resepolicy"), heading("Beslut", 2), paragraph(words))
    assert facts(source) == [(None, "status", Status.PROPOSED)]


def test_what_a_board_decides_as_its_proposal_to_the_council_is_no_decision_yet() -> None:
    source = protocol(
        heading("§ 2/25 Ny resepolicy"),
        heading("Beslut", 2),
        paragraph(
            "Styrelsens förslag till regionfullmäktige att anta resepolicy för alla, "
            "att resepolicyn, § 31 den 9 maj 2012, upphör att gälla den 1 juni 2025."
        ),
    )
    found = said(source, POLICY)
    assert [(one.field, one.value) for one in found if one.document is None] == [("status", Status.PROPOSED)]
    assert [(one.field, one.proposed) for one in found if one.document] == [
        ("status", True),
        ("valid_to", True),
    ]


def test_an_adoption_that_says_from_when_gives_the_first_day() -> None:
    words = "Resepolicy för alla fastställs att gälla från och med den 1 juni 2025."
    source = protocol(heading("§ 2/25 Ny resepolicy"), heading("Beslut", 2), paragraph(words))
    assert (None, "valid_from", date(2025, 6, 1)) in facts(source)


def test_a_decision_concerns_the_document_of_its_own_case() -> None:
    case = replace(
        POLICY, document="forslag", kind="förslag", level=Level.BACKGROUND, status=Status.PROPOSED,
        title="Helt annat namn", diary_number="RS 2025/7",
    )  # fmt: skip
    source = protocol(
        heading("§ 2/25 Riktlinje för gåvor"),
        paragraph("Diarienummer: RS 2025/7"),
        heading("Beslut", 2),
        paragraph("Ärendet återremitteras."),
    )
    assert facts(source, POLICY, case) == [("forslag", "status", Status.REFERRED_BACK)]


def test_a_new_policy_is_not_the_old_one_of_the_same_name() -> None:
    source = protocol(heading("§ 14/25 Ny resepolicy"), heading("Beslut", 2), paragraph("Policyn antas."))
    assert {one.document for one in said(source, POLICY)} == {None}
    new = replace(POLICY, document="resepolicy-2025", date=date(2025, 3, 20), decision=None)
    assert {one.document for one in said(source, POLICY, new)} == {"resepolicy-2025"}


def test_what_ceases_the_day_that_the_new_begins_has_its_last_day_before() -> None:
    source = protocol(
        heading("§ 14/25 Ny resepolicy"),
        heading("Beslut", 2),
        item("1. Policyn börjar gälla den 1 juni 2025."),
        item("2. Resepolicy, antagen den 9 maj 2012, § 31, upphör att gälla samma dag."),
    )
    found = [fact for fact in facts(source, POLICY) if fact[0]]
    assert found == [
        ("resepolicy-2012", "status", Status.REPEALED),
        ("resepolicy-2012", "valid_to", date(2025, 5, 31)),
    ]


def test_an_adoption_may_wait_for_another_body() -> None:
    words = (
        "Riktlinje för inköp fastställs under förutsättning av att motsvarande beslut fattas i Region Norr."
    )
    source = protocol(heading("§ 3/25 Riktlinje för inköp"), heading("Beslut", 2), paragraph(words))
    waits = next(one for one in said(source) if one.field == "conditional_on")
    assert (waits.name, waits.value) == ("Riktlinje för inköp", "motsvarande beslut fattas i Region Norr")


def test_what_somebody_moves_and_what_is_put_to_the_vote_is_no_decision() -> None:
    source = protocol(
        heading("§ 4/25 Ny resepolicy"),
        heading("Yrkande", 2),
        paragraph("Eva Ek yrkar att policyn antas."),
        heading("Proposition", 2),
        paragraph("Policyn antas enligt Eva Eks yrkande, finner ordföranden."),
    )
    assert said(source) == []


def test_an_agenda_or_information_that_is_approved_is_no_document_adopted() -> None:
    source = protocol(
        heading("§ 1/25 Dagordning"),
        heading("Beslut", 2),
        paragraph("Dagordningen fastställs. Informationen godkänns."),
    )
    assert said(source) == []


def test_a_notice_reports_a_decision_without_changing_anything() -> None:
    source = protocol(
        heading("§ 9/25 Anmälningar"),
        heading("Ärendet", 2),
        paragraph("RS-RS25-0007-2 Regionstyrelsen i Norr § 15 RS – Ny resepolicy samt riktlinjer för resor"),
    )
    assert [(one.name, one.field, one.value) for one in said(source)] == [
        ("Ny resepolicy", REPORTED, "RS-RS25-0007-2 Regionstyrelsen i Norr § 15 RS"),
        ("riktlinjer för resor", REPORTED, "RS-RS25-0007-2 Regionstyrelsen i Norr § 15 RS"),
    ]


def test_an_opinion_in_favour_decides_nothing() -> None:
    source = protocol(
        heading("§ 5/25 Yttrande om nämnden"),
        heading("Ärendet", 2),
        paragraph("Resenämnden tillstyrker att nämnden upplöses den 1 januari 2027."),
    )
    (one,) = said(source)
    assert (one.name, one.field) == ("Resenämnden", SUPPORTS_FIELD)


def test_an_approval_told_in_passing_counts_less_than_a_decision() -> None:
    source = protocol(
        heading("§ 2/25 Information"),
        heading("Ärendet", 2),
        paragraph("Den nya resepolicyn som antagits gäller alla."),
    )
    (one,) = said(source)
    assert (one.name, one.value, one.confidence) == (
        "Den nya resepolicyn",
        Status.ADOPTED,
        Confidence.READ,
    )


def test_a_proposal_that_would_replace_a_policy_says_so_as_a_proposal() -> None:
    source = proposal(
        heading("Ny resepolicy"),
        heading("Ärendet", 2),
        paragraph("Resepolicyn ersätter det dokument som infördes genom beslut § 31 LF den 8 maj 2012."),
        heading("Förslag till beslut", 2),
        item("1. Policyn antas under förutsättning av motsvarande beslut i Region Norr."),
    )
    found = said(source, POLICY)
    assert ("resepolicy-2012", "status", Status.SUPERSEDED, True) in [
        (one.document, one.field, one.value, one.proposed) for one in found
    ]
    assert not [one for one in found if one.value is Status.ADOPTED]


def test_a_decision_that_another_document_dates_otherwise_is_told_with_that_date() -> None:
    source = proposal(
        heading("Ny resepolicy"),
        heading("Ärendet", 2),
        paragraph("Den gällande policyn beslutades genom § 31 LF den 8 maj 2012."),
    )
    assert ("resepolicy-2012", "date", date(2012, 5, 8)) in facts(source, POLICY)


def test_a_section_without_year_or_date_points_at_no_document() -> None:
    source = proposal(heading("Ny resepolicy"), heading("Ärendet", 2), paragraph("Se tidigare beslut, § 31."))
    assert said(source, POLICY) == []


def test_a_rule_that_names_what_it_replaces_supersedes_it() -> None:
    head = header("POLICY\nGäller från 2025-06-01\nErsätter LS 120045\nBeslutat av\nStyrelsen")
    reading = Reading((head, heading("Policy för resor")))
    new = ingest_reading("policy-for-resor", Path("p.pdf"), reading, Governance())
    (one,) = said(new, POLICY)
    assert (one.document, one.value, one.on) == ("resepolicy-2012", Status.SUPERSEDED, date(2025, 6, 1))
