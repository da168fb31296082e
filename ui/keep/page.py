"""The page for administrators: a part for each task, and on top what the library is busy with."""

from collections.abc import Callable

import streamlit as st

from index.errors import LibraryError
from index.library import Library
from people import keepers
from people.errors import NotKept
from people.person import Role
from ui import engine, parts, sidebar
from ui.escape import as_label
from ui.keep import changes, files, identities, limits, reading
from ui.keep.access import code_form
from ui.keep.actions import Actions
from ui.keep.doing import PROBLEMS, attempt, show_error, show_told
from ui.links import KEPT_DOCUMENT
from ui.notice import notice_html, show_problem
from ui.opening import open_page, show_title
from ui.person import current_person, open_database
from ui.texts import Texts

_PARTS: dict[str, Callable[[Actions, Library, Texts], None]] = {
    "files": files.show,
    "reading": reading.show,
    "identities": identities.show,
    "limits": limits.show,
    "changes": changes.show,
}
PARTS = tuple(_PARTS)


def page() -> None:
    """Draws the whole page; whoever is no administrator is asked for the code, and sees nothing else."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    show_title("keep", texts)
    sidebar.show_language(texts)
    show_told()
    try:
        database = open_database(settings)
        person = current_person(database)
        if not person.may(Role.ADMINISTRATOR):
            st.html(f"<p>{texts('keep.access.needed')}</p>")
            code_form(settings, database, person, texts)
            return
        name = keepers.name_of(database, person.id)
        library = engine.load_library(settings)
    except (NotKept, LibraryError) as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    actions = Actions(settings, database, person.id)
    _go_where_asked()
    if not _name(actions, name, texts):
        return
    try:
        _warn_of_closed(actions, texts)
        reading.show_state(actions, texts)
        _PARTS[parts.choose("keep", PARTS, texts)](actions, library, texts)
    except PROBLEMS as error:
        show_error(error, texts)


def _go_where_asked() -> None:
    """To the document that a link names, when one comes: what is pressed afterwards counts."""
    asked = st.query_params.get(KEPT_DOCUMENT)
    if asked and st.session_state.get("arrived"):
        parts.turn_to("keep", "identities")
        identities.choose(asked)


def _name(actions: Actions, name: str, texts: Texts) -> bool:
    """The name that changes are signed with; asked for before anything else where there is none."""
    if name:
        with st.expander(texts("keep.name.is", name=as_label(name)), type="compact", key="keep-name-box"):
            _ask_name(actions, name, texts)
        return True
    st.html(f"<h2 class='rs-part'>{texts('keep.name.heading')}</h2><p>{texts('keep.name.note')}</p>")
    _ask_name(actions, "", texts)
    return False


def _ask_name(actions: Actions, name: str, texts: Texts) -> None:
    with st.form("keep-name", border=False):
        given = st.text_input(
            texts("keep.name.label"), value=name, max_chars=keepers.LONGEST, key="keep-name-text"
        )
        if st.form_submit_button(texts("keep.name.save"), key="keep-name-save"):
            if " ".join(given.split()).isprintable() and given.strip():
                attempt(
                    lambda: keepers.give_name(actions.database, actions.person, given),
                    texts,
                    texts("keep.name.saved"),
                )
            else:
                st.html(notice_html(texts("notice.caution"), texts("keep.name.missing"), "caution"))


def _warn_of_closed(actions: Actions, texts: Texts) -> None:
    closed = actions.unwritable()
    if closed:
        places = ", ".join(f"`{place}`" for place in closed)
        show_problem(
            texts("keep.closed.head"), texts("keep.closed.text"), texts("keep.closed.remedy", places=places)
        )
