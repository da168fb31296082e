"""What a careful reader would question in a document's text."""

from pathlib import Path

import pytest

from hierarchy.documents import GoverningDocument
from ingest.blocks import Block, PageMark, Reading
from ingest.document import ingest_reading
from ingest.governance import Governance
from ingest.language import language_of, pages_in_another_language
from tests.ingest.provisions import header, heading, item, paragraph

HEAD = header("REGEL\nGäller från och med\n2018-05-01\nBeslutat av\nStyrelsen\nDiarienummer\nA 2018/4")
SWEDISH = "Den som köper in något ska se till att det är av god kvalitet och att det inte är för dyrt. " * 3
ENGLISH = "The head of the unit is responsible for the keys and shall report to the board of the unit. " * 3


def read(*blocks: Block, pages: int = 1, dropped: tuple[str, ...] = ()) -> GoverningDocument:
    reading = Reading((HEAD, heading("Regel för lån"), *blocks), {}, pages, dropped)
    return ingest_reading("regel-for-lan", Path("r.pdf"), reading, Governance()).document


def doubts(*blocks: Block, pages: int = 1, dropped: tuple[str, ...] = ()) -> str:
    return "\n".join(read(*blocks, pages=pages, dropped=dropped).doubts)


def on(page: int, block: Block, printed: str | None = None) -> Block:
    return Block(block.kind, block.text, block.depth, (PageMark(0, page, printed),))


def test_a_document_without_anything_odd_has_no_doubts() -> None:
    assert doubts(paragraph(SWEDISH)) == ""


@pytest.mark.parametrize("text", ["Klicka här för att ange text.", "[Skriv syftet]", "Ange rubrik här"])
def test_what_is_left_of_a_template_is_shown(text: str) -> None:
    assert "mall står kvar" in doubts(paragraph(text))


def test_years_that_are_to_be_filled_in_are_shown() -> None:
    assert "”XX-02-15”" in doubts(item("• Senast XX-02-15 lämnas förslag."))
    assert "Årtal" not in doubts(paragraph("Storlek XX finns inte."))


def test_annexes_that_are_not_in_the_file_are_named() -> None:
    missing = doubts(
        paragraph("Se bilaga 1 och bilaga 3–4."), heading("Bilaga 1", 2), paragraph("En blankett.")
    )
    assert "bilaga 3 och 4" in missing


def test_another_documents_annex_is_not_missed() -> None:
    assert "bilaga" not in doubts(paragraph("Se bilaga 2 till lagen om prov."))


def test_several_pages_without_printed_numbers_are_a_doubt_and_one_is_not() -> None:
    blocks = (on(1, paragraph("Ett.")), on(2, paragraph("Två.")))
    assert "inga tryckta sidnummer" in doubts(*blocks, pages=2)
    assert "sidnummer" not in doubts(on(1, paragraph("Ett.")), pages=1)


def test_printed_numbers_that_differ_from_the_files_are_a_doubt() -> None:
    blocks = (on(2, paragraph("Ett."), "1"), on(3, paragraph("Två."), "2"))
    assert "filens sida 2 är tryckt som 1" in doubts(*blocks, pages=3)


def test_a_contents_list_that_reaches_beyond_the_file_is_a_doubt() -> None:
    blocks = (on(1, paragraph("Ett."), "1"), on(2, paragraph("Två."), "2"))
    assert "sida 9" in doubts(*blocks, pages=2, dropped=("Blanketter ........ 9",))
    assert "Innehåll" not in doubts(*blocks, pages=2, dropped=("Blanketter ........ 2",))


def test_a_translation_behind_the_text_is_named_and_does_not_change_the_language() -> None:
    document = read(on(1, paragraph(SWEDISH)), on(2, paragraph(ENGLISH * 3)), pages=2)
    assert document.language == "sv"
    assert any("Sida 2 är på engelska." in doubt for doubt in document.doubts)


def test_a_text_of_small_words_in_neither_language_is_swedish_unless_the_file_says_otherwise() -> None:
    assert language_of({}, "ABC 123") == "sv"
    assert language_of({"language": "en-GB"}, "ABC 123") == "en"
    assert pages_in_another_language("ABC 123", (PageMark(0, 1),), "sv") == ()


def test_a_page_to_fill_in_is_a_form() -> None:
    lines = "\n".join(f"{name} ..............................." for name in ("Namn", "Enhet", "Datum"))
    assert "Sida 2 är en blankett" in doubts(
        on(1, paragraph("Ett."), "1"), on(2, paragraph(lines), "2"), pages=2
    )


def test_a_number_that_is_used_twice_is_a_doubt_but_not_in_an_annex() -> None:
    twice = (heading("2.1 Köp", 2), paragraph("Köp."), heading("2.1 Lån", 2), paragraph("Lån."))
    assert "Numret 2.1" in doubts(*twice)
    annex = (heading("2.1 Köp", 2), paragraph("Köp."), heading("Bilaga 1", 1), heading("2.1 Köp", 2))
    assert "Numret" not in doubts(*annex)


def test_a_heading_under_its_parents_sibling_is_misnumbered() -> None:
    blocks = (heading("6.2 Köp", 2), heading("6.2.1 Varor", 3), heading("6.3.2 Tjänster", 3))
    assert "Rubriken 6.3.2 står under 6.2." in doubts(*blocks)


def test_footnotes_with_one_number_or_out_of_order_are_a_doubt() -> None:
    one, two, again = (on(1, Block("note", text)) for text in ("1 Se lagen.", "2 Se reglerna.", "2 Se mer."))
    assert "samma nummer" in doubts(one, two, again)
    assert "nummerordning" in doubts(two, one)
    assert "otnot" not in doubts(one, two)


def test_a_letter_for_a_figure_is_a_doubt() -> None:
    assert "siffran 1" in doubts(paragraph("Se 2 kap. l § lagen om prov."))


def test_an_act_younger_than_the_rule_or_older_than_any_is_a_doubt() -> None:
    assert "2021:77, som är yngre" in doubts(paragraph("Se lagen (2021:77) om prov."))
    assert "1082:400" in doubts(paragraph("Se provbalken (1082:400)."))
    assert doubts(paragraph("Se lagen (1999:77) om prov.")) == ""


def test_a_board_whose_hyphen_is_missing_is_a_doubt() -> None:
    head = header(
        "REGEL\nGäller från\n2020-01-01\nBeslutat av\nMiljös och byggnämnden\nDiarienummer\nA 2020/1"
    )
    reading = Reading((head, heading("Regel för lån")))
    document = ingest_reading("r", Path("r.pdf"), reading, Governance()).document
    assert any("Miljös- och byggnämnden" in doubt for doubt in document.doubts)


def test_a_head_with_a_date_but_no_first_day_of_validity_is_a_doubt() -> None:
    head = header("REGEL\nBeslutat av\nStyrelsen\nBeslutsdatum\n2020-01-01\nDiarienummer\nA 2020/1")
    reading = Reading((head, heading("Regel för lån")))
    document = ingest_reading("r", Path("r.pdf"), reading, Governance()).document
    assert any("inte från när dokumentet gäller" in doubt for doubt in document.doubts)


def test_a_proposal_without_a_date_says_so() -> None:
    blocks = (heading("Ny taxa"), heading("Ärendet"), heading("Förslag till beslut"), item("1. Taxan antas."))
    document = ingest_reading("taxa", Path("t.pdf"), Reading(blocks), Governance()).document
    assert any("när dokumentet upprättades" in doubt for doubt in document.doubts)
