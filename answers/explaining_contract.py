"""The JSON of `ask --explain --json`, under the key `explanation`."""

from typing import Any

from answers.explaining import Cited, Explanation, Weighed


def explanation_to_json(explanation: Explanation) -> dict[str, Any]:
    """Every step of the way from question to answer; citations by their index in the answer."""
    reading = explanation.reading
    return {
        "understood": {
            "language": reading.language,
            "organisation": reading.organisation,
            "other_organisations": list(reading.other_organisations),
            "unknown_organisation": reading.unknown_organisation,
            "as_of": reading.as_of.isoformat(),
            "amounts_sek": [float(amount) for amount in reading.amounts],
            "kinds": list(reading.kinds),
            "references": list(reading.references),
            "wanted": reading.wanted,
            "about": reading.about,
            "particulars": list(reading.particulars),
            "former": reading.former,
            "proposal": reading.proposal,
            "asks_whether": reading.asks_whether,
            "takes_for_granted": reading.takes_for_granted,
            "asked": reading.asked,
            "carried": [{"what": carried.what, "value": carried.value} for carried in reading.carried],
            "replaced": [{"what": carried.what, "value": carried.value} for carried in reading.replaced],
            "reread": [{"typed": typed, "read": read} for typed, read in reading.reread],
        },
        "scope": {
            "documents": {level.value: count for level, count in explanation.in_scope.items()},
            "left_out": [
                {"document": aside.document, "title": aside.title, "why": aside.why.value}
                for aside in explanation.left_out
            ],
        },
        "candidates": {
            level.value: [_weighed(candidate) for candidate in candidates]
            for level, candidates in explanation.candidates.items()
        },
        "verdict": {
            "why": explanation.verdict.value,
            "leading_score": None if explanation.leading is None else round(explanation.leading, 3),
            "limits": dict(explanation.limits),
        },
        "sure": {name: round(value, 3) for name, value in explanation.sure.items()},
        "arranged": [_cited(cited) for cited in explanation.arranged],
        "warnings": [{"code": code, "text": text} for code, text in explanation.warnings],
    }


def _weighed(candidate: Weighed) -> dict[str, Any]:
    return {
        "document": candidate.document,
        "title": candidate.title,
        "section": candidate.section,
        "score": round(candidate.score, 3),
        "support": round(candidate.support, 3),
        "features": {name: round(value, 3) for name, value in candidate.features.items()},
        "supporting": {name: round(value, 3) for name, value in candidate.supporting.items()},
        "outcome": candidate.outcome.value,
    }


def _cited(cited: Cited) -> dict[str, Any]:
    return {
        "citation": cited.citation,
        "level": cited.level.value,
        "relation": cited.relation,
        "state": cited.state.value,
    }
