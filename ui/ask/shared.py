"""The page that a link to an answer opens: the answer as it was given, for reading."""

import streamlit as st

from hierarchy.ladder import Answer
from index.errors import LibraryError
from index.library import Library
from people import shared
from people.errors import NotKept
from people.shared import SharedAnswer
from settings import Settings
from ui import engine, sidebar
from ui.ask import answer as answers
from ui.ask import download, kept
from ui.ask.conversation import Keeping, open_keeping
from ui.ask.paper import answer_paper
from ui.escape import as_html
from ui.links import SHARED_ID
from ui.notice import show_problem
from ui.opening import open_page, show_title
from ui.texts import Texts


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    show_title("share", texts)
    sidebar.show_language(texts)
    try:
        _show(settings, texts)
    except (LibraryError, NotKept) as error:
        show_problem(texts("problem.head"), error.message, error.remedy)


def _show(settings: Settings, texts: Texts) -> None:
    library = engine.load_library(settings)
    keeping = open_keeping(settings)
    token = str(st.query_params.get(SHARED_ID, ""))
    if st.session_state.pop("withdrawn", None) == token and token:
        st.html(f"<p role='status'>{as_html(texts('share.withdrawn'))}</p>")
        return
    found = shared.opened(keeping.database, token)
    if found is None:
        show_problem(texts("share.missing"), "", texts("share.missing_remedy"))
        return
    _show_answer(found, library, texts)
    st.html(f"<p class='rs-given'><a href='/'>{as_html(texts('share.ask'))}</a></p>")
    _show_withdrawal(keeping, token, texts)


def _show_answer(found: SharedAnswer, library: Library, texts: Texts) -> None:
    hierarchy = library.hierarchy
    st.html(f"<h2 class='rs-question'>{as_html(found.question)}</h2>")
    outcome = kept.checked_outcome(found.outcome, found.library, library, texts)
    if isinstance(outcome, Answer):
        if outcome.asked:
            read_as = texts("follow.asked", question=outcome.asked)
            st.html(f"<p class='rs-followed'>{as_html(read_as)}</p>")
        if kept.has_changed(found.library, library):
            kept.show_change(found.outcome, library, texts)
        answers.show(outcome, library, hierarchy, texts, key="shared")
    else:
        st.html(kept.faded_html(outcome, texts))
    same = "" if kept.has_changed(found.library, library) else f" {texts('kept.same')}"
    st.html(kept.given_html(found.asked_at, found.library, texts, same))
    paper = answer_paper(found.question, outcome, found.asked_at, found.library, hierarchy, texts)
    download.show(paper, texts("paper.file_answer"), texts, key="shared")


def _show_withdrawal(keeping: Keeping, token: str, texts: Texts) -> None:
    if not shared.is_shared_by(keeping.database, keeping.person, token):
        return
    st.html(f"<p class='rs-given'>{as_html(texts('share.own'))}</p>")
    if st.button(texts("share.withdraw"), key="share-withdraw"):
        shared.withdraw(keeping.database, keeping.person, token)
        st.session_state["withdrawn"] = token
        st.rerun()
