"""Running heads, page numbers, signatures and address blocks leave the text; sentences are whole again."""

from pathlib import Path

from ingest.blocks import PageMark
from tests.ingest.pdf_paper import FILLER, Paper, kinds, texts

END = "dem till styrelsen."


def two_pages(tmp_path: Path, head: str = "", foot: str = "") -> Paper:
    """A sentence that begins on the first of two pages and ends on the other."""
    paper = Paper(tmp_path)
    for number in (1, 2):
        if head:
            paper.at(380, 805, head.format(number), 8)
        if foot:
            paper.at(60, 30, foot.format(number), 8)
        if number == 1:
            paper.prose(f"{FILLER}.", gap=0)
            paper.prose(FILLER)
            paper.page()
    paper.prose(END, gap=0)
    return paper


def test_a_running_head_is_removed_even_where_it_cuts_a_sentence(tmp_path: Path) -> None:
    reading = two_pages(tmp_path, head="Region Exempel  Reseriktlinje {}.0").read()
    assert texts(reading, "paragraph")[-1] == f"{FILLER} {END}"
    assert "Region Exempel Reseriktlinje 1.0" in reading.dropped


def test_a_paragraph_over_a_page_break_is_one_block_with_two_page_marks(tmp_path: Path) -> None:
    reading = two_pages(tmp_path, foot="Sida {} av 2").read()
    assert reading.blocks[-1].marks == (PageMark(0, 1, "1"), PageMark(len(FILLER) + 1, 2, "2"))


def test_a_printed_page_number_that_differs_from_the_index_is_kept_beside_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for printed in ("3", "4"):
        paper.at(380, 800, f"SID {printed}(16)", 8)
        paper.prose(f"{FILLER}.")
        paper.page()
    reading = paper.read()
    assert [block.marks[0].printed_page for block in reading.blocks] == ["3", "4"]
    assert all("SID" not in block.text for block in reading.blocks)


def test_a_bare_page_number_in_the_margin_is_no_text(tmp_path: Path) -> None:
    reading = two_pages(tmp_path, foot="{}").read()
    assert texts(reading, "paragraph")[-1] == f"{FILLER} {END}"
    assert reading.blocks[-1].marks[1].printed_page == "2"


