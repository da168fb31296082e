"""Everything that has been done here, with the way back."""

from pathlib import Path

import streamlit as st

from index.library import Library
from keeping.changes import Change, Kind, taken_in, undone
from ui.escape import as_html, as_label
from ui.keep.actions import Actions
from ui.keep.doing import attempt
from ui.keep.paging import show_pages, shown_of
from ui.keep.words import time_said
from ui.texts import Texts

_AT_ONCE = 15
_MOST_NAMES = 5


def show(actions: Actions, library: Library, texts: Texts) -> None:
    """The list, newest first, each with its undo."""
    del library
    st.html(
        f"<h2 class='rs-head'>{texts('keep.changes.heading')}</h2>"
        f"<p class='rs-why'>{texts('keep.changes.note')}</p>"
    )
    found = actions.changes()
    if not found:
        st.html(f"<p class='rs-why'>{texts('keep.changes.none')}</p>")
        return
    gone = undone(found)
    shown, pages = shown_of(found, _AT_ONCE, "keep-changes-page")
    with st.container(key="keep-rows"):
        for change in shown:
            _show_change(actions, change, gone, _may_undo(change, found, gone), texts)
    show_pages(pages, "keep-changes-page")


def _may_undo(change: Change, found: list[Change], gone: frozenset[int]) -> bool:
    if change.number in gone:
        return False
    if change.kind is Kind.INGEST:
        return any(one.number not in gone for one in taken_in(found, change))
    return bool(change.files)


def _show_change(
    actions: Actions, change: Change, gone: frozenset[int], may_undo: bool, texts: Texts
) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"keep-row-{change.number}"):
        facts = [as_html(time_said(change.at, texts)), as_html(change.by)]
        if change.number in gone:
            facts.append(texts("keep.changes.undone"))
        names = [as_html(Path(path).name) for path in change.kept_edits]
        kept = "".join(
            f"<br><span class='rs-status'>{texts('keep.changes.kept_edit', name=name)}</span>"
            for name in names
        )
        st.html(
            f"<p class='rs-row'><b>{texts('keep.changes.numbered', number=change.number)} "
            f"{_what(change, texts)}</b><br><span class='rs-why'>{' · '.join(facts)}</span>{kept}</p>"
        )
        if may_undo and st.button(
            texts("keep.changes.undo"),
            key=f"keep-undo-{change.number}",
            help=as_label(texts("keep.changes.undo_help", number=change.number)),
        ):
            attempt(lambda: actions.undo(change.number), texts, texts("keep.changes.done"))


def _what(change: Change, texts: Texts) -> str:
    if change.kind is Kind.UNDO:
        return texts("keep.changes.undo_of", number=change.undoes)
    names = ", ".join(change.subjects[:_MOST_NAMES])
    if len(change.subjects) > _MOST_NAMES:
        names = texts("keep.changes.and_more", names=names, number=len(change.subjects) - _MOST_NAMES)
    if not names:
        return texts(f"keep.change.{change.kind}")
    return texts("keep.changes.named", what=texts(f"keep.change.{change.kind}"), names=as_html(names))
