"""A learner's way through a course: one exercise at a time, what was missed again, and the end of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from learning.course import Course, Item
from learning.results import Standing, next_item, standing
from learning.spacing import Reply, cards, due
from people import progress
from ui.escape import as_html
from ui.formats import written_date
from ui.learn import certificate, exercise
from ui.learn.opening import Room
from ui.texts import Texts


@dataclass
class Visit:
    """Where a visitor is in a course. `queue`: exercises being repeated; `at`: the one on the page.

    `chosen`: what was answered on the page, None before that. `preview`: answers that are not kept, of a
    trainer who looks through the course; None for a learner.
    """

    queue: list[str] | None = None
    at: str | None = None
    chosen: int | None = None
    preview: list[Reply] | None = None
    started: bool = False


def show(course: Course, room: Room, *, preview: bool = False) -> None:
    """Draws where the visitor is. `course` is as it stands against today's library."""
    kept: Visit = st.session_state.setdefault(
        f"walk-{course.id}-{preview}", Visit(preview=[] if preview else None)
    )
    replies = _replies(course, room, kept)
    if not course.open_items:
        st.html(f"<p class='rs-empty'>{room.texts('learn.no_open_items')}</p>")
        return
    if len(course.open_items) < len(course.items):
        resting = len(course.items) - len(course.open_items)
        st.html(f"<p class='rs-meta'>{room.texts('learn.resting', count=resting)}</p>")
    if kept.at is not None and (item := course.item(kept.at)) and not item.set_aside:
        _show_item(item, course, replies, kept, room)
    elif kept.started and kept.queue is None and (item := next_item(course, replies)):
        kept.at, kept.chosen = item.id, None
        _show_item(item, course, replies, kept, room)
    else:
        kept.at = None
        _show_standing(course, replies, kept, room)


def _replies(course: Course, room: Room, kept: Visit) -> Sequence[Reply]:
    if kept.preview is not None:
        return kept.preview
    return progress.replies(room.database, room.person.id).get(course.id, [])


def _show_item(item: Item, course: Course, replies: Sequence[Reply], kept: Visit, room: Room) -> None:
    texts = room.texts
    st.html(f"<h2 class='rs-part'>{_heading(item, course, kept, texts)}</h2>{_bar(course, replies, texts)}")
    if kept.chosen is None:
        count = len(replies)
        chosen = exercise.ask(item, room, f"{course.id}-{item.id}-{count}")
        if chosen is None:
            return
        kept.chosen = chosen
        _keep(Reply(item.id, room.today, chosen == item.right), course, kept, room)
        st.rerun()
    exercise.show_answered(item, kept.chosen, room)
    more = bool(kept.queue) if kept.queue is not None else next_item(course, replies) is not None
    st.button(
        texts("learn.next" if more else "learn.to_end"),
        type="primary",
        key=f"next-{course.id}",
        on_click=partial(_go_on, kept),
    )


def _heading(item: Item, course: Course, kept: Visit, texts: Texts) -> str:
    if kept.queue is not None:
        left = len(kept.queue) + 1
        return texts("learn.repeating", left=left)
    place = [one.id for one in course.open_items].index(item.id) + 1
    return texts("learn.item_of", place=place, count=len(course.open_items))


def _bar(course: Course, replies: Sequence[Reply], texts: Texts) -> str:
    stands = standing(course, replies)
    share = stands.answered * 100 // stands.items
    said = texts("learn.answered_of", answered=stands.answered, count=stands.items)
    return (
        f"<div class='rs-progress' role='img' aria-label='{said}'><span style='width:{share}%'></span></div>"
    )


def _keep(reply: Reply, course: Course, kept: Visit, room: Room) -> None:
    if kept.preview is not None:
        kept.preview.append(reply)
        return
    progress.begin(room.database, room.person.id, course.id, room.today)
    progress.add_reply(room.database, room.person.id, course.id, reply)
    replies = progress.replies(room.database, room.person.id)[course.id]
    if standing(course, replies).is_through:
        progress.finish(room.database, room.person.id, course.id, room.today)


def _go_on(kept: Visit) -> None:
    kept.chosen = None
    kept.at = kept.queue.pop(0) if kept.queue else None
    if kept.at is None and kept.queue is not None:
        kept.queue, kept.started = None, False


def _repeat(kept: Visit, items: list[str]) -> None:
    kept.queue, kept.chosen = items, None
    kept.at = kept.queue.pop(0)


def _start(kept: Visit) -> None:
    kept.started, kept.queue, kept.at, kept.chosen = True, None, None, None


def _show_standing(course: Course, replies: Sequence[Reply], kept: Visit, room: Room) -> None:
    """Before the first exercise, between visits, and when all are answered."""
    texts, stands = room.texts, standing(course, replies)
    if not stands.is_through:
        _show_beginning(course, stands, kept, room)
    else:
        st.html(
            f"<h2 class='rs-part'>{texts('learn.through')}</h2><p class='rs-lead'>"
            f"{texts('learn.score', right=stands.right, count=stands.items, percent=stands.percent)}</p>"
            f"<p class='rs-meta'>{texts('learn.pass_mark_is', percent=stands.pass_mark)}</p>"
        )
    _offer_repeating(course, replies, kept, texts, room)
    if stands.has_passed and kept.preview is None:
        certificate.offer(course, stands, room)


def _show_beginning(course: Course, stands: Standing, kept: Visit, room: Room) -> None:
    texts = room.texts
    said = texts("learn.how_it_works", count=stands.items, percent=stands.pass_mark)
    st.html(f"<p class='rs-meta'>{said}</p>")
    if stands.answered:
        answered = texts("learn.answered_of", answered=stands.answered, count=stands.items)
        bar = _bar(course, _replies(course, room, kept), texts)
        st.html(f"{bar}<p class='rs-meta'>{answered}</p>")
    st.button(
        texts("learn.go_on" if stands.answered else "learn.start"),
        type="primary",
        key=f"start-{course.id}",
        on_click=partial(_start, kept),
    )


def _offer_repeating(course: Course, replies: Sequence[Reply], kept: Visit, texts: Texts, room: Room) -> None:
    """What is due today, and what was missed last, which may be gone through at any time."""
    known = {item.id for item in course.open_items}
    today = [card.item for card in due(replies, room.today) if card.item in known]
    latest = {reply.item: reply.right for reply in replies}
    missed = [item.id for item in course.open_items if latest.get(item.id) is False]
    if today:
        _offer(texts("learn.due_today", count=len(today)), f"due-{course.id}", partial(_repeat, kept, today))
    elif missed:
        _offer(
            texts("learn.missed", count=len(missed)), f"missed-{course.id}", partial(_repeat, kept, missed)
        )
    coming = sorted(card.due for card in cards(replies).values() if card.item in known)
    if coming and not today:
        said = texts("learn.next_due", date=written_date(coming[0], texts), count=len(coming))
        st.html(f"<p class='rs-meta'>{as_html(said)}</p>")


def _offer(label: str, key: str, press: Callable[[], None]) -> None:
    st.button(label, key=key, on_click=press)
