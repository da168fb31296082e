"""The place of one turn: the question at once, the frame of its ladder, then the answer instead."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hierarchy.levels import Hierarchy
from ui.ask.choices import Choice
from ui.ask.ladder import levels_of, silent_rung_html
from ui.escape import as_html
from ui.formats import capitalised, level_label
from ui.texts import Texts


@dataclass(frozen=True)
class Place:
    """`answer` holds one thing: the frame, and then what came of it. `after` is what stands below the newest
    answer, and is empty as soon as another question is on the page."""

    answer: DeltaGenerator
    after: DeltaGenerator


def begin(question: str, key: str, *, answered: bool) -> Place:
    """Draws the question, and returns the place of its answer; `key` is unique in the conversation.

    What the place of an `answered` question held stays on the page until it is drawn again, so that a new
    question can be answered before the conversation above it is gone through.
    """
    whole = st.container(key=f"turn-{key}", gap="small")
    whole.html(f"<h2 class='rs-question'>{as_html(question)}</h2>")
    return Place(whole.container(gap="small") if answered else whole.empty(), whole.empty())


def frame_html(choice: Choice, hierarchy: Hierarchy, texts: Texts) -> str:
    """What stands in the answer's place while it is looked for: room for its lead, and the silent ladder."""
    whose = choice.organisation.id if choice.organisation else None
    rungs = "".join(
        silent_rung_html(capitalised(level_label(level, hierarchy, whose, texts)), texts("rung.looking"))
        for level in levels_of(hierarchy, whose, ())
    )
    return (
        f"<div class='rs-frame' role='status'><p class='rs-waiting'>{texts('chat.searching')}</p>"
        f"<div class='rs-bars'><i></i><i></i></div>"
        f"<p class='rs-part'>{texts('ladder.heading')}</p><div class='rs-ladder'>{rungs}</div></div>"
    )
