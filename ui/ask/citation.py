"""Quotes of one provision, word for word, that open to it in context, to its document and its page."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from hierarchy.documents import Status
from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy
from ui import style
from ui.engine import ReadableLibrary
from ui.escape import as_html, as_label
from ui.excerpt import excerpt
from ui.formats import written_confidence, written_counterparts, written_page
from ui.identity import identity_html
from ui.notice import notice_html, show_problem
from ui.page_image import PageImage, PageNotDrawn, draw_page
from ui.texts import Texts, tied

_CONTEXT_BEFORE = 120
"""Characters before the quote that tell two places with the same words apart."""
_LONGEST_ADDRESS = 60


def show(
    quotes: Sequence[Citation],
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    *,
    key: str,
    cautions: Sequence[str] = (),
    organisation: str | None = None,
    counterparts: Sequence[Citation] = (),
) -> None:
    """Draws what one provision says: its `quotes` in order, its source, `cautions` and `counterparts`.

    `key` is unique on the page. What is behind the quotes is fetched only when the reader opens it.
    """
    st.html(quote_html(quotes, texts, cautions))
    opened = st.expander(
        as_label(texts("citation.open", address=_short_address(quotes[0]))),
        type="compact",
        key=f"open-{key}",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            _behind(quotes, library, hierarchy, texts, organisation)
    if line := written_counterparts(counterparts, texts):
        named = st.expander(as_label(line), type="compact", key=f"open-parallel-{key}", on_change="rerun")
        if named.open:
            with named:
                for counterpart in counterparts:
                    st.html(_source_html(counterpart))
                    st.html(context_html([counterpart], _stored(library, counterpart), texts))


def _source_html(citation: Citation) -> str:
    title, address = as_html(citation.document.title), as_html(citation.provision.address)
    language = as_html(citation.document.language)
    return f"<p class='rs-why' lang='{language}'><cite>{title}</cite> {address}</p>"


def quote_html(quotes: Sequence[Citation], texts: Texts, cautions: Sequence[str] = ()) -> str:
    """The quotes verbatim; below them the title, address, page and (where it is not in force) status."""
    document = quotes[0].document
    language = as_html(document.language)
    source = [
        f"<cite lang='{language}'>{as_html(document.title)}</cite>",
        f"<span lang='{language}'>{as_html(tied(quotes[0].provision.address))}</span>",
    ]
    if page := written_page(quotes[0], texts):
        source.append(f"<span>{as_html(page)}</span>")
    if scanned := written_confidence(min(quotes, key=_confidence), texts):
        source.append(f"<span>{as_html(scanned)}</span>")
    if document.status is not Status.ADOPTED:
        source.append(f"<span class='rs-status'>{texts(f'status.{document.status}')}</span>")
    said = "".join(f"<blockquote lang='{language}'>{as_html(c.quote)}</blockquote>" for c in quotes)
    warned = "".join(notice_html(texts("notice.caution"), caution, "caution") for caution in cautions)
    return f"<figure class='rs-quote'>{said}<figcaption>{' '.join(source)}</figcaption></figure>{warned}"


def _confidence(citation: Citation) -> float:
    return 1.0 if citation.ocr_confidence is None else citation.ocr_confidence


def context_html(quotes: Sequence[Citation], text: str, texts: Texts) -> str:
    """The provision with the quotes marked in it; a caution where the stored text has changed since."""
    first, end = quotes[0], max(citation.end for citation in quotes)
    shown = excerpt(text, replace(first, quote=text[first.start : end], end=end))
    if shown is None or any(text[c.start : c.end] != c.quote for c in quotes):
        return notice_html(texts("notice.caution"), texts("citation.moved"), "caution")
    opens, closes = "… " if shown.opens_cut else "", " …" if shown.closes_cut else ""
    return (
        f"<div class='rs-context' lang='{as_html(first.document.language)}' tabindex='0' role='region' "
        f"aria-label='{texts('citation.context')}'>"
        f"<span class='rs-around'>{opens}{as_html(shown.earlier)}</span>{as_html(shown.before)}"
        f"{_marked(quotes, text)}{as_html(shown.after)}"
        f"<span class='rs-around'>{as_html(shown.later)}{closes}</span></div>"
    )


def _marked(quotes: Sequence[Citation], text: str) -> str:
    """The text from the first quote to the last, each quote marked and what is between them plain."""
    html, at = "", quotes[0].start
    for citation in quotes:
        start = max(at, citation.start)
        if start < citation.end:
            html += f"{as_html(text[at:start])}<mark>{as_html(text[start : citation.end])}</mark>"
            at = citation.end
    return html


def _behind(
    quotes: Sequence[Citation],
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    organisation: str | None,
) -> None:
    document = quotes[0].document
    text = _stored(library, quotes[0])
    names = [texts("citation.tab_context"), texts("citation.tab_document")]
    paged = quotes[0].page is not None and document.source.lower().endswith(".pdf")
    tabs = st.tabs([*names, texts("citation.tab_page")] if paged else names)
    with tabs[0]:
        st.html(context_html(quotes, text, texts))
        style.show_marks()
    with tabs[1]:
        st.html(identity_html(document, hierarchy, organisation, texts))
    if paged:
        with tabs[2]:
            source = library.source_path(document.document)
            for citation in quotes:
                _show_pages(citation, text, source, texts)


def _stored(library: ReadableLibrary, citation: Citation) -> str:
    try:
        return library.text(citation.document.document)
    except KeyError:  # read anew since the answer was given, and the document is gone
        return ""


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
    """The innermost part of the address, of a statute all of it; the title where there is none."""
    whole, path = citation.provision.address, citation.provision.path
    address = (whole if whole.endswith("§") or not path else path[-1]).rstrip(": ") or citation.document.title
    return address if len(address) <= _LONGEST_ADDRESS else f"{address[: _LONGEST_ADDRESS - 1].rstrip()}…"
