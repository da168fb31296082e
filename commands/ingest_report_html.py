"""The ingest report as HTML: nothing is loaded from anywhere, and every text from a file is escaped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from commands.ingest_report_page_html import KINDS, LEGEND, ReportedPage, page_html
from commands.library_view import evidence_lines, identity_fields
from commands.output import counted
from hierarchy.documents import GoverningDocument
from index.report import IngestReport
from ui.formats import capitalised
from ui.texts import load_texts

_STYLE = Path(__file__).with_name("ingest_report.css")
_TEXTS = load_texts("sv")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""What the page may load: nothing but the pictures in it."""


@dataclass(frozen=True)
class ReportedDocument:
    """A document with its pages. `cut`: how many characters of its text are not shown."""

    document: GoverningDocument
    pages: tuple[ReportedPage, ...]
    provisions: int
    dropped: tuple[str, ...]
    is_new: bool
    anchor: str
    cut: int = 0

    @property
    def doubtful_pages(self) -> tuple[int, ...]:
        return tuple(page.read.number for page in self.pages if page.is_doubtful and page.read.number)

    @property
    def is_doubtful(self) -> bool:
        return bool(self.document.doubts or self.doubtful_pages)


@dataclass(frozen=True)
class Overview:
    """What the head of the report says of a document whose pages are already written."""

    anchor: str
    title: str
    source: str
    level: str
    pages: int
    scanned: int
    provisions: int
    doubts: int
    doubtful_pages: tuple[int, ...]


def overview_of(reported: ReportedDocument) -> Overview:
    document = reported.document
    return Overview(
        reported.anchor,
        document.title,
        document.source,
        capitalised(_TEXTS(f"level.{document.level}")),
        sum(1 for page in reported.pages if page.read.number),
        sum(1 for page in reported.pages if page.read.ocr_confidence is not None),
        reported.provisions,
        len(document.doubts),
        reported.doubtful_pages,
    )


def head_html(
    done: IngestReport, documents: Sequence[Overview], folders: Sequence[Path], when: datetime
) -> str:
    """The page from its beginning to where the documents come."""
    named = ", ".join(str(folder) for folder in folders)
    return (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f'content="{_POLICY}">\n'
        f"<title>Inläsning av {escape(named)}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n"
        f"</head>\n<body>\n<main>\n<h1>Vad som lästes in</h1>\n"
        f'<p class="soft">{escape(named)} · {when:%Y-%m-%d %H:%M}</p>\n'
        f"{_figures(done, documents)}{_refused(done)}{_removed(done)}{_table(documents)}{_legend()}"
        '<h2 id="dokument">Dokumenten</h2>\n<div class="choose">'
        '<label><input type="checkbox" id="only-doubtful"> Bara de med något att se på</label>'
        '<label><input type="checkbox" id="only-new"> Bara de som lästes nu</label></div>\n'
    )


_COLUMNS = (
    ("Nivå", ""),
    ("Sidor", "number"),
    ("Bestämmelser", "number"),
    ("Tvekanden", "number"),
    ("Sidor att se på", ""),
)
FOOT = "</main>\n</body>\n</html>\n"


def document_html(reported: ReportedDocument) -> str:
    """One document: its identity with evidence and doubts, and its pages beside what was read."""
    document = reported.document
    classes = "document" + " doubtful" * reported.is_doubtful + " new" * reported.is_new
    shown = "".join(page_html(page, reported.anchor) for page in reported.pages)
    cut = (
        f'<p class="no-picture">Här visas inte de sista {reported.cut} tecknen; hela texten skrivs med '
        f"<code>regelstegen register show {escape(document.document)} --text</code>.</p>"
        if reported.cut
        else ""
    )
    return (
        f'<details class="{classes}" id="{reported.anchor}"><summary><b>{escape(document.title)}</b>'
        f'<br><span class="soft">{escape(document.source)}</span><br>{_chips(reported)}</summary>\n'
        f'<div class="inside">{_identity(document)}{_doubts(document)}{shown}{cut}'
        f"{_dropped(reported.dropped)}</div></details>\n"
    )


def _figures(done: IngestReport, documents: Sequence[Overview]) -> str:
    pages = sum(d.pages for d in documents)
    scanned = sum(d.scanned for d in documents)
    doubtful = sum(1 for d in documents if d.doubts or d.doubtful_pages)
    figures = [
        (len(done.read), "lästa nu", False),
        (done.unchanged, "oförändrade", False),
        (len(done.removed), "borttagna", False),
        (len(done.refused), "kunde inte läsas", bool(done.refused)),
        (doubtful, "dokument att se på", bool(doubtful)),
        (pages, "sidor", False),
        (scanned, "inskannade sidor", bool(scanned)),
        (sum(d.provisions for d in documents), "bestämmelser", False),
    ]
    items = "".join(
        f'<li class="{"look" * look}"><b>{number}</b>{name}</li>' for number, name, look in figures
    )
    return f'<ul class="figures">{items}</ul>\n'


