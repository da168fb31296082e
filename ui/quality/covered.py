"""What no test question touches: documents and provisions."""

from pathlib import Path

import streamlit as st

from evals.coverage import Coverage, CoveredDocument, coverage
from evals.questions import QuestionFileError
from index.library import Library
from people.database import Database
from settings import Settings
from ui import engine
from ui.engine import library_stamp
from ui.escape import as_html, as_label
from ui.formats import capitalised
from ui.notice import show_problem
from ui.quality import question_files
from ui.quality.figures import percent
from ui.quality.part import show_empty, show_head, show_heading
from ui.quality.tables import table_html
from ui.texts import Texts

_PAGE = 20
_MOST_ADDRESSES = 200


def show(settings: Settings, database: Database, texts: Texts) -> None:
    """Draws the part. Raises LibraryError."""
    del database
    show_head("coverage", texts)
    library = engine.load_library(settings)
    file = question_files.chosen_file(settings, library.hierarchy, texts)
    if file is None:
        return
    try:
        with st.spinner(texts("quality.coverage.counting")):
            found = _covered(library, library_stamp(settings.data), file, file.stat().st_mtime_ns)
    except QuestionFileError as error:
        show_problem(texts("problem.head"), str(error), "")
        return
    st.html(_levels_html(found, texts))
    documents = [document for level in found.levels for document in level.documents]
    untouched = [document for document in documents if not document.questions]
    touched = [document for document in documents if document.questions and document.unasked]
    _list(untouched, "untouched", texts)
    _list(touched, "touched", texts)


@st.cache_data(show_spinner=False, max_entries=4)
def _covered(_library: Library, stamp: tuple[tuple[int, int], ...], file: Path, changed: int) -> Coverage:
    del stamp, changed
    known = [organisation.id for organisation in _library.hierarchy.organisations]
    return coverage(question_files.questions_in(file), _library, known)


def _levels_html(found: Coverage, texts: Texts) -> str:
    rows = [
        (
            capitalised(texts(f"level.{level.level}")),
            str(level.questions),
            texts("quality.coverage.of", part=level.documents_asked, all=len(level.documents)),
            texts("quality.coverage.of", part=level.provisions_asked, all=level.provisions),
            level.documents_asked / len(level.documents),
        )
        for level in found.levels
        if level.documents
    ]
    heads = [texts(f"quality.coverage.{name}") for name in ("level", "questions", "documents", "provisions")]
    heads.append(texts("quality.coverage.share"))
    return table_html(texts("quality.coverage.levels"), heads, rows, numbers=(1, 2, 3))


def _list(documents: list[CoveredDocument], name: str, texts: Texts) -> None:
    """The documents, a page at a time; each opens to the provisions that no question touches."""
    heading = texts(f"quality.coverage.{name}", number=len(documents))
    show_heading(heading)
    if not documents:
        show_empty(texts(f"quality.coverage.{name}_none"))
        return
    key = f"quality-{name}"
    pages = -(-len(documents) // _PAGE)
    at = min(int(st.session_state.get(key, 1)), pages)
    with st.container(key=f"{key}-list", gap="small"):
        for document in documents[(at - 1) * _PAGE : at * _PAGE]:
            share = percent(document.asked / document.provisions if document.provisions else 0.0, texts)
            label = texts("quality.coverage.document", title=document.document.title, share=share)
            opened = st.expander(
                as_label(label), on_change="rerun", key=f"{key}-{document.document.document}"
            )
            if opened.open:
                opened.html(_unasked_html(document, texts))
    if pages > 1:
        st.pagination(pages, key=key)


def _unasked_html(document: CoveredDocument, texts: Texts) -> str:
    addresses = list(dict.fromkeys(document.unasked))
    items = "".join(f"<li>{as_html(address)}</li>" for address in addresses[:_MOST_ADDRESSES])
    more = len(addresses) - _MOST_ADDRESSES
    rest = f"<p>{as_html(texts('quality.coverage.more', number=more))}</p>" if more > 0 else ""
    return f"<p>{texts('quality.coverage.unasked')}</p><ul class='rs-list rs-columns'>{items}</ul>{rest}"
