"""The pages and their addresses: what the server runs for each visit."""

from pathlib import Path

import streamlit as st

from ui.ask import chat
from ui.keep import access
from ui.keep import page as keep
from ui.person import may_keep
from ui.purchase import page as purchase
from ui.texts import load_texts

# A picture of our own: a named Streamlit icon would be fetched from the network.
_ICON = Path(__file__).parent / "icon.png"

texts = load_texts(str(st.session_state.get("language", "sv")))
st.set_page_config(page_title="Regelstegen", page_icon=_ICON, layout="centered")
pages = [
    st.Page(chat.page, title=texts("chat.nav"), default=True),
    st.Page(purchase.page, title=texts("purchase.nav"), url_path="inkop"),
    st.Page(
        keep.page,
        title=texts("keep.nav"),
        url_path="forvalta",
        visibility="visible" if may_keep() else "hidden",
    ),
    st.Page(access.page, title=texts("keep.access.nav"), url_path="behorighet", visibility="hidden"),
]
st.navigation(pages, position="top").run()
