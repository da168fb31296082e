"""The decision record, and the two forms it can be downloaded in."""

from datetime import date
from io import BytesIO

from docx import Document
from pypdf import PdfReader

from hierarchy.levels import Hierarchy
from hierarchy.procurement.purchase import examine
from hierarchy.procurement.thresholds import Law, Subject
from tests.hierarchy.procurement.purchases import bought, real_thresholds
from ui.paper.docx import as_docx
from ui.paper.pdf import as_pdf
from ui.purchase.record import Record, paper_of, record_of
from ui.texts import load_texts


def record(language: str = "sv") -> Record:
    known = {"law": Law.LOU, "subject": Subject.GOODS, "organisation": "sormland", "day": date(2025, 6, 1)}
    outcome = examine(bought(150_000, **known), real_thresholds())
    return record_of(outcome, Hierarchy(()), "1a2b3c4d", load_texts(language))


def test_it_states_the_figures_the_day_and_the_librarys_version() -> None:
    facts = dict(record().facts)
    assert facts["Beräknat värde utan moms"] == "150\u00a0000\u00a0kr"
    assert facts["Dag som reglerna avser"] == "1 juni 2025"
    assert facts["Bibliotekets version"] == "1a2b3c4d"


def test_it_names_every_rule_that_applies_once() -> None:
    follows = [rule.follows for rule in record().rules]
    assert len(follows) == len(set(follows))
    assert any("dokumenteras löpande" in said for said in follows)


def test_it_leaves_room_for_what_only_the_buyer_knows() -> None:
    assert "Skäl till valet" in record().blanks


def test_it_is_written_in_english_where_asked() -> None:
    assert record("en").title == "Record of a purchase"


def test_the_word_document_holds_it_all() -> None:
    document = Document(BytesIO(as_docx(paper_of(record()))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "1a2b3c4d" in cells
    assert "Skäl till valet" in cells
    assert document.paragraphs[0].text == "Dokumentation av inköp"


def test_the_pdf_holds_it_all_with_its_letters() -> None:
    reader = PdfReader(BytesIO(as_pdf(paper_of(record()))))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "Dokumentation av inköp" in text
    assert "1a2b3c4d" in text
    assert "Skäl till valet" in text
