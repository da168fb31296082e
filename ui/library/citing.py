"""What a document refers to and what refers to it, in HTML; references that lead nowhere are said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from hierarchy.documents import GoverningDocument
from index.citing import Citing
from index.cross_references import Outcome
from ui.escape import as_html
from ui.library.anchors import linked, to_document
from ui.library.document_links import Looked, View
from ui.library.shelf import Row
from ui.library.standing import Standing, standing_html
from ui.texts import Texts

_MOST = 60
"""References drawn under one heading; a whole statute has hundreds."""

Rows = Mapping[str, Row]


def out_html(found: Sequence[Citing], rows: Rows, looking: Looked, texts: Texts) -> str:
    """What the document refers to: broken ones first, then those that lead to something, then the rest."""
    mine = [c for c in found if looking.provision in (None, c.provision.address)]
    by = {outcome: [c for c in mine if c.lead.outcome is outcome] for outcome in Outcome}
    parts = [_heading("library.citing.out", len(mine), texts)]
    if not mine:
        parts.append(f"<p>{texts('library.citing.out_none')}</p>")
    if broken := by[Outcome.BROKEN]:
        said = texts("library.citing.broken", count=len(broken))
        parts.append(
            f"<div class='rs-notice rs-caution'><strong>{texts('notice.caution')}</strong> {said}</div>"
        )
        parts.append(_listed([_from(c, rows, looking, texts) for c in broken], texts))
    if led := by[Outcome.RESOLVED]:
        parts.append(_listed([_from(c, rows, looking, texts) for c in led], texts))
    if away := by[Outcome.UNRESOLVED]:
        parts.append(
            f"<h3>{texts('library.citing.outside')}</h3>"
            f"<p class='rs-why'>{texts('library.citing.outside_why')}</p>"
        )
        parts.append(_outside(away, texts))
    return f"<section class='rs-soft rs-citing'>{''.join(parts)}</section>"


def into_html(
    found: Sequence[Citing], rows: Rows, document: GoverningDocument, looking: Looked, texts: Texts
) -> str:
    """What refers to the document, a heading for each document that does."""
    mine = [c for c in found if looking.provision in (None, c.lead.address)]
    parts = [_heading("library.citing.into", len(mine), texts)]
    if not mine:
        parts.append(f"<p>{texts('library.citing.into_none')}</p>")
    for name, group in groupby(mine, key=lambda c: c.provision.document):
        row = rows[name]
        items = [_to(c, document, texts) for c in group]
        parts.append(f"<h3>{_titled(row, texts)}</h3>{_listed(items, texts)}")
    return f"<section class='rs-soft rs-citing'>{''.join(parts)}</section>"


def _heading(key: str, count: int, texts: Texts) -> str:
    return f"<h2 class='rs-part'>{texts(key)} <span>{count}</span></h2>"


def _titled(row: Row, texts: Texts) -> str:
    standing = "" if row.standing is Standing.IN_FORCE else standing_html(row.standing, texts)
    return f"{to_document(row.document.document, row.document.title)}{standing}"


def _from(citing: Citing, rows: Rows, looking: Looked, texts: Texts) -> str:
    """A reference in this document: where it stands, its words, and where it leads."""
    at = citing.provision.address
    here = linked(looking.link(View.TEXT, provision=at), at)
    leads = "".join(
        f"<li>{_target(rows[name], citing, texts)}</li>" for name in citing.lead.documents if name in rows
    )
    broken = citing.lead.outcome is Outcome.BROKEN
    said = f"<strong>{texts('library.citing.nowhere')}</strong>" if broken else ""
    return f"{here}{_quoted(citing)}<ul class='rs-leads'>{leads}</ul>{said}"


def _target(row: Row, citing: Citing, texts: Texts) -> str:
    document, address = row.document, citing.lead.address
    name = f"{address} {document.abbreviation or document.title}" if address else document.title
    standing = "" if row.standing is Standing.IN_FORCE else standing_html(row.standing, texts)
    exact = address if address and not address.endswith(" kap.") else None
    return f"→ {to_document(document.document, name, exact)}{standing}"


def _to(citing: Citing, document: GoverningDocument, texts: Texts) -> str:
    """A reference to this document: where it stands, its words, and which provision it names."""
    at = citing.provision.address
    there = to_document(citing.provision.document, at, at)
    exact = citing.lead.address
    named = ""
    if exact:
        link = to_document(document.document, exact, None if exact.endswith(" kap.") else exact)
        named = f"<ul class='rs-leads'><li>→ {link}</li></ul>"
    return f"{there}{_quoted(citing)}{named}"


def _quoted(citing: Citing) -> str:
    before = f"… {citing.before.partition(' ')[2]}" if citing.before else ""
    after = f"{citing.after.rpartition(' ')[0]} …" if citing.after else ""
    return f"<p class='rs-said'>{as_html(before)}<mark>{as_html(citing.words)}</mark>{as_html(after)}</p>"


def _listed(items: Sequence[str], texts: Texts) -> str:
    """The items; those beyond what is read at once are folded."""
    listed = "".join(f"<li>{item}</li>" for item in items[:_MOST])
    rest = "".join(f"<li>{item}</li>" for item in items[_MOST:])
    folded = (
        f"<details><summary>{texts('library.citing.more', count=len(items) - _MOST)}</summary>"
        f"<ol class='rs-hits'>{rest}</ol></details>"
        if rest
        else ""
    )
    return f"<ol class='rs-hits'>{listed}</ol>{folded}"


def _outside(citings: Sequence[Citing], texts: Texts) -> str:
    """What the library does not have, most often referred to first."""
    counted = Counter(c.lead.reference.act or c.words for c in citings)
    items = "".join(
        f"<li>{as_html(name)} <span class='rs-why'>{texts('library.citing.times', count=count)}</span></li>"
        for name, count in counted.most_common()
    )
    return f"<ul class='rs-outside'>{items}</ul>"
