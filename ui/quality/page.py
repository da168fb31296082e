"""The page on quality: one part at a time, for administrators alone."""

from collections.abc import Callable

import streamlit as st

from index.errors import LibraryError
from people.database import Database
from people.errors import NotKept
from people.person import Role
from settings import Settings
from ui import sidebar, style
from ui.notice import show_problem
from ui.opening import open_settings
from ui.person import current_person, open_database
from ui.quality import covered, latency, measures, queue, unanswered
from ui.texts import Texts, load_texts

PARTS: dict[str, Callable[[Settings, Database, Texts], None]] = {
    "feedback": queue.show,
    "unanswered": unanswered.show,
    "measures": measures.show,
    "coverage": covered.show,
    "latency": latency.show,
}
"""The parts by the names that addresses have for them (`?del=`)."""
_IN_ADDRESS = "del"


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    settings = open_settings()
    if settings is None:
        return
    texts = load_texts(sidebar.chosen_language(settings.language))
    style.apply(texts.language)
    st.html(
        f"<h1 class='rs-title'>{texts('quality.title')}</h1>"
        f"<p class='rs-subtitle'>{texts('quality.subtitle')}</p>"
    )
    sidebar.show_language(texts)
    try:
        database = open_database(settings)
        if not current_person(database).may(Role.ADMINISTRATOR):
            show_problem(texts("quality.closed"), texts("quality.closed_why"), texts("quality.closed_remedy"))
            return
        PARTS[_chosen(texts)](settings, database, texts)
    except (NotKept, LibraryError) as error:
        show_problem(texts("problem.head"), error.message, error.remedy)


def _chosen(texts: Texts) -> str:
    """The part that is looked at: what the address says, until one is chosen and the address follows."""
    asked = st.query_params.get(_IN_ADDRESS, "")
    st.session_state.setdefault("quality-part", asked if asked in PARTS else next(iter(PARTS)))
    part = str(
        st.segmented_control(
            texts("quality.parts"),
            list(PARTS),
            required=True,
            format_func=lambda part: texts(f"quality.part.{part}"),
            label_visibility="collapsed",
            key="quality-part",
            wrap=True,
        )
    )
    if part != asked:
        st.query_params[_IN_ADDRESS] = part
    return part
