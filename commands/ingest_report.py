"""The ingest report: every page's picture beside what was read of it, as one HTML file to look at."""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from commands.ingest_report_html import (
    FOOT,
    Overview,
    ReportedDocument,
    document_html,
    head_html,
    overview_of,
)
from commands.ingest_report_page_html import ReportedPage
from commands.ingest_report_pages import ReadPage, read_pages
from commands.ingest_report_pictures import page_picture
from commands.usage import CommandFailed
from hierarchy.documents import GoverningDocument
from index.library import Library
from index.report import IngestReport, Progress
from ingest.page_picture import PageNotDrawn

_MOST_TEXT = 400_000
"""Characters shown of one document; nobody reads more in a report."""


def check_report_path(report: Path, roots: Sequence[Path]) -> None:
    """Raises CommandFailed for a place where the report can't be written, before any time is spent."""
    folder = report.absolute().parent
    if not folder.is_dir():
        raise CommandFailed(
            f"Mappen ”{folder}” finns inte.", "Skapa den, eller välj en annan efter --report."
        )
    if report.is_dir():
        raise CommandFailed(
            f"”{report}” är en mapp.", "Ange en fil efter --report, till exempel rapport.html."
        )
    if not os.access(folder, os.W_OK):
        raise CommandFailed(
            f"Mappen ”{folder}” får inte skrivas i.", "Ge skrivrätt, eller välj en annan efter --report."
        )
    within = next((root for root in roots if folder.resolve().is_relative_to(root)), None)
    if within is not None:
        raise CommandFailed(
            f"Rapporten skulle läsas in som ett dokument nästa gång: den ligger i ”{within}”.",
            "Välj en plats utanför dokumentens mapp efter --report.",
        )


def write_report(
    report: Path,
    done: IngestReport,
    library: Library,
    roots: Sequence[Path],
    most_pictures: int,
    progress: Progress,
) -> None:
    """Write the report on what the library holds of `roots`, whole or not at all. Raises CommandFailed.

    `most_pictures`: pages of one document that are shown as pictures.
    """
    # One document at a time: with their pictures they need not fit in memory together.
    part = report.with_name(f".{report.name}.{os.getpid()}")
    try:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as body:
            overviews = _write_documents(body.write, done, library, roots, most_pictures, progress)
            body.seek(0)
            with part.open("w", encoding="utf-8") as page:
                page.write(head_html(done, overviews, roots, datetime.now()))
                shutil.copyfileobj(body, page)
                page.write(FOOT)
        part.replace(report)
    except OSError as error:
        raise CommandFailed(
            f"Rapporten ”{report}” kunde inte skrivas ({error.strerror or error}).",
            "Kontrollera rättigheter och utrymme, eller välj en annan plats efter --report.",
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _write_documents(
    write: Callable[[str], object],
    done: IngestReport,
    library: Library,
    roots: Sequence[Path],
    most_pictures: int,
    progress: Progress,
) -> list[Overview]:
    held = [
        (Path(state.path), document)
        for state in library.files()
        if state.document and any(Path(state.path).is_relative_to(root) for root in roots)
        if (document := library.document(state.document)) is not None and document.withdrawn is None
    ]
    progress.begin("report", len(held))
    overviews = []
    for number, (path, document) in enumerate(held, 1):
        reported = _reported(
            path, document, library, most_pictures, f"d{number}", document.document in done.read
        )
        write(document_html(reported))
        overviews.append(overview_of(reported))
        progress.advance()
    return overviews


def _reported(
    path: Path, document: GoverningDocument, library: Library, most_pictures: int, anchor: str, is_new: bool
) -> ReportedDocument:
    name = document.document
    text, layout, provisions = library.text(name), library.layout(name), library.provisions(name)
    shown = tuple(block for block in layout.blocks if block.end <= _MOST_TEXT)
    pages = read_pages(text, library.marks(name), replace(layout, blocks=shown), provisions)
    pictured = tuple(_pictured(path, page, layout.dropped, most_pictures) for page in pages)
    cut = max(0, len(text) - _MOST_TEXT)
    return ReportedDocument(document, pictured, len(provisions), layout.dropped, is_new, anchor, cut)


def _pictured(path: Path, page: ReadPage, dropped: Sequence[str], most: int) -> ReportedPage:
    if page.number is None or path.suffix.lower() != ".pdf":
        return ReportedPage(page)
    if page.number > most:
        return ReportedPage(
            page,
            no_picture=f"Rapporten visar bilder av högst {most} sidor i ett dokument "
            "(inställningen REGELSTEGEN_REPORT_PAGES).",
        )
    try:
        marked = page.ocr_confidence is None
        return ReportedPage(page, page_picture(path, page.number, page.pieces, dropped, marked=marked))
    except PageNotDrawn:
        return ReportedPage(
            page, no_picture="Sidan kunde inte visas som bild; filen kan ha ändrats sedan den lästes."
        )
