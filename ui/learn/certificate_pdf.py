"""The certificate as a PDF: one page, nothing on it that the check can't confirm."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Paragraph, SimpleDocTemplate, Spacer

from learning.certificate import Certificate
from ui.formats import written_date
from ui.paper.letters import BOLD, PLAIN, marked, register_fonts
from ui.paper.model import visible
from ui.texts import Texts

_ACCENT = HexColor("#0f5c63")
_BODY = ParagraphStyle("body", fontName=PLAIN, fontSize=10, leading=16, alignment=TA_CENTER)
_HEAD = ParagraphStyle("head", _BODY, fontSize=12, textColor=_ACCENT, spaceAfter=6)
_TITLE = ParagraphStyle("title", _BODY, fontName=BOLD, fontSize=22, leading=29, spaceAfter=10)
_NAME = ParagraphStyle("name", _BODY, fontName=BOLD, fontSize=17, leading=23, spaceAfter=4)
_SMALL = ParagraphStyle("small", _BODY, fontSize=8, leading=11.5)


def as_pdf(certificate: Certificate, texts: Texts) -> bytes:
    """A PDF in the reader's language, titled with the course."""
    register_fonts()
    written = BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=28 * mm,
        rightMargin=28 * mm,
        topMargin=45 * mm,
        title=f"{texts('learn.certificate')}: {visible(certificate.course)}",
        author="Regelstegen",
        lang=texts.language,
        displayDocTitle=1,
    )
    document.build(_flow(certificate, texts))
    return written.getvalue()


def _flow(certificate: Certificate, texts: Texts) -> list[Flowable]:
    day = written_date(certificate.issued, texts)
    rests = [
        _text(f"{title} ({edition})" if edition else title, _SMALL) for title, edition in certificate.editions
    ]
    return [
        _text(texts("learn.certificate"), _HEAD),
        _text(certificate.course, _TITLE),
        HRFlowable(width="30%", color=_ACCENT, spaceAfter=14),
        _text(certificate.name, _NAME),
        _text(texts("learn.certificate_says", percent=certificate.percent, date=day), _BODY),
        Spacer(0, 14 * mm),
        _text(texts("learn.certificate_rests"), _SMALL),
        *rests,
        Spacer(0, 14 * mm),
        _text(texts("learn.certificate_code", code=certificate.code), _BODY),
        _text(texts("learn.certificate_how"), _SMALL),
    ]


def _text(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(marked(text), style)
