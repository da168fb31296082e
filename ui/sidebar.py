"""What the side panel of every page ends with, and the language, which the pages share."""

import streamlit as st

from ui.links import ACCESS
from ui.texts import LANGUAGES, Texts


def chosen_language(default: str) -> str:
    """The session's language; `default` until the reader has chosen."""
    # Just after another page, the browser may report that nothing is chosen.
    spoken = st.session_state.get("language") or st.session_state.get("spoken", default)
    if st.session_state.get("language") != spoken:
        st.session_state["language"] = spoken
    st.session_state["spoken"] = spoken
    return str(spoken)


def choose_language(texts: Texts) -> None:
    """Draws the choice of a language where it is called."""
    st.segmented_control(
        texts("side.language"),
        LANGUAGES,
        required=True,
        format_func=lambda language: texts(f"language.{language}"),
        key="language",
        # Else another page would begin in the installation's language.
        persist_state="session",
    )


def show(texts: Texts) -> None:
    """Draws the panel's last words on the page where one asks; the conversations stand above them."""
    with st.sidebar:
        st.html(f"<p class='rs-side-note'>{texts('side.promise')}</p>")
        _access(texts)


def show_language(texts: Texts) -> None:
    """The panel of every other page."""
    with st.sidebar:
        st.html(f"<h2 class='rs-side'>{texts('side.heading')}</h2>")
        choose_language(texts)
        _access(texts)


def _access(texts: Texts) -> None:
    """The way to the page where one gives one's code, which the navigation does not list."""
    link = f"<a href='/{ACCESS}' target='_self'>{texts('keep.access.link')}</a>"
    st.html(f"<p class='rs-side-note rs-soft'>{link}</p>")
