"""The reading view of a citation: the page of the original with the quote marked, beside the provision.

It stands over the page, so that the answer is where it was when the view is closed.
"""

from collections.abc import Sequence

import streamlit as st

from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy
from ui import style
from ui.ask import original
from ui.ask.context import context_html
from ui.engine import ReadableLibrary
from ui.escape import as_html, as_label
from ui.evidence import evidence_html
from ui.excerpt import AROUND
from ui.formats import written_counterparts
from ui.identity import identity_html
from ui.links import document_link
from ui.links_script import reference_button
from ui.reference import citation_reference
from ui.texts import Texts

_AROUND_WITHOUT_PAGES = 6000
"""Characters shown on either side of a provision whose document has no page to look at."""


def open_reading(
    quotes: Sequence[Citation],
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    organisation: str | None,
    counterparts: Sequence[Citation] = (),
) -> None:
    """Opens the source of one provision's `quotes`; `counterparts` are shown after it."""
    original.begin(quotes)
    shown = st.dialog(as_label(quotes[0].document.title), width="large")(_show)
    shown(quotes, library, hierarchy, texts, organisation, counterparts)


def _show(
    quotes: Sequence[Citation],
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    organisation: str | None,
    counterparts: Sequence[Citation],
) -> None:
    document = quotes[0].document
    text = stored(library, quotes[0])
    paged = quotes[0].page is not None and document.source.lower().endswith(".pdf")
    with st.container(key=f"reading-of-{'paged' if paged else 'text'}"):
        with st.container(key="reading-text", gap="small"):
            st.html(f"<h3 class='rs-part'>{texts('read.provision' if paged else 'read.text')}</h3>")
            st.html(_address_html(quotes[0].provision.address, document.language))
            st.html(context_html(quotes, text, texts, AROUND if paged else _AROUND_WITHOUT_PAGES))
            style.show_marks()
        if paged:
            with st.container(key="reading-page", gap="small"):
                st.html(f"<h3 class='rs-part'>{texts('read.original')}</h3>")
                original.show(quotes, text, library.source_path(document.document), texts)
        with st.container(key="reading-about", gap="small"):
            st.html(reference_html(quotes[0], texts))
            _show_counterparts(counterparts, library, texts)
            st.html(
                f"<h3 class='rs-part'>{texts('read.document')}</h3>"
                f"{identity_html(document, hierarchy, organisation, texts)}{evidence_html(document, texts)}"
                f"{_link_html(quotes[0], texts)}"
            )


def _address_html(address: str, language: str) -> str:
    return f"<p class='rs-address' lang='{as_html(language)}'>{as_html(address)}</p>"


def reference_html(citation: Citation, texts: Texts) -> str:
    """The reference as it stands, and a button that copies it."""
    written = citation_reference(citation)
    return (
        f"<h3 class='rs-part'>{texts('read.reference')}</h3>"
        f"<div class='rs-cited'><p class='rs-cited-text'>{as_html(written)}</p>"
        f"<p class='rs-foot'>{reference_button(written, citation.provision.address, texts)}</p></div>"
    )


def _link_html(citation: Citation, texts: Texts) -> str:
    link = as_html(document_link(citation.document.document, citation.provision.address))
    return f"<p><a href='{link}' target='_blank' rel='noopener'>{texts('read.to_document')}</a></p>"


def _show_counterparts(counterparts: Sequence[Citation], library: ReadableLibrary, texts: Texts) -> None:
    if not counterparts:
        return
    with st.expander(as_label(written_counterparts(counterparts, texts) or ""), type="compact"):
        for counterpart in counterparts:
            named = f"{counterpart.document.title}, {counterpart.provision.address}"
            st.html(_address_html(named, counterpart.document.language))
            st.html(context_html([counterpart], stored(library, counterpart), texts))


def stored(library: ReadableLibrary, citation: Citation) -> str:
    """The text of the citation's document; empty where it was read anew since and is gone."""
    try:
        return library.text(citation.document.document)
    except KeyError:
        return ""
