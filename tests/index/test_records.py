"""Documents as the library writes them down."""

import json
from datetime import date

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from index.records import document_from_json, document_to_json

DOCUMENT = GoverningDocument(
    document="policy",
    title="Policy för lån",
    kind="policy",
    level=Level.POLICY,
    status=Status.ADOPTED,
    date=date(2024, 5, 1),
    issuer="Region Norr",
    pages=3,
    evidence={
        "date": Evidence("den 1 maj 2024", 2, confidence=Confidence.STATED),
        "title": Evidence(confirmed_by="Eva Ek", confirmed_on=date(2024, 6, 1)),
    },
)


def test_a_document_comes_back_as_it_was_written() -> None:
    assert document_from_json(document_to_json(DOCUMENT)) == DOCUMENT


def test_a_document_written_before_these_fields_were_read_comes_back_without_them() -> None:
    fields = json.loads(document_to_json(DOCUMENT))
    for name in ("issuer", "body", "contact", "pages"):
        del fields[name]
    for evidence in fields["evidence"].values():
        del evidence["confidence"]
    old = document_from_json(json.dumps(fields))
    assert (old.issuer, old.pages) == (None, None)
    assert old.evidence["date"] == Evidence("den 1 maj 2024", 2)
