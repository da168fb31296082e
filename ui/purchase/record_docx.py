"""The decision record as a Word document."""

from io import BytesIO

from docx import Document
from docx.shared import Pt

from ui.purchase.record import Record


def as_docx(record: Record) -> bytes:
    """A document of one or two pages, with room for what is left to write."""
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    document.add_heading(record.title, level=1)
    document.add_paragraph(record.outcome).runs[0].bold = True
    facts = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in record.facts:
        cells = facts.add_row().cells
        cells[0].text, cells[1].text = name, value
    document.add_heading(record.value_heading, level=2)
    for step in record.steps:
        document.add_paragraph(step, style="List Bullet")
    document.add_heading(record.rules_heading, level=2)
    for rule in record.rules:
        document.add_paragraph(rule.follows).runs[0].bold = True
        for quote, where in rule.quotes:
            document.add_paragraph(f"”{quote}”", style="Quote")
            document.add_paragraph(where)
        if rule.caution:
            document.add_paragraph(rule.caution).runs[0].italic = True
    document.add_heading(record.blanks_heading, level=2)
    blanks = document.add_table(rows=0, cols=2, style="Table Grid")
    for blank in record.blanks:
        blanks.add_row().cells[0].text = blank
    document.add_paragraph()
    document.add_paragraph(record.notice).runs[0].italic = True
    written = BytesIO()
    document.save(written)
    return written.getvalue()
