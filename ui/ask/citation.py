"""Quotes of one provision, word for word, with what one must know of them and the way to their source."""

from collections.abc import Sequence

import streamlit as st

from hierarchy.documents import Status
from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy
from ui.ask import reading
from ui.engine import ReadableLibrary
from ui.escape import as_html, as_label
from ui.formats import written_confidence, written_counterparts, written_page
from ui.notice import notice_html
from ui.texts import Texts, tied

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
    remarks: str = "",
) -> None:
    """Draws what one provision says: its `quotes` in order, its source, `cautions`, `remarks` (HTML) and
    `counterparts`, and a button that opens its source.

    `key` is unique on the page. What is behind the quotes is fetched only when the reader opens it.
    """
    st.html(quote_html(quotes, texts, cautions, remarks, written_counterparts(counterparts, texts)))
    label = as_label(texts("citation.open", address=short_address(quotes[0])))
    if st.button(label, type="tertiary", key=f"source-{key}", icon=":material/menu_book:"):
        reading.open_reading(quotes, library, hierarchy, texts, organisation, counterparts)


def quote_html(
    quotes: Sequence[Citation],
    texts: Texts,
    cautions: Sequence[str] = (),
    remarks: str = "",
    counterparts: str | None = None,
) -> str:
    """The quotes verbatim; below them the title, address, page and (where it is not in force) status."""
    document = quotes[0].document
    language = as_html(document.language)
    source = [f"<cite lang='{language}'>{as_html(document.title)}</cite>"]
    if quotes[0].provision.address != document.title:
        source.append(f"<span lang='{language}'>{as_html(tied(quotes[0].provision.address))}</span>")
    if page := written_page(quotes[0], texts):
        source.append(f"<span>{as_html(page)}</span>")
    if scanned := written_confidence(min(quotes, key=_confidence), texts):
        source.append(f"<span>{as_html(scanned)}</span>")
    if document.status is not Status.ADOPTED:
        source.append(f"<span class='rs-status'>{texts(f'status.{document.status}')}</span>")
    said = "".join(f"<blockquote lang='{language}'>{as_html(c.quote)}</blockquote>" for c in quotes)
    warned = "".join(notice_html(texts("notice.caution"), caution, "caution") for caution in cautions)
    beside = f"<p class='rs-parallel'>{as_html(counterparts)}</p>" if counterparts else ""
    return (
        f"<figure class='rs-quote'>{said}<figcaption>{' '.join(source)}</figcaption></figure>"
        f"{beside}{remarks}{warned}"
    )


def _confidence(citation: Citation) -> float:
    return 1.0 if citation.ocr_confidence is None else citation.ocr_confidence


def short_address(citation: Citation) -> str:
    """The innermost part of the address, of a statute all of it; the title where there is none."""
    whole, path = citation.provision.address, citation.provision.path
    address = (whole if whole.endswith("§") or not path else path[-1]).rstrip(": ") or citation.document.title
    return address if len(address) <= _LONGEST_ADDRESS else f"{address[: _LONGEST_ADDRESS - 1].rstrip()}…"
