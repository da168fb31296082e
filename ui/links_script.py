"""What makes links between the pages open in the running session, and copies what a button holds.

Without the script a link loads its page anew; it then opens all the same.
"""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from ui.escape import as_html

_SCRIPT = Path(__file__).parent / "scripts" / "links.js"


def apply() -> None:
    """Puts the script in place: it minds links and forms within `class='rs-soft'`."""
    st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


def copy_button(text: str, label: str, named: str, copied: str) -> str:
    """A button that copies `text`: `label` is seen, `named` is read aloud, `copied` is told afterwards."""
    return (
        f"<button type='button' class='rs-copy' data-rs-copy='{as_html(text)}' "
        f"data-rs-copied='{as_html(copied)}' aria-label='{as_html(named)}'>"
        f"{as_html(label)}<span role='status'></span></button>"
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
