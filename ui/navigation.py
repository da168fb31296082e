"""The pages and their addresses: what the server runs for each visit."""

from pathlib import Path

import streamlit as st

from ui import native_labels, shell
from ui.access import page as access
from ui.ask import chat
from ui.purchase import page as purchase
from ui.texts import load_texts

# A picture of our own: a named Streamlit icon would be fetched from the network.
_ICON = Path(__file__).parent / "icon.png"

texts = load_texts(str(st.session_state.get("language", "sv")))
st.set_page_config(page_icon=_ICON, layout="centered")
statement = st.Page(access.page, title=texts("access.nav"), url_path="tillganglighet", visibility="hidden")
pages = [
    st.Page(chat.page, title=texts("chat.nav"), default=True),
    st.Page(purchase.page, title=texts("purchase.nav"), url_path="inkop"),
    statement,
]
chosen = st.navigation(pages, position="top")
shell.name_window(texts, chosen.title)
chosen.run()
native_labels.put_in_language(texts)
with st.container(key="foot"):
    st.page_link(statement)
