"""What readers think of the answers: how it goes, and the queue of judgements to look at."""

from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from index.errors import LibraryError
from people import feedback_queue as store
from people.database import Database
from people.feedback import Verdict
from people.feedback_queue import LONGEST_NOTE, Listed, State, Wanted
from settings import Settings
from ui import engine
from ui.escape import as_html, as_label
from ui.formats import organisation_name, written_date
from ui.quality import make_question
from ui.quality.part import show_empty, show_head, show_heading
from ui.quality.said import say, show_said
from ui.quality.shares import SHOWN, months_html, reasons_html
from ui.texts import Texts

PAGE = 10
_MONTHS = 12


@dataclass(frozen=True)
class _Filter:
    """A choice of states, by the name that its text has."""

    name: str
    states: tuple[State, ...]


FILTERS = (
    _Filter("open", (State.NEW, State.SEEN)),
    _Filter("new", (State.NEW,)),
    _Filter("seen", (State.SEEN,)),
    _Filter("question", (State.QUESTION,)),
    _Filter("closed", (State.CLOSED,)),
    _Filter("all", tuple(State)),
)


def show(settings: Settings, database: Database, texts: Texts) -> None:
    """Draws the part. Raises `people.errors.NotKept`."""
    show_head("feedback", texts)
    if not store.count(database, Wanted(tuple(State))):
        show_empty(texts("quality.feedback.none"))
        return
    show_said(texts)
    _show_queue(settings, database, texts)
    _show_shares(database, texts)


def _show_shares(database: Database, texts: Texts) -> None:
    months = store.by_month(database, _MONTHS)
    if not months:
        return
    show_heading(texts("quality.shares.heading"))
    st.html(months_html(months, texts))
    if reasons := store.by_reason(database):
        st.html(reasons_html(reasons, texts))


def _show_queue(settings: Settings, database: Database, texts: Texts) -> None:
    show_heading(texts("quality.queue.heading"))
    wanted = _wanted(texts)
    number = store.count(database, wanted)
    if not number:
        show_empty(texts("quality.queue.none"))
        return
    st.html(f"<p class='rs-holds'>{as_html(texts('quality.queue.number', number=number))}</p>")
    pages = -(-number // PAGE)
    at = min(int(st.session_state.get("quality-queue", 1)), pages)
    with st.container(key="quality-queue-list", gap="small"):
        for item in store.listed(database, wanted, at, PAGE):
            opened = st.expander(_label(item, texts), on_change="rerun", key=f"judgement-{item.id}")
            if opened.open:
                with opened:
                    _show_item(item, settings, database, texts)
    if pages > 1:
        st.pagination(pages, key="quality-queue")


def _wanted(texts: Texts) -> Wanted:
    with st.container(horizontal=True, key="queue-filters"):
        chosen = st.selectbox(
            texts("quality.queue.state"),
            FILTERS,
            format_func=lambda one: texts(f"quality.filter.{one.name}"),
            key="quality-state",
        )
        verdict = st.selectbox(
            texts("quality.queue.verdict"),
            ["", *SHOWN],
            format_func=lambda one: texts(f"quality.verdict.{one}") if one else texts("quality.queue.any"),
            key="quality-verdict",
        )
    return Wanted(chosen.states, Verdict(verdict) if verdict else None)


def _label(item: Listed, texts: Texts) -> str:
    parts = [texts(f"quality.verdict.{item.verdict}"), item.question]
    if item.state is not State.NEW:
        parts.insert(0, texts(f"quality.state.{item.state}"))
    return as_label(" · ".join(parts))


def _show_item(item: Listed, settings: Settings, database: Database, texts: Texts) -> None:
    record = store.answer_of(database, item.id)
    if record is None:
        show_empty(texts("quality.queue.gone"))
        return
    st.html(_judgement_html(item, record, _organisation(record, settings, texts), texts))
    if item.state is State.QUESTION:
        make_question.show_made(item, database, texts)
        return
    if item.state is State.CLOSED:
        if st.button(texts("quality.queue.reopen"), key=f"reopen-{item.id}"):
            store.move(database, item.id, State.NEW)
            say(texts("quality.said.reopened"))
            st.rerun()
        return
    make_question.show(item, record, settings, database, texts)
    _offer_closing(item, database, texts)


def _day(written: object, texts: Texts) -> str:
    """A day of the answer's record in the reader's form."""
    return written_date(date.fromisoformat(str(written)), texts) if written else ""


def _organisation(record: dict[str, object], settings: Settings, texts: Texts) -> str:
    """Whose rules were asked for, by name; by the id that was kept where no library knows the name."""
    asked = str(record.get("organisation") or "")
    try:
        known = engine.load_library(settings).hierarchy.organisation(asked)
    except LibraryError:
        known = None
    return organisation_name(known, texts) if known else asked or texts("answer.any_organisation")


def _judgement_html(item: Listed, record: dict[str, object], organisation: str, texts: Texts) -> str:
    reason = texts(f"feedback.reason.{item.reason}") if item.reason else ""
    rows = [
        ("judged", f"{texts(f'quality.verdict.{item.verdict}')}{f': {reason}' if reason else ''}"),
        ("comment", item.comment),
        ("when", written_date(item.at.astimezone().date(), texts)),
        ("organisation", organisation),
        ("as_of", _day(record.get("as_of"), texts)),
        ("version", item.version or ""),
        ("note", item.note),
    ]
    terms = "".join(
        f"<div><dt>{texts(f'quality.item.{name}')}</dt><dd>{as_html(value)}</dd></div>"
        for name, value in rows
        if value
    )
    language = as_html(str(record.get("language") or "sv"))
    answer = as_html(str(record.get("answer") or ""))
    return (
        f"<dl class='rs-identity'>{terms}</dl><p class='rs-given-head'>{texts('quality.item.answer')}</p>"
        f"<div class='rs-was-given' lang='{language}' tabindex='0' role='region' "
        f"aria-label='{texts('quality.item.answer')}'>{answer}</div>"
    )


def _offer_closing(item: Listed, database: Database, texts: Texts) -> None:
    with st.form(f"close-{item.id}", border=False):
        note = st.text_input(
            texts("quality.queue.note"), item.note, max_chars=LONGEST_NOTE, key=f"note-{item.id}"
        )
        with st.container(horizontal=True, gap="small"):
            closed = st.form_submit_button(texts("quality.queue.close"), key=f"close-button-{item.id}")
            seen = item.state is State.NEW and st.form_submit_button(
                texts("quality.queue.seen"), key=f"seen-{item.id}"
            )
    if closed:
        store.move(database, item.id, State.CLOSED, note)
        say(texts("quality.said.closed"), partial(store.move, database, item.id, item.state, item.note))
        st.rerun()
    if seen:
        store.move(database, item.id, State.SEEN, note)
        st.rerun()
