"""A source as a typeset PDF, the same bytes every time.

Streams are left uncompressed, because compression libraries differ from machine to machine.
"""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as Grid

from scripts.sample_region.hyphenation import soften
from scripts.sample_region.source import Piece, Source

_LEFT, _RIGHT, _TOP, _BOTTOM = 30 * mm, 30 * mm, 34 * mm, 26 * mm
_WIDTH = A4[0] - _LEFT - _RIGHT
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=16, spaceAfter=8)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=9, leading=11.5, spaceAfter=0)
_CELL_HEAD = ParagraphStyle("cell-head", parent=_CELL, fontName="Helvetica-Bold")
_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=19, leading=23, spaceAfter=12)
_LINE = ParagraphStyle("line", parent=_BODY, spaceAfter=2)
_HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", keepWithNext=1)
_HEADINGS = {
    1: ParagraphStyle("h1", parent=_HEADING, fontSize=14, leading=18, spaceBefore=12, spaceAfter=5),
    2: ParagraphStyle("h2", parent=_HEADING, fontSize=11.5, leading=15, spaceBefore=7, spaceAfter=3),
    3: ParagraphStyle("h3", parent=_HEADING, fontSize=10.5, leading=14, spaceBefore=4, spaceAfter=2),
}


class _Heading(Paragraph):
    """A heading that remembers the page it landed on."""

    def __init__(self, piece: Piece) -> None:
        super().__init__(escape(piece.text), _HEADINGS[piece.depth])
        self.piece = piece


class _Document(BaseDocTemplate):
    """Draws the running head, the page number and the signature line, and notes where headings are."""

    def __init__(self, target: BytesIO, source: Source, total: int) -> None:
        super().__init__(
            target,
            pagesize=A4,
            leftMargin=_LEFT,
            rightMargin=_RIGHT,
            topMargin=_TOP,
            bottomMargin=_BOTTOM,
            title=source.title,
            author="Region Exempel",
            creator="Region Exempel",
            producer="Region Exempel",
            invariant=1,
            pageCompression=0,
            lang="sv",
        )
        self.source, self.total = source, total
        self.found: list[tuple[Piece, int]] = []
        frame = Frame(_LEFT, _BOTTOM, _WIDTH, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._furniture))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  (reportlab calls it so)
        if isinstance(flowable, _Heading):
            self.found.append((flowable.piece, self.page))

    def _furniture(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        number = self.source.first_page + canvas.getPageNumber() - 1
        canvas.saveState()
        canvas.setFont("Helvetica", 8.5)
        top = A4[1] - 15 * mm
        for line in self.source.running_head:
            canvas.drawString(_LEFT, top, line)
            top -= 11
        printed = self.source.page_style.format(n=number, total=self.total)
        canvas.drawRightString(A4[0] - _RIGHT, A4[1] - 15 * mm, printed)
        if self.source.signature:
            canvas.setFont("Helvetica", 7.5)
            canvas.drawString(_LEFT, 14 * mm, self.source.signature)
        canvas.restoreState()


def render_pdf(source: Source) -> bytes:
    """The PDF's bytes. Typeset twice: the first round finds the page numbers that the second prints."""
    story = _story(source, {})
    first = _Document(BytesIO(), source, total=0)
    first.build(story)
    total = source.last_page or source.first_page + first.page - 1
    pages = {piece: source.first_page + page - 1 for piece, page in first.found}
    target = BytesIO()
    _Document(target, source, total).build(_story(source, pages))
    return target.getvalue()


def _story(source: Source, pages: dict[Piece, int]) -> list[Flowable]:
    story: list[Flowable] = []
    if source.header:
        story += [
            Paragraph(f"<b>{escape(label)}:</b> {escape(value)}", _LINE) for label, value in source.header
        ]
        story.append(Spacer(1, 10))
    story.append(Paragraph(escape(source.title), _TITLE))
    if source.contents:
        story += _contents(source, pages)
    tables = 0
    for piece in source.pieces:
        if piece.kind == "table":
            story += [_grid(piece, source.widths[tables]), Spacer(1, 9)]
            tables += 1
        else:
            story.append(_flowable(piece))
    return story


def _flowable(piece: Piece) -> Flowable:
    if piece.kind == "heading":
        return _Heading(piece)
    if piece.kind == "pagebreak":
        return PageBreak()
    if piece.kind == "item":
        marker = "\u2022" if piece.marker == "-" else piece.marker
        style = ParagraphStyle("item", parent=_BODY, leftIndent=16, bulletIndent=2, spaceAfter=3)
        return Paragraph(escape(soften(piece.text)), style, bulletText=marker)
    return Paragraph(escape(soften(piece.text)), _BODY)


def _contents(source: Source, pages: dict[Piece, int]) -> list[Flowable]:
    lines: list[Flowable] = [Paragraph("Innehåll", _HEADINGS[1])]
    for piece in source.pieces:
        if piece.kind == "heading" and piece.depth <= source.contents:
            indent = 12.0 * (piece.depth - 1)
            number = str(pages.get(piece, 0))
            room = _WIDTH - indent - stringWidth(f"{piece.text}  {number} ", _LINE.fontName, _LINE.fontSize)
            dots = "." * int(room / stringWidth(".", _LINE.fontName, _LINE.fontSize) - 2)
            style = ParagraphStyle("contents", parent=_LINE, leftIndent=indent)
            lines.append(Paragraph(f"{escape(piece.text)} {dots} {number}", style))
    return [*lines, PageBreak()]


def _grid(piece: Piece, widths: tuple[float, ...]) -> Grid:
    head, *body = piece.rows
    cells = [[Paragraph(escape(cell), _CELL_HEAD) for cell in head]]
    cells += [[Paragraph(escape(cell), _CELL) for cell in row] for row in body]
    share = _WIDTH / sum(widths)
    grid = Grid(cells, colWidths=[width * share for width in widths], repeatRows=1, hAlign="LEFT")
    grid.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
                ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    return grid
