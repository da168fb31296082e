"""What stands above every view of a document: its title, where it stands, and the ways to look at it."""

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy
from ingest.registrar.families import Family
from ui.escape import as_html
from ui.formats import capitalised, level_label, organisation_name, written_date
from ui.library.anchors import to_document
from ui.library.document_links import Looked, View
from ui.library.shelf import Row
from ui.library.standing import Standing, standing_html, written_decision, written_held
from ui.links import LIBRARY
from ui.links_script import reference_button
from ui.notice import notice_html
from ui.reference import reference
from ui.texts import Texts

TOP = "rs-top"
VIEWS = "rs-views"
"""The ids of the title and of the links to the views: where somebody is put who came by a link."""
_HOLDS = (Standing.IN_FORCE, Standing.RECORD)


def head_html(row: Row, family: Family, hierarchy: Hierarchy, texts: Texts) -> str:
    """The way back, the title, what the document is, and a caution where it does not hold."""
    document = row.document
    organisation = document.organisations[0] if len(document.organisations) == 1 else None
    level = capitalised(level_label(document.level, hierarchy, organisation, texts))
    on_level = f"/{LIBRARY}?niva={document.level}"
    decided = written_decision(document, texts, number=document.decision or "")
    facts = [
        as_html(capitalised(document.kind)),
        as_html(document.number or ""),
        as_html(decided or ""),
        as_html(written_held(row.held, texts) or "") if document.level.is_rung else "",
        as_html(_bound(document, hierarchy, texts)),
    ]
    return (
        f"<nav class='rs-soft rs-crumbs' aria-label='{texts('library.crumbs')}'>"
        f"<a href='/{LIBRARY}'>{texts('library.title')}</a> <span aria-hidden='true'>›</span> "
        f"<a href='{on_level}'>{as_html(level)}</a></nav>"
        f"<h1 class='rs-title' id='{TOP}' tabindex='-1' lang='{as_html(document.language)}'>"
        f"{as_html(document.title)}</h1>"
        f"<p class='rs-facts'><span class='rs-first'>{standing_html(row.standing, texts)}</span> "
        f"{' '.join(f'<span>{fact}</span>' for fact in facts if fact)}</p>"
        f"<div class='rs-soft'>{cautions_html(row, family, texts)}</div>"
    )


def copied_html(document: GoverningDocument, texts: Texts) -> str:
    """The button that copies a reference to the whole document."""
    return f"<p class='rs-foot'>{reference_button(reference(document), document.title, texts)}</p>"


def cautions_html(row: Row, family: Family, texts: Texts) -> str:
    """Why the document is not to be read as the rule in force, and what is uncertain about it."""
    document, said = row.document, ""
    if row.standing not in _HOLDS:
        later = family.later(document)
        followers = "".join(
            f" {to_document(d.document, texts('library.caution.see', title=d.title))}" for d in later[:1]
        )
        reason = texts(
            f"library.caution.{row.standing}",
            on=document.conditional_on or "",
            day=_withdrawn(document, texts),
        )
        head = f"<strong>{texts('notice.caution')}</strong>"
        said += f"<p class='rs-notice rs-caution'>{head} {as_html(reason)}{followers}</p>"
    elif row.standing is Standing.RECORD:
        said += f"<p class='rs-notice rs-plain'>{texts('library.caution.record')}</p>"
    if not document.confirmed and document.level.is_rung:
        said += notice_html(
            texts("notice.doubt"),
            texts("library.caution.not_confirmed", count=len(document.doubts)),
            "caution",
        )
    return said


def views_html(document: GoverningDocument, looking: Looked, editions: int, texts: Texts) -> str:
    """The views as links, the one that is shown marked; pages only where there are any."""
    links = ""
    for view in View:
        if view is View.PAGES and not document.pages:
            continue
        name = texts(f"library.view.{view}")
        count = f" <span>{editions}</span>" if view is View.EDITIONS and editions > 1 else ""
        current = " aria-current='page'" if view is looking.view else ""
        links += f"<a href='{as_html(looking.link(view))}'{current}>{name}{count}</a>"
    name = texts("library.views")
    return f"<nav class='rs-soft rs-views' id='{VIEWS}' tabindex='-1' aria-label='{name}'>{links}</nav>"


def _bound(document: GoverningDocument, hierarchy: Hierarchy, texts: Texts) -> str:
    if not document.organisations:
        return texts("identity.everyone")
    known = {o.id: o for o in hierarchy.organisations}
    return ", ".join(organisation_name(known[i], texts) if i in known else i for i in document.organisations)


def _withdrawn(document: GoverningDocument, texts: Texts) -> str:
    return written_date(document.withdrawn, texts) if document.withdrawn else ""
