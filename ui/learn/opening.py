"""What every page of courses starts with: settings, words, the library, who is looking."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from index.errors import LibraryError
from index.library import Library
from people.database import Database
from people.errors import NotKept
from people.person import Person, Role
from settings import Settings
from ui import engine, sidebar
from ui.notice import show_problem
from ui.opening import open_page
from ui.person import current_person, open_database
from ui.texts import Texts


@dataclass(frozen=True)
class Room:
    """Where a page of courses is drawn: its words, its library, its keeper, its visitor, and the day."""

    settings: Settings
    texts: Texts
    library: Library
    database: Database
    person: Person
    today: date

    @property
    def trains(self) -> bool:
        return self.person.may(Role.TRAINER)


def open_room() -> Room | None:
    """The room; None where it can't be opened, which has then been said on the page."""
    opened = open_page()
    if opened is None:
        return None
    settings, texts = opened
    try:
        database = open_database(settings)
        library = engine.load_library(settings)
        room = Room(settings, texts, library, database, current_person(database), date.today())
    except (LibraryError, NotKept) as error:
        st.html(f"<h1 class='rs-title'>{texts('learn.title')}</h1>")
        show_problem(texts("problem.head"), error.message, error.remedy)
        return None
    sidebar.show_language(texts)
    return room


def open_course(course: str) -> None:
    """Goes to a course's page."""
    from ui.learn import course as page

    st.switch_page(_course_page(page.page), query_params={"id": course})


def course_link(course: str, label: str, key: str) -> None:
    """A link to a course's page, within the session; `key` is the link's own on the page."""
    from ui.learn import course as page

    with st.container(key=f"to-course-{key}"):
        st.page_link(_course_page(page.page), label=label, query_params={"id": course}, width="content")


def open_overview() -> None:
    """Goes to the page of all courses."""
    from ui.learn import overview

    st.switch_page(st.Page(overview.page, url_path="lar"))


def overview_link(label: str) -> None:
    """A link back to all courses."""
    from ui.learn import overview

    with st.container(key="to-courses"):
        st.page_link(st.Page(overview.page, url_path="lar"), label=label, width="content")


def _course_page(drawn: Callable[[], None]) -> StreamlitPage:
    return st.Page(drawn, url_path="kurs")
