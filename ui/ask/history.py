"""The person's conversations in the side panel: a new one, those before it, and a search among them."""

from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

import streamlit as st

from people import conversations, shared
from people.conversations import Conversation, Deleted, Listing
from people.errors import NotKept
from ui.ask import conversation
from ui.ask.conversation import Keeping, Talk
from ui.escape import as_html, as_label
from ui.formats import written_date
from ui.links import shared_answer_link
from ui.notice import notice_html, show_problem
from ui.texts import Texts

A_PAGE = 7
_SEARCHABLE = 5
"""From how many conversations on a search field is of use."""
_LONGEST_SEARCH = 100


class Deed(StrEnum):
    """What can be done below the list."""

    SHARED = "shared"
    DELETE_ALL = "delete_all"


def show(keeping: Keeping, talk: Talk, texts: Texts) -> None:
    """Draws the part of the panel; what can't be read is a sentence."""
    st.button(
        texts("talk.new"), icon=":material/add:", width="stretch", on_click=conversation.leave, key="talk-new"
    )
    try:
        _show_list(keeping, talk, texts)
        _show_deeds(keeping, texts)
    except NotKept as error:
        st.html(notice_html(texts("talk.failed"), f"{error.message} {error.remedy}", "caution"))


def _show_list(keeping: Keeping, talk: Talk, texts: Texts) -> None:
    st.html(f"<h2 class='rs-side'>{texts('talk.heading')}</h2>")
    words = ""
    everything = conversations.listed(keeping.database, keeping.person, limit=1).total
    if everything > _SEARCHABLE:
        words = st.text_input(
            texts("talk.search"),
            max_chars=_LONGEST_SEARCH,
            placeholder=texts("talk.search"),
            label_visibility="collapsed",
            type="search",
            key="talk-search",
        )
    words = (words or "").strip()
    found, pages = _page_of(keeping, words)
    if words:
        told = texts("talk.found", count=found.total) if found.total else texts("talk.search_none")
        st.html(f"<p class='rs-side-note' role='status'>{as_html(told)}</p>")
    elif not found.total:
        st.html(f"<p class='rs-side-note'>{as_html(texts('talk.none'))}</p>")
    for when, group in groupby(found.conversations, lambda it: age_of(it, date.today())):
        st.html(f"<h3 class='rs-side-part'>{texts(f'talk.{when}')}</h3>")
        with st.container(key=f"talks-{when}", gap=None):
            for one in group:
                _show_one(one, talk, texts)
    if pages > 1:
        st.pagination(pages, max_visible_pages=5, key="talk-page")


def _page_of(keeping: Keeping, words: str) -> tuple[Listing, int]:
    """The page of the list that is turned to, the last one where there are fewer, and how many there are."""
    total = conversations.listed(keeping.database, keeping.person, words, limit=1).total
    pages = max(1, -(-total // A_PAGE))
    page = min(int(st.session_state.get("talk-page", 1)), pages)
    if "talk-page" in st.session_state:
        st.session_state["talk-page"] = page
    at = (page - 1) * A_PAGE
    return conversations.listed(keeping.database, keeping.person, words, limit=A_PAGE, offset=at), pages


def _show_one(one: Conversation, talk: Talk, texts: Texts) -> None:
    if one.id == talk.id:
        now = texts("talk.open", title=one.title)
        st.html(
            f"<div class='rs-talk-box' role='group' aria-label='{as_html(now)}'>"
            f"<p class='rs-talk-now' aria-current='page'>{as_html(one.title)}</p></div>"
        )
        return
    st.button(
        as_label(one.title),
        type="tertiary",
        width="stretch",
        key=f"talk-{one.id}",
        on_click=conversation.go_to,
        args=(one.id,),
    )


def age_of(one: Conversation, today: date) -> str:
    """ "today", "week" (the seven days before) or "earlier", by the server's clock."""
    day = one.updated.astimezone().date()
    if day >= today:
        return "today"
    return "week" if day >= today - timedelta(days=7) else "earlier"


def show_undo(keeping: Keeping, texts: Texts) -> None:
    """That something was deleted just now, with the way to take it back."""
    held: tuple[Deleted, str | None, str] | None = st.session_state.get("deleted")
    if held is None:
        return
    deleted, open_again, said = held
    with st.container(horizontal=True, vertical_alignment="center", key="undo"):
        st.html(f"<p class='rs-undo' role='status'>{as_html(texts(said))}</p>", width="content")
        taken_back = st.button(texts("talk.undo"), icon=":material/undo:", key="talk-undo")
    if not taken_back:
        return
    try:
        conversations.restore(keeping.database, keeping.person, deleted)
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
        return
    st.session_state.pop("deleted")
    if open_again:
        conversation.go_to(open_again)
    st.rerun()


def _show_deeds(keeping: Keeping, texts: Texts) -> None:
    shares = shared.shared_by(keeping.database, keeping.person)
    count = conversations.listed(keeping.database, keeping.person, limit=1).total
    deeds = [Deed.SHARED] * bool(shares) + [Deed.DELETE_ALL] * bool(count)
    if not deeds:
        return
    # Buttons and no menu: a menu's focus can be left behind on its button when it opens.
    pressed = [
        deed for deed in deeds if st.button(texts(f"talk.{deed}"), type="tertiary", key=f"talks-{deed}")
    ]
    deed = pressed[0] if pressed else None
    if deed is Deed.DELETE_ALL:
        st.dialog(texts("talk.delete_all_heading"))(_delete_all)(keeping, count, texts)
    elif deed is Deed.SHARED:
        st.dialog(texts("share.list_heading"))(_list_shared)(keeping, texts)


def _delete_all(keeping: Keeping, count: int, texts: Texts) -> None:
    st.html(f"<p>{as_html(texts('talk.delete_all_ask', count=count))}</p>")
    with st.container(horizontal=True, key="delete-choice"):
        sure = st.button(texts("talk.delete_all"), type="primary", key="delete-all-sure")
        if st.button(texts("talk.cancel"), key="delete-cancel"):
            st.rerun()
    if not sure:
        return
    try:
        deleted = conversations.delete_all(keeping.database, keeping.person)
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
        return
    conversation.leave()
    st.session_state["deleted"] = (deleted, None, "talk.deleted_all")
    st.rerun()


def _list_shared(keeping: Keeping, texts: Texts) -> None:
    try:
        shares = shared.shared_by(keeping.database, keeping.person)
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
        return
    if not shares:
        st.html(f"<p role='status'>{as_html(texts('share.list_none'))}</p>")
    for one in shares:
        since = texts("share.since", date=written_date(one.shared_at.astimezone().date(), texts))
        link = as_html(shared_answer_link(one.token))
        st.html(
            f"<p class='rs-shared'><a href='{link}' target='_blank'>{as_html(one.question)}</a>"
            f"<span>{as_html(since)}</span></p>"
        )
        st.button(
            texts("share.withdraw"),
            key=f"withdraw-{one.token}",
            on_click=_withdraw,
            args=(keeping, one.token, texts),
        )


def _withdraw(keeping: Keeping, token: str, texts: Texts) -> None:
    try:
        shared.withdraw(keeping.database, keeping.person, token)
    except NotKept as error:
        show_problem(texts("talk.failed"), error.message, error.remedy)
