"""The page of all courses: what to repeat today, what there is to learn, and what a trainer is making."""

from collections.abc import Mapping, Sequence

import streamlit as st

from learning.changes import as_it_stands
from learning.course import LONGEST_TEXT, LONGEST_TITLE, Course
from learning.results import standing
from learning.spacing import Reply, due
from people import courses, progress
from people.courses import KeptCourse
from people.errors import NotKept
from ui.escape import as_html, as_label
from ui.formats import organisation_name
from ui.learn import certificate
from ui.learn.opening import Room, course_link, open_course, open_room
from ui.notice import notice_html, show_problem

_PER_PAGE = 12


def page() -> None:
    """Draws the whole page."""
    room = open_room()
    if room is None:
        return
    texts = room.texts
    st.html(
        f"<h1 class='rs-title'>{texts('learn.title')}</h1>"
        f"<p class='rs-subtitle'>{texts('learn.subtitle')}</p>"
    )
    try:
        _show(room)
    except NotKept as error:
        show_problem(texts("problem.head"), error.message, error.remedy)


def _show(room: Room) -> None:
    texts = room.texts
    everything = courses.all_courses(room.database)
    replies = progress.replies(room.database, room.person.id)
    published = [kept for kept in everything if kept.published and not kept.deleted]
    _show_due(published, replies, room)
    st.html(f"<h2 class='rs-section'>{texts('learn.courses')}</h2>")
    if not published:
        st.html(f"<p class='rs-empty'>{texts('learn.no_courses')}</p>")
    for kept in _paged(published, "courses", room):
        _show_card(kept, replies.get(kept.course.id, []), room)
    if room.trains:
        _show_workshop(everything, room)
    with st.expander(texts("learn.check_heading"), type="compact", key="open-check"):
        certificate.show_check(room)


def _show_due(published: Sequence[KeptCourse], replies: Mapping[str, Sequence[Reply]], room: Room) -> None:
    """What is to be repeated today, course by course; nothing where there is nothing."""
    waiting = []
    for kept in published:
        cards = due(replies.get(kept.course.id, []), room.today)
        # What has changed since rests, and is nothing to repeat.
        course = as_it_stands(kept.course, room.library, room.today) if cards else kept.course
        known = {item.id for item in course.open_items}
        if count := sum(card.item in known for card in cards):
            waiting.append((course, count))
    if not waiting:
        return
    st.html(f"<h2 class='rs-section'>{room.texts('learn.today')}</h2>")
    with st.container(key="due-today", border=True):
        for course, count in waiting:
            label = room.texts("learn.today_in", count=count, course=course.title)
            course_link(course.id, as_label(label), f"due-{course.id}")


def _show_card(kept: KeptCourse, replies: Sequence[Reply], room: Room) -> None:
    course = as_it_stands(kept.course, room.library, room.today)
    texts, stands = room.texts, standing(course, replies)
    if stands.has_passed:
        state = texts("learn.state_passed", percent=stands.percent)
    elif stands.is_through:
        state = texts("learn.state_through", percent=stands.percent)
    elif stands.answered:
        state = texts("learn.answered_of", answered=stands.answered, count=stands.items)
    else:
        state = texts("learn.state_new")
    with st.container(key=f"card-{course.id}", border=True, gap="small"):
        st.html(
            f"<h3 class='rs-card-title'>{as_html(course.title)}</h3>{_described(course)}"
            f"<p class='rs-meta'>{as_html(' · '.join([*_facts(course, room), state]))}</p>"
        )
        opens = "learn.open" if stands.is_through else "learn.go_on" if stands.answered else "learn.to_course"
        label = texts("learn.link_named", does=texts(opens), course=course.title)
        course_link(course.id, as_label(label), f"take-{course.id}")


def _described(course: Course) -> str:
    return f"<p class='rs-described'>{as_html(course.description)}</p>" if course.description.strip() else ""


def _facts(course: Course, room: Room) -> list[str]:
    facts = [room.texts("learn.count", count=len(course.open_items))]
    known = room.library.hierarchy.organisation(course.organisation) if course.organisation else None
    return [*facts, organisation_name(known, room.texts)] if known else facts


