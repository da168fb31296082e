"""The application in the browser: `streamlit run app.py`. The server and its script, nothing else."""

from pathlib import Path

from starlette.middleware import Middleware
from streamlit.starlette import App

from ui.server import PersonCookie

app = App(Path(__file__).parent / "ui" / "navigation.py", middleware=[Middleware(PersonCookie)])
