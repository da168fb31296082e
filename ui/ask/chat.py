"""The page where one asks: the conversation so far, the field for the next question, and a way to begin."""

import streamlit as st

from hierarchy.ladder import Answer
from index.errors import LibraryError
from people.errors import NotKept
from settings import Settings
from ui import engine, shell, sidebar, style
from ui.ask import (
    actions,
    choices,
    conversation,
    feedback,
    history,
    kept,
    question_log,
    suggestions,
    talk_menu,
)
from ui.ask import answer as answers
from ui.ask import turn as places
from ui.ask.conversation import LONGEST_QUESTION, Keeping, Problem, Talk
from ui.engine import Answering
from ui.escape import as_html
from ui.notice import notice_html, show_problem
from ui.opening import open_page, show_title
from ui.texts import Texts

_SHOWN_TURNS = 12
"""How many questions of a long conversation are drawn at once."""


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    show_title("chat", texts)
    try:
        with st.spinner(texts("chat.loading")):
            assistant = engine.load(settings)
            empty = not assistant.library.documents()
    except LibraryError as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    if empty:
        show_problem(texts("problem.head"), texts("problem.empty"), texts("problem.empty_remedy"))
        return
    _converse(assistant, settings, texts)


def _converse(assistant: Answering, settings: Settings, texts: Texts) -> None:
    talk, keeping = _open_talk(settings, texts)
    with st.sidebar:
        panel = st.container(key="talks", gap="small")
    sidebar.show(texts)
    scope = st.container(key="scope", horizontal=True, vertical_alignment="center")
    undo, stream = st.container(), st.container(key="stream")
    # In a container of its own, the field does not make Streamlit scroll to the end of every answer.
    with st.container(key="ask", gap=None):
        choice = choices.show(assistant.hierarchy, settings, texts)
        written = st.chat_input(texts("chat.placeholder"), max_chars=LONGEST_QUESTION, key="question")
    question = (written or st.session_state.pop("picked", "")).strip()
    alone = st.session_state.pop("alone", False) and not written
    if question or talk.turns:
        # Its room is there from the start: what can be done with a conversation is known after the answer.
        scope.html("<i class='rs-scope-held'></i>")
    with stream:
        if not assistant.hierarchy.organisations:
            st.html(f"<p class='rs-scope'>{as_html(texts('chat.no_organisations'))}</p>")
        beginning = st.empty()
        before = range(_first_shown(talk, texts), len(talk.turns))
        drawn = [places.begin(talk.turns[at].question, talk.key(at), answered=True) for at in before]
        newest = drawn[-1] if drawn else None
        if question:
            newest = places.begin(question, talk.key(len(talk.turns)), answered=False)
            newest.answer.html(places.frame_html(choice, assistant.hierarchy, texts))
            style.show_from_last_question()
            turn = conversation.ask(assistant, talk, question, choice, texts, alone=alone)
            question_log.note(turn.outcome, settings)
            conversation.keep(keeping, talk, turn)
            with newest.answer.container(gap="small"):
                _show_outcome(len(talk.turns) - 1, talk, assistant, settings, keeping, texts)
            shell.tell(texts("chat.answered"), len(talk.turns))
        # What is on the page already is drawn again last, so that a long conversation delays no answer.
        for at, place in zip(before, drawn, strict=True):
            with place.answer:
                _show_outcome(at, talk, assistant, settings, keeping, texts)
        if talk.note:
            st.html(notice_html(texts("talk.not_kept"), f"{talk.note.message} {talk.note.remedy}", "caution"))
        if newest is None:
            with beginning.container():
                suggestions.show_beginning(assistant, choice, texts)
                st.html(question_log.told(settings, texts))
        else:
            shell.name_window(texts, talk.turns[-1].question)
            with newest.after.container():
                suggestions.show_next(talk.turns[-1].outcome, assistant, texts)
    if st.session_state.pop("turned", False):
        style.close_narrow_panel(talk.id or str(talk.nth))
    if keeping is not None:
        with undo:
            history.show_undo(keeping, texts)
        with scope:
            talk_menu.show(keeping, talk, assistant.library, assistant.hierarchy, texts)
        with panel:
            history.show(keeping, talk, texts)


def _open_talk(settings: Settings, texts: Texts) -> tuple[Talk, Keeping | None]:
    """The conversation to show, and where it is kept; None where nothing can be, which is then said."""
    talk = conversation.current()
    try:
        keeping = conversation.open_keeping(settings)
        found = conversation.addressed(keeping, talk)
    except NotKept as error:
        st.html(notice_html(texts("talk.not_kept"), f"{error.message} {error.remedy}", "caution"))
        return talk, None
    if found is None:
        conversation.leave()
        st.html(notice_html(texts("talk.gone"), texts("talk.gone_remedy"), "caution"))
    return found or conversation.current(), keeping


def _first_shown(talk: Talk, texts: Texts) -> int:
    """The index of the first turn to draw: of a long conversation, only the last until more is asked for."""
    first = max(0, len(talk.turns) - _SHOWN_TURNS)
    key = f"earlier-{talk.key(0)}"
    if not first or st.session_state.get(f"{key}-shown"):
        return 0
    if st.button(texts("talk.earlier_turns", count=first), key=key, width="stretch"):
        st.session_state[f"{key}-shown"] = True
        st.rerun()
    return first


def _pick_alone(question: str) -> None:
    """Asks a question once more, with nothing from those before it."""
    st.session_state.update(picked=question, alone=True)


def _show_followed(answer: Answer, key: str, texts: Texts) -> None:
    """What the question was read as, where it leaned on earlier ones, and a way to ask it by itself."""
    if answer.asked is None:
        return
    with st.container(key=f"followed-{key}", gap="small"):
        st.html(f"<p class='rs-followed'>{as_html(texts('follow.asked', question=answer.asked))}</p>")
        st.button(
            texts("follow.alone"),
            help=texts("follow.alone_help"),
            type="tertiary",
            key=f"alone-{key}",
            on_click=_pick_alone,
            args=(answer.question,),
        )


def _show_outcome(
    at: int, talk: Talk, assistant: Answering, settings: Settings, keeping: Keeping | None, texts: Texts
) -> None:
    """What came of turn `at`: the answer with what can be done with it, or why there is none."""
    turn, key = talk.turns[at], talk.key(at)
    if isinstance(turn.outcome, Problem):
        show_problem(texts("problem.head"), turn.outcome.sentence, turn.outcome.remedy)
        return
    library = assistant.library
    if isinstance(turn.outcome, Answer):
        _show_followed(turn.outcome, key, texts)
        if kept.has_changed(turn.library, library):
            kept.show_change(turn.outcome, library, texts)
            whole = turn.outcome.asked or turn.question
            st.button(texts("kept.again"), key=f"again-{key}", on_click=_pick_alone, args=(whole,))
        shown = kept.checked(turn.outcome, turn.library, library, texts)
        answers.show(shown, library, assistant.hierarchy, texts, key=key)
    else:
        st.html(kept.faded_html(turn.outcome, texts))
    st.html(kept.given_html(turn.asked_at, turn.library, texts))
    actions.show(turn, at, talk, keeping, assistant, texts)
    if isinstance(turn.outcome, Answer):
        feedback.show(turn.outcome, settings, texts, key=key, version=turn.library.id)
