"""A source as a Word document, the same bytes every time."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as OpenDocument
from docx.enum.style import WD_STYLE_TYPE

from scripts.sample_region.source import Source

_MOMENT = datetime(2026, 1, 20, 8, 0, 0)


def render_docx(source: Source) -> bytes:
    """The DOCX's bytes: header block, title, headings, lists and tables in Word's own styles."""
    document = Document()
    _drop_unused_styles(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = source.title, "Region Exempel", "sv-SE"
    properties.created = properties.modified = properties.last_printed = _MOMENT
    properties.last_modified_by, properties.comments, properties.revision = "Region Exempel", "", 1
    section = document.sections[0]
    section.header.paragraphs[0].text = " \u00b7 ".join(source.running_head)
    for label, value in source.header:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)
    document.add_heading(source.title, 0)
    for piece in source.pieces:
        if piece.kind == "heading":
            document.add_heading(piece.text, piece.depth)
        elif piece.kind == "item":
            document.add_paragraph(piece.text, "List Bullet" if piece.marker == "-" else "List Number")
        elif piece.kind == "paragraph":
            document.add_paragraph(piece.text)
        elif piece.kind == "table":
            table = document.add_table(len(piece.rows), len(piece.rows[0]), "Table Grid")
            for row, cells in zip(table.rows, piece.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    saved = BytesIO()
    document.save(saved)
    return _timeless(saved)


def _drop_unused_styles(document: OpenDocument) -> None:
    """Leaves out what makes nine tenths of the template: table styles not used, and effects."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[key]


def _timeless(saved: BytesIO) -> bytes:
    """The same archive with fixed times, in a fixed order, uncompressed."""
    target = BytesIO()
    with ZipFile(saved) as old, ZipFile(target, "w", ZIP_STORED) as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            info = ZipInfo(name, date_time=(2026, 1, 20, 8, 0, 0))
            info.create_system = 3
            new.writestr(info, old.read(name))
    return target.getvalue()
