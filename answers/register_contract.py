"""The JSON contract of `register show --json` and `provisions --json`."""

import datetime
from collections.abc import Iterable
from typing import Any

from hierarchy.documents import GoverningDocument, Provision


def documents_to_json(documents: Iterable[GoverningDocument]) -> dict[str, Any]:
    """The identities of documents, in the order given; dates in ISO form."""
    return {"documents": [_document(document) for document in documents]}


def provisions_to_json(provisions: Iterable[Provision], text: str) -> dict[str, Any]:
    """The provisions of one document, in the order given, with their words from its stored text."""
    return {
        "provisions": [
            {
                "address": provision.address,
                "path": list(provision.path),
                "heading": provision.heading,
                "page": provision.page,
                "printed_page": provision.printed_page,
                "start": provision.start,
                "end": provision.end,
                "text": text[provision.start : provision.end],
                "amended_by": provision.amended_by,
            }
            for provision in provisions
        ]
    }


def _document(document: GoverningDocument) -> dict[str, Any]:
    return {
        "document": document.document,
        "title": document.title,
        "kind": document.kind,
        "level": document.level.value,
        "status": document.status.value,
        "organisations": list(document.organisations),
        "adopted_by": document.adopted_by,
        "decision": document.decision,
        "date": _day(document.date),
        "valid_from": _day(document.valid_from),
        "valid_to": _day(document.valid_to),
        # Only those that are have it: the day that the folder no longer held them.
        **({"withdrawn": _day(document.withdrawn)} if document.withdrawn else {}),
        "diary_number": document.diary_number,
        "number": document.number,
        "supersedes": document.supersedes,
        "abbreviation": document.abbreviation,
        "conditional_on": document.conditional_on,
        "issuer": document.issuer,
        "body": document.body,
        "contact": document.contact,
        "pages": document.pages,
        "language": document.language,
        "source": document.source,
        "confirmed": document.confirmed,
        "doubts": list(document.doubts),
        "doubtful": list(document.doubtful),
        # A field that only a person vouches for has no words in the document to show.
        "evidence": {
            name: {
                "quote": evidence.quote,
                "page": evidence.page,
                "confidence": evidence.confidence.value if evidence.confidence else None,
            }
            for name, evidence in document.evidence.items()
            if evidence.quote is not None
        },
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
