"""The original file: one page of it as a picture, page turning, and the file itself to save."""

import mimetypes
import re
from pathlib import Path

import streamlit as st

from hierarchy.documents import GoverningDocument
from index.library import Library
from ui.drawn_page import drawn_page
from ui.escape import as_html, as_label
from ui.library.document_links import Looked, View
from ui.links import DOCUMENT
from ui.notice import show_problem
from ui.page_image import PageNotDrawn
from ui.texts import Texts

_UNSAFE = re.compile(r"[^\w.\- ]+")
_LONGEST_NAME = 120
# A browser may draw anything else; these it saves.
_AS_A_FILE = "application/octet-stream"


def show_download(document: GoverningDocument, library: Library, texts: Texts) -> None:
    """A button that saves the original; that it is gone, where it is."""
    source = library.source_path(document.document)
    if source is None:
        st.html(f"<p class='rs-why'>{texts('library.no_original')}</p>")
        return
    kind = source.suffix.removeprefix(".").upper()
    st.download_button(
        as_label(texts("library.download", kind=kind, size=_size(source, texts))),
        lambda: source.read_bytes(),
        safe_name(source),
        mime=_AS_A_FILE,
        icon=":material/download:",
        on_click="ignore",
        key="download",
    )


def safe_name(source: Path) -> str:
    """The file's own name without what a file system or a header could take for something else."""
    stem = _UNSAFE.sub("_", source.stem)[:_LONGEST_NAME].strip(". ") or "dokument"
    suffix = source.suffix.lower()
    return stem + (suffix if mimetypes.guess_type(f"x{suffix}")[0] or suffix == ".md" else "")


def show_page(document: GoverningDocument, library: Library, looking: Looked, texts: Texts) -> None:
    """The page asked for, drawn, with ways to turn it; its text for those who can't see the picture."""
    source = library.source_path(document.document)
    if not document.pages:
        st.html(f"<p class='rs-nothing'>{texts('library.no_pages')}</p>")
        return
    if source is None:
        show_problem(texts("notice.missing"), texts("page.no_file"), texts("page.no_file_remedy"))
        return
    page = min(looking.page, document.pages)
    st.html(_turning(page, document.pages, looking, texts))
    told = texts("library.page_of", page=page, pages=document.pages)
    try:
        picture = drawn_page(source, page).png
    except PageNotDrawn:
        show_problem(texts("notice.missing"), texts("page.not_drawn"), texts("page.not_drawn_remedy"))
    else:
        st.image(picture, width="stretch", alt=f"{document.title}. {told}")
    said = page_text(library, document.document, page)
    if said:
        st.html(
            f"<details class='rs-page-text'><summary>{texts('library.page_text')}</summary>"
            f"<div class='rs-words' lang='{as_html(document.language)}'>{as_html(said)}</div></details>"
        )
    st.html(_turning(page, document.pages, looking, texts, below=True))


def page_text(library: Library, document: str, page: int) -> str:
    """What the library has read of the page; empty where it has nothing."""
    marks = library.marks(document)
    begins = next((mark.offset for mark in marks if mark.page == page), None)
    if begins is None:
        return ""
    ends = next((mark.offset for mark in marks if mark.offset > begins and mark.page != page), None)
    return library.text(document)[begins:ends].strip()


def _turning(page: int, pages: int, looking: Looked, texts: Texts, *, below: bool = False) -> str:
    links = ""
    if page > 1:
        links += f"<a href='{_link(page - 1, looking)}'>{texts('library.page_before')}</a>"
    where = texts("library.page_of", page=page, pages=pages)
    links += f"<span>{where}</span>"
    if page < pages:
        links += f"<a href='{_link(page + 1, looking)}'>{texts('library.page_after')}</a>"
    name = texts("library.page_turning_below" if below else "library.page_turning")
    jump = "" if below or pages <= 2 else _jump(page, pages, looking, texts)
    turn = f"<nav class='rs-soft rs-pages' aria-label='{name}'>{links}</nav>"
    return f"<div class='rs-turn-page'>{turn}{jump}</div>"


def _jump(page: int, pages: int, looking: Looked, texts: Texts) -> str:
    return (
        f"<form class='rs-soft rs-jump' action='/{DOCUMENT}' method='get'>"
        f"<input type='hidden' name='id' value='{as_html(looking.document)}'>"
        f"<input type='hidden' name='visa' value='{View.PAGES}'>"
        f"<label for='rs-sida'>{texts('library.page_to')}</label>"
        f"<input type='number' id='rs-sida' name='sida' min='1' max='{pages}' value='{page}'>"
        f"<button type='submit' class='rs-button'>{texts('library.page_show')}</button></form>"
    )


def _link(page: int, looking: Looked) -> str:
    return as_html(looking.link(View.PAGES, page=page))


def _size(source: Path, texts: Texts) -> str:
    """ "1,2 MB", "84 kB"."""
    size = source.stat().st_size
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    figure = f"{size / 1_000_000:.1f}"
    return f"{figure if texts.language == 'en' else figure.replace('.', ',')} MB"
