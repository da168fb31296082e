"""What documents of the library say of each other, as changes to propose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hierarchy.documents import Confidence, Evidence, GoverningDocument
from hierarchy.levels import Level
from ingest.document import IngestedDocument
from ingest.register import FIELDS
from ingest.said import SaidOfOther
from ingest.says_of_others import says_of_others

_STRENGTH = (Confidence.INFERRED, Confidence.READ, Confidence.STATED)


@dataclass(frozen=True)
class Claim:
    """What another document, a protocol as a rule, says of a document's field, and with which words.

    `said_in` is the id of the document that says it, `section` where in it; `evidence` its quote and page.
    """

    document: str
    field: str
    value: Any
    said_in: str
    evidence: Evidence
    section: str | None = None
    on: date | None = None


def said_of(documents: Iterable[IngestedDocument], known: Sequence[GoverningDocument]) -> list[SaidOfOther]:
    """Every statement about a document of the library, oldest source first; laws make none."""
    sources = [d for d in documents if d.document.level is not Level.LAW]
    sources.sort(key=lambda source: (source.document.date or date.min, source.document.document))
    return [said for said in says_of_others(sources, known) if said.document is not None]


def claims_of(said: Iterable[SaidOfOther]) -> list[Claim]:
    """One claim for each field of a document: the surest and latest of what is decided, not proposed."""
    best: dict[tuple[str, str], SaidOfOther] = {}
    for one in said:
        if one.document is None or one.field not in FIELDS or one.proposed or _strength(one) == 0:
            continue
        before = best.get((one.document, one.field))
        if before is None or (_strength(one), one.on or date.min) >= (
            _strength(before),
            before.on or date.min,
        ):
            best[one.document, one.field] = one
    return [
        Claim(document, field, s.value, s.source, Evidence(s.quote, s.page), s.section, s.on)
        for (document, field), s in best.items()
    ]


def _strength(said: SaidOfOther) -> int:
    return _STRENGTH.index(said.confidence)
