"""Questions to begin with, and questions to go on with after an answer: each is asked when it is pressed."""

import logging
import sqlite3
from collections.abc import Sequence

import streamlit as st

from hierarchy.ladder import Answer
from index.errors import LibraryError
from ui.ask.choices import Choice
from ui.ask.conversation import Faded, Problem
from ui.engine import Answering
from ui.escape import as_label
from ui.texts import Texts

_log = logging.getLogger(__name__)
_WITHIN = 0.4
"""Seconds that finding questions to go on with may take, once the answer is on the page."""
_BUSY = 800.0
"""Milliseconds: where an answer took longer, the server has others to answer."""
_WHEN_BUSY = 0.05
_NEXT = "next_questions"


def show_beginning(assistant: Answering, choice: Choice, texts: Texts) -> None:
    """Questions to start from, as the hierarchy file gives them."""
    organisation = choice.organisation.id if choice.organisation else None
    _show(assistant.example_questions(organisation, texts.language), texts("chat.examples"), "example")


def show_next(newest: Answer | Faded | Problem, assistant: Answering, texts: Texts) -> None:
    """Questions to go on with after the newest answer; found once and kept while it is the newest."""
    if not isinstance(newest, Answer) or newest.abstained:
        return
    known = st.session_state.get(_NEXT)
    if known is None or known[0] is not newest:
        busy = dict(newest.timings_ms).get("total", 0.0) > _BUSY
        known = st.session_state[_NEXT] = (newest, _found(newest, assistant, _WHEN_BUSY if busy else _WITHIN))
    _show(known[1], texts("next.heading"), "next")


def _found(newest: Answer, assistant: Answering, within: float) -> list[str]:
    """The questions to go on with; none where the library can't be read, which the next question tells."""
    try:
        return assistant.next_questions(newest, within)
    except (LibraryError, OSError, sqlite3.Error) as error:
        _log.warning("No questions to go on with: %s", error)
        return []


def _show(questions: Sequence[str], heading: str, name: str) -> None:
    if not questions:
        return
    with st.container(key=f"{name}s", gap="small"):
        st.html(f"<h2 class='rs-begin'>{heading}</h2>")
        for at, question in enumerate(questions):
            st.button(
                as_label(question),
                key=f"{name}-{at}",
                width="stretch",
                icon=":material/chat_bubble_outline:",
                on_click=_pick,
                args=(question,),
            )


def _pick(question: str) -> None:
    st.session_state["picked"] = question
