"""A paper as Markdown, Word and PDF: every character as it stands, and none of it markup."""

from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from people.turns import Faded, Problem, Turn
from tests.people.asking import turn
from ui.ask import kept
from ui.ask.paper import answer_paper, conversation_paper
from ui.paper.docx import as_docx
from ui.paper.letters import drawable
from ui.paper.markdown import as_markdown, escaped
from ui.paper.model import Facts, Heading, Notice, Paper, Points, Quote, Text, visible
from ui.paper.pdf import as_pdf
from ui.texts import load_texts

SV = load_texts("sv")
HOSTILE = (
    "<script>alert(1)</script> **fet** _k_ [länk](http://x.se) `kod` $x^2$ # rubrik\n- punkt\n1. ett\n"
    "1) två\n> citat\n=====\n| a | b |\n![bild](x.png) &amp; www.x.se a@b.se ~~s~~ \\ :red[x] +plus"
)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def paper_of(turns: list[Turn], assistant: Any) -> Paper:
    return conversation_paper("Köp i höst", turns, assistant.hierarchy, SV)


def rendered(markdown: str) -> BeautifulSoup:
    return BeautifulSoup(MARKDOWN.render(markdown), "html.parser")


def pdf_text(written: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(BytesIO(written)).pages).split())


def docx_text(written: bytes) -> str:
    document = Document(BytesIO(written))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_conversation_holds_each_question_with_its_ladder_quotes_and_cautions(
    assistant: Any, ladder: Any
) -> None:
    paper = paper_of(
        [turn("Får vi köpa direkt?"), turn("Och då?", Problem("Disken är full.", "Gör."))], assistant
    )
    assert [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 2] == [
        "Får vi köpa direkt?",
        "Och då?",
    ]
    assert [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 4] == [
        "Lagstiftning – avgör",
        "Policy beslutad av fullmäktige",
        "Riktlinje – preciserar",
        "Regler på intranätet – viker för steget ovanför",
    ]
    assert [b.text for b in paper.blocks if isinstance(b, Quote)] == [c.quote for c in ladder.citations]
    cautions = [b.text for b in paper.blocks if isinstance(b, Notice)]
    assert [warning.text for warning in ladder.warnings] == cautions[:2]
    assert cautions[-1] == "Disken är full."
    [points] = [b.items for b in paper.blocks if isinstance(b, Points)]
    assert points == (
        "Riktlinje för köp, Tre anbud går före Köp: så gör du, Köp på intranätet. "
        "Riktlinjen står över regler på intranätet. (lex superior)",
    )


def test_a_quote_has_its_full_reference(assistant: Any) -> None:
    sources = [b.source for b in paper_of([turn()], assistant).blocks if isinstance(b, Quote)]
    assert sources[1] == (
        "Riktlinje för köp, avsnittet ”Tre anbud”, s. 7 "
        "(dnr RE 2024-117, beslutat av Regionstyrelsen 5 mars 2024 § 12/24), riktlinje.pdf"
    )
    assert "förslag, inte beslutat" in sources[3]


def test_it_tells_the_scope_the_time_and_the_librarys_version(assistant: Any) -> None:
    [facts] = [dict(b.rows) for b in paper_of([turn()], assistant).blocks if isinstance(b, Facts)]
    assert facts["Omfattning"] == "Gäller Region Exempel, så som reglerna var 1 mars 2026."
    assert facts["Frågan ställdes"].startswith("3 november 2026 kl. ")
    assert facts["Svaret bygger på"] == "biblioteket i version 3f9a2c01, inläst 2 november 2026"


def test_an_abstention_says_what_is_near(assistant: Any, abstaining: Any) -> None:
    paper = paper_of([turn("Semester?", abstaining)], assistant)
    assert Heading("Kanske relaterat", 3) in paper.blocks
    assert "Fråga inköpsenheten, inkop@example.org." in [b.text for b in paper.blocks if isinstance(b, Text)]


def test_a_quote_that_has_changed_since_is_told_in_the_paper_too(
    assistant: Any, ladder: Any, library: Any
) -> None:
    library.gone.add("lag")
    shown = kept.checked(ladder, turn().library, library, SV)
    paper = answer_paper("?", shown, turn().asked_at, turn().library, assistant.hierarchy, SV)
    assert (
        next(b.text[:30] for b in paper.blocks if isinstance(b, Notice)) == "Så stod det när svaret gavs (b"
    )


