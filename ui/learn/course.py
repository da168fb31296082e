"""The page of one course: the learner's way, and for a trainer its content, proposals and results."""

import streamlit as st

from learning.changes import as_it_stands
from people import courses
from people.courses import KeptCourse
from people.errors import NotKept
from ui.escape import as_html
from ui.learn import editor, proposals, results, walk
from ui.learn.opening import Room, open_room, overview_link
from ui.notice import show_problem

VIEWS = ("content", "propose", "preview", "results", "take")


def page() -> None:
    """Draws the whole page; a course that can't be shown is said in a sentence."""
    room = open_room()
    if room is None:
        return
    texts = room.texts
    try:
        kept = courses.find_course(room.database, str(st.query_params.get("id", "")))
        if kept is None or kept.deleted or not (kept.published or room.trains):
            st.html(f"<h1 class='rs-title'>{texts('learn.title')}</h1>")
            show_problem(texts("problem.head"), texts("learn.unknown"), texts("learn.unknown_remedy"))
            overview_link(texts("learn.all_courses"))
            return
        _show(kept, room)
    except NotKept as error:
        show_problem(texts("problem.head"), error.message, error.remedy)


def _show(kept: KeptCourse, room: Room) -> None:
    course, texts = kept.course, room.texts
    described = f"<p class='rs-subtitle'>{as_html(course.description)}</p>" if course.description else ""
    overview_link(texts("learn.all_courses"))
    st.html(f"<h1 class='rs-title'>{as_html(course.title)}</h1>{described}")
    stands = as_it_stands(course, room.library, room.today)
    view = "take"
    if room.trains:
        view = st.segmented_control(
            texts("learn.view"),
            VIEWS,
            required=True,
            default="take" if kept.published else "content",
            format_func=lambda name: texts(f"learn.view.{name}"),
            key=f"view-{course.id}",
        )
    match view:
        case "content":
            editor.show(kept, room)
        case "propose":
            proposals.show(kept, room)
        case "preview":
            walk.show(stands, room, preview=True)
        case "results":
            results.show(stands, room)
        case _:
            walk.show(stands, room)
