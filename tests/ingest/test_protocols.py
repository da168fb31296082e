"""Provisions of protocols: the parts of each item."""

from ingest.blocks import Block
from ingest.protocol_beginnings import is_protocol
from ingest.protocols import protocol_provisions
from ingest.structure import provisions_of
from tests.ingest.provisions import header, heading, item, paragraph, row, shown, stored


def provisions(*blocks: Block) -> list[tuple[str, str]]:
    text = stored(*blocks)
    return shown(text, protocol_provisions("protokoll", "Protokoll 14 april", text))


def test_an_items_parts_are_addressed_under_its_number() -> None:
    found = provisions(
        heading("§ 3/26 Ny policy"),
        paragraph("Diarienummer: RN 1"),
        heading("Nämndens beslut", 2),
        item("1. Policyn antas."),
        heading("Ärendet", 2),
        paragraph("Den gamla är från 2015."),
        heading("§ 4/26 Budget"),
        heading("Nämndens beslut", 2),
        paragraph("Budgeten antas."),
    )
    assert found == [
        ("§ 3/26", "Diarienummer: RN 1"),
        ("§ 3/26 › Nämndens beslut", "1. Policyn antas."),
        ("§ 3/26 › Ärendet", "Den gamla är från 2015."),
        ("§ 4/26 › Nämndens beslut", "Budgeten antas."),
    ]


def test_a_part_tells_which_item_it_belongs_to() -> None:
    text = stored(heading("§ 3/26 Ny policy"), heading("Ärendet", 2), paragraph("Den gamla är från 2015."))
    (found,) = protocol_provisions("protokoll", "Protokoll", text)
    assert found.path == ("§ 3/26", "Ärendet")
    assert found.heading == "Ny policy – Ärendet"


def test_a_heading_inside_a_part_goes_below_it() -> None:
    found = provisions(
        heading("§ 3 Ny policy"),
        heading("Ärendet", 2),
        heading("Bakgrund", 3),
        paragraph("Länge sedan."),
        heading("Beslut", 2),
        paragraph("Antas."),
    )
    assert found == [("§ 3 › Ärendet › Bakgrund", "Länge sedan."), ("§ 3 › Beslut", "Antas.")]


def test_the_first_items_heading_is_known_by_its_number_where_it_is_set_as_text() -> None:
    found = provisions(
        paragraph("§ 54/26 Fastställande av dagordning"),
        heading("Beslut", 2),
        paragraph("Dagordningen fastställs."),
        heading("§ 55/26 Ny policy"),
        paragraph("Policyn antas."),
    )
    assert found == [("§ 54/26 › Beslut", "Dagordningen fastställs."), ("§ 55/26", "Policyn antas.")]


def test_a_reference_to_another_item_begins_none() -> None:
    found = provisions(
        heading("§ 7/26 Anmälan"),
        paragraph("§ 12/25 Budget"),
        paragraph("§ 8/26 beslutades sedan, efter votering."),
        heading("§ 8/26 Val"),
        paragraph("Eva väljs."),
    )
    assert [address for address, _ in found] == ["§ 7/26", "§ 8/26"]


def test_an_items_title_may_stand_in_a_heading_of_its_own() -> None:
    text = stored(heading("§ 12"), heading("Ny policy"), heading("Beslut", 2), paragraph("Antas."))
    (found,) = protocol_provisions("protokoll", "Protokoll", text)
    assert (found.address, found.heading) == ("§ 12 › Beslut", "Ny policy – Beslut")


def test_what_stands_before_the_items_is_addressed_by_the_title_and_the_identity_block_by_itself() -> None:
    found = provisions(
        header("Datum: 14 april"), paragraph("Närvarande: alla"), heading("§ 1 Val"), paragraph("Eva.")
    )
    assert [address for address, _ in found] == ["Dokumenthuvud", "Protokoll 14 april", "§ 1"]


def test_a_heading_with_a_section_sign_and_number_makes_a_protocol() -> None:
    assert is_protocol(stored(heading("§ 1/26 Val")))
    assert is_protocol(stored(heading("§12")))
    assert not is_protocol(stored(paragraph("§ 1/26 Val")))
    assert not is_protocol(stored(heading("Ansvar enligt § 1")))


def test_items_are_known_by_the_parts_below_them_where_no_head_is_set_as_a_heading() -> None:
    found = provisions(
        row("§ 112 Delårsrapport för augusti"),
        paragraph("Ärendenummer: RS 2024-0456"),
        heading("Styrelsens beslut"),
        paragraph("Rapporten godkänns."),
        row("§ 113 Ny taxa"),
        paragraph("Beslut"),
        paragraph("Taxan antas."),
    )
    assert found == [
        ("§ 112", "Ärendenummer: RS 2024-0456"),
        ("§ 112 › Styrelsens beslut", "Rapporten godkänns."),
        ("§ 113 › Beslut", "Taxan antas."),
    ]


def test_a_line_that_begins_with_a_section_of_an_act_begins_no_item() -> None:
    text = stored(
        heading("Bakgrund"), paragraph("§ 12 i reglementet gäller."), heading("Beslut"), paragraph("Antas.")
    )
    assert not is_protocol(text)


def test_signed_minutes_may_number_their_items_as_statutes_do() -> None:
    found = provisions_of(
        "protokoll",
        "Protokoll",
        stored(
            heading("1 § Öppnande"),
            paragraph("Ordföranden öppnade."),
            heading("2 § Val av justerare"),
            paragraph("Bo Rask utsågs."),
            heading("3 § Regler för inköp"),
            heading("Styrelsen beslutade", 3),
            item("– att fastställa reglerna."),
            paragraph("Vid protokollet"),
        ),
        {},
    )
    assert [provision.address for provision in found] == ["§ 1", "§ 2", "§ 3 › Styrelsen beslutade"]
    assert [provision.heading for provision in found][1] == "Val av justerare"


def test_unsigned_sections_stay_those_of_a_statute() -> None:
    found = provisions_of(
        "reglemente",
        "Reglemente",
        stored(
            *(b for n in (1, 2, 3) for b in (heading(f"{n} §"), paragraph(f"Nämnden sköter uppgift {n}.")))
        ),
        {},
    )
    assert [provision.address for provision in found] == ["1 §", "2 §", "3 §"]
