"""Whose rules, as of when and in which language: a line beside the field, in reach on every screen."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from hierarchy.levels import Hierarchy, Organisation
from settings import Settings
from ui import sidebar
from ui.escape import as_label
from ui.formats import organisation_name, written_date
from ui.texts import Texts

_EARLIEST = date(1970, 1, 1)


@dataclass(frozen=True)
class Choice:
    """What holds for the next question. None for `organisation` or `as_of` leaves it to the question
    itself, and then to the engine's own rule (every organisation; today)."""

    organisation: Organisation | None
    as_of: date | None
    language: str


def show(hierarchy: Hierarchy, settings: Settings, texts: Texts) -> Choice:
    """Draws the line, which opens to the choices, and returns what is chosen."""
    label = as_label(written_choice(chosen(hierarchy, settings, texts), texts))
    with st.container(key="choices"):
        opened = st.popover(label, type="tertiary", icon=":material/tune:")
    with opened:
        return _choose(hierarchy, settings, texts)


def chosen(hierarchy: Hierarchy, settings: Settings, texts: Texts) -> Choice:
    """What is chosen, as known before the fields are drawn."""
    known = {organisation.id: organisation for organisation in hierarchy.organisations}
    only = next(iter(known)) if len(known) == 1 else (settings.default_organisation or "")
    organisation = known.get(str(st.session_state.get("organisation", only)))
    as_of = st.session_state.get("as_of")
    return Choice(organisation, as_of if isinstance(as_of, date) else None, texts.language)


def written_choice(choice: Choice, texts: Texts) -> str:
    """ "Region Exempel · i dag · Svenska"."""
    whose = (
        organisation_name(choice.organisation, texts)
        if choice.organisation
        else texts("ask.any_organisation")
    )
    return texts(
        "ask.choices",
        organisation=whose[:1].upper() + whose[1:],
        date=written_date(choice.as_of, texts) if choice.as_of else texts("ask.today"),
        language=texts(f"language.{choice.language}"),
    )


def _choose(hierarchy: Hierarchy, settings: Settings, texts: Texts) -> Choice:
    """Draws the fields, and returns what is chosen in them: also on the way to another page and back."""
    organisation = _organisation(hierarchy, settings.default_organisation, texts)
    st.session_state.setdefault("as_of", st.session_state.get("as_of_before"))
    as_of = st.date_input(
        texts("ask.as_of"),
        value=None,
        min_value=_EARLIEST,
        max_value=date(date.today().year + 10, 12, 31),
        format="YYYY-MM-DD",
        help=texts("ask.as_of_help"),
        key="as_of",
    )
    st.session_state["as_of_before"] = as_of
    sidebar.choose_language(texts)
    return Choice(organisation, as_of if isinstance(as_of, date) else None, texts.language)


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
        texts("ask.organisation"),
        options,
        format_func=lambda i: organisation_name(known[i], texts) if i else texts("ask.any_organisation"),
        key="organisation",
    )
    st.session_state["organisation_before"] = chosen
    return known.get(chosen)
