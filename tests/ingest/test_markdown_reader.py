"""Markdown: what becomes of its marks, of statutes' leftovers, and of files without text."""

from pathlib import Path

import pytest

from ingest.blocks import Block, Reading
from ingest.errors import UnreadableFile
from ingest.readers.markdown_reader import parse_markdown, read_markdown


def read(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "dokument.md"
    path.write_text(text, encoding="utf-8")
    return read_markdown(path)


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in parse_markdown(text)[0]]


def test_front_matter_becomes_metadata_with_keys_in_lower_case(tmp_path: Path) -> None:
    reading = read(tmp_path, '---\nRubrik: "Regler: resor"\nantal: 3\n---\n\nText.\n')
    assert reading.metadata == {"rubrik": "Regler: resor", "antal": "3"}
    assert [block.text for block in reading.blocks] == ["Text."]


def test_a_statute_number_and_a_date_keep_the_form_in_which_they_were_written(tmp_path: Path) -> None:
    reading = read(tmp_path, "---\nbeteckning: 2024:30\nikraft_datum: 2024-02-01\n---\nText.\n")
    assert reading.metadata == {"beteckning": "2024:30", "ikraft_datum": "2024-02-01"}


def test_nested_lists_in_front_matter_are_left_out(tmp_path: Path) -> None:
    front = (
        "---\nandringar:\n  - beteckning: '2020:1'\n    rubrik: Ändring\nrubrik: Lag om prov\n---\nText.\n"
    )
    assert read(tmp_path, front).metadata == {"rubrik": "Lag om prov"}


def test_an_entry_that_is_not_yaml_does_not_cost_the_others(tmp_path: Path) -> None:
    reading = read(tmp_path, "---\nrubrik: Regler: om kaffe\nbeslut: § 4\n---\nText.\n")
    assert reading.metadata == {"rubrik": "Regler: om kaffe", "beslut": "§ 4"}


def test_headings_carry_their_depth() -> None:
    parsed, _ = parse_markdown("# Ett\n\n### Tre ###\n\nFyra\n----\n")
    assert [(block.kind, block.text, block.depth) for block in parsed] == [
        ("heading", "Ett", 1),
        ("heading", "Tre", 3),
        ("heading", "Fyra", 2),
    ]


def test_wrapped_lines_make_one_paragraph() -> None:
    assert blocks("Första raden\noch andra raden.\n\nNytt stycke.") == [
        ("paragraph", "Första raden och andra raden."),
        ("paragraph", "Nytt stycke."),
    ]


def test_list_items_keep_their_markers_and_their_nesting() -> None:
    parsed, _ = parse_markdown("1. ett\n2. två\n    - inuti\n\na) bokstav\n")
    assert [(block.text, block.depth) for block in parsed] == [
        ("1. ett", 1),
        ("2. två", 1),
        ("- inuti", 3),
        ("a) bokstav", 1),
    ]


def test_a_wrapped_line_that_begins_with_a_number_is_no_item() -> None:
    assert blocks("Beloppet var i kronor\n100. Det räknas om.") == [
        ("paragraph", "Beloppet var i kronor 100. Det räknas om.")
    ]


def test_a_table_becomes_one_row_a_row_without_its_borders() -> None:
    table = "| Slag | Gräns |\n|---|---:|\n| Varor | 50 000 kr |\n| Tjänster | |"
    assert blocks(table) == [("row", "Slag Gräns"), ("row", "Varor 50 000 kr"), ("row", "Tjänster")]


def test_emphasis_links_code_and_escapes_leave_their_words() -> None:
    text = r"**Fet** och *lutad*, [en länk](http://a.se/x_(y)), `kod`, \*stjärna\* och fil_namn_ett."
    assert blocks(text) == [("paragraph", "Fet och lutad, en länk, kod, *stjärna* och fil_namn_ett.")]


def test_stars_between_numbers_are_no_emphasis() -> None:
    assert blocks("Värdet är 2 * 3 * 4 kronor.") == [("paragraph", "Värdet är 2 * 3 * 4 kronor.")]


def test_struck_out_words_leave_the_text_and_are_reported() -> None:
    parsed, dropped = parse_markdown("Högst ~~100~~ 200 kronor.")
    assert parsed == (Block("paragraph", "Högst 200 kronor."),)
    assert dropped == ("100",)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Enligt [5 §](#kap1.5) gäller.", "Enligt 5 § gäller."),
        ("Enligt 5–[8 §](#8)§ gäller.", "Enligt 5–8 §§ gäller."),
        ("Lag ([2001:12](https://exempel.se/2001/12)).", "Lag (2001:12)."),
        ("Direktiv [(EU) 2001/12](https://exempel.se/?a=1) gäller.", "Direktiv (EU) 2001/12 gäller."),
    ],
)
def test_references_in_statutes_read_as_they_were_written(source: str, text: str) -> None:
    assert blocks(source) == [("paragraph", text)]


