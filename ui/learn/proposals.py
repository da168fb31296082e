"""Where a trainer picks a topic, a level or a document, and takes what is proposed into the course."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, cast

import streamlit as st

from answers.search import SearchResult
from hierarchy.ladder import Answer
from hierarchy.levels import RUNGS, Level
from index.errors import LibraryError
from index.library import Library
from index.thresholds import checked_thresholds
from learning.course import MOST_ITEMS, Item, Kind
from learning.material import Material
from learning.proposing import Wanted, Workshop
from people import courses
from people.courses import KeptCourse
from people.errors import NotKept
from ui import engine
from ui.escape import as_html, as_label
from ui.formats import level_label
from ui.learn import exercise
from ui.learn.curated_files import curated_questions
from ui.learn.opening import Room
from ui.notice import show_problem
from ui.texts import Texts

_MOST = 8
_PLACES = 15
_LONGEST_TOPIC = 200
_PROPOSED = (Kind.SAYS, Kind.CLOZE, Kind.RUNG, Kind.CASE, Kind.CURATED)


class _Engine(Protocol):
    """What proposals need of `answers.assistant.Assistant`."""

    def search(self, query: str, *, organisation: str | None, top: int) -> list[SearchResult]: ...

    def ask(
        self, question: str, *, organisation: str | None, as_of: date | None, language: str | None
    ) -> Answer: ...


def show(kept: KeptCourse, room: Room) -> None:
    """The choice, and what was proposed last."""
    texts, key = room.texts, f"proposed-{kept.course.id}"
    st.html(f"<h2 class='rs-section'>{texts('learn.propose')}</h2><p>{texts('learn.propose_note')}</p>")
    asked = _choice(kept, room)
    if asked is not None:
        try:
            with st.spinner(texts("learn.proposing")):
                st.session_state[key] = _proposed(kept, asked, room)
        except LibraryError as error:
            show_problem(texts("problem.head"), error.message, error.remedy)
            return
    if said := st.session_state.pop(f"{key}-said", None):
        st.html(f"<p class='rs-done' role='status'>{as_html(said)}</p>")
    proposed: list[Item] | None = st.session_state.get(key)
    if proposed is None:
        return
    if not proposed:
        st.html(f"<p class='rs-empty'>{texts('learn.none_proposed')}</p>")
        return
    st.html(f"<h2 class='rs-section'>{texts('learn.proposed', count=len(proposed))}</h2>")
    for at, item in enumerate(proposed, start=1):
        _show(item, at, kept, room)
    st.button(
        texts("learn.accept_all"),
        key=f"all-{kept.course.id}",
        on_click=partial(_accept, proposed, kept, room),
    )


def _choice(kept: KeptCourse, room: Room) -> tuple[str, Wanted] | None:
    """What the trainer asks for, once the form is sent."""
    texts, organisation = room.texts, kept.course.organisation
    material = _material(
        room.settings.data, engine.library_stamp(room.settings.data), organisation, room.today
    )
    documents = {
        id_: found.title
        for id_, found in sorted(material.documents.items(), key=lambda it: it[1].title.casefold())
    }
    with st.form(f"choice-{kept.course.id}", border=False):
        topic = st.text_input(
            texts("learn.topic"),
            help=texts("learn.topic_help"),
            max_chars=_LONGEST_TOPIC,
            key="propose-topic",
        )
        left, right = st.columns(2)
        level = left.selectbox(
            texts("learn.level"),
            (None, *RUNGS),
            format_func=lambda it: (
                as_label(level_label(it, room.library.hierarchy, organisation, texts))
                if it
                else texts("learn.any_level")
            ),
            key="propose-level",
        )
        document = right.selectbox(
            texts("learn.document"),
            (None, *documents),
            format_func=lambda id_: documents[id_] if id_ else texts("learn.any_document"),
            key="propose-document",
        )
        kind = st.selectbox(
            texts("learn.kind"),
            (None, *_PROPOSED),
            format_func=lambda it: texts(f"learn.kind.{it}") if it else texts("learn.any_kind"),
            key="propose-kind",
        )
        sent = st.form_submit_button(texts("learn.propose_now"), type="primary", key="propose-submit")
    if not sent:
        return None
    kinds = frozenset({Kind(kind)}) if kind else frozenset(_PROPOSED)
    return topic.strip(), Wanted(level=Level(level) if level else None, document=document, kinds=kinds)


def _proposed(kept: KeptCourse, asked: tuple[str, Wanted], room: Room) -> list[Item]:
    topic, wanted = asked
    organisation = kept.course.organisation
    workshop = _workshop(
        room.library,
        room.settings.data,
        engine.library_stamp(room.settings.data),
        organisation,
        room.today,
    )
    if topic or Kind.RUNG in wanted.kinds:
        assistant = cast(_Engine, engine.load(room.settings))
        workshop.ask = lambda question: assistant.ask(
            question, organisation=organisation, as_of=None, language="sv"
        )
        if topic:
            found = assistant.search(topic, organisation=organisation, top=_PLACES)
            places = tuple((hit.document.document, hit.provision.address) for hit in found)
            wanted = replace(wanted, places=places)
    if not workshop.curated:
        workshop.curated = curated_questions(room.settings, organisation)
    return workshop.propose(wanted, _MOST, without=kept.course.items)


@st.cache_resource(show_spinner=False, max_entries=4)
def _material(
    data: Path, stamp: tuple[tuple[int, int], ...], organisation: str | None, day: date
) -> Material:
    del stamp
    return Material(Library(data), organisation, day)


@st.cache_resource(show_spinner=False, max_entries=4)
def _workshop(
    _library: Library,
    data: Path,
    stamp: tuple[tuple[int, int], ...],
    organisation: str | None,
    day: date,
) -> Workshop:
    return Workshop(_material(data, stamp, organisation, day), checked_thresholds(_library, day), day)


def _show(item: Item, at: int, kept: KeptCourse, room: Room) -> None:
    texts = room.texts
    with st.container(key=f"proposal-{item.id}", border=True):
        st.html(f"<h3 class='rs-card-title'>{at}. {texts(f'learn.kind.{item.kind}')}</h3>")
        exercise.show_answered(item, None, room)
        with st.container(horizontal=True, key=f"proposal-do-{item.id}"):
            st.button(
                _numbered(texts("learn.accept"), at, texts),
                type="primary",
                key=f"accept-{item.id}",
                on_click=partial(_accept, [item], kept, room),
            )
            st.button(
                _numbered(texts("learn.refuse"), at, texts),
                key=f"refuse-{item.id}",
                on_click=partial(_drop, [item], kept),
            )


def _numbered(does: str, at: int, texts: Texts) -> str:
    return texts("learn.numbered", does=does, at=at)


def _drop(items: Sequence[Item], kept: KeptCourse) -> None:
    key = f"proposed-{kept.course.id}"
    gone = {item.id for item in items}
    st.session_state[key] = [item for item in st.session_state.get(key, []) if item.id not in gone]


def _accept(items: Sequence[Item], kept: KeptCourse, room: Room) -> None:
    course, key = kept.course, f"proposed-{kept.course.id}"
    held = {item.id for item in course.items}
    new = [item for item in items if item.id not in held]
    if len(course.items) + len(new) > MOST_ITEMS:
        st.session_state[f"{key}-said"] = room.texts("learn.full", count=MOST_ITEMS)
        return
    try:
        courses.save(room.database, room.person, replace(course, items=(*course.items, *new)), kept.version)
    except NotKept as error:
        st.session_state[f"{key}-said"] = f"{error.message} {error.remedy}"
        return
    _drop(items, kept)
    total = len(course.items) + len(new)
    st.session_state[f"{key}-said"] = room.texts("learn.accepted", count=len(new), total=total)
