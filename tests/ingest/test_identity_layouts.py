"""What a document is, in the many places and words in which organisations print it."""

from datetime import date
from pathlib import Path

import pytest

from hierarchy.documents import Confidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy, Level, Organisation
from ingest.blocks import Block, BlockKind, PageMark, Reading
from ingest.document import IngestedDocument, ingest_reading
from ingest.governance import Governance

PROSE = "Den som lånar en cykel lämnar tillbaka den samma dag och anmäler fel till den som sköter förrådet."
TOWNS = Hierarchy(
    (
        Organisation("norrby", "Norrby kommun", "Norrby", ()),
        Organisation("soderby", "Region Söderby", "Söderby", ()),
    )
)


def ingested(
    *parts: tuple[BlockKind, str],
    stem: str = "fil-utan-namn",
    dropped: tuple[str, ...] = (),
    metadata: dict[str, str] | None = None,
) -> IngestedDocument:
    blocks = tuple(
        Block(kind, text, 1 if kind == "heading" else 0, (PageMark(0, 1),)) for kind, text in parts
    )
    reading = Reading(blocks, metadata or {}, pages=1, dropped=dropped)
    return ingest_reading(stem, Path(f"{stem}.pdf"), reading, Governance(TOWNS))


def identify(
    *parts: tuple[BlockKind, str],
    stem: str = "fil-utan-namn",
    dropped: tuple[str, ...] = (),
    metadata: dict[str, str] | None = None,
) -> GoverningDocument:
    return ingested(*parts, stem=stem, dropped=dropped, metadata=metadata).document


def confidence(document: GoverningDocument, field: str) -> Confidence | None:
    return document.evidence[field].confidence


def test_facts_that_stand_only_in_the_running_head_are_read_with_a_page_and_no_quote() -> None:
    head = ("Norrby kommun Rutin Sida 1 av 3", "Godkänd av: Förrådschefen Giltig fr.o.m.: 2024-03-04",
            "Dnr: TN2024/31 Giltig t.o.m.: 2026-03-04")  # fmt: skip
    read = identify(("heading", "Cykelutlåning"), ("paragraph", PROSE), dropped=head)
    assert (read.kind, read.adopted_by, read.diary_number) == ("rutin", "Förrådschefen", "TN2024/31")
    assert (read.valid_from, read.valid_to) == (date(2024, 3, 4), date(2026, 3, 4))
    assert read.organisations == ("norrby",)
    assert (read.evidence["adopted_by"].quote, read.evidence["adopted_by"].page) == (None, 1)
    assert confidence(read, "adopted_by") is Confidence.READ


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024-01-01–2027-12-31", date(2024, 1, 1), date(2027, 12, 31)),
        ("till och med 2027-12-31", None, date(2027, 12, 31)),
        ("från och med 2024-01-01", date(2024, 1, 1), None),
        ("Tills vidare", None, None),
    ],
)
def test_a_period_of_validity_gives_its_first_and_last_day(
    period: str, first: date | None, last: date | None
) -> None:
    read = identify(("heading", "Cykelpolicy"), ("row", f"Giltighetstid: {period}"), ("paragraph", PROSE))
    assert (read.valid_from, read.valid_to) == (first, last)


def test_a_period_of_validity_that_is_a_day_alone_is_taken_to_end_there_and_doubted() -> None:
    read = identify(("heading", "Cykelpolicy"), ("row", "Giltighetstid: 2027-12-31"), ("paragraph", PROSE))
    assert (read.valid_from, read.valid_to) == (None, date(2027, 12, 31))
    assert "valid_to" in read.doubtful


