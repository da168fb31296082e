"""What can be done with an answer: share it by link, take it away as a file."""

import streamlit as st

from hierarchy.ladder import Answer
from people import shared
from people.errors import NotKept
from people.turns import Faded, Problem, Turn
from ui.ask import download, kept
from ui.ask.conversation import Keeping, Talk
from ui.ask.paper import answer_paper
from ui.engine import Answering
from ui.escape import as_html
from ui.links import shared_answer_link, whole_link
from ui.links_script import copy_button
from ui.notice import show_problem
from ui.texts import Texts


def show(
    turn: Turn, at: int, talk: Talk, keeping: Keeping | None, assistant: Answering, texts: Texts
) -> None:
    """The row of buttons below the answer of turn `at`."""
    outcome, key = turn.outcome, talk.key(at)
    if isinstance(outcome, Problem):
        return
    with st.container(horizontal=True, key=f"actions-{key}", gap="small"):
        share = keeping is not None and talk.id is not None and _button("share", "link", key, texts)
        if _button("save", "download", key, texts):
            st.dialog(texts("paper.heading"))(_save_dialog)(turn, outcome, assistant, texts, key)
    if share and keeping is not None and talk.id is not None:
        _share(keeping, talk.id, at, texts)


def _button(deed: str, icon: str, key: str, texts: Texts) -> bool:
    label = texts(f"answer.{deed}")
    return st.button(label, icon=f":material/{icon}:", type="tertiary", key=f"{deed}-{key}")


def _share(keeping: Keeping, conversation: str, at: int, texts: Texts) -> None:
    st.dialog(texts("share.heading"))(_share_dialog)(keeping, conversation, at, texts)


def _share_dialog(keeping: Keeping, conversation: str, at: int, texts: Texts) -> None:
    try:
        if st.session_state.pop("withdraw", None) == (conversation, at):
            token = shared.share(keeping.database, keeping.person, conversation, at)
            shared.withdraw(keeping.database, keeping.person, token)
            st.html(f"<p role='status'>{as_html(texts('share.withdrawn'))}</p>")
            return
        token = shared.share(keeping.database, keeping.person, conversation, at)
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
        return
    st.html(
        f"<p>{as_html(texts('share.note'))}</p><p class='rs-link-head'>{as_html(texts('share.link'))}</p>"
    )
    link = whole_link(shared_answer_link(token))
    st.code(link, language=None, wrap_lines=True)
    copy = texts("share.copy")
    st.html(f"<p class='rs-foot'>{copy_button(link, copy, copy, texts)}</p>")
    st.button(
        texts("share.withdraw"),
        key="share-withdraw",
        on_click=lambda: st.session_state.update(withdraw=(conversation, at)),
    )


def _save_dialog(turn: Turn, outcome: Answer | Faded, assistant: Answering, texts: Texts, key: str) -> None:
    shown = kept.checked_outcome(outcome, turn.library, assistant.library, texts)
    paper = answer_paper(turn.question, shown, turn.asked_at, turn.library, assistant.hierarchy, texts)
    st.html(f"<p>{as_html(texts('paper.note'))}</p>")
    download.show(paper, texts("paper.file_answer"), texts, key=key)
