"""The page where one asks: the conversation so far, the field for the next question, and a way to begin."""

from datetime import date

import streamlit as st

from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy
from index.errors import LibraryError
from index.library import Library
from index.version import library_version
from settings import Settings
from ui import engine, sidebar, style
from ui.ask import answer as answers
from ui.ask import conversation, feedback, question_log
from ui.ask.conversation import LONGEST_QUESTION, Problem, Turn
from ui.engine import Answering
from ui.escape import as_html, as_label
from ui.formats import organisation_name, written_date
from ui.notice import show_problem
from ui.opening import open_settings
from ui.sidebar import Choice
from ui.texts import Texts, load_texts


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    settings = open_settings()
    if settings is None:
        return
    texts = load_texts(sidebar.chosen_language(settings.language))
    style.apply(texts.language)
    st.html(
        f"<h1 class='rs-title'>{texts('chat.title')}</h1><p class='rs-subtitle'>{texts('chat.subtitle')}</p>"
    )
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
    scope, stream = st.container(), st.container()
    # In a container of its own, the field does not make Streamlit scroll to the end of every answer.
    with st.container(key="ask"):
        written = st.chat_input(texts("chat.placeholder"), max_chars=LONGEST_QUESTION, key="question")
    question = (written or st.session_state.pop("picked", "")).strip()
    alone = st.session_state.pop("alone", False) and not written
    turns = conversation.turns()
    choice = sidebar.show(
        assistant.hierarchy, settings, texts, conversation.clear if turns or question else None
    )
    scope.html(f"<p class='rs-scope'>{_scope_html(choice, assistant.hierarchy, texts)}</p>")
    with stream:
        for at, turn in enumerate(turns):
            _show_question(turn.question)
            _show_outcome(turn, at, assistant, settings, texts)
        if question:
            _show_question(question)
            with st.spinner(texts("chat.searching")):
                turns.append(conversation.ask(assistant, question, choice, texts, alone=alone))
            question_log.note(turns[-1].outcome, settings)
            _show_outcome(turns[-1], len(turns) - 1, assistant, settings, texts)
            style.show_from_last_question()
    if not turns:
        _show_beginning(assistant, choice, texts)
        st.html(question_log.told(settings, texts))


def _scope_html(choice: Choice, hierarchy: Hierarchy, texts: Texts) -> str:
    """Whose rules and as of when, said where the reader looks also when the side panel is folded away."""
    if not hierarchy.organisations:
        return as_html(texts("chat.no_organisations"))
    whose = (
        organisation_name(choice.organisation, texts)
        if choice.organisation
        else texts("side.any_organisation")
    )
    when = written_date(choice.as_of, texts) if choice.as_of else texts("chat.today", date=_today(texts))
    return texts("chat.scope", organisation=f"<b>{as_html(whose)}</b>", date=f"<b>{as_html(when)}</b>")


def _today(texts: Texts) -> str:
    return written_date(date.today(), texts)


def _show_beginning(assistant: Answering, choice: Choice, texts: Texts) -> None:
    """Questions to start from."""
    examples = assistant.example_questions(
        choice.organisation.id if choice.organisation else None, texts.language
    )
    if not examples:
        return
    st.html(f"<h2 class='rs-begin'>{texts('chat.examples')}</h2>")
    with st.container(key="examples", gap="small"):
        for at, example in enumerate(examples):
            st.button(
                as_label(example), key=f"example-{at}", width="stretch", on_click=_pick, args=(example,)
            )


def _pick(example: str) -> None:
    st.session_state["picked"] = example


def _show_question(question: str) -> None:
    st.html(f"<h2 class='rs-question'>{as_html(question)}</h2>")


def _pick_alone(question: str) -> None:
    """Asks a question once more, with nothing from those before it."""
    st.session_state.update(picked=question, alone=True)


def _show_followed(answer: Answer, at: int, texts: Texts) -> None:
    """What the question was read as, where it leaned on earlier ones, and a way to ask it by itself."""
    if answer.asked is None:
        return
    with st.container(key=f"followed-{at}", gap="small"):
        st.html(f"<p class='rs-followed'>{as_html(texts('follow.asked', question=answer.asked))}</p>")
        st.button(
            texts("follow.alone"),
            help=texts("follow.alone_help"),
            type="tertiary",
            key=f"alone-{at}",
            on_click=_pick_alone,
            args=(answer.question,),
        )


def _show_outcome(turn: Turn, at: int, assistant: Answering, settings: Settings, texts: Texts) -> None:
    if isinstance(turn.outcome, Problem):
        show_problem(texts("problem.head"), turn.outcome.sentence, turn.outcome.remedy)
        return
    _show_followed(turn.outcome, at, texts)
    answers.show(turn.outcome, assistant.library, assistant.hierarchy, texts, key=str(at))
    library = assistant.library
    version = library_version(library) if isinstance(library, Library) else None
    feedback.show(turn.outcome, settings, texts, key=str(at), version=version)
