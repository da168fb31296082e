"""The items of protocols and agendas, in the layouts that regions and municipalities use."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block, PageMark, Reading
from ingest.document import IngestedDocument, ingest_reading
from ingest.governance import Governance
from ingest.protocol_heads import ItemHead, item_head, line_number
from ingest.protocol_items import ProtocolItem, protocol_items
from ingest.protocol_parts import PartKind, part_kind
from ingest.readers.text_reader import parse_text
from tests.ingest.provisions import header, heading, item, paragraph

HEAD = header("PROTOKOLL\nOrgan: Miljönämnden\nSammanträdesdatum: 2026-03-05")


def ingest(*blocks: Block) -> IngestedDocument:
    reading = Reading((HEAD, *blocks))
    return ingest_reading("protokoll", Path("protokoll.pdf"), reading, Governance())


def items(*blocks: Block) -> tuple[ProtocolItem, ...]:
    return protocol_items(ingest(*blocks))


@pytest.mark.parametrize(
    ("line", "address", "title", "diary_number"),
    [
        ("§ 54/26 Val av justerare", "§ 54/26", "Val av justerare", None),
        ("§ 54 Dnr RS/123/2026", "§ 54", None, "RS/123/2026"),
        ("§ 54 Val av justerare (RS/123/2026)", "§ 54", "Val av justerare", "RS/123/2026"),
        ("RS § 45", "RS § 45", None, None),
        ("Ks § 12/2026 Dnr: KS 2026/00123 Detaljplan för\nNorra ängen", "Ks § 12/2026",
         "Detaljplan för Norra ängen", "KS 2026/00123"),
        ("§ 8 KS2026/123", "§ 8", None, "KS2026/123"),
        ("Paragraf 12 – Budget 2027", "§ 12", "Budget 2027", None),
        ("Ärende 3: Ny taxa", "Ärende 3", "Ny taxa", None),
        ("§12", "§ 12", None, None),
    ],
)  # fmt: skip
def test_an_items_head_gives_address_title_and_diary_number(
    line: str, address: str, title: str | None, diary_number: str | None
) -> None:
    head = item_head(line)
    assert head is not None
    assert (head.address, head.title, head.diary_number) == (address, title, diary_number)


@pytest.mark.parametrize("line", ["Ärendet", "Ansvar enligt § 1", "2 § Denna lag", "§ 3.1.2 Nivå", "Sida 3"])
def test_other_lines_are_no_heads(line: str) -> None:
    assert item_head(line) is None


def test_a_year_or_a_date_alone_is_no_diary_number() -> None:
    assert line_number("2026-03-05") is None
    assert line_number("Budget 2026") is None
    assert line_number("KS 2026:12") == "KS 2026:12"


@pytest.mark.parametrize(
    ("heading_text", "kind"),
    [
        ("Nämndens beslut", PartKind.DECISION),
        ("Miljö- och byggnämnden beslutar", PartKind.DECISION),
        ("Arbetsutskottets förslag till beslut", PartKind.PROPOSAL),
        ("Yrkanden", PartKind.MOTION),
        ("Beslutsgång", PartKind.VOTE),
        ("Sammanfattning av ärendet", PartKind.MATTER),
        ("Ärendets beredning", PartKind.PREPARATION),
        ("Underlag för beslut", PartKind.BASIS),
        ("Protokollsutdrag till", PartKind.DISPATCH),
        ("Reservationer", PartKind.RESERVATION),
        ("Delegationsbeslut", PartKind.OTHER),
    ],
)
def test_parts_are_known_by_their_usual_names(heading_text: str, kind: PartKind) -> None:
    assert part_kind(heading_text) is kind


def test_an_item_has_its_number_year_number_in_the_registry_title_and_parts() -> None:
    (found,) = items(
        heading("§ 7/26 Ny taxa för tillsyn"),
        paragraph("Diarienummer: MN 2026-14"),
        heading("Nämndens beslut", 2),
        paragraph("Taxan antas."),
        heading("Yrkande", 2),
        paragraph("Eva Ek yrkar bifall."),
    )
    assert (found.section, found.number, found.year) == ("§ 7/26", 7, 2026)
    assert (found.title, found.diary_number) == ("Ny taxa för tillsyn", "MN 2026-14")
    assert [part.kind for part in found.parts] == [PartKind.OTHER, PartKind.DECISION, PartKind.MOTION]


def test_an_item_without_a_year_of_its_own_is_of_the_meetings_year() -> None:
    (found,) = items(heading("§ 7 Ny taxa"), paragraph("Taxan antas."))
    assert found.year == 2026


def test_numbered_points_of_a_decision_keep_their_numbers() -> None:
    (found,) = items(
        heading("§ 7 Ny taxa"),
        heading("Beslut", 2),
        item("1. Taxan antas."),
        item("2. Förvaltningen får i uppdrag att\ninformera berörda."),
    )
    assert [(point.number, point.text) for point in found.decisions] == [
        (1, "Taxan antas."),
        (2, "Förvaltningen får i uppdrag att\ninformera berörda."),
    ]


def test_points_that_begin_with_att_are_numbered_in_order() -> None:
    (found,) = items(
        heading("§ 7 Ny taxa"),
        heading("Miljönämnden beslutar", 2),
        item("att anta taxan, samt"),
        item("att den gäller från 1 juli."),
    )
    assert [(point.number, point.text) for point in found.decisions] == [
        (1, "att anta taxan, samt"),
        (2, "att den gäller från 1 juli."),
    ]


def test_one_sentence_that_decides_several_things_has_a_point_for_each() -> None:
    (found,) = items(
        heading("§ 7 Ny taxa"),
        heading("Beslut", 2),
        paragraph("Miljönämnden beslutar att anta taxan, att den gamla upphör, samt att informera berörda."),
    )
    assert [point.text for point in found.decisions] == [
        "att anta taxan,",
        "att den gamla upphör, samt",
        "att informera berörda.",
    ]


def test_a_paragraph_that_says_that_the_body_decides_is_a_decision_without_a_heading() -> None:
    (found,) = items(
        heading("§ 7 Ny taxa"), paragraph("Bra så."), paragraph("Miljönämnden beslutar att anta taxan.")
    )
    assert [point.text for point in found.decisions] == ["Miljönämnden beslutar att anta taxan."]


def test_what_is_proposed_for_decision_is_not_decided() -> None:
    (found,) = items(
        heading("§ 7 Ny taxa"), heading("Förvaltningens förslag till beslut", 2), paragraph("Taxan antas.")
    )
    assert found.decisions == ()


def test_a_municipal_layout_has_its_number_and_title_on_lines_of_their_own() -> None:
    (found,) = items(
        heading("KS § 45"),
        paragraph("Dnr KS/2026:123 041"),
        heading("Ny resepolicy"),
        heading("Kommunstyrelsens beslut", 2),
        paragraph("Policyn antas."),
    )
    assert (found.section, found.diary_number, found.title) == ("KS § 45", "KS/2026:123", "Ny resepolicy")


def test_a_title_that_goes_on_over_the_line_is_one_title() -> None:
    (found,) = items(
        heading("§ 9/26 Information vid nämndens"),
        heading("sammanträde i mars"),
        heading("Beslut", 2),
        paragraph("Informationen noteras."),
    )
    assert found.title == "Information vid nämndens sammanträde i mars"


def test_names_of_parts_that_are_set_as_text_divide_the_item_all_the_same() -> None:
    (found,) = items(
        heading("§ 9 Avgifter"),
        paragraph("Beslut"),
        paragraph("Avgifterna höjs."),
        paragraph("Beslutet skickas till"),
        paragraph("Ekonomiavdelningen"),
    )
    assert [part.kind for part in found.parts] == [PartKind.DECISION, PartKind.DISPATCH]
    assert [point.text for point in found.decisions] == ["Avgifterna höjs."]


def test_an_agenda_of_numbered_matters_has_one_item_a_matter() -> None:
    found = items(
        heading("Ärende 1 Val av justerare"),
        paragraph("Eva Ek föreslås."),
        heading("Ärende 2 Ny taxa"),
        paragraph("Handlingar skickas senare."),
    )
    assert [(one.section, one.title) for one in found] == [
        ("Ärende 1", "Val av justerare"),
        ("Ärende 2", "Ny taxa"),
    ]


def test_one_heading_about_a_matter_makes_no_agenda() -> None:
    assert items(heading("Ärende 1"), paragraph("Bakgrunden är känd.")) == ()


def test_an_item_of_nothing_but_its_head_is_an_item() -> None:
    found = items(heading("§ 3 Utgår"), heading("§ 4 Budget"), paragraph("Budgeten antas."))
    assert [(one.section, one.title) for one in found] == [("§ 3", "Utgår"), ("§ 4", "Budget")]


def test_an_items_page_is_where_its_head_stands_in_the_file_and_in_print() -> None:
    marks = (PageMark(0, 4, "12"),)
    (found,) = items(Block("heading", "§ 3 Budget", 1, marks), Block("paragraph", "Antas.", 0, marks))
    assert (found.page, found.printed_page) == (4, "12")


def test_a_protocol_knows_its_body_its_day_and_whose_paper_it_is_on() -> None:
    document = ingest(heading("§ 3 Budget"), paragraph("Antas.")).document
    assert (document.body, document.adopted_by, document.date) == (
        "Miljönämnden",
        "Miljönämnden",
        date(2026, 3, 5),
    )


def test_body_and_day_are_read_from_running_text_where_no_label_gives_them() -> None:
    reading = Reading(
        (
            paragraph("Protokoll fört vid Resenämndens sammanträde den 14 april 2026"),
            heading("§ 1 Val"),
            paragraph("Diarienummer: RN 2026/7"),
        )
    )
    document = ingest_reading("protokoll", Path("p.txt"), reading, Governance()).document
    assert (document.body, document.date) == ("Resenämnden", date(2026, 4, 14))


def test_an_items_diary_number_is_not_the_protocols_own() -> None:
    document = ingest(
        heading("§ 3 Budget"), paragraph("Diarienummer: MN 2026/9"), paragraph("Antas.")
    ).document
    assert document.diary_number is None


def test_a_protocol_in_plain_text_is_divided_by_its_items_and_parts() -> None:
    text = (
        "Protokoll\nMiljönämnden 2026-03-05\n\nMN § 4\nDnr MN2026/12 041\n\nNy taxa\n\n"
        "Beslut\nTaxan antas.\n\nÄrendet\nTaxan är ny.\n"
    )
    reading = Reading(parse_text(text))
    (found,) = protocol_items(ingest_reading("protokoll", Path("p.txt"), reading, Governance()))
    assert (found.section, found.diary_number, found.title) == ("MN § 4", "MN2026/12", "Ny taxa")
    assert [point.text for point in found.decisions] == ["Taxan antas."]


_BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(["heading", "paragraph", "item", "header"]),
        st.sampled_from(
            [
                "§ 3/26 Val",
                "§ 4",
                "KS § 5 Dnr KS 2026/7",
                "Beslut",
                "Ärendet",
                "1. Taxan antas.",
                "att anta taxan,",
            ]
        ),
        st.integers(1, 3),
    ),
    max_size=12,
)


@given(_BLOCKS)
def test_items_lie_in_order_in_the_text_and_points_are_its_words(blocks: list[Block]) -> None:
    ingested = ingest_reading("protokoll", Path("p.pdf"), Reading(tuple(blocks)), Governance())
    reached = 0
    for found in protocol_items(ingested):
        assert reached <= found.start < found.end <= len(ingested.text)
        reached = found.end
        for point in found.decisions:
            assert ingested.text[point.start : point.end] == point.text
            assert found.start <= point.start < point.end <= found.end


def test_a_head_is_compared_by_value() -> None:
    assert item_head("§ 4/26 Val") == ItemHead("§ 4/26", 4, "26", "Val", None)