def test_words_that_are_all_that_is_left_are_in_it(assistant: Any) -> None:
    paper = answer_paper("?", Faded("Lagen avgör."), turn().asked_at, turn().library, assistant.hierarchy, SV)
    assert Text("Lagen avgör.") in paper.blocks


@pytest.mark.parametrize("write", [as_markdown, as_docx, as_pdf])
def test_the_same_paper_is_written_in_every_form(assistant: Any, write: Any) -> None:
    written = write(paper_of([turn()], assistant))
    read = {as_markdown: lambda b: rendered(b.decode()).get_text(), as_docx: docx_text, as_pdf: pdf_text}[
        write
    ]
    text = " ".join(read(written).split())
    for said in (
        "Köp i höst",
        "Lagstiftning – avgör",
        "Över 100 000 kronor ska minst tre leverantörer tillfrågas.",
        "§ 12/24",
        "biblioteket i version 3f9a2c01, inläst 2 november 2026",
        "Observera. Det här är ett förslag som inte är beslutat.",
    ):
        assert said in text, said


def test_no_word_of_a_document_is_markup_in_markdown() -> None:
    paper = Paper(HOSTILE, (Heading(HOSTILE), Text(HOSTILE), Quote(HOSTILE, HOSTILE), Points((HOSTILE,))))
    soup = rendered(as_markdown(paper).decode())
    tags = {tag.name for tag in soup.find_all()}
    assert tags <= {"h1", "h2", "p", "blockquote", "ul", "li", "br"}
    assert soup.h1 is not None
    assert " ".join(soup.h1.get_text().split()) == " ".join(HOSTILE.split())


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_reads_as_itself_in_markdown(text: str) -> None:
    soup = rendered(f"x {escaped(text)}" if escaped(text) else "x")
    assert {tag.name for tag in soup.find_all()} <= {"p", "br"}
    assert "".join(soup.get_text().split()) == "".join(f"x{visible(text)}".split())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_written_in_word_and_pdf(text: str) -> None:
    paper = Paper(text, (Heading(text), Text(text), Quote(text, text), Facts(((text, text),))))
    assert as_docx(paper)[:2] == b"PK"
    assert as_pdf(paper)[:5] == b"%PDF-"


def test_the_pdf_has_its_letters_and_dashes_in_fonts_of_its_own() -> None:
    said = "åäö ÅÄÖ é ü § – — ” ’ … • ≥ ≤ ½ € č š ž × −"
    reader = PdfReader(BytesIO(as_pdf(Paper("Prov", (Text(said),)))))
    assert said in reader.pages[0].extract_text()
    fonts = reader.pages[0]["/Resources"]["/Font"]
    held = [font.get_object() for font in fonts.values()]
    assert any("/FontFile2" in font.get("/FontDescriptor", {}) for font in held)


def test_the_pdf_has_an_outline_a_title_and_a_language() -> None:
    reader = PdfReader(BytesIO(as_pdf(Paper("Köp", (Heading("Ett"), Heading("Två", 3)), "sv"))))
    assert reader.metadata is not None
    assert reader.metadata.title == "Köp"
    assert reader.trailer["/Root"]["/Lang"] == "sv"
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["Ett"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("ń", "n"), ("a‑b", "a-b"), ("→", "->"), ("☐ ja", "[ ] ja"), ("漢", "?"), ("å§–", "å§–")],
)
def test_a_sign_that_the_font_lacks_is_drawn_as_one_that_is_near(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def test_the_word_document_has_real_headings_and_tells_its_languages() -> None:
    paper = Paper("Köp", (Heading("Ett"), Heading("Två", 3), Quote("It is so.", "Act", "en")), "sv")
    document = Document(BytesIO(as_docx(paper)))
    styles = [p.style.name for p in document.paragraphs][:3]
    assert styles == ["Heading 1", "Heading 2", "Heading 3"]
    assert document.core_properties.language == "sv-SE"
    assert 'w:val="en-GB"' in document.element.xml


def test_what_can_not_be_seen_is_left_out() -> None:
    paper = Paper("a\u202eb", (Text("a\x00b\u200bc\ud800"),))
    assert as_markdown(paper).decode() == "# ab\n\nabc\n"
