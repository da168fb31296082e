"""The editions of one document: which held when, which replaced which, and the way to compare two."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hierarchy.documents import GoverningDocument
from hierarchy.validity import begins_on
from ingest.registrar.families import Family
from ui.escape import as_html
from ui.formats import written_date
from ui.library.anchors import linked, to_document
from ui.library.document_links import Looked, View
from ui.library.shelf import Row
from ui.library.timeline import Track, timeline_html
from ui.links import DOCUMENT
from ui.texts import Texts


def editions_html(row: Row, editions: Sequence[Row], family: Family, day: date, texts: Texts) -> str:
    """The picture of the editions, what replaces which, and comparisons one step apart."""
    heading = f"<h2 class='rs-part'>{texts('library.editions.heading')} <span>{len(editions)}</span></h2>"
    tracks = [Track(dated(r.document, texts), (r,)) for r in editions]
    picture = timeline_html(tracks, day, texts)
    relations = relations_html(row.document, family, texts)
    alone = f"<p>{texts('library.editions.one')}</p>" if len(editions) == 1 else ""
    steps = _steps(editions, texts)
    return f"<section class='rs-soft'>{heading}{alone}{relations}{picture}{steps}</section>"


def relations_html(document: GoverningDocument, family: Family, texts: Texts) -> str:
    """What the document replaces and what has replaced it, as the library has it and as it says itself."""
    rows = [
        (texts("library.editions.replaces"), [_linked(d, texts) for d in family.earlier(document)]),
        (texts("library.editions.replaced_by"), [_linked(d, texts) for d in family.later(document)]),
    ]
    if document.supersedes:
        rows.append((texts("library.editions.says"), [f"”{as_html(document.supersedes)}”"]))
    terms = "".join(
        f"<div><dt>{name}</dt><dd>{'<br>'.join(listed)}</dd></div>" for name, listed in rows if listed
    )
    return f"<dl class='rs-identity'>{terms}</dl>" if terms else ""


def choice_html(
    row: Row, editions: Sequence[Row], others: Sequence[Row], looking: Looked, texts: Texts
) -> str:
    """The form that chooses what to compare with: other editions first, then what else may be meant."""
    groups = [
        (texts("library.compare.editions"), [r for r in editions if r.document != row.document]),
        (texts("library.compare.others"), list(others)),
    ]
    listed = "".join(
        f"<optgroup label='{as_html(name)}'>{''.join(_option(r, looking, texts) for r in rows)}</optgroup>"
        for name, rows in groups
        if rows
    )
    first = "" if looking.other else f"<option value=''>{texts('library.compare.choose')}</option>"
    return (
        f"<form class='rs-soft rs-filters rs-choice' action='/{DOCUMENT}' method='get'>"
        f"<input type='hidden' name='id' value='{as_html(looking.document)}'>"
        f"<input type='hidden' name='visa' value='{View.COMPARE}'>"
        f"<div class='rs-field rs-wide'><label for='rs-med'>"
        f"{texts('library.compare.with')}</label>"
        f"<select id='rs-med' name='med'>{first}{listed}</select></div>"
        "<div class='rs-filter-do'><button type='submit' class='rs-button'>"
        f"{texts('library.compare.do')}</button></div></form>"
    )


def dated(document: GoverningDocument, texts: Texts) -> str:
    """The title with the day it begins, which tells editions of one title apart."""
    begins = begins_on(document)
    return f"{document.title}, {written_date(begins, texts)}" if begins else document.title


def _option(row: Row, looking: Looked, texts: Texts) -> str:
    chosen = " selected" if row.document.document == looking.other else ""
    name = as_html(dated(row.document, texts))
    return f"<option value='{as_html(row.document.document)}'{chosen}>{name}</option>"


def _linked(document: GoverningDocument, texts: Texts) -> str:
    return to_document(document.document, dated(document, texts))


def _steps(editions: Sequence[Row], texts: Texts) -> str:
    links = "".join(f"<li>{_step(*step, texts)}</li>" for step in pairwise(editions))
    return f"<h3>{texts('library.editions.compare')}</h3><ul class='rs-leads'>{links}</ul>" if links else ""


def _step(earlier: Row, later: Row, texts: Texts) -> str:
    address = Looked(later.document.document).link(View.COMPARE, other=earlier.document.document)
    names = {"earlier": dated(earlier.document, texts), "later": dated(later.document, texts)}
    return linked(address, texts("library.editions.step", **names))
