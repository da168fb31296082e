"""A course's content as a trainer changes it: its words, its exercises, and whether it is shown."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from learning.changes import Finding, findings
from learning.course import LONGEST_OPTION, LONGEST_QUESTION, Item, Source, digest_of, fault_of
from people.courses import KeptCourse
from ui.escape import as_html, as_label
from ui.learn import exercise, own_question, publishing
from ui.learn.changing import change, show_said
from ui.learn.opening import Room
from ui.notice import notice_html
from ui.texts import Texts

_LONGEST_LABEL = 90
_ONE_LINE = 90


def show(kept: KeptCourse, room: Room) -> None:
    """Everything a trainer may change, the most used first."""
    texts, course = room.texts, kept.course
    show_said(kept, room)
    found = {one.item.id: one for one in findings(course, room.library, room.today)}
    st.html(f"<h2 class='rs-section'>{texts('learn.items', count=len(course.items))}</h2>")
    if not course.items:
        st.html(f"<p class='rs-empty'>{texts('learn.no_items')}</p>")
    for at, item in enumerate(course.items):
        _show_item(item, at, found.get(item.id), kept, room)
    with st.expander(texts("learn.own"), type="compact", key="open-own"):
        own_question.show(kept, room)
    with st.expander(texts("learn.about"), type="compact", key="open-about"):
        publishing.show_about(kept, room)
    publishing.show(kept, room)


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
    change(kept, room, replace(kept.course, items=tuple(items)), room.texts("learn.anchored", at=at + 1))


def _move(at: int, step: int, kept: KeptCourse, room: Room) -> None:
    items = list(kept.course.items)
    items[at], items[at + step] = items[at + step], items[at]
    said = room.texts("learn.moved", at=at + step + 1)
    change(kept, room, replace(kept.course, items=tuple(items)), said)


def _remove(at: int, kept: KeptCourse, room: Room) -> None:
    items = kept.course.items[:at] + kept.course.items[at + 1 :]
    change(kept, room, replace(kept.course, items=items), room.texts("learn.removed", at=at + 1))


def _edit(item: Item, kept: KeptCourse, room: Room) -> None:
    """Question and options can be worded anew; the quote they rest on can't."""
    texts = room.texts
    # A field keeps what was written in it, so one that shows other words, after an undo, is another field.
    words = f"{item.id}-{digest_of(chr(10).join((item.question, *item.options)))[:8]}"
    with st.form(f"edit-{item.id}", border=False):
        question = st.text_area(
            texts("learn.question"), item.question, max_chars=LONGEST_QUESTION, key=f"q-{words}"
        )
        options = [_edit_option(item, at, words, texts) for at in range(len(item.options))]
        sent = st.form_submit_button(texts("learn.save"), key=f"save-{item.id}")
    if not sent:
        return
    if fault := fault_of(question, options):
        st.html(notice_html(texts("notice.caution"), texts(f"learn.fault.{fault}"), "caution"))
        return
    new = replace(item, question=question.strip(), options=tuple(option.strip() for option in options))
    items = tuple(new if one.id == item.id else one for one in kept.course.items)
    change(kept, room, replace(kept.course, items=items), texts("learn.saved"))
    st.rerun()


def _edit_option(item: Item, at: int, words: str, texts: Texts) -> str:
    """A field as high as the option needs."""
    option, key = item.options[at], f"o-{words}-{at}"
    label = texts("learn.option_right" if at == item.right else "learn.option_wrong", at=at + 1)
    if len(option) <= _ONE_LINE:
        return st.text_input(label, option, max_chars=LONGEST_OPTION, key=key)
    return st.text_area(label, option, max_chars=LONGEST_OPTION, height="content", key=key)
