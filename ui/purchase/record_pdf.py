"""The decision record as a PDF."""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ui.purchase.record import Record

_BODY = ParagraphStyle("body", fontSize=10, leading=14, spaceBefore=4)
_BOLD = ParagraphStyle("bold", _BODY, fontName="Helvetica-Bold")
_TITLE = ParagraphStyle("title", _BOLD, fontSize=18, leading=24, spaceAfter=8)
_HEADING = ParagraphStyle("heading", _BOLD, fontSize=12, leading=16, spaceBefore=10, spaceAfter=2)
_QUOTE = ParagraphStyle("quote", _BODY, leftIndent=6 * mm, fontName="Helvetica-Oblique")
_SMALL = ParagraphStyle("small", _BODY, leftIndent=6 * mm, fontSize=8.5, leading=11)
_GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "#888888"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
_BLANK_HEIGHT = 12 * mm


def as_pdf(record: Record) -> bytes:
    """A PDF of one or two A4 pages, with room for what is left to write."""
    written = BytesIO()
    document = SimpleDocTemplate(
        written, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, title=record.title, author=""
    )
    document.build(_flow(record))
    return written.getvalue()


def _flow(record: Record) -> list[Flowable]:
    flow: list[Flowable] = [_text(record.title, _TITLE), _text(record.outcome, _BOLD)]
    flow += [Spacer(0, 3 * mm), _table([(name, value) for name, value in record.facts])]
    flow.append(_text(record.value_heading, _HEADING))
    flow += [_text(f"• {step}", _BODY) for step in record.steps]
    flow.append(_text(record.rules_heading, _HEADING))
    for rule in record.rules:
        flow.append(_text(rule.follows, _BOLD))
        for quote, where in rule.quotes:
            flow += [_text(f"”{quote}”", _QUOTE), _text(where, _SMALL)]
        if rule.caution:
            flow.append(_text(rule.caution, _SMALL))
    flow.append(_text(record.blanks_heading, _HEADING))
    flow.append(_table([(blank, "") for blank in record.blanks], _BLANK_HEIGHT))
    return [*flow, Spacer(0, 4 * mm), _text(record.notice, _SMALL)]


def _text(text: str, style: ParagraphStyle) -> Paragraph:
    # A document's words are never markup. Characters that the font lacks become question marks.
    plain = text.encode("cp1252", "replace").decode("cp1252")
    return Paragraph(escape(plain), style)


def _table(rows: list[tuple[str, str]], height: float | None = None) -> Table:
    cells = [[_text(name, _BODY), _text(value, _BODY)] for name, value in rows]
    return Table(cells, colWidths=[50 * mm, 116 * mm], rowHeights=height, style=_GRID)
