"""The page where one says who one is: a code that makes a trainer or an administrator, and the way back."""

import streamlit as st

from people.code_attempts import LONGEST_CODE, give_back, give_code
from people.database import Database
from people.errors import NotKept
from people.person import Person, Role
from people.roles import code_file
from settings import Settings
from ui import sidebar
from ui.keep.doing import attempt, show_told, tell
from ui.notice import notice_html, show_problem
from ui.opening import open_page, show_title
from ui.person import current_person, open_database
from ui.texts import Texts


def page() -> None:
    """Draws the whole page."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    show_title("keep.access", texts)
    sidebar.show_language(texts)
    show_told()
    try:
        database = open_database(settings)
        person = current_person(database)
    except NotKept as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    st.html(f"<p class='rs-role'>{texts(f'keep.access.is_{person.role}')}</p>")
    if person.role is not Role.ADMINISTRATOR:
        code_form(settings, database, person, texts)
    if person.role is not Role.READER:
        st.html(
            f"<h2 class='rs-part'>{texts('keep.access.back')}</h2><p>{texts('keep.access.back_note')}</p>"
        )
        if st.button(texts("keep.access.give_back"), key="keep-give-back"):
            attempt(lambda: give_back(database, person), texts, texts("keep.access.given_back"))


def code_form(settings: Settings, database: Database, person: Person, texts: Texts) -> None:
    """The field for a code, and where codes lie."""
    with st.form("keep-code", border=False, clear_on_submit=True):
        code = st.text_input(
            texts("keep.access.code"), type="password", max_chars=LONGEST_CODE, key="keep-code-text"
        )
        given = st.form_submit_button(texts("keep.access.give"), type="primary", key="keep-code-give")
    if given and code.strip():
        _try(database, person, code, texts)
    elif given:
        st.html(notice_html(texts("notice.caution"), texts("keep.access.empty"), "caution"))
    with st.expander(texts("keep.access.where"), key="keep-code-where"):
        st.markdown(texts("keep.access.where_note", file=code_file(settings.data, Role.ADMINISTRATOR).name))


def _try(database: Database, person: Person, code: str, texts: Texts) -> None:
    try:
        outcome = give_code(database, person, st.context.ip_address, code)
    except NotKept as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    if outcome.right:
        tell(texts("keep.access.given"))
        st.rerun()
    said = texts("keep.access.wait", minutes=outcome.wait) if outcome.wait else texts("keep.access.wrong")
    st.html(notice_html(texts("notice.caution"), said, "caution"))
