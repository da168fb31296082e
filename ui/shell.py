"""What goes around every page: its name in the window, and what a screen reader is told."""

import json

import streamlit as st

from ui.texts import Texts

_LONGEST = 80


def name_window(texts: Texts, *parts: str) -> None:
    """Names the window after what it shows, the most particular first ("Får jag …? – Regelstegen")."""
    shown = [" ".join(part.split()) for part in (*parts, texts("chat.title")) if part.strip()]
    cut = [part if len(part) <= _LONGEST else f"{part[: _LONGEST - 1].rstrip()}…" for part in shown]
    st.set_page_config(page_title=" – ".join(dict.fromkeys(cut)))


def tell(sentence: str, occasion: int) -> None:
    """Lets a screen reader say `sentence` without moving from where its user is (WCAG 4.1.3).

    Another `occasion` is another time that the same is said.
    """
    said = json.dumps(sentence, ensure_ascii=False).replace("<", "\\u003c")
    st.html(
        "<script>(() => {"
        "let told = document.getElementById('rs-told');"
        "if (!told) {"
        "told = document.createElement('div'); told.id = 'rs-told'; told.setAttribute('role', 'status');"
        "document.querySelector('.stApp').append(told);"
        f"}} told.textContent = ''; setTimeout(() => {{ told.textContent = {said}; }}, 100);"
        f"}})(/* {occasion} */);</script>",
        unsafe_allow_javascript=True,
    )
