"""A paper as a PDF, with its fonts inside it and its headings in the outline."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ui.paper.letters import BOLD, PLAIN, marked, register_fonts
from ui.paper.model import Blanks, Block, Facts, Heading, Notice, Paper, Points, Quote, Text, visible

_INK, _SOFT, _PAPER = HexColor("#1b2a2c"), HexColor("#52625f"), HexColor("#f1f5f4")
_BODY = ParagraphStyle("body", fontName=PLAIN, fontSize=9, leading=13.5, spaceBefore=3, textColor=_INK)
_STRONG = ParagraphStyle("strong", _BODY, fontName=BOLD)
_QUIET = ParagraphStyle("quiet", _BODY, fontSize=8, leading=11.5, textColor=_SOFT)
_TITLE = ParagraphStyle("title", _STRONG, fontSize=16, leading=21, spaceAfter=6)
_HEADINGS = {
    2: ParagraphStyle("h2", _STRONG, fontSize=11.5, leading=16, spaceBefore=12, spaceAfter=2, keepWithNext=1),
    3: ParagraphStyle("h3", _STRONG, fontSize=10, leading=14, spaceBefore=8, spaceAfter=1, keepWithNext=1),
    4: ParagraphStyle("h4", _STRONG, fontSize=9, leading=13, spaceBefore=6, keepWithNext=1),
}
_QUOTE = ParagraphStyle(
    "quote",
    _BODY,
    leftIndent=5 * mm,
    borderPadding=3,
    spaceBefore=6,
    spaceAfter=4,
    backColor=_PAPER,
)
_SOURCE = ParagraphStyle("source", _QUIET, leftIndent=5 * mm, spaceAfter=4)
_POINT = ParagraphStyle("point", _BODY, leftIndent=5 * mm, bulletIndent=1 * mm)
_GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "#8a9694"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
_BLANK_HEIGHT = 12 * mm
_PAGE = {"sv": "Regelstegen, sida {page}", "en": "Regelstegen, page {page}"}


def as_pdf(paper: Paper) -> bytes:
    """A PDF of A4 pages, in which the text can be searched and copied."""
    register_fonts()
    written = BytesIO()
    document = _Document(written, paper)
    flow: list[Flowable] = [_paragraph(paper.title, _TITLE)]
    for block in paper.blocks:
        flow += _flow(block)
    document.build(flow)
    return written.getvalue()


class _Document(SimpleDocTemplate):
    """Numbers its pages, and lists its headings in the outline."""

    def __init__(self, written: BytesIO, paper: Paper) -> None:
        super().__init__(
            written,
            pagesize=A4,
            title=visible(paper.title),
            author="Regelstegen",
            lang=paper.language,
            displayDocTitle=1,
            leftMargin=22 * mm,
            rightMargin=22 * mm,
            topMargin=20 * mm,
        )
        self._footer = _PAGE.get(paper.language, _PAGE["en"])
        self._headings = 0

    def handle_pageBegin(self) -> None:  # noqa: N802  (reportlab's name)
        super().handle_pageBegin()
        self.canv.saveState()
        self.canv.setFont(PLAIN, 7.5)
        self.canv.setFillColor(_SOFT)
        self.canv.drawRightString(A4[0] - 22 * mm, 10 * mm, self._footer.format(page=self.page))
        self.canv.restoreState()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  (reportlab's name)
        depth = {"h2": 0, "h3": 1}.get(getattr(getattr(flowable, "style", None), "name", ""))
        # The outline takes no heading whose parent is missing.
        if depth is None or depth > min(self._headings, 1):
            return
        self._headings += 1
        key = f"h{self._headings}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(flowable.getPlainText(), key, depth)  # type: ignore[attr-defined]


def _flow(block: Block) -> list[Flowable]:
    match block:
        case Heading(text, level):
            return [_paragraph(text, _HEADINGS[min(max(level, 2), 4)])]
        case Text(text, strong, quiet):
            return [_paragraph(text, _STRONG if strong else _QUIET if quiet else _BODY)]
        case Facts(rows):
            return [Spacer(0, 2 * mm), _table(rows), Spacer(0, 2 * mm)]
        case Points(items):
            return [Paragraph(marked(item), _POINT, bulletText="•") for item in items]
        case Quote(text, source, _):
            return [_paragraph(f"”{text}”", _QUOTE), _paragraph(source, _SOURCE)]
        case Notice(head, text):
            words = f"<font name='{BOLD}'>{marked(head)}</font> {marked(text)}"
            return [Paragraph(words, _BODY)]
        case Blanks(names):
            return [Spacer(0, 2 * mm), _table(tuple((name, "") for name in names), _BLANK_HEIGHT)]


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(marked(text), style)


def _table(rows: tuple[tuple[str, str], ...], height: float | None = None) -> Table:
    cells = [[_paragraph(name, _BODY), _paragraph(value, _BODY)] for name, value in rows]
    return Table(cells, colWidths=[46 * mm, 115 * mm], rowHeights=height, style=_GRID)