def test_a_contract_says_in_a_sentence_when_it_ends() -> None:
    term = "Avtalet gäller fr.o.m. 2024-01-01 t.o.m. 2027-12-31."
    read = identify(("heading", "Avtal om cykelbud"), ("paragraph", term), ("paragraph", PROSE))
    assert (read.kind, read.valid_from, read.valid_to) == ("avtal", date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("line", "adopted_by", "day", "section"),
    [
        (
            "Antagen av kommunfullmäktige den 2 december 2022, § 18",
            "kommunfullmäktige",
            (2022, 12, 2),
            "§ 18",
        ),
        ("Fastställt av/datum Cykelnämnden 2022-12-02 § 18", "Cykelnämnden", (2022, 12, 2), "§ 18"),
        ("Antaget KF 2022-12-02 § 18", "KF", (2022, 12, 2), "§ 18"),
        ("Regler beslutade av cykelchefen 2/12 2022", "cykelchefen", (2022, 12, 2), None),
        ("• Fastställd av: Styrelsen, 2022-12-02 § 18", "Styrelsen", (2022, 12, 2), "§ 18"),
        ("Beslut: Rektor 2022-12-02", "Rektor", (2022, 12, 2), None),
    ],
)
def test_a_line_of_adoption_in_many_wordings(
    line: str, adopted_by: str, day: tuple[int, int, int], section: str | None
) -> None:
    read = identify(("heading", "Cykelpolicy"), ("paragraph", line), ("paragraph", PROSE))
    assert (read.adopted_by, read.date, read.decision) == (adopted_by, date(*day), section)


def test_a_table_of_four_columns_is_told_apart_by_the_body_and_the_number() -> None:
    rows = ("Dokumenttyp Fastställd av Datum Dnr", "Plan Kommunstyrelsen 2024-12-03 § 28 KS2024/0999")
    read = identify(("heading", "Cykelplan 2025"), *(("row", row) for row in rows), ("paragraph", PROSE))
    assert (read.kind, read.adopted_by, read.date) == ("plan", "Kommunstyrelsen", date(2024, 12, 3))
    assert (read.decision, read.diary_number, read.status) == ("§ 28", "KS2024/0999", Status.ADOPTED)


def test_a_document_changed_since_its_decision_keeps_that_day_and_is_doubted() -> None:
    read = identify(
        ("heading", "Reglemente för cykelnämnden"),
        ("paragraph", "Antaget av kommunfullmäktige 2019-02-04, § 11"),
        ("paragraph", "Senast reviderat 2023-05-08, § 70"),
        ("paragraph", PROSE),
    )
    assert (read.date, read.decision) == (date(2019, 2, 4), "§ 11")
    assert "date" in read.doubtful
    assert any("2023-05-08" in doubt for doubt in read.doubts)


def test_somebody_elses_diary_number_is_not_ones_own() -> None:
    head = "Cykelmyndigheten\nErt dnr KN2024/0122\nDnr 2024-187"
    assert (
        identify(("header", head), ("heading", "Yttrande"), ("paragraph", PROSE)).diary_number == "2024-187"
    )


def test_a_documents_number_in_its_system_stands_in_for_a_diary_number_only_as_a_guess() -> None:
    read = identify(("heading", "Rutin för cyklar"), ("row", "Dokumentnr: 34112"), ("paragraph", PROSE))
    assert (read.diary_number, confidence(read, "diary_number")) == ("34112", Confidence.INFERRED)


def test_an_unlabelled_number_and_day_in_a_letterhead_are_guesses() -> None:
    read = identify(
        ("heading", "TJÄNSTEUTLÅTANDE"),
        ("paragraph", "2025-03-11 RS 2024-0707"),
        ("heading", "Svar på motion om cykelvägar"),
        ("paragraph", PROSE),
    )
    assert (read.kind, read.title) == ("tjänsteutlåtande", "Svar på motion om cykelvägar")
    assert (read.date, read.diary_number) == (date(2025, 3, 11), "RS 2024-0707")
    assert {"date", "diary_number"} <= {*read.doubtful}


def test_a_proposals_day_is_its_own_and_not_that_of_the_decision_it_mentions() -> None:
    read = identify(
        ("header", "TJÄNSTESKRIVELSE\nDatum: 2025-02-11\nDnr: KS2025/0077"),
        ("heading", "Ny cykelpolicy"),
        ("heading", "Förslag till beslut"),
        ("paragraph", PROSE),
        ("paragraph", "Policyn antogs av kommunfullmäktige 2018-06-14, § 77."),
    )
    assert (read.date, read.adopted_by, read.status) == (date(2025, 2, 11), None, Status.PROPOSED)


@pytest.mark.parametrize("mark", ["UTKAST", "Remissversion", "Förslag 2025-03-01", "Utkast version 0.3"])
def test_a_mark_of_a_draft_makes_a_proposal_and_leaves_its_kind(mark: str) -> None:
    read = identify(("paragraph", mark), ("heading", "Cykelpolicy"), ("paragraph", PROSE))
    assert (read.title, read.kind, read.status) == ("Cykelpolicy", "policy", Status.PROPOSED)


