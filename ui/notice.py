"""Sentences that ask for attention: cautions, and errors with their remedy."""

from typing import Literal

import streamlit as st

from ui.escape import as_html

Tone = Literal["caution", "error"]


def notice_html(head: str, text: str, tone: Tone) -> str:
    """A box with a word that says what it is, so that its colour is never the only sign."""
    return f"<p class='rs-notice rs-{tone}'><strong>{as_html(head)}</strong> {as_html(text)}</p>"


def show_problem(head: str, sentence: str, remedy: str) -> None:
    """What is wrong, and below it what to do about it; commands in the remedy stand in backticks."""
    parts = remedy.split("`")
    remedy_html = "".join(
        f"<code>{as_html(part)}</code>" if at % 2 else as_html(part) for at, part in enumerate(parts)
    )
    st.html(
        f"<div class='rs-notice rs-error' role='alert'><strong>{as_html(head)}</strong> {as_html(sentence)}"
        f"<p>{remedy_html}</p></div>"
    )
