"""A quote, word for word, that opens to its provision in context, its document and its page."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from hierarchy.documents import Status
from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy
from ui.engine import ReadableLibrary
from ui.escape import as_html, as_label
from ui.excerpt import excerpt
from ui.formats import written_page
from ui.identity import identity_html
from ui.notice import notice_html, show_problem
from ui.page_image import PageImage, PageNotDrawn, draw_page
from ui.texts import Texts

_CONTEXT_BEFORE = 120
"""Characters before the quote that tell two places with the same words apart."""
_LONGEST_ADDRESS = 60


def show(
    citation: Citation,
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    *,
    key: str,
    cautions: Sequence[str] = (),
    organisation: str | None = None,
) -> None:
    """Draws the quote with its source and `cautions`; `key` is unique on the page.

    What is behind the quote is fetched only when the reader opens it.
    """
    st.html(quote_html(citation, texts, cautions))
    opened = st.expander(
        as_label(texts("citation.open", address=_short_address(citation))),
        type="compact",
        key=f"open-{key}",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            _behind(citation, library, hierarchy, texts, organisation)


def quote_html(citation: Citation, texts: Texts, cautions: Sequence[str] = ()) -> str:
    """The quote verbatim, the title, address, page and (where it is not in force) status below it."""
    document = citation.document
    source = [
        f"<cite>{as_html(document.title)}</cite>",
        f"<span>{as_html(citation.provision.address)}</span>",
    ]
    if page := written_page(citation, texts):
        source.append(f"<span>{as_html(page)}</span>")
    if document.status is not Status.ADOPTED:
        source.append(f"<span class='rs-status'>{texts(f'status.{document.status}')}</span>")
    warned = "".join(notice_html(texts("notice.caution"), caution, "caution") for caution in cautions)
    return (
        f"<figure class='rs-quote'><blockquote lang='{as_html(document.language)}'>{as_html(citation.quote)}"
        f"</blockquote><figcaption>{' '.join(source)}</figcaption></figure>{warned}"
    )


def context_html(citation: Citation, text: str, texts: Texts) -> str:
    """The provision with the quote marked in it; a caution where the stored text has changed since."""
    shown = excerpt(text, citation)
    if shown is None:
        return notice_html(texts("notice.caution"), texts("citation.moved"), "caution")
    opens, closes = "… " if shown.opens_cut else "", " …" if shown.closes_cut else ""
    return (
        f"<div class='rs-context' lang='{as_html(citation.document.language)}' tabindex='0' role='region' "
        f"aria-label='{texts('citation.context')}'>"
        f"<span class='rs-around'>{opens}{as_html(shown.earlier)}</span>{as_html(shown.before)}"
        f"<mark>{as_html(shown.quote)}</mark>{as_html(shown.after)}"
        f"<span class='rs-around'>{as_html(shown.later)}{closes}</span></div>"
    )


def _behind(
    citation: Citation, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, organisation: str | None
) -> None:
    document = citation.document
    try:
        text = library.text(document.document)
    except KeyError:  # read anew since the answer was given, and the document is gone
        text = ""
    names = [texts("citation.tab_context"), texts("citation.tab_document")]
    paged = citation.page is not None and document.source.lower().endswith(".pdf")
    tabs = st.tabs([*names, texts("citation.tab_page")] if paged else names)
    with tabs[0]:
        st.html(context_html(citation, text, texts))
    with tabs[1]:
        st.html(identity_html(document, hierarchy, organisation, texts))
    if paged:
        with tabs[2]:
            _show_pages(citation, text, library.source_path(document.document), texts)


def _show_pages(citation: Citation, text: str, source: Path | None, texts: Texts) -> None:
    """The page that the quote begins on, and the next where it goes on there."""
    if source is None or citation.page is None or not source.is_file():
        show_problem(texts("notice.missing"), texts("page.no_file"), texts("page.no_file_remedy"))
        return
    before = text[max(0, citation.start - _CONTEXT_BEFORE) : citation.start]
    changed = source.stat().st_mtime_ns
    try:
        picture = _drawn(source, changed, citation.page, citation.quote, before)
        _show_picture(picture, citation, citation.page, texts)
        rest = citation.quote[picture.covered :]
        if picture.covered and rest.strip():
            _show_picture(
                _drawn(source, changed, citation.page + 1, rest, ""), citation, citation.page + 1, texts
            )
    except PageNotDrawn:
        show_problem(texts("notice.missing"), texts("page.not_drawn"), texts("page.not_drawn_remedy"))


def _show_picture(picture: PageImage, citation: Citation, page: int, texts: Texts) -> None:
    told = texts("page.marked" if picture.covered else "page.unmarked", page=page)
    st.image(picture.png, width="stretch", alt=f"{citation.document.title}. {told}")
    st.caption(as_label(told))


@st.cache_data(max_entries=64, show_spinner=False)
def _drawn(source: Path, changed: int, page: int, quote: str, before: str) -> PageImage:
    """`draw_page`, kept; `changed` (the file's time stamp) makes an altered file a new picture."""
    del changed
    return draw_page(source, page, quote, before)


def _short_address(citation: Citation) -> str:
    """The innermost part of the address, or the title where the provision has none of its own."""
    path = citation.provision.path
    address = (path[-1] if path else citation.provision.address) or citation.document.title
    return address if len(address) <= _LONGEST_ADDRESS else f"{address[: _LONGEST_ADDRESS - 1].rstrip()}…"
