"""Why a document's fields have their values: the words they were read from, or who vouches for them."""

from hierarchy.documents import Evidence, GoverningDocument
from ui.escape import as_html
from ui.formats import written_date
from ui.texts import Texts

FIELDS = (
    *("title", "kind", "level", "status", "organisations", "adopted_by", "decision", "date", "valid_from"),
    *("valid_to", "diary_number", "number", "supersedes", "conditional_on", "issuer", "body", "contact"),
)
"""The fields that evidence is shown for, in order."""
_NAMES = {"valid_from": "validity", "valid_to": "validity"}


def field_name(field: str, texts: Texts) -> str:
    """What a field is called on the page."""
    return texts(f"identity.{_NAMES.get(field, field)}")


def evidence_html(document: GoverningDocument, texts: Texts) -> str:
    """Each field that there is evidence for, folded away behind a heading; empty where there is none."""
    terms = "".join(
        f"<div><dt>{field_name(name, texts)}</dt><dd>{said}</dd></div>"
        for name in FIELDS
        if (known := document.evidence.get(name)) and (said := _said(known, document.language, texts))
    )
    if not terms:
        return ""
    return (
        f"<details class='rs-fold'><summary>{texts('read.evidence')}</summary>"
        f"<dl class='rs-identity'>{terms}</dl></details>"
    )


def _said(evidence: Evidence, language: str, texts: Texts) -> str:
    parts = []
    if evidence.quote:
        quote = as_html(texts("read.quoted", quote=" ".join(evidence.quote.split())))
        parts.append(f"<span lang='{as_html(language)}'>{quote}</span>")
        if evidence.page:
            parts.append(f"<span>({as_html(texts('read.on_page', page=evidence.page))})</span>")
    if evidence.confirmed_by:
        key = "read.confirmed" if evidence.confirmed_on else "read.confirmed_undated"
        day = written_date(evidence.confirmed_on, texts) if evidence.confirmed_on else ""
        parts.append(f"<span>{as_html(texts(key, who=evidence.confirmed_by, date=day))}</span>")
    return " ".join(parts)
