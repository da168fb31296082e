"""A course's content as a trainer changes it: its words, its exercises, and whether it is shown."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from hierarchy.documents import Provision
from learning.changes import Finding, findings
from learning.course import (
    FEWEST_OPTIONS,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_ITEMS,
    MOST_OPTIONS,
    Course,
    Item,
    Kind,
    Source,
    fault_of,
    source_of,
)
from people import courses
from people.courses import KeptCourse
from people.errors import NotKept
from ui.escape import as_html, as_label
from ui.learn import exercise
from ui.learn.opening import Room, open_overview
from ui.links import course_link, whole_link
from ui.notice import notice_html
from ui.texts import Texts

_LONGEST_QUOTE = 1000
_OWN_OPTIONS = 4
_LONGEST_LABEL = 90
_ONE_LINE = 90


def show(kept: KeptCourse, room: Room) -> None:
    """Everything a trainer may change, the most used first."""
    texts, course = room.texts, kept.course
    _show_said(kept, room)
    found = {one.item.id: one for one in findings(course, room.library, room.today)}
    st.html(f"<h2 class='rs-section'>{texts('learn.items', count=len(course.items))}</h2>")
    if not course.items:
        st.html(f"<p class='rs-empty'>{texts('learn.no_items')}</p>")
    for at, item in enumerate(course.items):
        _show_item(item, at, found.get(item.id), kept, room)
    with st.expander(texts("learn.own"), type="compact", key="open-own"):
        _write_own(kept, room)
    with st.expander(texts("learn.about"), type="compact", key="open-about"):
        _about(kept, room)
    _manage(kept, room)


def _change(kept: KeptCourse, room: Room, course: Course, said: str) -> None:
    """Keeps a change, and remembers what was before it for whoever wants it back."""
    key = f"said-{kept.course.id}"
    try:
        version = courses.save(room.database, room.person, course, kept.version)
    except NotKept as error:
        st.session_state[key] = (f"{error.message} {error.remedy}", None, 0)
        return
    st.session_state[key] = (said, kept.course, version)


def _show_said(kept: KeptCourse, room: Room) -> None:
    """What was done last, with a way back as long as nothing else has changed."""
    said, before, version = st.session_state.get(f"said-{kept.course.id}", (None, None, 0))
    if said is None:
        return
    with st.container(key="undo-edit", horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='rs-done' role='status'>{as_html(said)}</p>")
        if before is not None and version == kept.version:
            st.button(
                room.texts("learn.undo"),
                key=f"undo-{kept.course.id}",
                on_click=partial(_change, kept, room, before, room.texts("learn.undone")),
            )


def _show_item(item: Item, at: int, found: Finding | None, kept: KeptCourse, room: Room) -> None:
    texts = room.texts
    flag = f" – {texts(f'learn.change.{found.change}')}" if found else ""
    question = item.question if len(item.question) <= _LONGEST_LABEL else f"{item.question[:_LONGEST_LABEL]}…"
    # Closed, an exercise is one line; its form is drawn when it is opened.
    opened = st.expander(
        as_label(f"{at + 1}. {question}{flag}"), key=f"open-item-{item.id}", on_change="rerun", type="compact"
    )
    if not opened.open:
        return
    with opened:
        if found is not None:
            _show_finding(found, at, kept, room)
        _edit(item, kept, room)
        if found is None or not found.needs_a_look:
            exercise.show_source(found.now if found and found.now else item.source, room)
        else:
            st.html(
                f"<p class='rs-meta'>{texts('learn.quote_was')}</p><blockquote class='rs-was'>"
                f"{as_html(item.source.quote)}</blockquote>"
            )
        with st.container(horizontal=True, key=f"do-{item.id}"):
            _button("learn.up", f"up-{item.id}", at == 0, partial(_move, at, -1, kept, room), texts)
            last = at == len(kept.course.items) - 1
            _button("learn.down", f"down-{item.id}", last, partial(_move, at, 1, kept, room), texts)
            _button("learn.remove", f"remove-{item.id}", False, partial(_remove, at, kept, room), texts)


def _button(text: str, key: str, disabled: bool, press: Callable[[], None], texts: Texts) -> None:
    st.button(texts(text), key=key, disabled=disabled, on_click=press)


def _show_finding(found: Finding, at: int, kept: KeptCourse, room: Room) -> None:
    texts = room.texts
    why = texts(f"learn.why.{found.change}")
    st.html(notice_html(texts("notice.caution"), why, "caution"))
    if found.now is None:
        return
    if found.needs_a_look:
        st.html(
            f"<p>{as_html(texts('learn.same_words', title=found.now.title, address=found.now.address))}</p>"
        )
    st.button(
        texts("learn.rest_on_new"),
        key=f"anchor-{found.item.id}",
        on_click=partial(_anchor, at, found.now, kept, room),
    )


def _anchor(at: int, source: Source, kept: KeptCourse, room: Room) -> None:
    items = list(kept.course.items)
    items[at] = replace(items[at], source=source, set_aside=False)
    _change(kept, room, replace(kept.course, items=tuple(items)), room.texts("learn.anchored", at=at + 1))


def _move(at: int, step: int, kept: KeptCourse, room: Room) -> None:
    items = list(kept.course.items)
    items[at], items[at + step] = items[at + step], items[at]
    said = room.texts("learn.moved", at=at + step + 1)
    _change(kept, room, replace(kept.course, items=tuple(items)), said)


def _remove(at: int, kept: KeptCourse, room: Room) -> None:
    items = kept.course.items[:at] + kept.course.items[at + 1 :]
    _change(kept, room, replace(kept.course, items=items), room.texts("learn.removed", at=at + 1))


def _edit(item: Item, kept: KeptCourse, room: Room) -> None:
    """Question and options can be worded anew; the quote they rest on can't."""
    texts = room.texts
    with st.form(f"edit-{item.id}", border=False):
        question = st.text_area(
            texts("learn.question"), item.question, max_chars=LONGEST_QUESTION, key=f"q-{item.id}"
        )
        options = [_edit_option(item, at, texts) for at in range(len(item.options))]
        sent = st.form_submit_button(texts("learn.save"), key=f"save-{item.id}")
    if not sent:
        return
    if fault := fault_of(question, options):
        st.html(notice_html(texts("notice.caution"), texts(f"learn.fault.{fault}"), "caution"))
        return
    new = replace(item, question=question.strip(), options=tuple(option.strip() for option in options))
    items = tuple(new if one.id == item.id else one for one in kept.course.items)
    _change(kept, room, replace(kept.course, items=items), texts("learn.saved"))
    st.rerun()


