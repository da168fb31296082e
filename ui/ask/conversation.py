"""The conversation of one visitor: questions with their answers, for as long as the session lasts."""

import logging
import sqlite3
from dataclasses import dataclass

import streamlit as st

from answers.earlier import Earlier
from hierarchy.ladder import Answer
from index.errors import LibraryError
from ui.engine import Answering
from ui.sidebar import Choice
from ui.texts import Texts

_log = logging.getLogger(__name__)
LONGEST_QUESTION = 1000


@dataclass(frozen=True)
class Problem:
    """Why a question got no answer, in sentences for the reader."""

    sentence: str
    remedy: str


@dataclass(frozen=True)
class Turn:
    """A question, and what came of it. `alone`: it was asked with nothing from the questions before it."""

    question: str
    outcome: Answer | Problem
    alone: bool = False


def turns() -> list[Turn]:
    """This session's turns, oldest first; the list itself, so that it can be added to."""
    kept: list[Turn] = st.session_state.setdefault("turns", [])
    return kept


def clear() -> None:
    turns().clear()


def ask(assistant: Answering, question: str, choice: Choice, texts: Texts, *, alone: bool = False) -> Turn:
    """Asks after this session's turns, or `alone`; what can go wrong comes back as a `Problem`."""
    after = [] if alone else [Earlier(turn.question, turn.alone) for turn in turns()]
    try:
        answer = assistant.ask(
            question,
            organisation=choice.organisation.id if choice.organisation else None,
            as_of=choice.as_of,
            language=choice.language,
            after=after,
        )
    except LibraryError as error:
        return Turn(question, Problem(error.message, error.remedy), alone)
    except (OSError, sqlite3.Error):
        _log.exception("The question could not be answered")
        return Turn(question, Problem(texts("problem.disk"), texts("problem.disk_remedy")), alone)
    return Turn(question, answer, alone)
