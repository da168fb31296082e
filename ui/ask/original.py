"""The pages of the original PDF, to be turned, with what is quoted marked where it stands."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from hierarchy.ladder import Citation
from ui.drawn_page import drawn_page
from ui.escape import as_html
from ui.notice import show_problem
from ui.page_image import PageImage, PageNotDrawn, Quoted
from ui.texts import Texts

_BEFORE = 120
"""Characters before the quote that tell two places with the same words apart."""
_PAGE = "reading_at"
"""Where the session keeps the page that is looked at."""


def begin(quotes: Sequence[Citation]) -> None:
    """Opens at the page that the first quote begins on."""
    st.session_state[_PAGE] = quotes[0].page or 1


def show(quotes: Sequence[Citation], text: str, source: Path | None, texts: Texts) -> None:
    """Draws the page that is looked at and the buttons that turn it; `text` is the stored text."""
    if source is None or not source.is_file():
        show_problem(texts("notice.missing"), texts("page.no_file"), texts("page.no_file_remedy"))
        return
    page, starts = int(st.session_state.get(_PAGE, 1)), quotes[0].page or 1
    quoted = tuple(
        Quoted(c.quote, c.page or starts, text[max(0, c.start - _BEFORE) : c.start]) for c in quotes
    )
    try:
        picture = drawn_page(source, page, quoted)
    except PageNotDrawn:
        show_problem(texts("notice.missing"), texts("page.not_drawn"), texts("page.not_drawn_remedy"))
        return
    if picture.pages > 1:
        _show_turning(page, picture.pages, starts, texts)
    told = told_of(picture, quotes, page, texts)
    numbered = texts("read.page_of", page=page, pages=picture.pages)
    st.html(f"<p class='rs-told' role='status'><b>{as_html(numbered)}.</b> {as_html(told)}</p>")
    # A box that scrolls is reached and scrolled by keyboard too, since it holds what takes focus.
    st.image(picture.png, width="stretch", alt=f"{quotes[0].document.title}. {numbered}. {told}")


def told_of(picture: PageImage, quotes: Sequence[Citation], page: int, texts: Texts) -> str:
    """What of the quotes is marked on the page, in a sentence."""
    starts = quotes[0].page or 1
    here = [
        (q, begins, ends) for q, (begins, ends) in zip(quotes, picture.marked, strict=True) if ends > begins
    ]
    if not here:
        return texts("read.not_found") if page == starts else texts("read.elsewhere", page=starts)
    if all(begins > 0 for _, begins, _ in here):
        return texts("read.continued")
    whole = all(not quote.quote[ends:].strip() for quote, _, ends in here)
    return texts("read.marked" if whole else "read.marked_part")


def _show_turning(page: int, pages: int, starts: int, texts: Texts) -> None:
    with st.container(key="reading-turn", horizontal=True, gap="small"):
        # None is ever switched off: a button that is loses the focus of whoever pressed it.
        for name, icon, to in (
            ("previous", "chevron_left", max(1, page - 1)),
            ("next", "chevron_right", min(pages, page + 1)),
            ("back", "format_quote", starts),
        ):
            st.button(
                texts(f"read.{name}"),
                icon=f":material/{icon}:",
                key=f"reading-{name}",
                on_click=_turn,
                args=(to,),
            )


def _turn(page: int) -> None:
    st.session_state[_PAGE] = page
