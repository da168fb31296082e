"""The page where one asks: the conversation so far, the field for the next question, and a way to begin."""

import streamlit as st

from hierarchy.ladder import Answer
from index.errors import LibraryError
from settings import Settings
from ui import engine, sidebar, style
from ui.ask import answer as answers
from ui.ask import choices, conversation, judgement, suggestions, turn
from ui.ask.conversation import LONGEST_QUESTION, Problem, Turn
from ui.engine import Answering
from ui.escape import as_html
from ui.notice import show_problem
from ui.opening import open_settings
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
    stream = st.container(key="stream")
    # In a container of its own, the field does not make Streamlit scroll to the end of every answer.
    with st.container(key="ask", gap=None):
        choice = choices.show(assistant.hierarchy, settings, texts)
        written = st.chat_input(texts("chat.placeholder"), max_chars=LONGEST_QUESTION, key="question")
    question = (written or st.session_state.pop("picked", "")).strip()
    alone = st.session_state.pop("alone", False) and not written
    turns = conversation.turns()
    sidebar.show(texts, conversation.clear if turns or question else None)
    with stream:
        if not assistant.hierarchy.organisations:
            st.html(f"<p class='rs-scope'>{as_html(texts('chat.no_organisations'))}</p>")
        beginning = st.empty()
        places = [turn.begin(past.question, str(at), answered=True) for at, past in enumerate(turns)]
        past_turns = list(enumerate(turns))
        if question:
            places.append(turn.begin(question, str(len(turns)), answered=False))
            places[-1].answer.html(turn.frame_html(choice, assistant.hierarchy, texts))
            style.show_from_last_question()
            turns.append(conversation.ask(assistant, question, choice, texts, alone=alone))
            with places[-1].answer.container(gap="small"):
                _show_outcome(turns[-1], len(turns) - 1, assistant, settings, texts)
        # What is on the page already is drawn again last, so that a long conversation delays no answer.
        for at, past in past_turns:
            with places[at].answer:
                _show_outcome(past, at, assistant, settings, texts)
        if places:
            with places[-1].after.container():
                suggestions.show_next(turns[-1].outcome, assistant, texts)
        else:
            with beginning.container():
                suggestions.show_beginning(assistant, choice, texts)


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
    if settings.judged_questions is not None:
        judgement.show(turn.outcome, settings.judged_questions, texts, key=str(at))
