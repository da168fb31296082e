"""Web pages: their content without their frame."""

from pathlib import Path

import pytest

from ingest.blocks import Reading, StruckOut
from ingest.errors import UnreadableFile
from ingest.readers.html_reader import read_html


def read(tmp_path: Path, body: str, head: str = "") -> Reading:
    path = tmp_path / "sida.html"
    path.write_text(f'<!DOCTYPE html><html lang="sv"><head>{head}</head><body>{body}</body></html>', "utf-8")
    return read_html(path)


def blocks(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in reading.blocks]


def test_navigation_head_foot_side_column_and_forms_are_left_out(tmp_path: Path) -> None:
    page = (
        "<header>Intranätet</header><nav>Start</nav><main><h1>Resor</h1><p>Boka tåg.</p>"
        "<form><label>Sök</label></form></main><aside>Nyheter</aside><footer>Kontakt</footer>"
        "<script>var x;</script>"
    )
    assert blocks(read(tmp_path, page)) == [("heading", "Resor"), ("paragraph", "Boka tåg.")]


def test_the_head_of_the_document_itself_is_kept(tmp_path: Path) -> None:
    page = "<main><header><h1>Resor</h1><p>Beslutad av chefen.</p></header><p>Boka tåg.</p></main>"
    assert ("paragraph", "Beslutad av chefen.") in blocks(read(tmp_path, page))


def test_title_and_meta_tags_become_metadata(tmp_path: Path) -> None:
    head = '<title>Resor – intranätet</title><meta name="DC.Date" content="2024-05-01">'
    reading = read(tmp_path, "<p>Text.</p>", head)
    assert reading.metadata == {"language": "sv", "dc.date": "2024-05-01", "title": "Resor – intranätet"}


def test_headings_carry_their_depth(tmp_path: Path) -> None:
    reading = read(tmp_path, "<h2>A</h2><p>a.</p><h4>B</h4><p>b.</p>")
    assert [block.depth for block in reading.blocks if block.kind == "heading"] == [2, 4]


def test_lists_get_markers_numbers_and_nesting(tmp_path: Path) -> None:
    page = "<ol start='3'><li>tre<ul><li>inuti</li></ul></li><li>fyra</li></ol>"
    reading = read(tmp_path, page)
    assert [(block.text, block.depth) for block in reading.blocks] == [
        ("3. tre", 1),
        ("• inuti", 2),
        ("4. fyra", 1),
    ]


def test_a_table_row_is_one_row(tmp_path: Path) -> None:
    page = "<table><tr><th>Slag</th><th>Gräns</th></tr><tr><td>Varor</td><td>50&nbsp;000 kr</td></tr></table>"
    assert blocks(read(tmp_path, page)) == [("row", "Slag Gräns"), ("row", "Varor 50 000 kr")]


def test_a_term_stands_with_its_explanation(tmp_path: Path) -> None:
    page = "<dl><dt>Ansvarig</dt><dd>Chefen</dd><dt>Gäller</dt><dd>Alla</dd></dl>"
    assert blocks(read(tmp_path, page)) == [("row", "Ansvarig: Chefen"), ("row", "Gäller: Alla")]


def test_inline_marks_do_not_part_words(tmp_path: Path) -> None:
    page = "<p>Be<b>ställ</b> via <a href='#'>e-tjänsten</a>.</p>"
    assert blocks(read(tmp_path, page)) == [("paragraph", "Beställ via e-tjänsten.")]


def test_loose_text_between_elements_is_read_as_paragraphs(tmp_path: Path) -> None:
    assert blocks(read(tmp_path, "<div>Lös text <i>här</i><p>Stycke.</p>efter</div>")) == [
        ("paragraph", "Lös text här"),
        ("paragraph", "Stycke."),
        ("paragraph", "efter"),
    ]


def test_struck_out_words_are_reported_and_left_out(tmp_path: Path) -> None:
    reading = read(tmp_path, "<p>Högst <del>100</del> 200 kr.</p>")
    assert blocks(reading) == [("paragraph", "Högst 200 kr.")]
    assert reading.struck == (StruckOut("100"),)


@pytest.mark.parametrize(
    "struck", ["<s>100</s>", "<strike>100</strike>", '<span style="text-decoration: line-through">100</span>']
)
def test_every_way_of_drawing_a_line_through_words_strikes_them(tmp_path: Path, struck: str) -> None:
    reading = read(tmp_path, f"<p>Högst {struck} 200 kr.</p>")
    assert blocks(reading) == [("paragraph", "Högst 200 kr.")]
    assert reading.struck == (StruckOut("100"),)


def test_a_page_without_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="ingen dokumenttext"):
        read(tmp_path, "<nav>Start</nav><h1>Rubrik</h1>")


def test_a_file_without_tags_is_no_page(tmp_path: Path) -> None:
    path = tmp_path / "sida.html"
    path.write_text("Bara text.", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="inte en HTML-sida"):
        read_html(path)
