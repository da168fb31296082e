"""How documents and pages are written in the library's JSON columns, and read back."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy, Level, Organisation, RungDefinition
from ingest.blocks import PageMark
from ingest.layout import LaidBlock, Layout

UNREADABLE_RECORD = (ValueError, KeyError, TypeError, AttributeError)
"""What is raised for JSON that another version may have written, or something else than this program."""
_DATES = ("date", "valid_from", "valid_to", "withdrawn")


def document_to_json(document: GoverningDocument) -> str:
    """A document's identity as one JSON object; dates in ISO form."""
    return json.dumps(asdict(document), ensure_ascii=False, default=_iso)


def document_from_json(text: str) -> GoverningDocument:
    """The inverse of `document_to_json`."""
    fields: dict[str, Any] = json.loads(text)
    for name in _DATES:
        fields[name] = date_of(fields.get(name))
    fields["level"] = Level(fields["level"])
    fields["status"] = Status(fields["status"])
    fields["organisations"] = tuple(fields["organisations"])
    fields["doubts"] = tuple(fields["doubts"])
    fields["evidence"] = {name: _evidence(evidence) for name, evidence in fields["evidence"].items()}
    return GoverningDocument(**fields)


def hierarchy_to_json(hierarchy: Hierarchy) -> str:
    """Every organisation with its rungs as one JSON object."""
    return json.dumps(asdict(hierarchy), ensure_ascii=False)


def hierarchy_from_json(text: str) -> Hierarchy:
    """The inverse of `hierarchy_to_json`."""
    organisations = []
    for fields in json.loads(text)["organisations"]:
        rungs = tuple(
            RungDefinition(**{**rung, "level": Level(rung["level"]), "kinds": tuple(rung["kinds"])})
            for rung in fields.pop("rungs")
        )
        lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
        organisations.append(Organisation(**{**fields, **lists, "rungs": rungs}))
    return Hierarchy(tuple(organisations))


def marks_to_json(marks: tuple[PageMark, ...]) -> str:
    return json.dumps([[mark.offset, mark.page, mark.printed_page, mark.ocr_confidence] for mark in marks])


def marks_from_json(text: str) -> tuple[PageMark, ...]:
    return tuple(PageMark(*mark) for mark in json.loads(text))


def _evidence(fields: dict[str, Any]) -> Evidence:
    # Libraries written before confidence was read don't hold it.
    read = fields.get("confidence")
    confidence = Confidence(read) if read else None
    return Evidence(**{**fields, "confirmed_on": date_of(fields["confirmed_on"]), "confidence": confidence})


def layout_to_json(layout: Layout) -> str:
    blocks = [[block.kind, block.start, block.end, block.depth] for block in layout.blocks]
    return json.dumps(
        {"blocks": blocks, "dropped": layout.dropped, "pages": layout.pages}, ensure_ascii=False
    )


def layout_from_json(text: str) -> Layout:
    """The inverse of `layout_to_json`."""
    fields = json.loads(text)
    blocks = tuple(LaidBlock(*block) for block in fields["blocks"])
    return Layout(blocks, tuple(fields["dropped"]), fields["pages"])


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a JSON value: {value!r}")


def iso(day: date | None) -> str | None:
    """A date as a column holds it."""
    return day.isoformat() if day else None


def date_of(text: str | None) -> date | None:
    """The inverse of `iso`."""
    return date.fromisoformat(text) if text else None
