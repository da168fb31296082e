"""The pages and their addresses: what the server runs for each visit."""

from pathlib import Path

import streamlit as st

from ui.ask import chat, shared
from ui.links import SHARED_ANSWER
from ui.purchase import page as purchase
from ui.texts import load_texts

# A picture of our own: a named Streamlit icon would be fetched from the network.
_ICON = Path(__file__).parent / "icon.png"

# What was chosen on the page before is gone from its own field when another page is drawn.
chosen = st.session_state.get("language") or st.session_state.get("language_before", "sv")
texts = load_texts(str(chosen))
st.set_page_config(page_title="Regelstegen", page_icon=_ICON, layout="centered")
pages = [
    st.Page(chat.page, title=texts("chat.nav"), default=True),
    st.Page(purchase.page, title=texts("purchase.nav"), url_path="inkop"),
    st.Page(shared.page, title=texts("share.title"), url_path=SHARED_ANSWER, visibility="hidden"),
]
page = st.navigation(pages, position="top")
# Whether the page was come to from another one, which tells a way back from a beginning.
st.session_state["arrived"] = st.session_state.get("shown") != page.url_path
st.session_state["shown"] = page.url_path
page.run()
