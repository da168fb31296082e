"""The chat in the browser: `streamlit run app.py`. Navigation, nothing else."""

from pathlib import Path

import streamlit as st

from ui import chat

# A picture of our own: a named Streamlit icon would be fetched from the network.
_ICON = Path(__file__).parent / "ui" / "icon.png"

st.set_page_config(page_title="Regelstegen", page_icon=_ICON, layout="centered")
st.navigation([st.Page(chat.page, title="Regelstegen", default=True)], position="hidden").run()
