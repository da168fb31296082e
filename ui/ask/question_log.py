"""The log of questions as the chat uses it: one line for each, and a word to the reader about it."""

import logging
from datetime import date

import streamlit as st

from hierarchy.ladder import Answer
from people.asked import asked_of
from people.asked_log import AskedLog
from people.database import Database
from people.errors import NotKept
from settings import Settings
from ui.escape import as_html
from ui.person import open_database
from ui.texts import Texts

_log = logging.getLogger(__name__)


@st.cache_resource(show_spinner=False, max_entries=4)
def _opened(_database: Database, path: str, days: int) -> AskedLog:
    del path  # what tells one database from another
    return AskedLog(_database, days)


def log_of(settings: Settings) -> AskedLog:
    """The installation's log. Raises `people.errors.NotKept`."""
    database = open_database(settings)
    return _opened(database, str(database.path), settings.question_log_days)


def note(outcome: object, settings: Settings) -> None:
    """Note an answer that has been given, unless it is switched off; what fails fails quietly."""
    if not settings.question_log or not isinstance(outcome, Answer):
        return
    try:
        log_of(settings).note(asked_of(outcome, date.today()))
    except NotKept as error:
        _log.warning("A question could not be noted: %s", error.message)


def told(settings: Settings, texts: Texts) -> str:
    """What the reader is told of it, as HTML."""
    key = "feedback.logged" if settings.question_log else "feedback.not_logged"
    days = settings.question_log_days
    sentence = texts(key, days=days) if settings.question_log else texts(key)
    return f"<p class='rs-logged'>{as_html(sentence)}</p>"
