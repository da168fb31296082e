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
    _restore(hierarchy, settings.default_organisation)
    label = as_label(written_choice(_chosen(hierarchy, texts), texts))
    with st.container(key="choices"):
        opened = st.popover(label, type="tertiary", icon=":material/tune:")
    with opened:
        _draw(hierarchy, texts)
        return _chosen(hierarchy, texts)


def _restore(hierarchy: Hierarchy, default: str | None) -> None:
    """Has what was chosen be so still, also on the way to another page and back, where fields forget."""
    held = st.session_state
    held.setdefault("as_of", held.get("as_of_before"))
    if options := _options(hierarchy):
        whose = held.get("organisation", held.get("organisation_before", default))
        held["organisation"] = whose if whose in options else options[0]


def _chosen(hierarchy: Hierarchy, texts: Texts) -> Choice:
    known = {organisation.id: organisation for organisation in hierarchy.organisations}
    as_of = st.session_state.get("as_of")
    organisation = known.get(str(st.session_state.get("organisation")))
    return Choice(organisation, as_of if isinstance(as_of, date) else None, texts.language)


def _options(hierarchy: Hierarchy) -> list[str]:
    """The organisations by id; among several also none (""), which leaves it to the question."""
    known = [organisation.id for organisation in hierarchy.organisations]
    return known if len(known) <= 1 else ["", *known]


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


def _draw(hierarchy: Hierarchy, texts: Texts) -> None:
    """The fields, which hold what is chosen from the moment that it is."""
    known = {organisation.id: organisation for organisation in hierarchy.organisations}
    if known:
        st.session_state["organisation_before"] = st.selectbox(
            texts("ask.organisation"),
            _options(hierarchy),
            format_func=lambda i: organisation_name(known[i], texts) if i else texts("ask.any_organisation"),
            key="organisation",
        )
    st.session_state["as_of_before"] = st.date_input(
        texts("ask.as_of"),
        value=None,
        min_value=_EARLIEST,
        max_value=date(date.today().year + 10, 12, 31),
        format="YYYY-MM-DD",
        help=texts("ask.as_of_help"),
        key="as_of",
    )
    sidebar.choose_language(texts)
