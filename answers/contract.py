"""The JSON contract of `ask --json` and `search --json`."""

from typing import Any

from answers.search import SearchResult
from hierarchy.ladder import Answer, Citation


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
        "warnings": [{"code": w.code, "citation": w.citation, "text": w.text} for w in answer.warnings],
        "timings_ms": {name: round(value, 2) for name, value in answer.timings_ms},
    }


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


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """One citation as the contract has it."""
    document = citation.document
    return {
        "document": document.document,
        "title": document.title,
        "level": document.level,
        "status": document.status,
        "section": citation.provision.address,
        "page": citation.page,
        "printed_page": citation.printed_page,
        "ocr_confidence": citation.ocr_confidence,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "source": document.source,
    }
