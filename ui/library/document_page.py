"""The page `/dokument`: one document by its views, at the provision that the address names."""

from datetime import date

import streamlit as st

from index.errors import LibraryError
from ui import links_script, sidebar
from ui.escape import as_html
from ui.identity import identity_html
from ui.library import citing, comparing, editions, finding, original, outline_html
from ui.library.document_html import TOP, VIEWS, copied_html, head_html, views_html
from ui.library.document_links import Looked, View, looked
from ui.library.identity_evidence import evidence_html
from ui.library.opened import Shelves
from ui.library.parts import part_with, parts_of
from ui.library.reading import ASKED, Reader
from ui.library.shelf import Row
from ui.links import LIBRARY, keep_link
from ui.notice import notice_html, show_problem
from ui.opening import open_page
from ui.person import may_keep
from ui.texts import Texts

_LAST = "library.document"


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    sidebar.show_language(texts)
    looking = looked(st.query_params.to_dict())
    try:
        shelves = Shelves(settings)
        row = shelves.row(looking.document, date.today())
    except LibraryError as error:
        st.html(f"<h1 class='rs-title'>{texts('library.document')}</h1>")
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    if row is None:
        _show_unknown(looking, texts)
        return
    family = shelves.families[looking.document]
    st.html(head_html(row, family, shelves.library.hierarchy, texts))
    with st.container(horizontal=True, vertical_alignment="center", key="actions"):
        original.show_download(row.document, shelves.library, texts)
        st.html(copied_html(row.document, texts), width="content")
    st.html(views_html(row.document, looking, len(family.editions), texts))
    _SHOWN[looking.view](row, shelves, looking, texts)
    _put_reader(looking)


def _put_reader(looking: Looked) -> None:
    """Where somebody is put who came by a link: at a new document's title, else at the views."""
    came_from = st.session_state.get(_LAST)
    st.session_state[_LAST] = looking.document
    if looking.view is View.TEXT and looking.provision:
        return
    here = VIEWS if came_from == looking.document else TOP
    links_script.show(here, f"{looking}", always=False)


def _show_unknown(looking: Looked, texts: Texts) -> None:
    st.html(f"<h1 class='rs-title'>{texts('library.document')}</h1>")
    said = texts("library.unknown", document=looking.document) if looking.document else texts("library.no_id")
    show_problem(texts("notice.missing"), said, texts("library.unknown_remedy"))
    st.html(f"<p class='rs-soft'><a href='/{LIBRARY}'>{texts('library.to_library')}</a></p>")


def _show_text(row: Row, shelves: Shelves, looking: Looked, texts: Texts) -> None:
    """The contents, the field that searches, and the part of the text that is looked at."""
    document, library = row.document, shelves.library
    text, provisions = library.text(document.document), library.provisions(document.document)
    reader = Reader(document, text, library.layout(document.document).blocks, looking, date.today(), texts)
    if not provisions:
        said = texts("library.no_provisions" if text.strip() else "library.no_text")
        st.html(notice_html(texts("notice.caution"), said, "caution") + reader.plain_html())
        return
    st.html(finding.form_html(looking, texts))
    if looking.words:
        st.html(finding.hits_html(finding.hits_in(text, provisions, looking.words), looking, texts))
        if looking.provision is None:
            return
    parts = parts_of(provisions)
    at = part_with(parts, looking.provision)
    if looking.provision and at is None:
        said = texts("library.unknown_provision", address=looking.provision)
        st.html(notice_html(texts("notice.caution"), said, "caution"))
    shown = at or 0
    if len(provisions) > 1:
        st.html(outline_html.outline_html(parts, shown, looking, texts))
    st.html(reader.part_html(parts[shown]))
    turning = outline_html.turning_html(parts, shown, looking, texts, texts("library.parts"))
    if turning:
        st.html(turning)
    if at is not None:
        links_script.show(ASKED, looking.link(looking.view, provision=looking.provision))


def _show_pages(row: Row, shelves: Shelves, looking: Looked, texts: Texts) -> None:
    original.show_page(row.document, shelves.library, looking, texts)


def _show_identity(row: Row, shelves: Shelves, looking: Looked, texts: Texts) -> None:
    heading = f"<h2 class='rs-part'>{texts('library.view.uppgifter')}</h2>"
    organisation = row.document.organisations[0] if len(row.document.organisations) == 1 else None
    st.html(heading + identity_html(row.document, shelves.library.hierarchy, organisation, texts))
    st.html(evidence_html(row.document, looking, texts))
    if may_keep():
        link = as_html(keep_link(looking.document))
        st.html(f"<p class='rs-why'><a href='{link}'>{texts('library.to_keep')}</a></p>")


def _show_citing(row: Row, shelves: Shelves, looking: Looked, texts: Texts) -> None:
    if looking.provision:
        whole = f"<a href='{as_html(looking.link(View.CITING))}'>{texts('library.citing.whole')}</a>"
        only = as_html(texts("library.citing.only", address=looking.provision))
        st.html(f"<p class='rs-soft rs-scope-note'>{only} {whole}</p>")
    with st.spinner(texts("library.citing.looking")):
        mine, others = shelves.cites(looking.document), shelves.cited(looking.document)
    rows = {r.document.document: r for r in shelves.rows(date.today())}
    st.html(citing.into_html(others, rows, row.document, looking, texts))
    st.html(citing.out_html(mine, rows, looking, texts))


def _show_editions(row: Row, shelves: Shelves, looking: Looked, texts: Texts) -> None:
    day = date.today()
    family = shelves.families[looking.document]
    st.html(editions.editions_html(row, shelves.editions(looking.document, day), family, day, texts))


def _show_comparison(row: Row, shelves: Shelves, looking: Looked, texts: Texts) -> None:
    comparing.show(row, shelves, looking, texts)


_SHOWN = {
    View.TEXT: _show_text,
    View.PAGES: _show_pages,
    View.IDENTITY: _show_identity,
    View.CITING: _show_citing,
    View.EDITIONS: _show_editions,
    View.COMPARE: _show_comparison,
}
