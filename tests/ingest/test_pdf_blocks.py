"""Headings, paragraphs, items, rows and notes are rebuilt from lines."""

from pathlib import Path

from ingest.readers.pdf_blocks import blocks
from ingest.readers.pdf_lines import Line
from tests.ingest.pdf_paper import FILLER, PITCH, Paper, kinds, texts


def test_the_title_is_the_largest_and_headings_below_it_go_deeper(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Regler för inköp", size=16, bold=True)
    paper.line("Ansvar", size=13, gap=10)
    paper.prose(f"{FILLER}.")
    paper.line("Chefens ansvar", bold=True, gap=10)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    found = [(block.text, block.depth) for block in paper.read().blocks if block.kind == "heading"]
    assert found == [("Regler för inköp", 1), ("Ansvar", 2), ("Chefens ansvar", 3)]


def test_numbered_headings_go_as_deep_as_their_numbers(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for heading in ("1 Syfte", "1.1 Avgränsning", "2 Ansvar"):
        paper.line(heading, size=14, gap=10)
        paper.prose(f"{FILLER}.")
    found = [(block.text, block.depth) for block in paper.read().blocks if block.kind == "heading"]
    assert found == [("1 Syfte", 1), ("1.1 Avgränsning", 2), ("2 Ansvar", 1)]


def test_a_heading_over_two_lines_is_one_block(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Handläggningsordning för genomförande av", size=16, bold=True)
    paper.line("direktupphandling", size=16, bold=True, gap=4)
    paper.prose(f"{FILLER}.")
    assert texts(paper.read(), "heading") == ["Handläggningsordning för genomförande av direktupphandling"]


def test_a_heading_whose_end_is_set_in_ordinary_type_is_one_block(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("§ 7 Redovisning av anmälda", size=12, bold=True)
    paper.line("ärenden under våren 2026", gap=2)
    paper.prose(f"{FILLER}.", f"{FILLER}.", gap=12)
    assert texts(paper.read(), "heading") == ["§ 7 Redovisning av anmälda ärenden under våren 2026"]


def test_plain_lines_are_headings_where_typography_marks_none(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Ärendets beredning")
    paper.prose(f"{FILLER}", "dem till styrelsen.", gap=8)
    paper.line("UPPFÖLJNING", gap=8)
    paper.prose(f"{FILLER}", "dem till styrelsen.", gap=8)
    assert texts(paper.read(), "heading") == ["Ärendets beredning", "UPPFÖLJNING"]


def test_a_sentence_set_in_bold_is_no_heading(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Inköp", size=14)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    paper.line(
        "Ta alltid kontakt med enheten för inköp innan avtalet skrivs under av chefen.", bold=True, gap=10
    )
    assert texts(paper.read(), "heading") == ["Inköp"]


def test_paragraph_lines_are_joined_with_single_spaces_and_parted_at_gaps(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(FILLER, "dem  till styrelsen.")
    paper.prose("Nämnden redovisar varje år vad den har beslutat.")
    assert texts(paper.read(), "paragraph") == [
        f"{FILLER} dem till styrelsen.",
        "Nämnden redovisar varje år vad den har beslutat.",
    ]


def test_lines_that_were_broken_on_purpose_stay_apart(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(FILLER, "dem till styrelsen.")
    paper.prose("Anna Andersson, direktör", "Bo Bengtsson, chef")
    assert texts(paper.read(), "paragraph")[1:] == ["Anna Andersson, direktör", "Bo Bengtsson, chef"]


def test_an_item_keeps_its_marker_and_takes_its_continuation_lines(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose("Inköp ska alltid genomföras så att de är till nytta för hela verksamheten och:")
    for marker, text in (
        ("•", "följa de avtal som finns och inte ingås vid sidan av dem när det går att"),
        ("–", "kort"),
    ):
        paper.at(88, paper.y, marker)
        paper.line(text, x=106)
        if marker == "•":
            paper.line("undvika", x=106)
    assert texts(paper.read(), "item") == [
        "• följa de avtal som finns och inte ingås vid sidan av dem när det går att undvika",
        "– kort",
    ]


def test_items_are_as_deep_as_their_markers_are_indented(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for x, text in ((88, "• alla handlingar"), (124, "o förfrågan"), (124, "o anbud"), (88, "• avtalet")):
        paper.line(text, x=x)
    assert [block.depth for block in paper.read().blocks] == [1, 2, 2, 1]


def test_text_after_a_hanging_list_is_no_part_of_its_last_item(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose("Om det som köps:")
    paper.line("- inte finns på något av de ramavtal som organisationen har tecknat eller som staten", x=88)
    paper.line("har tecknat", x=106)
    paper.line("- kostar lite", x=88)
    paper.line("beslutar chefen själv.", x=88, gap=8)
    assert kinds(paper.read())[-2:] == [("item", "- kostar lite"), ("paragraph", "beslutar chefen själv.")]


def test_a_dash_that_begins_a_line_of_a_sentence_is_no_marker(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    whole = "Riktlinjen gäller alla inköp i organisationen och beskriver hur inköp ska göras nu"
    paper.prose(whole, "– från behov till beställning och uppföljning.", whole.replace("nu", "då") + ".")
    assert texts(paper.read(), "item") == []


def test_a_table_row_is_one_block_with_its_cells_in_order(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    paper.y -= 10
    paper.row({95.0: "Ålder", 170.0: "Dagar", 300.0: "Arbetstid"})
    paper.row({95.0: "30-39", 170.0: "31 (248 timmar)", 300.0: "1732 timmar"})
    assert texts(paper.read(), "row") == ["Ålder Dagar Arbetstid", "30-39 31 (248 timmar) 1732 timmar"]


def test_a_row_of_cells_with_several_lines_is_read_cell_by_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    top = paper.y - 20
    paper.at(76, top, "Planeringen lämnas för", 10)
    paper.at(76, top - 12, "samråd", 10)
    paper.at(285, top, "vecka 47", 10)
    paper.at(363, top, "Alla ska ha", 10)
    paper.at(363, top - 12, "tillgång", 10)
    assert texts(paper.read(), "row") == ["Planeringen lämnas för samråd vecka 47 Alla ska ha tillgång"]


def test_a_numbered_point_of_a_delegation_is_an_item_with_its_comment(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("5.1. Förvaltningschef", size=13)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    top = paper.y - 20
    paper.at(77, top, "5.1.2.4", 9)
    paper.at(126, top, "Besluta om inköp av varor och tjänster upp till", 9)
    paper.at(126, top - 11, "ett basbelopp", 9)
    paper.at(390, top, "Får ej vidaredelegeras", 9)
    assert kinds(paper.read())[-1] == (
        "item",
        "5.1.2.4 Besluta om inköp av varor och tjänster upp till ett basbelopp Får ej vidaredelegeras",
    )


def test_a_footnote_comes_after_the_paragraph_that_the_page_break_cuts(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.y = 200
    paper.prose(f"{FILLER}.", FILLER)
    paper.at(70, 100, "1", 6)
    paper.at(76, 97, "Se kommunallagen.", 9)
    paper.page()
    paper.prose("dem till styrelsen.")
    assert kinds(paper.read()) == [
        ("paragraph", f"{FILLER}. {FILLER} dem till styrelsen."),
        ("note", "1 Se kommunallagen."),
    ]


def test_a_list_that_a_page_break_cuts_is_whole_and_the_notes_under_it_come_after(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.y = 160
    paper.prose("Inköp ska alltid")
    paper.line("• vara rättssäkra", x=88)
    paper.at(70, 100, "1", 6)
    paper.at(76, 97, "Se lagen.", 9)
    paper.page()
    paper.line("• följa avtalen", x=88)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    assert kinds(paper.read())[:4] == [
        ("paragraph", "Inköp ska alltid"),
        ("item", "• vara rättssäkra"),
        ("item", "• följa avtalen"),
        ("note", "1 Se lagen."),
    ]


def test_a_paragraph_that_ends_short_at_a_page_break_does_not_go_on(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for heading in ("Policy", "Regel", "Ordning"):
        paper.line(heading, size=14, bold=True, gap=10)
        paper.prose(f"{FILLER}.", f"{FILLER}.")
    paper.prose("Om detta beslutar alltid styrelsen")
    paper.page()
    paper.prose("Nämnden redovisar varje år vad den har beslutat.")
    assert texts(paper.read(), "paragraph")[-2:] == [
        "Om detta beslutar alltid styrelsen",
        "Nämnden redovisar varje år vad den har beslutat.",
    ]


def test_small_bold_print_of_many_words_is_no_heading(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Personal", size=14, bold=True)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    said = "Samtliga beslut som rör personal bereds av berörd funktion inom enheten för personal"
    paper.line(said, size=8, bold=True, gap=10)
    paper.line("Besluta om anställning", size=8)
    assert texts(paper.read(), "heading") == ["Personal"]


def test_a_parenthesis_under_a_heading_is_its_end(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("5.3 Anställnings upphörande", bold=True)
    paper.line("(även varsel och uppsägning)", bold=True, x=90)
    paper.prose(f"{FILLER}.", f"{FILLER}.")
    assert texts(paper.read(), "heading") == ["5.3 Anställnings upphörande (även varsel och uppsägning)"]


def test_a_line_set_word_by_word_is_one_line(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(FILLER)
    for x, word in ((70, "dem"), (99, "till"), (125, "styrelsen.")):
        paper.at(x, paper.y, word)
    paper.y -= PITCH
    assert texts(paper.read(), "paragraph") == [f"{FILLER} dem till styrelsen."]


def test_lines_without_believable_positions_are_read_by_the_shape_of_their_text() -> None:
    texts = ("Ärendets beredning", FILLER, "dem till styrelsen.", "Ansvar", f"{FILLER}.")
    lines = [Line(text, page=1, y=-float(i), placed=False) for i, text in enumerate(texts)]
    assert [(block.kind, block.text) for block in blocks(lines, [], ["1"])] == [
        ("heading", "Ärendets beredning"),
        ("paragraph", f"{FILLER} dem till styrelsen."),
        ("heading", "Ansvar"),
        ("paragraph", f"{FILLER}."),
    ]


def test_each_section_of_a_statute_begins_its_own_block(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(
        "1 § Denna lag gäller.", "2 § Lagen gäller inte för andra.", "3 a § Regeringen meddelar föreskrifter."
    )
    assert texts(paper.read(), "paragraph") == [
        "1 § Denna lag gäller.",
        "2 § Lagen gäller inte för andra.",
        "3 a § Regeringen meddelar föreskrifter.",
    ]


def test_a_question_that_stands_by_itself_heads_what_answers_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Inköp", size=14)
    paper.prose("Vem får genomföra en direktupphandling?")
    paper.prose(f"{FILLER}.")
    assert texts(paper.read(), "heading") == ["Inköp", "Vem får genomföra en direktupphandling?"]


def test_the_names_of_columns_beside_a_numbered_heading_are_a_row_of_their_own(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for number, name in enumerate(("Avtal och ekonomi", "Löner", "Resor"), 1):
        paper.y -= 10
        paper.at(70, paper.y, f"4.{number} {name}", 13, "Helvetica-Bold")
        paper.at(400, paper.y, "Kommentar", 13, "Helvetica-Bold")
        paper.y -= PITCH
        paper.prose(f"{FILLER}.", f"{FILLER}.")
    reading = paper.read()
    assert texts(reading, "heading") == ["4.1 Avtal och ekonomi", "4.2 Löner", "4.3 Resor"]
    assert texts(reading, "row") == ["Kommentar"] * 3
