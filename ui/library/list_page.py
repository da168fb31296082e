"""The page `/bibliotek`: every document, by level, organisation, status and time."""

from dataclasses import replace
from datetime import date
from math import ceil

import streamlit as st

from hierarchy.levels import Hierarchy
from index.errors import LibraryError
from ui import links_script, sidebar
from ui.escape import as_html
from ui.library import list_html
from ui.library.opened import Shelves
from ui.library.shelf import ON_A_PAGE, ORDERS, Asked, Row, asked, chosen
from ui.library.timeline import Track, timeline_html
from ui.notice import notice_html, show_problem
from ui.opening import open_page, show_title
from ui.texts import Texts

_LONGEST_DAY = 30


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    show_title("library", texts)
    sidebar.show_language(texts)
    try:
        shelves = Shelves(settings)
        documents = shelves.library.documents()
    except LibraryError as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    if not documents:
        show_problem(texts("problem.head"), texts("problem.empty"), texts("problem.empty_remedy"))
        return
    wanted = asked(st.query_params.to_dict())
    known = {organisation.id for organisation in shelves.library.hierarchy.organisations}
    if wanted.organisation not in known:
        wanted = replace(wanted, organisation="")
    day = wanted.day or date.today()
    given = st.query_params.get("dag", "")
    if given and wanted.day is None:
        said = texts("library.filter.no_day", day=given[:_LONGEST_DAY])
        st.html(notice_html(texts("notice.caution"), said, "caution"))
    all_rows = shelves.rows(day)
    found = chosen(all_rows, wanted)
    st.html(list_html.filters_html(all_rows, wanted, shelves.library.hierarchy, texts))
    st.html(list_html.found_html(found, len(all_rows), wanted, day, texts))
    links_script.show(list_html.FOUND, wanted.link(), always=False)
    if not found:
        st.html(f"<p class='rs-nothing'>{as_html(texts('library.nothing'))}</p>")
    elif wanted.timeline:
        _show_timeline(shelves, found, wanted, day, texts)
    else:
        _show_list(found, wanted, shelves.library.hierarchy, texts)


def _show_list(found: list[Row], wanted: Asked, hierarchy: Hierarchy, texts: Texts) -> None:
    wanted, pages = _within(wanted, len(found))
    shown = found[(wanted.page - 1) * ON_A_PAGE : wanted.page * ON_A_PAGE]
    if wanted.order == ORDERS[0]:
        st.html(list_html.ladder_html(shown, found, hierarchy, wanted, texts))
    else:
        st.html(list_html.flat_html(shown, hierarchy, texts))
    if pages > 1:
        st.html(list_html.pages_html(wanted, pages, texts))


def _show_timeline(shelves: Shelves, found: list[Row], wanted: Asked, day: date, texts: Texts) -> None:
    """A line for each family of editions; records have no days on which they hold, and are left out."""
    tracks = tracks_of(shelves, found, day)
    if not tracks:
        st.html(f"<p class='rs-nothing'>{as_html(texts('library.timeline.nothing'))}</p>")
        return
    wanted, pages = _within(wanted, len(tracks))
    shown = tracks[(wanted.page - 1) * ON_A_PAGE : wanted.page * ON_A_PAGE]
    heading = f"<h2 class='rs-part'>{texts('library.timeline.heading')}</h2>"
    st.html(f"<div class='rs-soft'>{heading}{timeline_html(shown, day, texts)}</div>")
    if pages > 1:
        st.html(list_html.pages_html(wanted, pages, texts))


def tracks_of(shelves: Shelves, found: list[Row], day: date) -> list[Track]:
    """The families of the rungs' documents among `found`, in their order, each with all its editions."""
    everything = {row.document.document: row for row in shelves.rows(day)}
    tracks: dict[str, Track] = {}
    for row in found:
        if not row.document.level.is_rung:
            continue
        editions = shelves.families[row.document.document].editions
        latest = editions[-1]
        if latest.document not in tracks:
            rows = tuple(everything[edition.document] for edition in editions)
            tracks[latest.document] = Track(latest.title, rows)
    return list(tracks.values())


def _within(wanted: Asked, count: int) -> tuple[Asked, int]:
    """A page that is there, and how many there are."""
    pages = max(1, ceil(count / ON_A_PAGE))
    return replace(wanted, page=min(wanted.page, pages)), pages
