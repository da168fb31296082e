"""Who is looking at the page, and the database of what people do."""

from pathlib import Path
from tomllib import TOMLDecodeError

import streamlit as st
from pydantic import ValidationError

from people import person as persons
from people.database import Database
from people.errors import NotKept
from people.person import COOKIE, Person, Role
from settings import Settings


@st.cache_resource(show_spinner=False, max_entries=4)
def _opened(data: Path) -> Database:
    return Database(data)


def open_database(settings: Settings) -> Database:
    """The database beside the library. Raises `people.errors.NotKept`; a failure is tried again next time."""
    return _opened(settings.data)


def current_person(database: Database) -> Person:
    """The person whose browser this is. Raises `people.errors.NotKept`.

    A browser that takes no cookies is somebody for as long as the page is open.
    """
    if "person_secret" not in st.session_state:
        given = st.context.cookies.get(COOKIE, "")
        st.session_state["person_secret"] = given if persons.is_secret(given) else persons.new_secret()
    return persons.known(database, str(st.session_state["person_secret"]))


def may_keep() -> bool:
    """Whether administrators' pages are listed for whoever is looking; what they do is guarded elsewhere."""
    try:
        return current_person(open_database(Settings())).may(Role.ADMINISTRATOR)
    except (NotKept, ValidationError, TOMLDecodeError):
        return False
