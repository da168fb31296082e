"""What documents of the library say of each other, as changes to propose."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from ingest.document import IngestedDocument
from ingest.register import FIELDS
from ingest.said import SaidOfOther
from ingest.says_of_others import says_of_others

_STRENGTH = (Confidence.INFERRED, Confidence.READ, Confidence.STATED)
# What can become of a document that says of itself that it is adopted, or proposed.
_FATES = {
    Status.ADOPTED: frozenset({Status.SUPERSEDED, Status.REPEALED}),
    Status.PROPOSED: frozenset({Status.REFERRED_BACK}),
}


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


def is_decisive(claim: Claim, read: GoverningDocument) -> bool:
    """Whether a claim goes before what the document says of itself.

    It does for what became of the document after it was written, which it can't know; for the rest only where
    the document says nothing, or says it less surely.
    """
    own, value = read.evidence.get(claim.field), getattr(read, claim.field)
    if own is None or not own.quote or value in (None, Status.UNCONFIRMED):
        return True
    if claim.field == "status" and claim.value in _FATES.get(value, ()):
        return True
    sure = _strength(claim.evidence.confidence)
    return sure == len(_STRENGTH) - 1 if claim.field == "valid_to" else sure > _strength(own.confidence)


def claims_of(said: Iterable[SaidOfOther]) -> list[Claim]:
    """One claim for each field of a document: the surest and latest of what is decided, not proposed."""
    best: dict[tuple[str, str], SaidOfOther] = {}
    for one in said:
        if one.document is None or one.field not in FIELDS or one.proposed or _strength(one.confidence) == 0:
            continue
        before = best.get((one.document, one.field))
        if before is None or (_strength(one.confidence), one.on or date.min) >= (
            _strength(before.confidence),
            before.on or date.min,
        ):
            best[one.document, one.field] = one
    claims = [
        Claim(document, field, s.value, s.source, _evidence(s), s.section, s.on)
        for (document, field), s in best.items()
    ]
    return claims + [last for claim in claims if (last := _last_day(claim, best)) is not None]


def _last_day(claim: Claim, best: Collection[tuple[str, str]]) -> Claim | None:
    """The day before a successor begins: without it, a replaced document would never have been in force."""
    replaced = claim.field == "status" and claim.value in (Status.SUPERSEDED, Status.REPEALED)
    if not replaced or claim.on is None or (claim.document, "valid_to") in best:
        return None
    return replace(claim, field="valid_to", value=claim.on - timedelta(days=1))


def _evidence(said: SaidOfOther) -> Evidence:
    return Evidence(said.quote, said.page, confidence=said.confidence)


def _strength(confidence: Confidence | None) -> int:
    return _STRENGTH.index(confidence or Confidence.READ)