def test_a_repealed_document_held_until_the_day_that_repealed_it_as_a_guess() -> None:
    read = identify(
        ("heading", "Cykelpolicy"),
        ("paragraph", "Dokumentet har upphört att gälla 2024-12-31."),
        ("paragraph", PROSE),
    )
    assert (read.status, read.valid_to) == (Status.REPEALED, date(2024, 12, 31))
    assert "valid_to" in read.doubtful


def test_the_name_of_a_section_in_small_letters_is_no_kind() -> None:
    read = identify(("heading", "Rutin för cyklar"), ("heading", "Sammanfattning"), ("paragraph", PROSE))
    assert (read.kind, read.level) == ("rutin", Level.RULE)


def test_a_letterhead_that_names_another_kind_than_the_title_is_doubted() -> None:
    read = identify(
        ("row", "Norrby kommun TJÄNSTEUTLÅTANDE"), ("heading", "Policy för cyklar"), ("paragraph", PROSE)
    )
    assert (read.kind, confidence(read, "kind")) == ("tjänsteutlåtande", Confidence.INFERRED)


def test_a_record_of_a_meeting_is_a_protocol_by_its_first_page() -> None:
    read = identify(
        ("heading", "Miljö- och cykelnämnden"),
        ("row", "Plats och tid Rådhuset, 2025-03-04 kl. 13.00"),
        ("row", "Beslutande Lena Ek, ordförande"),
        ("row", "Justerare Olle Berg"),
        ("row", "Justeringens plats och tid Rådhuset 2025-03-07"),
        ("row", "Paragrafer §§ 21–22"),
        ("heading", "§ 21 Cykelställ"),
        ("paragraph", PROSE),
    )
    assert (read.kind, read.body, read.date) == ("protokoll", "Miljö- och cykelnämnden", date(2025, 3, 4))
    assert read.title == "Protokoll miljö- och cykelnämnden 2025-03-04"


def test_a_web_pages_title_ends_before_the_name_of_its_site() -> None:
    page = {"title": "Anvisning för cyklar – Norrby kommun"}
    read = identify(("heading", "Anvisning för cyklar"), ("paragraph", PROSE), metadata=page)
    assert (read.title, read.organisations) == ("Anvisning för cyklar", ("norrby",))


@pytest.mark.parametrize("above", ["Region Söderby", "Cykelnämnden", "2024-05-14"])
def test_what_a_letterhead_says_above_the_title_is_not_the_title(above: str) -> None:
    read = identify(("paragraph", above), ("heading", "Cyklar i tjänsten"), ("paragraph", PROSE))
    assert read.title == "Cyklar i tjänsten"


def test_a_statement_on_anothers_proposal_is_the_writers_own() -> None:
    read = identify(
        ("row", "Norrby kommun Dnr: KS 2025/210"),
        ("heading", "Yttrande över Region Söderbys cykelplan"),
        ("paragraph", PROSE),
    )
    assert (read.kind, read.organisations, read.issuer) == ("yttrande", ("norrby",), "Norrby kommun")


def test_the_parties_of_a_contract_are_bound_together() -> None:
    parties = "Mellan Region Söderby, org.nr 232100-0001, och Norrby kommun har följande avtal träffats."
    read = identify(("heading", "Avtal om cyklar"), ("paragraph", parties), ("paragraph", PROSE))
    assert {*read.organisations} == {"norrby", "soderby"}


def test_an_organisation_that_is_only_mentioned_is_a_guess() -> None:
    read = identify(
        ("heading", "Rutin för cyklar"),
        *(("paragraph", PROSE) for _ in range(6)),
        ("paragraph", "Samma rutin används i Region Söderby."),
        *(("paragraph", PROSE) for _ in range(6)),
    )
    assert "organisations" in read.doubtful


def test_a_label_whose_value_cannot_be_read_leaves_the_field_doubtful() -> None:
    read = identify(("heading", "Cykelplan"), ("row", "Gäller till och med: nästa val"), ("paragraph", PROSE))
    assert read.valid_to is None
    assert "valid_to" in read.doubtful


def test_a_councils_decision_without_its_section_is_doubtful() -> None:
    read = identify(
        ("heading", "Cykelpolicy"),
        ("paragraph", "Antagen av kommunfullmäktige 2022-12-02"),
        ("paragraph", PROSE),
    )
    assert (read.decision, "decision" in read.doubtful) == (None, True)
