"""One page of the ingest report as HTML: its picture with marks, and beside it what was read."""

from dataclasses import dataclass
from html import escape

from answers.warnings import OCR_LIMIT
from commands.ingest_report_pages import Piece, ReadPage
from commands.ingest_report_pictures import PagePicture

KINDS = {
    "header": "dokumenthuvud",
    "heading": "rubrik",
    "paragraph": "text",
    "item": "punkt",
    "row": "tabellrad",
    "note": "not",
    "dropped": "utelämnat",
    "unread": "återfanns inte",
}
LEGEND = {
    "header": "Uppgifter om dokumentet; kan citeras men är ingen regel.",
    "heading": "Rubrik; talet är dess djup.",
    "paragraph": "Löpande text. Beteckningen är bestämmelsens adress.",
    "item": "Punkt i en lista.",
    "row": "Rad i en tabell.",
    "note": "Fotnot.",
    "dropped": "Hör till sidan, inte texten: sidhuvud, sidfot, sidnummer, innehållsförteckning, struket.",
    "unread": "Står på sidan men återfanns inte i det som lästs. Jämför med bilden.",
}
"""What each mark means, by its kind."""
_DEEPEST = 3


@dataclass(frozen=True)
class ReportedPage:
    """A page as read, with its picture or why there is none (None where the format has no pages)."""

    read: ReadPage
    picture: PagePicture | None = None
    no_picture: str | None = None

    @property
    def is_doubtful(self) -> bool:
        """Something on the page, or all of it, was hard to read, or neither read nor left out on purpose."""
        if self.read.ocr_confidence is not None and self.read.ocr_confidence < OCR_LIMIT:
            return True
        if self.picture is None:
            return self.read.number is not None and not self.read.pieces
        empty = not self.read.pieces and not self.picture.dropped and not self.picture.blank
        return bool(self.picture.unread) or empty


def page_html(page: ReportedPage, anchor: str) -> str:
    """The page; `anchor` is its document's id in the report."""
    read = page.read
    pieces = "".join(_piece(piece) for piece in read.pieces)
    if read.number is None:
        return f'<section class="page alone"><div>{pieces}</div></section>\n'
    if not read.pieces:
        kind = "unread" if page.is_doubtful else "dropped"
        blank = page.picture is not None and page.picture.blank
        said = "Sidan är tom." if blank else "Ingen löpande text lästes på sidan."
        pieces = f'<p class="piece {kind}">{said}</p>'
    if page.picture:
        pieces += "".join(_beside("unread", text) for text in page.picture.unread)
        pieces += "".join(_beside("dropped", text) for text in page.picture.dropped)
    told = []
    if read.printed is not None and read.printed != str(read.number):
        told.append(f"tryckt sidnummer {escape(read.printed)}")
    if read.ocr_confidence is not None:
        told.append(f"inskannad, säkerhet {read.ocr_confidence:.2f}".replace(".", ","))
    about = f' <span class="soft">{" · ".join(told)}</span>' if told else ""
    return (
        f'<section class="page" id="{anchor}-{read.number}"><h3>Sida {read.number}{about}</h3>'
        f"{_figure(page)}<div>{pieces}</div></section>\n"
    )


def _figure(page: ReportedPage) -> str:
    picture = page.picture
    if picture is None:
        return f'<figure><p class="no-picture">{escape(page.no_picture or "")}</p></figure>'
    groups = "".join(
        f'<g class="{mark.kind}">'
        + "".join(
            f'<rect x="{x0:.0f}" y="{y0:.0f}" width="{x1 - x0:.0f}" height="{y1 - y0:.0f}"/>'
            for x0, y0, x1, y1 in mark.boxes
        )
        + "</g>"
        for mark in picture.marks
    )
    return (
        f'<figure><div class="picture"><img loading="lazy" decoding="async" src="{picture.uri}" '
        f'width="{picture.width}" height="{picture.height}" alt="Sida {page.read.number} i filen">'
        f'<svg viewBox="0 0 {picture.width} {picture.height}" aria-hidden="true">{groups}</svg>'
        "</div></figure>"
    )


def _piece(piece: Piece) -> str:
    depth = min(piece.depth, _DEEPEST)
    place = f" d{depth}" if piece.kind == "heading" else f" in{depth}" if piece.kind == "item" else ""
    name = f"{KINDS[piece.kind]} {piece.depth}" if piece.kind == "heading" else KINDS[piece.kind]
    goes_on = ", från förra sidan" if piece.goes_on else ""
    addresses = "".join(f" · <b>{escape(address)}</b>" for address in piece.addresses)
    return f'<p class="piece {piece.kind}{place}"><i>{name}{goes_on}{addresses}</i>{escape(piece.text)}</p>'


def _beside(kind: str, text: str) -> str:
    said = f"<s>{escape(text)}</s>" if kind == "dropped" else escape(text)
    return f'<p class="piece {kind}"><i><b>{KINDS[kind]}</b></i>{said}</p>'
