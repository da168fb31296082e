"""The buttons that a paper is downloaded with, in each of its forms."""

from datetime import date

import streamlit as st

from ui.paper.docx import as_docx
from ui.paper.markdown import as_markdown
from ui.paper.model import Paper, Writer
from ui.paper.pdf import as_pdf
from ui.texts import Texts

_FORMS: tuple[tuple[str, Writer, str, str], ...] = (
    ("docx", as_docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("pdf", as_pdf, "pdf", "application/pdf"),
    ("markdown", as_markdown, "md", "text/markdown"),
)


def show(paper: Paper, name: str, texts: Texts, *, key: str) -> None:
    """Draws a button for each form; `name` begins the file's name."""
    with st.container(horizontal=True, key=f"forms-{key}"):
        for form, write, ending, kind in _FORMS:
            # Written beforehand: a button that waits for its file takes the keyboard's focus away meanwhile.
            st.download_button(
                texts(f"paper.{form}"),
                _written(paper, form, write),
                f"{name}-{date.today()}.{ending}",
                kind,
                on_click="ignore",
                key=f"get-{form}-{key}",
            )


@st.cache_data(max_entries=32, ttl=600, show_spinner=False)
def _written(paper: Paper, form: str, _write: Writer) -> bytes:
    """The paper in a form, kept for as long as somebody may be choosing among them."""
    del form
    return _write(paper)
