"""Why each fact about a document is taken to be so: the words it was read from, or who vouches for it."""

from hierarchy.documents import Evidence, GoverningDocument
from ui.escape import as_html
from ui.evidence import FIELDS, field_name
from ui.formats import written_date
from ui.library.document_links import Looked, View
from ui.texts import Texts


def evidence_html(document: GoverningDocument, looking: Looked, texts: Texts) -> str:
    """A row for each fact that has evidence; what is in doubt says so."""
    rows = "".join(
        _row(field, document.evidence[field], field in document.doubtful, document, looking, texts)
        for field in FIELDS
        if field in document.evidence
    )
    heading = f"<h2 class='rs-part'>{texts('library.evidence.heading')}</h2>"
    if not rows:
        return f"{heading}<p>{texts('library.evidence.none')}</p>"
    heads = "".join(
        f"<th scope='col'>{texts(key)}</th>"
        for key in ("library.evidence.field", "library.evidence.words", "library.evidence.sure")
    )
    label = texts("library.evidence.heading")
    return (
        f"{heading}<div class='rs-soft rs-scroll' tabindex='0' role='region' aria-label='{label}'>"
        f"<table class='rs-table rs-evidence'><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(
    field: str, evidence: Evidence, doubtful: bool, document: GoverningDocument, looking: Looked, texts: Texts
) -> str:
    name = field_name(field, texts)
    words = f"<q lang='{as_html(document.language)}'>{as_html(evidence.quote)}</q>" if evidence.quote else "–"
    if evidence.quote and evidence.page is not None:
        link = as_html(looking.link(View.PAGES, page=evidence.page))
        words += f" <a href='{link}'>{texts('citation.page', page=evidence.page)}</a>"
    return f"<tr><th scope='row'>{name}</th><td>{words}</td><td>{_sure(evidence, doubtful, texts)}</td></tr>"


def _sure(evidence: Evidence, doubtful: bool, texts: Texts) -> str:
    if evidence.confirmed_by:
        day = written_date(evidence.confirmed_on, texts) if evidence.confirmed_on else None
        if day:
            return as_html(texts("library.evidence.confirmed_on", by=evidence.confirmed_by, day=day))
        return as_html(texts("library.evidence.confirmed", by=evidence.confirmed_by))
    said = texts(f"library.confidence.{evidence.confidence}") if evidence.confidence else "–"
    return f"<span class='rs-doubts'>{said}</span>" if doubtful else said