def test_a_number_in_the_text_is_no_page_number(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose("Antalet ledamöter är", gap=0)
    paper.line("7", gap=20)
    reading = paper.read()
    assert texts(reading, "paragraph") == ["Antalet ledamöter är", "7"]


def test_a_signature_footer_is_removed_where_it_stands_once(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.at(60, 30, "Comfact Signature Referensnummer: 123456SE", 8)
    paper.prose(f"{FILLER}.")
    reading = paper.read()
    assert kinds(reading) == [("paragraph", f"{FILLER}.")]


def test_an_address_block_among_the_text_of_a_page_is_lifted_out_of_the_sentence(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(f"{FILLER}.", FILLER)
    paper.page()
    for text in ("Datum", "2026-03-04", "Vårt diarienummer", "RE260017", "Postadress Telefon Org nr"):
        paper.line(text, gap=6)
    paper.line("Regionhuset", gap=6)
    paper.line("123 45 Exempelstad", gap=0)
    paper.line("010-123 45 67 www.exempel.se", gap=6)
    paper.prose(END, gap=20)
    reading = paper.read()
    assert texts(reading, "paragraph") == [f"{FILLER}. {FILLER} {END}"]
    header = reading.blocks[0]
    assert header.kind == "header"
    assert "Vårt diarienummer\nRE260017" in header.text
    assert header.marks == (PageMark(0, 2, None),)


def test_a_variant_of_the_head_on_some_pages_is_known_by_its_words(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for number in (1, 2, 3):
        paper.at(380, 805, "PROTOKOLL", 8)
        paper.at(380, 795, "Datum 2026-03-04 Dokumentnummer RE-26-1", 8)
        paper.at(380, 785, f"SID {number}(4)", 8)
        paper.prose(f"{FILLER}.", FILLER if number == 3 else f"{FILLER}.")
        paper.page()
    paper.line("PROTOKOLL", bold=True, size=12)
    for text in (
        "Datum",
        "2026-03-04",
        "Dokumentnummer",
        "RE-26-1",
        "Tel: 010-12 34 56 E-post: a@exempel.se",
    ):
        paper.line(text, gap=4)
    paper.line("SID 4(4)", gap=4)
    paper.prose(END)
    reading = paper.read()
    assert texts(reading, "paragraph")[-1] == f"{FILLER}. {FILLER} {END}"
    assert reading.blocks[-1].marks[-1].printed_page == "4"


def test_contact_details_at_the_end_of_a_document_stay(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(f"{FILLER}.")
    paper.prose("Frågor besvaras av inköp@exempel.se.")
    assert texts(paper.read(), "paragraph")[-1] == "Frågor besvaras av inköp@exempel.se."


def test_the_identity_block_comes_first_wherever_it_was_drawn(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.y = 600
    paper.line("Riktlinje för resor", size=16, bold=True)
    paper.prose(f"{FILLER}.")
    block = (
        "RIKTLINJE",
        "Gäller från och med",
        "2024-05-01",
        "Beslutat av",
        "Regionstyrelsen",
        "Diarienummer",
        "RE 24/7",
    )
    for i, text in enumerate(block):
        paper.at(313, 790 - 14 * i, text, 9 if i % 2 else 11)
    assert kinds(paper.read()) == [
        ("header", "\n".join(block)),
        ("heading", "Riktlinje för resor"),
        ("paragraph", f"{FILLER}."),
    ]


def test_a_contents_page_is_dropped(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Innehåll", size=14, bold=True)
    paper.line("1 Syfte ........................................ 2")
    paper.line("2 Ansvar ....................................... 2")
    paper.page()
    paper.line("1 Syfte", size=14, bold=True)
    paper.prose(f"{FILLER}.")
    reading = paper.read()
    assert kinds(reading) == [("heading", "1 Syfte"), ("paragraph", f"{FILLER}.")]
    assert "Innehåll" in reading.dropped


def test_a_contents_list_without_leaders_ends_where_its_first_entry_stands_as_a_heading(
    tmp_path: Path,
) -> None:
    paper = Paper(tmp_path)
    paper.line("Innehållsförteckning", size=12, bold=True)
    paper.line("§ 1/26 Fastställande av dagordning RE-26-0003", size=12, bold=True, gap=10)
    paper.line("§ 2/26 Svar på revisionens granskning RE-26-0004", size=12, bold=True, gap=10)
    paper.page()
    paper.line("§ 1/26 Fastställande av dagordning", size=12, bold=True)
    paper.prose("Dagordningen fastställs.")
    paper.page()
    paper.line("§ 2/26 Svar på revisionens granskning", size=12, bold=True)
    paper.prose(f"{FILLER}.")
    assert texts(paper.read(), "heading") == [
        "§ 1/26 Fastställande av dagordning",
        "§ 2/26 Svar på revisionens granskning",
    ]


def test_a_sentence_about_signing_is_no_signature_footer(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose(
        "Avtalet ska skrivas under av chefen innan leveransen börjar. Avtal som har",
        "undertecknats av någon utan rätt att besluta ska anmälas till juristen.",
    )
    assert "undertecknats av någon utan rätt" in texts(paper.read(), "paragraph")[0]


def test_labels_of_ones_own_between_known_ones_belong_to_the_identity_block(tmp_path: Path) -> None:
    labels = ("Dokumenttyp: Protokoll", "Organ: Nämnden", "Plats: Salen", "Tid: kl. 13", "Dokumentnummer: 4")
    paper = Paper(tmp_path)
    for text in labels:
        paper.line(text)
    paper.line("Protokoll från nämnden", size=16, bold=True, gap=10)
    paper.prose(f"{FILLER}.")
    assert kinds(paper.read())[:2] == [("header", "\n".join(labels)), ("heading", "Protokoll från nämnden")]


def test_a_protocols_first_item_is_no_part_of_the_identity_block(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for text in ("Dokumenttyp: Protokoll", "Dokumentnummer: 4"):
        paper.line(text)
    paper.line("§ 1/26 Val av justerare", size=14, bold=True, gap=10)
    paper.line("Diarienummer: RN 7", gap=10)
    paper.prose(f"{FILLER}.")
    assert kinds(paper.read())[:3] == [
        ("header", "Dokumenttyp: Protokoll\nDokumentnummer: 4"),
        ("heading", "§ 1/26 Val av justerare"),
        ("paragraph", "Diarienummer: RN 7"),
    ]


def test_a_page_number_at_the_end_of_a_running_head_is_the_printed_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for printed in ("5 (9)", "6 (9)"):
        paper.at(70, 805, "Region Exempel", 10)
        paper.at(300, 805, "PROTOKOLL", 10)
        paper.at(500, 805, printed, 10)
        paper.prose(f"{FILLER}.", gap=0)
        if printed.startswith("5"):
            paper.page()
    assert [block.marks[0].printed_page for block in paper.read().blocks] == ["5", "6"]


def test_a_value_below_its_label_in_a_running_head_is_no_text_of_any_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for number in (1, 2):
        paper.at(300, 786, "Sammanträdesdatum", 10)
        paper.at(300, 774, "2025-03-12", 10)
        paper.prose(FILLER if number == 1 else END, gap=0)
        if number == 1:
            paper.page()
    reading = paper.read()
    assert texts(reading, "paragraph") == [f"{FILLER} {END}"]
    assert "2025-03-12" in reading.dropped


def test_a_line_that_stands_on_one_page_below_the_running_head_is_text(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for day in ("2025-03-12", "2025-04-09"):
        paper.at(300, 786, "Sammanträdesdatum", 10)
        paper.at(300, 774, day, 10)
        paper.prose(f"{FILLER}.", gap=0)
        if day.endswith("12"):
            paper.page()
    reading = paper.read()
    assert "2025-03-12" in texts(reading, "paragraph")
