"""Provisions of documents that are divided by headings."""

from ingest.blocks import Block, PageMark
from ingest.outline import outline_provisions
from ingest.stored_text import assemble
from tests.ingest.provisions import header, heading, item, paragraph, row, shown, stored


def provisions(*blocks: Block, title: str = "Regel om inköp") -> list[tuple[str, str]]:
    text = stored(*blocks)
    return shown(text, outline_provisions("inkop", title, text))


def test_text_is_addressed_by_the_headings_above_it() -> None:
    assert provisions(
        heading("Ansvar"),
        paragraph("Alla har ansvar."),
        heading("Inköpsnämnden", 2),
        paragraph("Nämnden beslutar."),
        heading("Uppföljning"),
        paragraph("Följs upp."),
    ) == [
        ("Ansvar", "Alla har ansvar."),
        ("Ansvar › Inköpsnämnden", "Nämnden beslutar."),
        ("Uppföljning", "Följs upp."),
    ]


def test_depths_may_be_skipped() -> None:
    found = provisions(heading("A"), heading("B", 3), paragraph("b"), heading("C", 2), paragraph("c"))
    assert found == [("A › B", "b"), ("A › C", "c")]


def test_the_title_is_no_part_of_an_address() -> None:
    found = provisions(
        heading("REGEL  om inköp"), paragraph("Gäller alla."), heading("Syfte", 2), paragraph("Ordning.")
    )
    assert found == [("Regel om inköp", "Gäller alla."), ("Syfte", "Ordning.")]


def test_the_title_is_known_where_the_register_words_it_in_another_way() -> None:
    found = provisions(heading("Regel om inköp i Region Norr"), heading("Syfte", 2), paragraph("Ordning."))
    assert found == [("Syfte", "Ordning.")]


def test_a_chapter_that_everything_stands_under_is_kept_when_it_is_not_the_title() -> None:
    found = provisions(heading("Direktupphandling"), heading("Syfte", 2), paragraph("Ordning."))
    assert found == [("Direktupphandling › Syfte", "Ordning.")]


def test_text_before_every_heading_is_addressed_by_the_title() -> None:
    assert provisions(paragraph("Gäller alla."))[0][0] == "Regel om inköp"


def test_the_identity_block_stands_by_itself() -> None:
    found = provisions(header("Beslutat av: Nämnden"), paragraph("Gäller alla."))
    assert found == [("Dokumenthuvud", "Beslutat av: Nämnden"), ("Regel om inköp", "Gäller alla.")]


def test_numbered_entries_are_cited_by_number_with_all_that_belongs_to_them() -> None:
    found = provisions(
        heading("5.1 Avtal"),
        item("5.1.2.4 Teckna avtal Chef"),
        paragraph("Gäller även tillägg."),
        item("5.1.2.10 Säga upp avtal Direktör"),
        item("5.1.3 a Avsluta Chef"),
        heading("5.2 Löner"),
        paragraph("Se avtal."),
    )
    assert found == [
        ("5.1 Avtal › 5.1.2.4", "5.1.2.4 Teckna avtal Chef\n\nGäller även tillägg."),
        ("5.1 Avtal › 5.1.2.10", "5.1.2.10 Säga upp avtal Direktör"),
        ("5.1 Avtal › 5.1.3 a", "5.1.3 a Avsluta Chef"),
        ("5.2 Löner", "Se avtal."),
    ]


def test_a_preposition_after_a_number_is_no_letter_of_the_entry() -> None:
    assert provisions(heading("Avtal"), item("5.1.3 i fråga om avtal"))[0][0] == "Avtal › 5.1.3"


def test_a_date_or_a_section_number_is_no_entry() -> None:
    found = provisions(heading("Avtal"), paragraph("12.10.2024 beslutades detta."), paragraph("5.1 gäller."))
    assert [address for address, _ in found] == ["Avtal"]


def test_the_names_of_a_tables_columns_go_with_its_first_entry() -> None:
    found = provisions(heading("Avtal"), row("Nr Ärende Delegat"), item("3.1.1 Teckna avtal Chef"))
    assert found == [("Avtal › 3.1.1", "Nr Ärende Delegat\n3.1.1 Teckna avtal Chef")]


def test_running_text_before_the_first_entry_stands_by_itself() -> None:
    found = provisions(heading("Avtal"), paragraph("Beloppen är exklusive moms."), item("3.1.1 Teckna avtal"))
    assert [address for address, _ in found] == ["Avtal", "Avtal › 3.1.1"]


def test_the_heading_is_the_nearest_one_and_the_path_has_the_parts_of_the_address() -> None:
    text = stored(heading("Ansvar"), heading("Nämnden", 2), item("1.1.1 Beslutar"))
    (found,) = outline_provisions("inkop", "Regel", text)
    assert (found.document, found.path, found.heading) == ("inkop", ("Ansvar", "Nämnden", "1.1.1"), "Nämnden")


def test_a_provision_is_on_the_page_where_it_starts() -> None:
    text = assemble(
        [
            Block("heading", "Syfte", 1, (PageMark(0, 1, "i"),)),
            Block("paragraph", "Ordning och reda.", 0, (PageMark(0, 2, "1"), PageMark(8, 3, "2"))),
        ]
    )
    (found,) = outline_provisions("inkop", "Regel", text)
    assert (found.page, found.printed_page) == (2, "1")
