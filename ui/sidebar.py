"""The side panel: whose rules, as of when, in which language."""

from collections.abc import Callable
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
    st.session_state.setdefault("language", default)
    return str(st.session_state["language"])


def show(hierarchy: Hierarchy, settings: Settings, texts: Texts, clear: Callable[[], None] | None) -> Choice:
    """Draws the panel and returns what is chosen; `clear` empties the conversation, if any."""
    with st.sidebar:
        st.html(f"<h2 class='rs-side'>{texts('side.heading')}</h2>")
        organisation = _organisation(hierarchy, settings.default_organisation, texts)
        as_of = st.date_input(
            texts("side.as_of"),
            value=None,
            min_value=_EARLIEST,
            max_value=date(date.today().year + 10, 12, 31),
            format="YYYY-MM-DD",
            help=texts("side.as_of_help"),
            key="as_of",
        )
        _language(texts)
        if clear is not None:
            st.button(
                texts("side.clear"),
                icon=":material/delete_sweep:",
                width="stretch",
                on_click=clear,
                key="clear",
            )
        st.html(f"<p class='rs-side-note'>{texts('side.promise')}</p>")
        _access(texts)
    return Choice(organisation, as_of if isinstance(as_of, date) else None, texts.language)


def show_language(texts: Texts) -> None:
    """The panel of a page that chooses everything else itself."""
    with st.sidebar:
        st.html(f"<h2 class='rs-side'>{texts('side.heading')}</h2>")
        _language(texts)
        _access(texts)


def _access(texts: Texts) -> None:
    """The way to the page where one gives one's code, which the navigation does not list."""
    st.html(f"<p class='rs-side-note'><a href='/{ACCESS}' target='_self'>{texts('keep.access.link')}</a></p>")


def _language(texts: Texts) -> None:
    st.segmented_control(
        texts("side.language"),
        LANGUAGES,
        required=True,
        format_func=lambda language: texts(f"language.{language}"),
        key="language",
    )


def _organisation(hierarchy: Hierarchy, default: str | None, texts: Texts) -> Organisation | None:
    known = {organisation.id: organisation for organisation in hierarchy.organisations}
    if not known:
        return None
    # One organisation needs no choosing; among several, "none" leaves it to the question.
    options = list(known) if len(known) == 1 else ["", *known]
    chosen = st.selectbox(
        texts("side.organisation"),
        options,
        index=options.index(default) if default in options else 0,
        format_func=lambda i: organisation_name(known[i], texts) if i else texts("side.any_organisation"),
        key="organisation",
    )
    return known.get(chosen)
