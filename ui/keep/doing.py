"""An action asked for on the page: done and told, or refused and told."""

from collections.abc import Callable

import streamlit as st

from index.errors import LibraryError
from ingest.yaml_fields import GovernanceError
from people.errors import NotKept
from ui.escape import as_html
from ui.formats import capitalised
from ui.notice import show_problem
from ui.texts import Texts

_SAID = "keep-said"
PROBLEMS = (LibraryError, GovernanceError, NotKept)
"""What an action may raise."""


def attempt(action: Callable[[], object], texts: Texts, said: str) -> None:
    """Does it and draws the page anew with `said` on top, or says on the spot why it could not be done."""
    try:
        action()
    except PROBLEMS as error:
        show_error(error, texts)
        return
    tell(said)
    st.rerun()


def tell(said: str) -> None:
    """Has a sentence stand on top of the page the next time that it is drawn."""
    st.session_state[_SAID] = said


def show_told() -> None:
    """The sentence of what was done last, once."""
    said = st.session_state.pop(_SAID, "")
    st.html(
        f"<p class='rs-deed' role='status'>{as_html(said)}</p>" if said else "<span role='status'></span>"
    )


def show_error(error: Exception, texts: Texts) -> None:
    """One of `PROBLEMS`, said with its remedy."""
    match error:
        case LibraryError() | NotKept():
            show_problem(texts("problem.head"), error.message, error.remedy)
        case GovernanceError():
            said = f"{error.path.name}: {error.problem}"
            show_problem(texts("problem.head"), capitalised(said), capitalised(error.remedy))
