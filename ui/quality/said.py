"""What has just been done, said once where the reader looks, with a way to undo it."""

from collections.abc import Callable

import streamlit as st

from ui.escape import as_html
from ui.texts import Texts

_KEY = "quality-said"


def say(sentence: str, undo: Callable[[], None] | None = None) -> None:
    """Have a sentence shown the next time that the page is drawn; `undo` puts things back as they were."""
    st.session_state[_KEY] = (sentence, undo)


def show_said(texts: Texts) -> None:
    """Show the sentence, until something else is done."""
    sentence, undo = st.session_state.get(_KEY, ("", None))
    if not sentence:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="quality-said-box"):
        st.html(f"<p class='rs-said' role='status'>{as_html(sentence)}</p>", width="content")
        if undo is not None and st.button(texts("quality.undo"), key="quality-undo"):
            st.session_state.pop(_KEY)
            undo()
            st.rerun()
