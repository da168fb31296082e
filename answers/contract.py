"""The JSON contract of `ask --json` and `search --json`."""

from typing import Any

from answers.citation_contract import citation_to_json
from answers.purchase_contract import outcome_to_json
from answers.search import SearchResult
from hierarchy.ladder import Answer, Confidence


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """One answer as the contract has it; indexes point into `citations`."""
    applicable = None
    if answer.applicable_level is not None:
        applicable = {"level": answer.applicable_level, "citation": answer.applicable_citation}
    return {
        "question": answer.question,
        "organisation": answer.organisation,
        "as_of": answer.as_of.isoformat(),
        "language": answer.language,
        "abstained": answer.abstained,
        "answer": answer.text,
        "applicable": applicable,
        "verdict": _verdict(answer),
        "premise": _premise(answer),
        "rungs": [
            {"level": rung.level, "relation": rung.relation, "citations": list(rung.citations)}
            for rung in answer.rungs
        ],
        "background": list(answer.background),
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "conflicts": [
            {
                "prevails": c.prevails,
                "yields": c.yields,
                "rule": c.rule,
                "why": c.why,
                "kind": c.kind,
                "settled": c.settled,
                "order": c.order,
            }
            for c in answer.conflicts
        ],
        "confidence": _confidence(answer.confidence),
        "refused_because": answer.refused_because,
        "warnings": [{"code": w.code, "citation": w.citation, "text": w.text} for w in answer.warnings],
        "parallels": [
            {
                "citation": p.citation,
                "document": p.counterpart.document.document,
                "title": p.counterpart.document.title,
                "section": p.counterpart.provision.address,
            }
            for p in answer.parallels
        ],
        "timings_ms": {name: round(value, 2) for name, value in answer.timings_ms},
        "asked": answer.asked,
        "purchase": outcome_to_json(answer.purchase) if answer.purchase else None,
        "carried": [{"what": carried.what, "value": carried.value} for carried in answer.carried],
    }


def _confidence(confidence: Confidence | None) -> dict[str, Any] | None:
    if confidence is None:
        return None
    return {"probability": round(confidence.probability, 3), "band": confidence.band}


def results_to_json(results: list[SearchResult]) -> dict[str, Any]:
    """Search results, best first."""
    return {
        "results": [
            {
                "document": result.document.document,
                "title": result.document.title,
                "level": result.document.level,
                "section": result.provision.address,
                "page": result.provision.page,
                "score": round(result.score, 4),
                "text": result.text,
            }
            for result in results
        ]
    }


def _verdict(answer: Answer) -> dict[str, Any] | None:
    found = answer.verdict
    return {"answer": found.answer, "citation": found.citation, "quote": found.quote} if found else None


def _premise(answer: Answer) -> dict[str, Any] | None:
    found = answer.premise
    if found is None:
        return None
    return {
        "claimed": found.claimed,
        "stated": found.stated,
        "citation": found.citation,
        "quote": found.quote,
    }
