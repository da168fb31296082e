"""The JSON contract of `register propose`, `review`, `check` and `history` with `--json`."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from answers.register_contract import documents_to_json
from hierarchy.documents import Evidence
from ingest.registrar.findings import Finding
from ingest.registrar.history import History
from ingest.registrar.proposal import Proposal, Proposed
from ingest.registrar.review import Questions


def proposals_to_json(proposals: Sequence[Proposal], register: Path, *, written: bool) -> dict[str, Any]:
    """What was written, or would be (`written` false), and what was left as it stands."""
    return {
        "register": str(register),
        "written": written,
        "new": [
            {
                "document": p.document,
                "source": p.source,
                "fields": {f.field: {"value": value(f.value), "evidence": _evidence(f)} for f in p.fields},
                "doubts": list(p.new_doubts),
            }
            for p in proposals
            if p.is_new
        ],
        "changed": [
            {
                "document": p.document,
                "fields": {f.field: _change(f) for f in p.fields},
                "new_doubts": list(p.new_doubts),
                "gone_doubts": list(p.gone_doubts),
            }
            for p in proposals
            if p.writes and not p.is_new
        ],
        "differing": _left(proposals, "differing"),
        "unstated": _left(proposals, "unstated"),
    }


def questions_to_json(asked: Iterable[Questions]) -> dict[str, Any]:
    """What a person has left to look at."""
    return {
        "documents": [
            {
                "document": q.document,
                "title": q.title,
                "source": q.source,
                "confirmed": q.confirmed,
                "fields": [
                    {
                        "field": f.field,
                        "value": value(f.value),
                        "evidence": quote(f.evidence),
                        "said": {"value": value(f.said.value), "evidence": _evidence(f.said)}
                        if f.said
                        else None,
                    }
                    for f in q.fields
                ],
                "doubts": list(q.doubts),
                "open_doubts": list(q.open_doubts),
            }
            for q in asked
        ]
    }


def findings_to_json(findings: Iterable[Finding], as_of: date) -> dict[str, Any]:
    return {
        "as_of": as_of.isoformat(),
        "findings": [
            {
                "severity": f.severity.value,
                "code": f.code,
                "document": f.document,
                "organisation": f.organisation,
                "others": list(f.others),
                "text": f.text,
                "remedy": f.remedy,
                "evidence": {"quote": f.quote, "page": f.page} if f.quote else None,
            }
            for f in findings
        ],
    }


def history_to_json(history: History) -> dict[str, Any]:
    """The editions as in `register show`, with what is said of each, and the register's own changes."""
    return {
        "document": history.document,
        "chain": [
            {
                **documents_to_json([edition.document])["documents"][0],
                "state": edition.state.value,
                "replaces": list(edition.replaces),
                "replaced_by": list(edition.replaced_by),
                "said": [
                    {
                        "field": s.field,
                        "value": value(s.value),
                        "in": s.source,
                        "section": s.section,
                        "quote": s.quote,
                        "page": s.page,
                        "on": value(s.on),
                        "proposed": s.proposed,
                    }
                    for s in edition.said
                ],
            }
            for edition in history.chain
        ],
        "confirmations": [
            {"by": c.by, "on": value(c.on), "fields": list(c.fields)} for c in history.confirmations
        ],
        "changes": [
            {"on": c.on, "by": c.by, "how": c.how, "field": c.field, "before": c.before, "after": c.after}
            for c in history.changes
        ],
        "edited_by_hand": [
            {"field": e.field, "before": e.before, "now": e.now, "last_known": e.last_known}
            for e in history.by_hand
        ],
    }


def value(held: Any) -> Any:
    """A field's value: dates in ISO form, several values as a list."""
    if isinstance(held, date):
        return held.isoformat()
    return list(held) if isinstance(held, tuple) else held


def quote(evidence: Evidence) -> dict[str, Any] | None:
    """As in `register show`: None for what has no words in the document."""
    if not evidence.quote:
        return None
    sure = evidence.confidence.value if evidence.confidence else None
    return {"quote": evidence.quote, "page": evidence.page, "confidence": sure}


def _evidence(proposed: Proposed) -> dict[str, Any] | None:
    found = quote(proposed.evidence)
    return {**found, "document": proposed.said_in} if found else None


def _change(f: Proposed) -> dict[str, Any]:
    return {"before": value(f.before), "after": value(f.value), "evidence": _evidence(f)}


def _left(proposals: Sequence[Proposal], which: str) -> list[dict[str, Any]]:
    return [
        {
            "document": p.document,
            "field": f.field,
            "registered": value(f.before),
            "said": value(f.value),
            "evidence": _evidence(f),
        }
        for p in proposals
        for f in getattr(p, which)
    ]
