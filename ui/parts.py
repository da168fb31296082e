"""One part of a page at a time; the address names it, so that a link or the way back leads to it."""

from collections.abc import Sequence

import streamlit as st

from ui.texts import Texts

IN_ADDRESS = "del"


def choose(area: str, parts: Sequence[str], texts: Texts) -> str:
    """Draws the row of parts and returns the one to show: the first, until another is asked for or pressed.

    Their names are the messages `AREA.part.PART`; `AREA.parts` is what the row is called.
    """
    key = f"{area}-part"
    asked = st.query_params.get(IN_ADDRESS, "")
    named = asked if asked in parts else parts[0]
    if named != st.session_state.get(f"{key}-named"):
        st.session_state[key] = named
    chosen = str(
        st.segmented_control(
            texts(f"{area}.parts"),
            list(parts),
            required=True,
            format_func=lambda part: texts(f"{area}.part.{part}"),
            label_visibility="collapsed",
            key=key,
            wrap=True,
        )
    )
    st.session_state[f"{key}-named"] = chosen
    if chosen != named:
        st.query_params[IN_ADDRESS] = chosen
    return chosen


def turn_to(area: str, part: str) -> None:
    """Shows another part than the one that the address names, before the row is drawn."""
    st.query_params[IN_ADDRESS] = part
    st.session_state[f"{area}-part"] = st.session_state[f"{area}-part-named"] = part
