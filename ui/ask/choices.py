"""Whose rules, as of when and in which language: a line beside the field, in reach on every screen."""

from datetime import date

import streamlit as st

from hierarchy.levels import Hierarchy
from settings import Settings
from ui import sidebar
from ui.escape import as_label
from ui.formats import organisation_name, written_date
from ui.sidebar import Choice
from ui.texts import Texts


def show(hierarchy: Hierarchy, settings: Settings, texts: Texts) -> Choice:
    """Draws the line, which opens to the choices, and returns what is chosen."""
    label = as_label(written_choice(chosen(hierarchy, settings, texts), texts))
    with st.container(key="choices"):
        opened = st.popover(label, type="tertiary", icon=":material/tune:")
    with opened:
        return sidebar.choose(hierarchy, settings, texts)


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
        else texts("side.any_organisation")
    )
    return texts(
        "ask.choices",
        organisation=whose[:1].upper() + whose[1:],
        date=written_date(choice.as_of, texts) if choice.as_of else texts("ask.today"),
        language=texts(f"language.{choice.language}"),
    )
