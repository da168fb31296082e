"""A course is changed: what is kept, what is said of it, and the way back."""

from functools import partial

import streamlit as st

from learning.course import Course
from people import courses
from people.courses import KeptCourse
from people.errors import NotKept
from ui.escape import as_html
from ui.learn.opening import Room


def change(kept: KeptCourse, room: Room, course: Course, said: str) -> None:
    """Keeps a change, and remembers what was before it for whoever wants it back."""
    key = f"said-{kept.course.id}"
    try:
        version = courses.save(room.database, room.person, course, kept.version)
    except NotKept as error:
        st.session_state[key] = (f"{error.message} {error.remedy}", None, 0)
        return
    st.session_state[key] = (said, kept.course, version)


def show_said(kept: KeptCourse, room: Room) -> None:
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
                on_click=partial(change, kept, room, before, room.texts("learn.undone")),
            )
