"""The settings in the side panel: whose rules, as of when, in which language."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from hierarchy.levels import Hierarchy, Organisation
from settings import Settings
from ui.formats import organisation_name
from ui.links import ACCESS
from ui.texts import LANGUAGES, Texts

_EARLIEST = date(1970, 1, 1)


@dataclass(frozen=True)
class Choice:
    """What holds for the next question. None for `organisation` or `as_of` leaves it to the question
    itself, and then to the engine's own rule (every organisation; today)."""

    organisation: Organisation | None
    as_of: date | None
    language: str


def chosen_language(default: str) -> str:
    """The session's language; `default` until the reader has chosen."""
    # Just after another page, the browser may report that nothing is chosen.
    spoken = st.session_state.get("language") or st.session_state.get("spoken", default)
    if st.session_state.get("language") != spoken:
        st.session_state["language"] = spoken
    st.session_state["spoken"] = spoken
    return str(spoken)


def choose(hierarchy: Hierarchy, settings: Settings, texts: Texts) -> Choice:
    """Draws the fields where it is called, and returns what is chosen in them.

    It stays chosen on the way to another page and back.
    """
    organisation = _organisation(hierarchy, settings.default_organisation, texts)
    st.session_state.setdefault("as_of", st.session_state.get("as_of_before"))
    as_of = st.date_input(
        texts("side.as_of"),
        value=None,
        min_value=_EARLIEST,
        max_value=date(date.today().year + 10, 12, 31),
        format="YYYY-MM-DD",
        help=texts("side.as_of_help"),
        key="as_of",
    )
    st.session_state["as_of_before"] = as_of
    _language(texts)
    return Choice(organisation, as_of if isinstance(as_of, date) else None, texts.language)


def show(texts: Texts) -> None:
    """Draws the panel's last words; the conversations stand above them."""
    with st.sidebar:
        st.html(f"<p class='rs-side-note'>{texts('side.promise')}</p>")
        _access(texts)


def show_language(texts: Texts) -> None:
    """The panel of a page that chooses everything else itself."""
    with st.sidebar:
        st.html(f"<h2 class='rs-side'>{texts('side.heading')}</h2>")
        _language(texts)
        _access(texts)


def _access(texts: Texts) -> None:
    """The way to the page where one gives one's code, which the navigation does not list."""
    link = f"<a href='/{ACCESS}' target='_self'>{texts('keep.access.link')}</a>"
    st.html(f"<p class='rs-side-note rs-soft'>{link}</p>")


def _language(texts: Texts) -> None:
    st.segmented_control(
        texts("side.language"),
        LANGUAGES,
        required=True,
        format_func=lambda language: texts(f"language.{language}"),
        key="language",
        # Else another page would begin in the installation's language.
        persist_state="session",
    )


def _organisation(hierarchy: Hierarchy, default: str | None, texts: Texts) -> Organisation | None:
    known = {organisation.id: organisation for organisation in hierarchy.organisations}
    if not known:
        return None
    # One organisation needs no choosing; among several, "none" leaves it to the question.
    options = list(known) if len(known) == 1 else ["", *known]
    st.session_state.setdefault("organisation", st.session_state.get("organisation_before", default))
    if st.session_state["organisation"] not in options:
        st.session_state["organisation"] = options[0]
    chosen = st.selectbox(
        texts("side.organisation"),
        options,
        format_func=lambda i: organisation_name(known[i], texts) if i else texts("side.any_organisation"),
        key="organisation",
    )
    st.session_state["organisation_before"] = chosen
    return known.get(chosen)