def _refused(done: IngestReport) -> str:
    if not done.refused:
        return ""
    items = "".join(
        f"<li><code>{escape(r.path)}</code><br><strong>{escape(r.reason)}</strong> {escape(r.remedy)}</li>"
        for r in done.refused
    )
    return f'<h2>Kunde inte läsas</h2>\n<ul class="refused">{items}</ul>\n'


def _removed(done: IngestReport) -> str:
    if not done.removed:
        return ""
    items = "".join(f"<li><code>{escape(name)}</code></li>" for name in done.removed)
    return f"<h2>Tillbakadragna</h2>\n<p>Filerna finns inte längre i mappen.</p><ul>{items}</ul>\n"


def _table(documents: Sequence[Overview]) -> str:
    if not documents:
        return ""
    heads = (("Dokument", ""), *_COLUMNS)
    head = "".join(f'<th scope="col" class="{kind}">{name}</th>' for name, kind in heads)
    rows = "".join(_row(document) for document in documents)
    return (
        "<h2>Översikt</h2>\n"
        '<div class="scroll" role="region" aria-label="Översikt" tabindex="0"><table class="overview">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )


def _row(document: Overview) -> str:
    pages = ", ".join(
        f'<a href="#{document.anchor}-{number}">{number}</a>' for number in document.doubtful_pages
    )
    cells = (
        escape(document.level),
        str(document.pages or ""),
        str(document.provisions),
        str(document.doubts or ""),
        pages,
    )
    tds = "".join(
        f'<td class="{kind}{" none" * (not cell)}" data-label="{name}">{cell or "–"}</td>'
        for (name, kind), cell in zip(_COLUMNS, cells, strict=True)
    )
    return (
        f'<tr><th scope="row"><a href="#{document.anchor}">{escape(document.title)}</a>'
        f'<br><span class="soft">{escape(document.source)}</span></th>{tds}</tr>'
    )


def _legend() -> str:
    items = "".join(
        f'<p class="piece {kind}"><i><b>{KINDS[kind]}</b></i>{said}</p>' for kind, said in LEGEND.items()
    )
    hatch = (
        '<svg width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="6" height="6" fill="#e4e6e8"/><path d="M0 0V6" stroke="#8d949a" stroke-width="2"/>'
        "</pattern></defs></svg>"
    )
    return (
        f'{hatch}<details class="more" open><summary>Vad färgerna betyder</summary>'
        f'<div class="legend">{items}</div></details>\n'
    )


def _chips(reported: ReportedDocument) -> str:
    document = reported.document
    level = _TEXTS(f"level.{document.level}")
    status = _TEXTS(f"status.{document.status}").lower()
    pages = sum(1 for page in reported.pages if page.read.number)
    scanned = sum(1 for page in reported.pages if page.read.ocr_confidence is not None)
    chips = [(level, ""), (status, "")]
    if pages:
        chips.append((counted(pages, "sida", "sidor"), ""))
    chips.append((counted(reported.provisions, "bestämmelse", "bestämmelser"), ""))
    if scanned:
        chips.append((counted(scanned, "inskannad sida", "inskannade sidor"), "look"))
    if document.doubts:
        chips.append((counted(len(document.doubts), "tvekan", "tvekanden"), "look"))
    if reported.doubtful_pages:
        chips.append((counted(len(reported.doubtful_pages), "sida", "sidor") + " att se på", "look"))
    chips.append(("bekräftat", "fine") if document.confirmed else ("obekräftat", "look"))
    return "".join(f'<span class="chip {kind}">{escape(said)}</span>' for said, kind in chips)


def _identity(document: GoverningDocument) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td>'
        f'<td class="evidence">{"<br>".join(map(escape, evidence_lines(evidence)))}</td></tr>'
        for name, value, evidence in identity_fields(document)
    )
    return f'<table class="identity"><tbody>{rows}</tbody></table>'


def _doubts(document: GoverningDocument) -> str:
    if not document.doubts:
        return ""
    return f"<h3>Tvekanden</h3>{_list(document.doubts, 'doubts')}"


def _dropped(dropped: Sequence[str]) -> str:
    if not dropped:
        return ""
    head = f"Allt som utelämnats ({len(dropped)})"
    return f'<details class="more"><summary>{head}</summary>{_list(dropped)}</details>'


def _list(texts: Iterable[str], kind: str = "") -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<ul class="{kind}">{items}</ul>'
