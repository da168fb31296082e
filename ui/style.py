"""Puts the style sheet and the page's language in place."""

from pathlib import Path

import streamlit as st

_SHEET = Path(__file__).parent / "style.css"


def apply(language: str) -> None:
    """Applies `style.css` and marks the page as being in `language` ("sv" or "en").

    Streamlit serves every page as English; a screen reader would then read Swedish with English sounds.
    """
    st.html(_SHEET)
    st.html(
        f"<script>document.documentElement.lang = '{'en' if language == 'en' else 'sv'}';</script>",
        unsafe_allow_javascript=True,
    )


def show_from_last_question() -> None:
    """Scrolls so that the newest question stands at the top, with its answer below it."""
    st.html(
        "<script>Array.from(document.querySelectorAll('.rs-question')).at(-1)"
        "?.scrollIntoView({block: 'start'});</script>",
        unsafe_allow_javascript=True,
    )


def show_marks() -> None:
    """Scrolls each newly opened context, within its own box, so that its first marked words are seen."""
    st.html(
        "<script>for (const box of document.querySelectorAll('.rs-context:not([data-shown])')) {"
        "const mark = box.querySelector('mark'); box.dataset.shown = '';"
        "if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 4;"
        "}</script>",
        unsafe_allow_javascript=True,
    )