def test_pieces_of_references_swept_into_a_section_heading_are_taken_out_and_reported() -> None:
    parsed, dropped = parse_markdown(
        "#### /11/ /12/ 3 a §\n\nText.\n\n#### /1999 av den 1 maj om prov nr 5/ 4 §\n"
    )
    assert [block.text for block in parsed] == ["3 a §", "Text.", "4 §"]
    assert dropped == ("/11/ /12/", "/1999 av den 1 maj om prov nr 5/")


def test_a_remark_before_a_heading_becomes_a_note_under_it() -> None:
    assert blocks("## /Bilagan saknas/ Bilaga 2\n\n#### /Upphör att gälla U:2030-01-01/ 9 §") == [
        ("heading", "Bilaga 2"),
        ("note", "Bilagan saknas"),
        ("heading", "9 §"),
        ("note", "Upphör att gälla U:2030-01-01"),
    ]


def test_a_table_row_posing_as_a_heading_is_a_row() -> None:
    assert blocks("## Broar och vägar\t7 000 \t80 500") == [("row", "Broar och vägar\t7 000\t80 500")]


def test_a_flattened_table_row_keeps_its_numbers_and_its_inner_hyphens() -> None:
    assert blocks("Mat- och dryckes- varor      7 000\t        80 500") == [
        ("row", "Mat- och dryckes- varor\t7 000\t80 500")
    ]


def test_a_sentence_posing_as_a_heading_is_a_paragraph() -> None:
    assert blocks("### Tillstånd krävs för att överklaga till rätten. Lag (2001:12)") == [
        ("paragraph", "Tillstånd krävs för att överklaga till rätten. Lag (2001:12)")
    ]


def test_a_sentence_run_together_with_the_next_heading_is_parted_from_it() -> None:
    assert blocks("### Detta gäller inte om annat följer av 5 §. Tidsfrist för svar") == [
        ("paragraph", "Detta gäller inte om annat följer av 5 §."),
        ("heading", "Tidsfrist för svar"),
    ]


def test_a_chapter_heading_is_no_sentence() -> None:
    assert blocks("## 2 a kap. Hur ärenden bereds och avgörs i nämnden") == [
        ("heading", "2 a kap. Hur ärenden bereds och avgörs i nämnden")
    ]


def test_footnotes_become_notes_and_their_marks_go() -> None:
    assert blocks("Beslut fattas av chef.[^1]\n\n[^1]: Med chef avses enhetschef.") == [
        ("paragraph", "Beslut fattas av chef."),
        ("note", "Med chef avses enhetschef."),
    ]


def test_a_file_with_front_matter_alone_is_refused_and_its_source_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(tmp_path, "---\nrubrik: Förordning\npdf_url: https://exempel.se/f.pdf\n---\n\n# Förordning\n")
    assert "ingen dokumenttext" in refused.value.reason
    assert "https://exempel.se/f.pdf" in refused.value.remedy


def test_a_notice_that_conversion_failed_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="konverteringen"):
        read(tmp_path, "# Lag\n\nTexten kunde inte konverteras. Se den officiella utgåvan.\n")


def test_a_rule_about_conversion_is_a_document(tmp_path: Path) -> None:
    rule = (
        "Filer som inte kunde konverteras ska lämnas till arkivet. "
        + "Arkivet beslutar om fortsatt åtgärd. " * 40
    )
    assert read(tmp_path, f"# Rutin\n\n{rule}\n").blocks[1].text == rule.strip()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("**Fet** och __fet__ och ***båda***.", "Fet och fet och båda."),
        ("**Två ord** och **tre små ord**.", "Två ord och tre små ord."),
        ("Ett **öppet märke är text.", "Ett **öppet märke är text."),
        ("namn__med__streck och __init__", "namn__med__streck och init"),
        ("Skriv `a` eller ``b`c``.", "Skriv a eller b`c."),
        ("Ett ` ensamt och ``` tecken.", "Ett ` ensamt och ``` tecken."),
        ("Kvar <!-- bort --> kvar <!-- öppen", "Kvar kvar <!-- öppen"),
    ],
)
def test_marks_that_come_in_pairs_are_taken_away_in_pairs(text: str, read: str) -> None:
    assert blocks(text) == [("paragraph", read)]


@pytest.mark.parametrize("heading", ["## Gåvor", "## Gåvor ##", "## Gåvor   #", "##   Gåvor"])
def test_the_closing_marks_of_a_heading_are_no_part_of_it(heading: str) -> None:
    assert blocks(heading) == [("heading", "Gåvor")]


def test_a_heading_that_ends_in_such_a_sign_keeps_it() -> None:
    assert blocks("# Kurs i C#") == [("heading", "Kurs i C#")]


def test_struck_words_between_two_pairs_of_marks_are_each_left_out() -> None:
    found, dropped = parse_markdown("Avgiften är ~~40~~ ~~50 ~ 60~~ 70 kronor.")
    assert [block.text for block in found] == ["Avgiften är 70 kronor."]
    assert dropped == ("40", "50 ~ 60")
