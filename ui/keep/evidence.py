"""The words that something rests on, where they stand: the page as a picture, or the text around them."""

from dataclasses import dataclass

import streamlit as st

from index.library import Library
from ui.drawn_page import drawn_page
from ui.escape import as_html
from ui.notice import notice_html
from ui.page_image import PageNotDrawn, Quoted
from ui.texts import Texts

_AROUND = 500


@dataclass(frozen=True)
class Place:
    """A quote in a document; `page` counts from 1, None where the format has no pages."""

    document: str
    quote: str
    page: int | None


def show(library: Library, place: Place, texts: Texts) -> None:
    """The page with the quote marked; the text around it where there are no pages, or none can be drawn."""
    source = library.source_path(place.document)
    if source is not None and place.page is not None and source.suffix.lower() == ".pdf":
        try:
            picture = drawn_page(source, place.page, (Quoted(place.quote, place.page),))
        except PageNotDrawn:
            st.html(f"<p class='rs-why'>{texts('page.not_drawn')}</p>")
        else:
            is_marked = any(end > start for start, end in picture.marked)
            key = "keep.evidence.marked" if is_marked else "keep.evidence.unmarked"
            told = texts(key, page=place.page)
            st.image(picture.png, width="stretch", alt=told)
            st.html(f"<p class='rs-why'>{as_html(told)}</p>")
            return
    _show_text(library, place, texts)


def _show_text(library: Library, place: Place, texts: Texts) -> None:
    try:
        text = library.text(place.document)
    except KeyError:
        text = ""
    start = text.find(place.quote) if place.quote else -1
    if start < 0:
        st.html(notice_html(texts("notice.caution"), texts("keep.evidence.moved"), "caution"))
        return
    end = start + len(place.quote)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    st.html(
        f"<div class='rs-context' tabindex='0' role='region' aria-label='{texts('keep.evidence.label')}'>"
        f"<span class='rs-around'>{as_html(before)}</span><mark>{as_html(place.quote)}</mark>"
        f"<span class='rs-around'>{as_html(after)}</span></div>"
    )
