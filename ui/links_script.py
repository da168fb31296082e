"""What makes links between the pages open in the running session, and copies what a button holds.

Without the script a link loads its page anew; it then opens all the same.
"""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from ui.escape import as_html
from ui.texts import Texts

_SCRIPT = Path(__file__).parent / "scripts" / "links.js"


def apply() -> None:
    """Puts the script in place: it minds links and forms within `class='rs-soft'`."""
    st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


def reference_button(reference: str, place: str, texts: Texts) -> str:
    """A button that copies a reference to `place`, which tells it from others to who hears the page."""
    named = texts("reference.copy_of", place=place)
    return copy_button(reference, texts("reference.copy"), named, texts)


def copy_button(text: str, label: str, named: str, texts: Texts) -> str:
    """A button that copies `text`: `label` is seen, and `named`, which begins so, is heard."""
    # What is said within a button is part of its name, so that it was done is said beside it.
    return (
        f"<span class='rs-copying'><button type='button' class='rs-copy' aria-label='{as_html(named)}' "
        f"data-rs-copy='{as_html(text)}' data-rs-copied='{as_html(texts('copy.done'))}'>"
        f"{as_html(label)}</button> <span role='status'></span></span>"
    )


def show(element: str, occasion: str, *, always: bool = True) -> None:
    """Scrolls to the element with the id `element` and puts the reader there, once for each `occasion`.

    The element may be drawn a little later than the script. Where not `always`, only somebody who came by
    one of our links is moved: who loads the page or goes back is left where the browser put them.
    """
    said = json.dumps(occasion).replace("*/", "").replace("<", "")
    st.html(
        f"<script>/* {said} */{{ const wanted = {json.dumps(always)} || window.rsWent; window.rsWent = false;"
        f"let left = 60; const show = () => {{ const it = document.getElementById({json.dumps(element)});"
        f"if (it) {{ it.scrollIntoView({{block: {json.dumps('start' if always else 'nearest')}}});"
        "it.focus({preventScroll: true}); } else if (left--) setTimeout(show, 50); };"
        "if (wanted) setTimeout(show, 0); }</script>",
        unsafe_allow_javascript=True,
    )


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
