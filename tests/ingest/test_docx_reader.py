"""Word documents: structure from styles, lists from rules, and refusals."""

from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ingest.blocks import Reading, StruckOut
from ingest.errors import UnreadableFile
from ingest.readers.docx_reader import read_docx


def save(tmp_path: Path, document: object) -> Reading:
    path = tmp_path / "dokument.docx"
    document.save(str(path))  # type: ignore[attr-defined]
    return read_docx(path)


def blocks(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in reading.blocks]


def test_headings_come_from_styles_with_their_depth(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Ansvar", level=2)
    document.add_paragraph("Chefen ansvarar för inköpen.")
    reading = save(tmp_path, document)
    assert blocks(reading) == [("heading", "Ansvar"), ("paragraph", "Chefen ansvarar för inköpen.")]
    assert reading.blocks[0].depth == 2


def test_a_short_bold_paragraph_is_a_heading(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph().add_run("Undantag från regeln").bold = True
    document.add_paragraph().add_run("Detta är viktigt.").bold = True
    assert blocks(save(tmp_path, document)) == [
        ("heading", "Undantag från regeln"),
        ("paragraph", "Detta är viktigt."),
    ]


def test_numbered_and_bulleted_lists_get_their_markers_back(tmp_path: Path) -> None:
    document = Document()
    for text in ("ett", "två"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("punkt", style="List Bullet")
    assert blocks(save(tmp_path, document)) == [("item", "1. ett"), ("item", "2. två"), ("item", "• punkt")]


def test_a_table_gives_one_row_a_row_in_its_place(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Före tabellen.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Slag", "Gräns", "Varor", "50 000 kr"), strict=True):
        cell.text = text
    document.add_paragraph("Efter tabellen.")
    assert blocks(save(tmp_path, document)) == [
        ("paragraph", "Före tabellen."),
        ("row", "Slag Gräns"),
        ("row", "Varor 50 000 kr"),
        ("paragraph", "Efter tabellen."),
    ]


def test_page_heads_are_left_out_and_reported(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Dnr 2024-17"
    document.add_paragraph("Regeln gäller alla.")
    reading = save(tmp_path, document)
    assert blocks(reading) == [("paragraph", "Regeln gäller alla.")]
    assert reading.dropped == ("Dnr 2024-17",)


def test_core_properties_become_metadata(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.title = "Regler för lån"
    document.add_paragraph("Regeln gäller alla.")
    assert save(tmp_path, document).metadata["title"] == "Regler för lån"


def test_struck_out_and_deleted_words_are_no_text(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Högst ")
    paragraph.add_run("100 ").font.strike = True
    deleted = OxmlElement("w:del")
    deleted.append(paragraph.add_run("150 ")._r)
    paragraph._p.append(deleted)
    paragraph.add_run("200 kr.")
    reading = save(tmp_path, document)
    assert blocks(reading) == [("paragraph", "Högst 200 kr.")]
    assert reading.struck == (StruckOut("100"), StruckOut("150"))


def test_a_style_that_strikes_out_strikes_its_words(tmp_path: Path) -> None:
    document = Document()
    style = document.styles.add_style("Utgår", WD_STYLE_TYPE.CHARACTER)
    style.font.strike = True
    paragraph = document.add_paragraph("Högst ")
    paragraph.add_run("100 ", style=style)
    paragraph.add_run("200 ", style=style).font.strike = False
    paragraph.add_run("kr.")
    reading = save(tmp_path, document)
    assert blocks(reading) == [("paragraph", "Högst 200 kr.")]
    assert reading.struck == (StruckOut("100"),)


def test_tracked_insertions_are_text(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Högst ")
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.add_run("200 kr.")._r)
    paragraph._p.append(inserted)
    assert paragraph._p.find(qn("w:ins")) is not None
    assert blocks(save(tmp_path, document)) == [("paragraph", "Högst 200 kr.")]


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "trasig.docx"
    path.write_bytes(b"PK\x03\x04 stympad")
    with pytest.raises(UnreadableFile, match="skadad"):
        read_docx(path)


def test_a_protected_or_old_document_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "gammal.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UnreadableFile, match="lösenord"):
        read_docx(path)


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="ingen dokumenttext"):
        save(tmp_path, Document())


def test_a_contents_list_typed_by_hand_is_left_out(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Innehåll", level=1)
    document.add_paragraph("§ 61 Dagordning\t2")
    document.add_paragraph("§ 62 Riktlinje för fordon\t3")
    document.add_heading("§ 61 Dagordning", level=1)
    document.add_paragraph("Dagordningen godkänns.")
    reading = save(tmp_path, document)
    assert blocks(reading) == [("heading", "§ 61 Dagordning"), ("paragraph", "Dagordningen godkänns.")]
    assert "§ 62 Riktlinje för fordon 3" in reading.dropped


def test_a_heading_about_contents_with_text_below_it_stays(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Innehåll", level=1)
    document.add_paragraph("Avtalet ska innehålla pris och villkor.")
    document.add_paragraph("Priset får höjas en gång om året, med högst 2")
    assert [kind for kind, _ in blocks(save(tmp_path, document))] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize("value", ["", "-", "9e9"])
def test_a_part_with_a_value_that_means_nothing_is_refused_as_damage(tmp_path: Path, value: str) -> None:
    document = Document()
    paragraph = document.add_paragraph("Chefen ansvarar för inköpen.")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), value)
    paragraph._p.get_or_add_pPr().append(level)
    with pytest.raises(UnreadableFile, match="Filen är skadad eller är inget Word-dokument"):
        save(tmp_path, document)
