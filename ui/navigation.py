"""The pages and their addresses: what the server runs for each visit."""

from pathlib import Path

import streamlit as st

from ui import links_script, native_labels, shell
from ui.access import page as access
from ui.ask import chat, shared
from ui.keep import access as role
from ui.keep import page as keep
from ui.learn import course, overview
from ui.library import document_page, list_page
from ui.links import COURSE, DOCUMENT, KEEP, LIBRARY, SHARED_ANSWER
from ui.person import may_keep
from ui.purchase import page as purchase
from ui.quality import page as quality
from ui.texts import load_texts

# A picture of our own: a named Streamlit icon would be fetched from the network.
_ICON = Path(__file__).parent / "icon.png"

texts = load_texts(str(st.session_state.get("language") or st.session_state.get("spoken", "sv")))
st.set_page_config(page_icon=_ICON, layout="centered")
statement = st.Page(access.page, title=texts("access.nav"), url_path="tillganglighet", visibility="hidden")
pages = [
    st.Page(chat.page, title=texts("chat.nav"), default=True),
    st.Page(purchase.page, title=texts("purchase.nav"), url_path="inkop"),
    st.Page(list_page.page, title=texts("library.nav"), url_path=LIBRARY),
    st.Page(document_page.page, title=texts("library.document"), url_path=DOCUMENT, visibility="hidden"),
    st.Page(overview.page, title=texts("learn.nav"), url_path="lar"),
    st.Page(course.page, title=texts("learn.nav_course"), url_path=COURSE, visibility="hidden"),
    st.Page(shared.page, title=texts("share.title"), url_path=SHARED_ANSWER, visibility="hidden"),
    st.Page(
        quality.page,
        title=texts("quality.nav"),
        url_path="kvalitet",
        visibility="visible" if may_keep() else "hidden",
    ),
    st.Page(
        keep.page,
        title=texts("keep.nav"),
        url_path=KEEP,
        visibility="visible" if may_keep() else "hidden",
    ),
    st.Page(role.page, title=texts("keep.access.nav"), url_path="behorighet", visibility="hidden"),
    statement,
]
page = st.navigation(pages, position="top")
# Whether the page was come to from another one, which tells a way back from a beginning.
st.session_state["arrived"] = st.session_state.get("shown") != page.url_path
st.session_state["shown"] = page.url_path
shell.name_window(texts, page.title)
page.run()
links_script.apply()
native_labels.put_in_language(texts)
with st.container(key="foot"):
    st.page_link(statement)
