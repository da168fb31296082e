"""What can be done with the open conversation: another name, a file of it, its end, and its return."""

from dataclasses import replace
from enum import StrEnum

import streamlit as st

from hierarchy.levels import Hierarchy
from people import conversations
from people.conversations import LONGEST_TITLE
from people.errors import NotKept
from ui.ask import conversation, download, kept
from ui.ask.conversation import Keeping, Talk
from ui.ask.paper import conversation_paper
from ui.engine import ReadableLibrary
from ui.escape import as_html
from ui.notice import show_problem
from ui.texts import Texts


class Deed(StrEnum):
    """What can be done."""

    RENAME = "rename"
    EXPORT = "export"
    DELETE = "delete"


_ICONS = {
    Deed.RENAME: ":material/edit:",
    Deed.EXPORT: ":material/download:",
    Deed.DELETE: ":material/delete:",
}


def show(keeping: Keeping, talk: Talk, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts) -> None:
    """The buttons of a conversation that is kept."""
    if talk.id is None:
        return
    # Buttons and no menu: a menu's focus can be left behind on its button when it opens.
    pressed = [deed for deed in Deed if _pressed(deed, texts)]
    deed = pressed[0] if pressed else None
    try:
        found = conversations.find(keeping.database, keeping.person, talk.id) if deed else None
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
        return
    if found is None:
        return
    if deed is Deed.RENAME:
        st.dialog(texts("talk.rename"))(_rename)(keeping, found.id, found.title, texts)
    elif deed is Deed.EXPORT:
        st.dialog(texts("talk.export"))(_export)(talk, found.title, library, hierarchy, texts)
    elif deed is Deed.DELETE:
        st.dialog(texts("talk.delete_heading"))(_delete)(keeping, found.id, found.title, texts)


def _pressed(deed: Deed, texts: Texts) -> bool:
    return st.button(texts(f"talk.{deed}"), icon=_ICONS[deed], type="tertiary", key=f"talk-do-{deed}")


def _rename(keeping: Keeping, talk: str, title: str, texts: Texts) -> None:
    with st.form("rename", border=False):
        written = st.text_input(texts("talk.name"), title, max_chars=LONGEST_TITLE, key=f"title-{talk}")
        if not st.form_submit_button(texts("talk.save"), type="primary", key="rename-save"):
            return
    try:
        conversations.rename(keeping.database, keeping.person, talk, written or "")
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
        return
    st.rerun()


def _export(talk: Talk, title: str, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts) -> None:
    turns = [
        replace(turn, outcome=kept.checked_outcome(turn.outcome, turn.library, library, texts))
        for turn in talk.turns
    ]
    st.html(f"<p>{as_html(texts('paper.note'))}</p>")
    paper = conversation_paper(title, turns, hierarchy, texts)
    download.show(paper, texts("paper.file_talk"), texts, key="talk")


def _delete(keeping: Keeping, talk: str, title: str, texts: Texts) -> None:
    st.html(f"<p>{as_html(texts('talk.delete_ask', title=title))}</p>")
    with st.container(horizontal=True, key="delete-choice"):
        sure = st.button(texts("talk.delete"), type="primary", key="delete-sure")
        if st.button(texts("talk.cancel"), key="delete-cancel"):
            st.rerun()
    if not sure:
        return
    try:
        deleted = conversations.delete(keeping.database, keeping.person, talk)
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
        return
    conversation.leave()
    st.session_state["deleted"] = (deleted, talk, "talk.deleted")
    st.rerun()
