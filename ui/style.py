"""Puts the style sheets and the page's language in place."""

from functools import cache
from pathlib import Path

import streamlit as st

from ui.escape import as_html

_FOLDER = Path(__file__).parent / "styles"
# What opens over the page lies outside the element that Streamlit gives its theme.
_THEME = (
    "document.documentElement.style.colorScheme ="
    " getComputedStyle(document.querySelector('.stApp')).colorScheme;"
)


def apply(language: str) -> None:
    """Applies the sheets in `styles/` and marks the page as being in `language` ("sv" or "en").

    Streamlit serves every page as English; a screen reader would then read Swedish with English sounds.
    """
    st.html(f"<style>{_sheets()}</style>")
    st.html(
        f"<script>document.documentElement.lang = '{'en' if language == 'en' else 'sv'}';{_THEME}</script>",
        unsafe_allow_javascript=True,
    )


@cache
def _sheets() -> str:
    """`common.css`, and after it the sheet of each area."""
    files = sorted(_FOLDER.glob("*.css"), key=lambda file: (file.name != "common.css", file.name))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def show_from_last_question() -> None:
    """Scrolls so that the newest question stands at the top, with its answer below it."""
    st.html(
        "<script>Array.from(document.querySelectorAll('.rs-question')).at(-1)"
        "?.scrollIntoView({block: 'start'});</script>",
        unsafe_allow_javascript=True,
    )


def close_narrow_panel(turned_to: str) -> None:
    """Folds the side panel away where it covers the page, after something in it was pressed.

    `turned_to` is what the page shows now: a script that is the same as last time is not run again.
    """
    st.html(
        "<script>if (window.innerWidth < 768) document.querySelector("
        f"'[data-testid=\"stSidebarCollapseButton\"] button')?.click(); // {as_html(turned_to)}\n</script>",
        unsafe_allow_javascript=True,
    )


def show_marks() -> None:
    """Scrolls each newly opened context, within its own box, so that its first marked words are seen."""
    st.html(
        f"<script>{_THEME}"
        "for (const box of document.querySelectorAll('.rs-context:not([data-shown])')) {"
        "const mark = box.querySelector('mark'); box.dataset.shown = '';"
        "if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 4;"
        "}</script>",
        unsafe_allow_javascript=True,
    )
