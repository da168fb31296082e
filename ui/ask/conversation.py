"""The conversation that is open in a browser: whose it is, what has been asked, and the next question."""

import logging
import sqlite3
from dataclasses import dataclass, field

import streamlit as st

from answers.earlier import Earlier
from hierarchy.ladder import Answer
from index.errors import LibraryError
from people import conversations
from people.database import Database
from people.errors import NotKept
from people.person import Person
from people.turns import Asked, Faded, Problem, Turn, now
from settings import Settings
from ui.ask.choices import Choice
from ui.engine import Answering
from ui.person import current_person, open_database
from ui.texts import Texts

__all__ = ["LONGEST_QUESTION", "Faded", "Problem", "Turn"]

_log = logging.getLogger(__name__)
LONGEST_QUESTION = 1000
ADDRESS = "samtal"
"""The name, in the page's address, that the id of the open conversation stands under."""


@dataclass(frozen=True)
class Keeping:
    """Where the conversations of the person at this browser are kept."""

    database: Database
    person: Person


@dataclass
class Talk:
    """The open conversation: `id` is None until something of it is kept.

    `nth`: its place among the conversations opened in this visit, which keeps what is opened and pressed in
    one from showing in another.
    """

    id: str | None = None
    turns: list[Turn] = field(default_factory=list)
    nth: int = 0
    note: NotKept | None = None

    def key(self, at: int) -> str:
        """What the parts of turn `at` are known by on the page."""
        return f"{self.nth}-{at}" if self.nth else str(at)


def open_keeping(settings: Settings) -> Keeping:
    """The database and the person who is looking. Raises `NotKept`."""
    database = open_database(settings)
    return Keeping(database, current_person(database))


def current() -> Talk:
    """The conversation of this visit, as it was when the page was last drawn."""
    if "talk" not in st.session_state:
        st.session_state.update(talk=Talk(), opened_talks=[None])
    talk: Talk = st.session_state["talk"]
    return talk


def leave() -> None:
    """Begins a new conversation; the one that was open is still kept."""
    st.query_params.pop(ADDRESS, None)
    st.session_state.pop("deleted", None)
    st.session_state["turned"] = True
    _open(Talk())


def go_to(conversation: str) -> None:
    """Opens a kept conversation."""
    st.session_state.pop("deleted", None)
    st.session_state["turned"] = True
    st.query_params[ADDRESS] = conversation


def addressed(keeping: Keeping, talk: Talk) -> Talk | None:
    """The conversation that the page's address names; None where the person has none such. Raises `NotKept`.

    An address without one means a new conversation, but on the way back from another page the one left.
    """
    wanted = str(st.query_params.get(ADDRESS, ""))
    if not wanted and talk.id and st.session_state.get("arrived"):
        wanted = st.query_params[ADDRESS] = talk.id
    if not wanted:
        return _open(Talk()) if talk.id else talk
    found = conversations.find(keeping.database, keeping.person, wanted)
    if found is None:
        return None
    if wanted == talk.id and found.turns == len(talk.turns):
        return talk
    turns = conversations.turns_of(keeping.database, keeping.person, wanted)
    if wanted == talk.id:  # gone on with in another window
        talk.turns = turns
        return talk
    return _open(Talk(wanted, turns))


def _open(talk: Talk) -> Talk:
    """Makes `talk` the open one, with the choices it was last asked with; a new one is of today's rules."""
    opened: list[str | None] = st.session_state["opened_talks"]
    before = current()
    if talk.id is not None and talk.id in opened:
        talk.nth = opened.index(talk.id)
    elif before.turns:
        talk.nth = len(opened)
        opened.append(talk.id)
    else:  # nothing was drawn in its place
        talk.nth = before.nth
        opened[talk.nth] = talk.id
    last = talk.turns[-1].asked if talk.turns else None
    st.session_state.update(talk=talk, as_of=last.as_of if last else None)
    if last:
        st.session_state["organisation"] = last.organisation or ""
    return talk


def ask(
    assistant: Answering, talk: Talk, question: str, choice: Choice, texts: Texts, *, alone: bool = False
) -> Turn:
    """Asks after the conversation's turns, or `alone`; what can go wrong comes back as a `Problem`."""
    after = [] if alone else [Earlier(turn.question, turn.alone) for turn in talk.turns]
    asked = Asked(choice.organisation.id if choice.organisation else None, choice.as_of, choice.language)
    outcome: Answer | Problem
    try:
        outcome = assistant.ask(
            question, organisation=asked.organisation, as_of=asked.as_of, language=asked.language, after=after
        )
    except LibraryError as error:
        outcome = Problem(error.message, error.remedy)
    except (OSError, sqlite3.Error):
        _log.exception("The question could not be answered")
        outcome = Problem(texts("problem.disk"), texts("problem.disk_remedy"))
    return Turn(question, outcome, asked, now(), assistant.library.version, alone)


def keep(keeping: Keeping | None, talk: Talk, turn: Turn) -> None:
    """Puts a turn last in the conversation, on the page and where it is kept; else `talk.note` says why."""
    talk.turns.append(turn)
    st.session_state.pop("deleted", None)
    if keeping is None:
        return
    try:
        held = talk.id is not None and conversations.add(keeping.database, keeping.person, talk.id, turn)
        if not held:
            talk.id = _begin(keeping, talk.turns)
            st.session_state["opened_talks"][talk.nth] = talk.id
    except NotKept as error:
        talk.note = error
    else:
        talk.note = None
        st.query_params[ADDRESS] = talk.id or ""


def _begin(keeping: Keeping, turns: list[Turn]) -> str:
    """A new conversation with the turns, also those of one that was deleted in another window."""
    made = conversations.begin(keeping.database, keeping.person, turns[0])
    for turn in turns[1:]:
        conversations.add(keeping.database, keeping.person, made.id, turn)
    return made.id