def _edit_option(item: Item, at: int, texts: Texts) -> str:
    """A field as high as the option needs."""
    option, key = item.options[at], f"o-{item.id}-{at}"
    label = texts("learn.option_right" if at == item.right else "learn.option_wrong", at=at + 1)
    if len(option) <= _ONE_LINE:
        return st.text_input(label, option, max_chars=LONGEST_OPTION, key=key)
    return st.text_area(label, option, max_chars=LONGEST_OPTION, height="content", key=key)


def _write_own(kept: KeptCourse, room: Room) -> None:
    """A question of the trainer's own, resting on words that are found in the document first."""
    texts, library = room.texts, room.library
    documents = {
        one.document: one.title
        for one in sorted(library.documents(), key=lambda one: one.title.casefold())
        if one.level.is_rung
    }
    with st.form("own-form", border=False):
        document = st.selectbox(
            texts("learn.document"),
            list(documents),
            format_func=lambda id_: documents[id_],
            key="own-document",
        )
        quote = st.text_area(
            texts("learn.own_quote"),
            help=texts("learn.own_quote_help"),
            max_chars=_LONGEST_QUOTE,
            key="own-quote",
        )
        question = st.text_area(texts("learn.question"), max_chars=LONGEST_QUESTION, key="own-question")
        options = [
            st.text_input(
                texts("learn.own_right") if at == 0 else texts("learn.own_wrong", at=at),
                max_chars=LONGEST_OPTION,
                key=f"own-option-{at}",
            )
            for at in range(min(_OWN_OPTIONS, MOST_OPTIONS))
        ]
        sent = st.form_submit_button(texts("learn.add"), key="own-submit")
    if not sent or document is None:
        return
    written = [option for option in options if option.strip()]
    source = _found(document, quote.strip(), room) if quote.strip() else None
    fault = fault_of(question, written)
    if source is None:
        problem = texts("learn.own_no_quote")
    elif not options[0].strip() or len(written) < FEWEST_OPTIONS:
        problem = texts("learn.fault.few_options")
    elif fault:
        problem = texts(f"learn.fault.{fault}")
    elif len(kept.course.items) >= MOST_ITEMS:
        problem = texts("learn.full", count=MOST_ITEMS)
    else:
        shuffled = sorted((option.strip() for option in written), key=lambda _: secrets.token_hex(4))
        right = shuffled.index(options[0].strip())
        item = Item(secrets.token_hex(8), Kind.OWN, question.strip(), tuple(shuffled), right, source)
        course = replace(kept.course, items=(*kept.course.items, item))
        _change(kept, room, course, texts("learn.added"))
        st.rerun()
    st.html(notice_html(texts("notice.caution"), problem, "caution"))


