"""A course as a whole: its title and pass mark, and whether learners see it."""

from dataclasses import replace
from functools import partial

import streamlit as st

from learning.course import LONGEST_TEXT, LONGEST_TITLE, digest_of
from people import courses
from people.courses import KeptCourse
from people.errors import NotKept
from ui.learn.changing import change
from ui.learn.opening import Room, open_overview
from ui.links import course_link, whole_link
from ui.notice import notice_html


def show_about(kept: KeptCourse, room: Room) -> None:
    """The words of the course, in fields that are others where the words are."""
    texts, course = room.texts, kept.course
    words = digest_of(f"{course.id}\n{course.title}\n{course.description}\n{course.pass_mark}")[:8]
    with st.form("about-form", border=False):
        title = st.text_input(
            texts("learn.course_title"), course.title, max_chars=LONGEST_TITLE, key=f"about-title-{words}"
        )
        described = st.text_area(
            texts("learn.course_description"),
            course.description,
            max_chars=LONGEST_TEXT,
            key=f"about-text-{words}",
        )
        mark = st.number_input(
            texts("learn.pass_mark"),
            0,
            100,
            course.pass_mark,
            help=texts("learn.pass_mark_help"),
            key=f"about-mark-{words}",
        )
        sent = st.form_submit_button(texts("learn.save"), key="about-save")
    if not sent:
        return
    if not title.strip():
        st.html(notice_html(texts("notice.caution"), texts("learn.title_missing"), "caution"))
        return
    new = replace(course, title=title.strip(), description=described.strip(), pass_mark=int(mark))
    change(kept, room, new, texts("learn.saved"))
    st.rerun()


def show(kept: KeptCourse, room: Room) -> None:
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
        st.code(whole_link(course_link(course.id)), language=None, wrap_lines=True)


def _publish(kept: KeptCourse, room: Room) -> None:
    try:
        courses.publish(room.database, room.person, kept.course.id, not kept.published)
    except NotKept as error:
        st.session_state[f"said-{kept.course.id}"] = (f"{error.message} {error.remedy}", None, 0)
