"""The JSON contract of `compare --json`."""

from typing import Any

from hierarchy.comparing import Change, Comparison, Difference, Stretch
from hierarchy.documents import GoverningDocument, Provision


def comparison_to_json(
    earlier: GoverningDocument,
    later: GoverningDocument,
    comparison: Comparison,
    earlier_text: str,
    later_text: str,
) -> dict[str, Any]:
    """Both editions, every change with its words, and how many provisions are the same.

    Offsets address the stored text of the edition that they stand under.
    """
    return {
        "earlier": _edition(earlier),
        "later": _edition(later),
        "unchanged": comparison.unchanged,
        "changes": [_change(change, earlier_text, later_text) for change in comparison.changes],
    }


def _edition(document: GoverningDocument) -> dict[str, Any]:
    return {
        "document": document.document,
        "title": document.title,
        "status": document.status.value,
        "valid_from": document.valid_from.isoformat() if document.valid_from else None,
        "valid_to": document.valid_to.isoformat() if document.valid_to else None,
    }


def _change(change: Change, earlier_text: str, later_text: str) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "earlier": _provision(change.earlier, earlier_text),
        "later": _provision(change.later, later_text),
        "alike": round(change.alike, 3),
        "differences": [_difference(difference) for difference in change.differences],
    }


def _provision(provision: Provision | None, text: str) -> dict[str, Any] | None:
    if provision is None:
        return None
    return {
        "address": provision.address,
        "page": provision.page,
        "start": provision.start,
        "end": provision.end,
        "text": text[provision.start : provision.end],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {"before": _stretch(difference.before), "after": _stretch(difference.after)}


def _stretch(stretch: Stretch) -> dict[str, Any]:
    return {"text": stretch.text, "start": stretch.start, "end": stretch.end}