def _show_workshop(everything: Sequence[KeptCourse], room: Room) -> None:
    """The trainer's part: every course with its state, what needs a look, and a form for a new one."""
    texts = room.texts
    st.html(f"<h2 class='rs-section'>{texts('learn.workshop')}</h2>")
    if removed := st.session_state.get("course-removed"):
        _offer_undo(removed, room)
    alive = [kept for kept in everything if not kept.deleted]
    if not alive:
        st.html(f"<p class='rs-empty'>{texts('learn.workshop_empty')}</p>")
    for kept in _paged(alive, "workshop", room):
        course = as_it_stands(kept.course, room.library, room.today)
        aside = len(course.items) - len(course.open_items)
        state = texts("learn.published" if kept.published else "learn.draft")
        facts = [state, *_facts(course, room)]
        flag = f"<p class='rs-flag'>{texts('learn.needs_look', count=aside)}</p>" if aside else ""
        with st.container(key=f"work-{course.id}", border=True, gap="small"):
            st.html(
                f"<h3 class='rs-card-title'>{as_html(course.title)}</h3>"
                f"<p class='rs-meta'>{as_html(' · '.join(facts))}</p>{flag}"
            )
            label = texts("learn.link_named", does=texts("learn.change"), course=course.title)
            course_link(course.id, as_label(label), f"change-{course.id}")
    with st.expander(texts("learn.new_course"), type="compact", key="open-new-course", expanded=not alive):
        _new_course(room)
    deleted = [kept for kept in everything if kept.deleted]
    if deleted:
        with st.expander(texts("learn.deleted", count=len(deleted)), type="compact", key="open-deleted"):
            for kept in deleted:
                label = texts("learn.bring_back", course=kept.course.title)
                if st.button(as_label(label), key=f"restore-{kept.course.id}"):
                    courses.delete(room.database, room.person, kept.course.id, False)
                    st.rerun()


def _offer_undo(course: str, room: Room) -> None:
    kept = courses.find_course(room.database, course)
    if kept is None or not kept.deleted:
        return
    texts = room.texts
    with st.container(key="undo-course", horizontal=True, vertical_alignment="center"):
        st.html(f"<p role='status'>{as_html(texts('learn.removed_course', course=kept.course.title))}</p>")
        if st.button(texts("learn.undo"), key="undo-delete"):
            courses.delete(room.database, room.person, course, False)
            st.session_state.pop("course-removed")
            st.rerun()


def _new_course(room: Room) -> None:
    texts = room.texts
    known = {one.id: one for one in room.library.hierarchy.organisations}
    with st.form("new-course-form", border=False):
        title = st.text_input(texts("learn.course_title"), max_chars=LONGEST_TITLE, key="new-title")
        described = st.text_area(
            texts("learn.course_description"), max_chars=LONGEST_TEXT, key="new-description"
        )
        options: list[str | None] = [*known] or [None]
        default = room.settings.default_organisation
        organisation = st.selectbox(
            texts("learn.course_organisation"),
            options,
            index=options.index(default) if default in options else 0,
            format_func=lambda i: organisation_name(known[i], texts) if i else texts("identity.everyone"),
            key="new-organisation",
        )
        made = st.form_submit_button(texts("learn.make_course"), type="primary", key="new-submit")
    if not made:
        return
    if not title.strip():
        st.html(notice_html(texts("notice.caution"), texts("learn.title_missing"), "caution"))
        return
    course = Course("", title.strip(), described.strip(), texts.language, organisation)
    open_course(courses.new_course(room.database, room.person, course).id)


def _paged(kept: Sequence[KeptCourse], key: str, room: Room) -> Sequence[KeptCourse]:
    """One page of a long list, with a way to the others."""
    if len(kept) <= _PER_PAGE:
        return kept
    pages = -(-len(kept) // _PER_PAGE)
    at = st.number_input(
        room.texts("learn.page_of", count=pages), min_value=1, max_value=pages, value=1, key=f"page-{key}"
    )
    return kept[(int(at) - 1) * _PER_PAGE : int(at) * _PER_PAGE]
