"""A paper as a Word document."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from ui.paper.model import Blanks, Block, Facts, Heading, Notice, Paper, Points, Quote, Text, visible

_LOCALES = {"sv": "sv-SE", "en": "en-GB"}


def as_docx(paper: Paper) -> bytes:
    """A document with real headings, lists and tables, marked with its languages."""
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    document.core_properties.title = visible(paper.title)[:250]
    document.core_properties.author = "Regelstegen"
    document.core_properties.language = _LOCALES.get(paper.language, paper.language)
    _speak(document.styles["Normal"].element.get_or_add_rPr(), paper.language)
    document.add_heading(visible(paper.title), level=1)
    for block in paper.blocks:
        _add(document, block, paper.language)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _add(document: Any, block: Block, language: str) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(visible(text), level=level)
        case Text(text, strong, quiet):
            run = document.add_paragraph().add_run(visible(text))
            run.bold, run.italic = strong or None, quiet or None
        case Facts(rows):
            table = document.add_table(rows=0, cols=2, style="Table Grid")
            for name, value in rows:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = visible(name), visible(value)
            document.add_paragraph()
        case Points(items):
            for item in items:
                document.add_paragraph(visible(item), style="List Bullet")
        case Quote(text, source, spoken):
            run = document.add_paragraph(style="Quote").add_run(f"”{visible(text)}”")
            if spoken != language:
                _speak(run._element.get_or_add_rPr(), spoken)
            document.add_paragraph(visible(source))
        case Notice(head, text):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{visible(head)} ").bold = True
            paragraph.add_run(visible(text))
        case Blanks(names):
            table = document.add_table(rows=0, cols=2, style="Table Grid")
            for name in names:
                table.add_row().cells[0].text = visible(name)
            document.add_paragraph()


def _speak(properties: Any, language: str) -> None:
    """Marks what has the properties as being in a language, for spelling and for reading aloud."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LOCALES.get(language, language))
    properties.append(spoken)
