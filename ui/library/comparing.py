"""The view that holds a document against another: which one, how much differs, and where."""

from datetime import date

import streamlit as st

from answers.comparing import predecessor
from hierarchy.documents import GoverningDocument
from hierarchy.editions import share_an_organisation
from hierarchy.validity import begins_on
from ingest.registrar.check_editions import Editions
from ui.library import changes, editions
from ui.library.changes import Side
from ui.library.document_links import Looked, View
from ui.library.opened import Shelves
from ui.library.shelf import Row
from ui.notice import notice_html
from ui.texts import Texts


def show(row: Row, shelves: Shelves, looking: Looked, texts: Texts) -> None:
    """Draws the choice and the comparison, the edition that is older in time to the left."""
    document, day = row.document, date.today()
    related = shelves.editions(document.document, day)
    others = [r for name in _others(document, shelves) if (r := shelves.row(name, day))]
    if len(related) == 1 and not others and looking.other is None:
        st.html(f"<p class='rs-nothing'>{texts('library.compare.nothing')}</p>")
        return
    chosen = looking.other or _natural(document, shelves, others)
    wanted = Looked(document.document, View.COMPARE, other=chosen)
    asked = shelves.row(chosen, day) if chosen else None
    if asked and asked.document.document not in {r.document.document for r in (*related, *others)}:
        others.append(asked)
    st.html(editions.choice_html(row, related, others, wanted, texts))
    other = asked.document if asked else None
    if other is None or chosen == document.document:
        key = "library.compare.same" if chosen == document.document else "library.unknown"
        st.html(notice_html(texts("notice.caution"), texts(key, document=chosen), "caution"))
        return
    _show_changes(*_in_time(document, other), shelves, texts)


def _show_changes(
    earlier: GoverningDocument, later: GoverningDocument, shelves: Shelves, texts: Texts
) -> None:
    with st.spinner(texts("library.compare.working")):
        comparison = shelves.comparison(earlier.document, later.document)
    left, right = (_side(document, shelves, texts) for document in (earlier, later))
    st.html(f"<div class='rs-soft'>{changes.summary_html(comparison, left, right, texts)}</div>")
    if not comparison.changes:
        return
    shown, rest = comparison.changes[: changes.MOST], comparison.changes[changes.MOST :]
    st.html(f"<div class='rs-soft'>{changes.changes_html(shown, left, right, texts)}</div>")
    if rest:
        more = st.expander(
            texts("library.compare.more", count=len(rest)), key="more-changes", on_change="rerun"
        )
        if more.open:
            more.html(f"<div class='rs-soft'>{changes.changes_html(rest, left, right, texts)}</div>")


def _others(document: GoverningDocument, shelves: Shelves) -> list[str]:
    """Ids of what is worth comparing with besides the editions: of a proposal the rule that it would
    change, of a rule the proposals and records that speak of the same."""
    among = Editions(tuple(shelves.library.documents()), shelves.library.hierarchy)
    if not document.level.is_rung:
        before = predecessor(document, among)
        return [before.document] if before else []
    subject = among.subject(document)
    return [
        other.document
        for other in among.documents
        if not other.level.is_rung
        and share_an_organisation(other, document)
        and subject
        and subject <= among.subject(other)
    ]


def _natural(document: GoverningDocument, shelves: Shelves, others: list[Row]) -> str | None:
    """The edition before; of the first edition the one after it; else what else there is."""
    family = shelves.families[document.document]
    near = [*reversed(family.earlier(document)), *family.later(document), *(r.document for r in others)]
    return near[0].document if near else None


def _in_time(one: GoverningDocument, other: GoverningDocument) -> tuple[GoverningDocument, GoverningDocument]:
    """A rule stands before what would change it, editions in the order of their first days."""
    first, second = sorted(
        (one, other), key=lambda d: (not d.level.is_rung, begins_on(d) or date.min, d.document)
    )
    return first, second


def _side(document: GoverningDocument, shelves: Shelves, texts: Texts) -> Side:
    text = shelves.library.text(document.document)
    return Side(document.document, editions.dated(document, texts), text, document.language)
