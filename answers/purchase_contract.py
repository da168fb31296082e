"""The JSON contract of `threshold check --json` and `threshold list --json`. Amounts are text, to the öre."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from answers.citation_contract import citation_to_json
from hierarchy.procurement.assessment import Checked, Limit
from hierarchy.procurement.purchase import Missing, Outcome


def outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    """What a purchase requires; `lightest` is null where it can't be known."""
    assessment = outcome.assessment
    ahead = assessment.next_limit
    return {
        "value": str(outcome.value.total),
        "steps": [
            {
                "name": step.name,
                "given": str(step.given),
                "counted": str(step.counted),
                "rule": step.rule,
            }
            for step in outcome.value.steps
        ],
        "law": assessment.law,
        "subject": assessment.subject,
        "organisation": assessment.organisation,
        "day": assessment.day.isoformat(),
        "lightest": assessment.lightest,
        "procedures": [
            {
                "procedure": opening.procedure,
                "open": opening.open,
                "allowed_here": opening.allowed_here,
                "limits": [_limit(limit) for limit in opening.limits],
                "stricter": [_limit(limit) for limit in opening.stricter],
            }
            for opening in assessment.openings
        ],
        "duties": [_limit(limit) for limit in assessment.duties],
        "pending": [_limit(limit) for limit in assessment.pending],
        "next": {"limit": _limit(ahead.limit), "distance": str(ahead.distance)} if ahead else None,
        "missing": [_missing(missing) for missing in outcome.missing],
        "left_out": [checked_to_json(checked) for checked in assessment.left_out],
    }


def thresholds_to_json(checked: Iterable[Checked]) -> dict[str, Any]:
    """Every threshold with its standing."""
    return {"thresholds": [checked_to_json(one) for one in checked]}


def checked_to_json(checked: Checked) -> dict[str, Any]:
    """A threshold with its standing, the reason for it, and its quotes as they are stored."""
    threshold = checked.threshold
    return {
        "id": threshold.id,
        "law": threshold.law,
        "level": threshold.level,
        "effect": threshold.effect,
        "duty": threshold.duty,
        "subjects": sorted(threshold.subjects),
        "organisations": sorted(threshold.organisations),
        "comparator": threshold.comparator,
        "amount": _text(threshold.amount),
        "percent": _text(threshold.percent),
        "percent_of": threshold.percent_of,
        "euro": _text(threshold.euro),
        "valid_from": threshold.valid_from.isoformat() if threshold.valid_from else None,
        "valid_to": threshold.valid_to.isoformat() if threshold.valid_to else None,
        "consequence": threshold.consequence_sv,
        "standing": checked.standing,
        "why": checked.why,
        "overtaken_by": threshold.overtaken_by,
        "citations": [citation_to_json(citation) for citation in checked.citations],
    }


def _limit(limit: Limit) -> dict[str, Any]:
    return {**checked_to_json(limit.checked), "amount": _text(limit.amount), "met": limit.met}


def _missing(missing: Missing) -> dict[str, Any]:
    return {
        "fact": missing.fact,
        "assumed": missing.assumed,
        "alternatives": [{"value": a.value, "lightest": a.lightest} for a in missing.alternatives],
        "room": _text(missing.room),
    }


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)
