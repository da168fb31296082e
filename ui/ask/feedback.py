"""The judgement under an answer: whether it helped, why not, and a word of one's own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from answers.citation_contract import citation_to_json
from answers.contract import answer_to_json
from hierarchy.ladder import Answer
from people import feedback as store
from people.database import Database
from people.errors import NotKept
from people.feedback import (
    LONGEST_COMMENT,
    REASONS,
    REFUSAL_REASONS,
    Judgement,
    Reason,
    Verdict,
    answer_key,
)
from settings import Settings
from ui.escape import as_html
from ui.notice import show_problem
from ui.person import current_person, open_database
from ui.texts import Texts

_CHOICES = (Verdict.HELPED, Verdict.NOT_HELPED, Verdict.WRONG)
_ICONS = {
    Verdict.HELPED: ":material/thumb_up:",
    Verdict.NOT_HELPED: ":material/thumb_down:",
    Verdict.WRONG: ":material/flag:",
}


@st.fragment
def show(answer: Answer, settings: Settings, texts: Texts, *, key: str, version: str | None = None) -> None:
    """Ask what the reader thinks of an answer, or show what they have said.

    `key` is unique on the page; `version` is that of the library which the answer was given from.
    """
    try:
        database = open_database(settings)
        desk = _Desk(database, current_person(database).id, answer, version)
        _judge(desk, texts, f"{key}-{desk.key[:12]}")
    except NotKept as error:
        show_problem(texts("problem.head"), error.message, error.remedy)


class _Desk:
    """What one person says of one answer."""

    def __init__(self, database: Database, person: str, answer: Answer, version: str | None) -> None:
        self._database = database
        self._person = person
        self._answer = answer
        self._version = version
        self.key = answer_key(answer)
        self.reasons = REFUSAL_REASONS if answer.abstained else REASONS

    def said(self) -> Judgement | None:
        return store.judgement_of(self._database, self._person, self.key)

    def say(self, judgement: Judgement) -> None:
        store.judge(
            self._database,
            self._person,
            self.key,
            judgement,
            _record(self._answer),
            self._version,
            datetime.now(UTC),
        )

    def take_back(self) -> None:
        store.take_back(self._database, self._person, self.key)


def _record(answer: Answer) -> Mapping[str, Any]:
    """The answer as the contract has it, and besides what was shown as perhaps related."""
    related = [citation_to_json(citation) for citation in answer.related]
    return {**answer_to_json(answer), "related": related}


def _judge(desk: _Desk, texts: Texts, key: str) -> None:
    said = desk.said()
    # What is kept is what is shown: the same answer may stand twice on the page, or in two windows.
    chosen = f"feedback-{key}"
    st.session_state[chosen] = said.verdict if said else None
    with st.container(key=f"feedback-box-{key}", gap="small"):
        st.segmented_control(
            texts("feedback.ask"),
            _CHOICES,
            format_func=lambda verdict: f"{_ICONS[verdict]} {texts(f'feedback.verdict.{verdict}')}",
            key=chosen,
            on_change=_choose,
            args=(desk, chosen),
        )
        if problem := st.session_state.pop(f"{chosen}-problem", None):
            show_problem(texts("problem.head"), *problem)
        if said is None:
            return
        thanks = f"{texts(f'feedback.thanks.{said.verdict}')} {texts('feedback.change')}"
        st.html(f"<p class='rs-thanks' role='status'>{as_html(thanks)}</p>")
        if said.verdict is not Verdict.HELPED:
            _ask_why(desk, said, texts, key)


def _choose(desk: _Desk, chosen: str) -> None:
    """Keeps what was pressed; pressing the same again takes it back."""
    verdict: Verdict | None = st.session_state[chosen]
    try:
        said = desk.said()
        if verdict is None:
            desk.take_back()
        elif verdict is Verdict.HELPED or said is None:
            desk.say(Judgement(verdict))
        else:
            desk.say(replace(said, verdict=verdict))
    except NotKept as error:
        st.session_state[f"{chosen}-problem"] = (error.message, error.remedy)


def _ask_why(desk: _Desk, said: Judgement, texts: Texts, key: str) -> None:
    told = said.reason is not None or bool(said.comment)
    heading = texts("feedback.why_given" if told else "feedback.why")
    with (
        # A key of its own for each state: the box closes by itself when something has been sent.
        st.expander(heading, expanded=not told, type="compact", key=f"feedback-why-{key}-{told}"),
        st.form(f"feedback-form-{key}", border=False),
    ):
        reason: Reason | None = st.pills(
            texts("feedback.reason"),
            desk.reasons,
            default=said.reason if said.reason in desk.reasons else None,
            format_func=lambda reason: texts(f"feedback.reason.{reason}"),
            key=f"feedback-reason-{key}",
        )
        comment = st.text_area(
            texts("feedback.comment"),
            value=said.comment,
            max_chars=LONGEST_COMMENT,
            placeholder=texts("feedback.comment_help"),
            key=f"feedback-comment-{key}",
            height=100,
        )
        if st.form_submit_button(texts("feedback.send"), key=f"feedback-send-{key}"):
            desk.say(Judgement(said.verdict, reason, comment))
            st.session_state[f"feedback-sent-{key}"] = True
            st.rerun(scope="fragment")
    if st.session_state.pop(f"feedback-sent-{key}", False):
        st.html(f"<p class='rs-thanks' role='status'>{texts('feedback.sent')}</p>")
