"""The pages and their addresses: what the server runs for each visit."""

from pathlib import Path

import streamlit as st

from ui.ask import chat
from ui.person import may_keep
from ui.purchase import page as purchase
from ui.quality import page as quality
from ui.texts import load_texts

# A picture of our own: a named Streamlit icon would be fetched from the network.
_ICON = Path(__file__).parent / "icon.png"

texts = load_texts(str(st.session_state.get("language", "sv")))
st.set_page_config(page_title="Regelstegen", page_icon=_ICON, layout="centered")
pages = [
    st.Page(chat.page, title=texts("chat.nav"), default=True),
    st.Page(purchase.page, title=texts("purchase.nav"), url_path="inkop"),
    st.Page(
        quality.page,
        title=texts("quality.nav"),
        url_path="kvalitet",
        visibility="visible" if may_keep() else "hidden",
    ),
]
st.navigation(pages, position="top").run()
