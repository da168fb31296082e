"""Who a document is: what it is, who decided it, when it holds, and what is in doubt."""

from datetime import date

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy
from ui.escape import as_html
from ui.formats import level_label, organisation_name, written_date
from ui.notice import notice_html
from ui.texts import Texts


def identity_html(
    document: GoverningDocument, hierarchy: Hierarchy, organisation: str | None, texts: Texts
) -> str:
    """The document's identity as a list of terms; fields that nobody knows are left out."""
    rows = [
        ("title", document.title),
        ("kind", document.kind),
        ("level", level_label(document.level, hierarchy, organisation, texts)),
        ("status", texts(f"status.{document.status}")),
        ("organisations", _bound(document, hierarchy, texts)),
        ("adopted_by", document.adopted_by),
        ("decision", document.decision),
        ("date", _day(document.date, texts)),
        ("validity", _validity(document, texts)),
        ("withdrawn", _day(document.withdrawn, texts)),
        ("diary_number", document.diary_number),
        ("number", document.number),
        ("supersedes", document.supersedes),
        ("conditional_on", document.conditional_on),
        ("issuer", document.issuer),
        ("body", document.body),
        ("contact", document.contact),
        ("source", document.source),
        ("confirmed", texts("identity.yes" if document.confirmed else "identity.no")),
    ]
    terms = "".join(
        f"<div><dt>{texts(f'identity.{name}')}</dt><dd>{as_html(value)}</dd></div>"
        for name, value in rows
        if value
    )
    doubts = "".join(notice_html(texts("notice.doubt"), doubt, "caution") for doubt in document.doubts)
    return f"<dl class='rs-identity'>{terms}</dl>{doubts}"


def _bound(document: GoverningDocument, hierarchy: Hierarchy, texts: Texts) -> str:
    if not document.organisations:
        return texts("identity.everyone")
    known = {organisation.id: organisation for organisation in hierarchy.organisations}
    return ", ".join(organisation_name(known[i], texts) if i in known else i for i in document.organisations)


def _day(day: date | None, texts: Texts) -> str | None:
    return written_date(day, texts) if day else None


def _validity(document: GoverningDocument, texts: Texts) -> str | None:
    first, last = _day(document.valid_from, texts), _day(document.valid_to, texts)
    if first and last:
        return texts("identity.from_to", first=first, last=last)
    if first:
        return texts("identity.from", first=first)
    return texts("identity.to", last=last) if last else None
