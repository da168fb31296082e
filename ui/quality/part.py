"""How each part of the page begins, and what it says where there is nothing to show."""

import streamlit as st

from ui.escape import as_html
from ui.texts import Texts


def show_head(name: str, texts: Texts) -> None:
    """The part's name and what it is good for."""
    what = texts(f"quality.what.{name}")
    st.html(f"<h2 class='rs-part'>{texts(f'quality.part.{name}')}</h2><p>{what}</p>")


def show_heading(sentence: str) -> None:
    """A heading within a part."""
    st.html(f"<h3 class='rs-part'>{as_html(sentence)}</h3>")


def show_empty(sentence: str) -> None:
    """That there is nothing here, and why."""
    st.html(f"<p class='rs-empty'>{as_html(sentence)}</p>")