def _found(document: str, quote: str, room: Room) -> Source | None:
    """Where the words stand, the first place of several."""
    known, text = room.library.document(document), room.library.text(document)
    at = text.find(quote)
    holding: list[Provision] = [p for p in room.library.provisions(document) if p.start <= at < p.end]
    if known is None or at < 0 or not holding:
        return None
    return source_of(known, min(holding, key=lambda p: p.end - p.start), text, at, at + len(quote))


def _about(kept: KeptCourse, room: Room) -> None:
    texts, course = room.texts, kept.course
    with st.form("about-form", border=False):
        title = st.text_input(
            texts("learn.course_title"), course.title, max_chars=LONGEST_TITLE, key="about-title"
        )
        described = st.text_area(
            texts("learn.course_description"), course.description, max_chars=LONGEST_TEXT, key="about-text"
        )
        mark = st.number_input(
            texts("learn.pass_mark"),
            0,
            100,
            course.pass_mark,
            help=texts("learn.pass_mark_help"),
            key="about-mark",
        )
        sent = st.form_submit_button(texts("learn.save"), key="about-save")
    if not sent:
        return
    if not title.strip():
        st.html(notice_html(texts("notice.caution"), texts("learn.title_missing"), "caution"))
        return
    new = replace(course, title=title.strip(), description=described.strip(), pass_mark=int(mark))
    _change(kept, room, new, texts("learn.saved"))
    st.rerun()


def _manage(kept: KeptCourse, room: Room) -> None:
    """Showing it to learners, the link to it, a copy of it, and taking it away."""
    texts, course = room.texts, kept.course
    st.html(
        f"<h2 class='rs-section'>{texts('learn.publishing')}</h2>"
        f"<p class='rs-meta'>{texts('learn.is_published' if kept.published else 'learn.is_draft')}</p>"
    )
    with st.container(horizontal=True, key="manage"):
        st.button(
            texts("learn.unpublish" if kept.published else "learn.publish"),
            type="secondary" if kept.published else "primary",
            disabled=not course.items and not kept.published,
            key="publish",
            on_click=partial(_publish, kept, room),
        )
        if st.button(texts("learn.copy"), key="copy"):
            title = texts("learn.copy_of", title=course.title)[:LONGEST_TITLE]
            made = courses.copy(room.database, room.person, course, title)
            st.session_state[f"said-{made.id}"] = (texts("learn.copied"), None, 0)
            st.query_params["id"] = made.id
            st.rerun()
        if st.button(texts("learn.delete"), key="delete"):
            courses.delete(room.database, room.person, course.id, True)
            st.session_state["course-removed"] = course.id
            open_overview()
    if kept.published:
        st.html(f"<p class='rs-meta'>{texts('learn.link_note')}</p>")
        st.code(whole_link(course_link(course.id)), language=None)


def _publish(kept: KeptCourse, room: Room) -> None:
    try:
        courses.publish(room.database, room.person, kept.course.id, not kept.published)
    except NotKept as error:
        st.session_state[f"said-{kept.course.id}"] = (f"{error.message} {error.remedy}", None, 0)
