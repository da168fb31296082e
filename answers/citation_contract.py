"""One citation as every JSON contract has it."""

from typing import Any

from hierarchy.ladder import Citation


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
