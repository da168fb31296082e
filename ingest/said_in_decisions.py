"""What the decisions of a protocol do to documents."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hierarchy.documents import Status
from ingest.dates import find_dates
from ingest.document_names import same_number
from ingest.hedging import is_charge, is_rejected
from ingest.matter_names import spoken_of
from ingest.protocol_items import ProtocolItem
from ingest.protocol_parts import PartKind
from ingest.said import SUPPORTS_FIELD, SaidOfOther
from ingest.speaker import Speaker
from ingest.statement_patterns import (
    ACTIVE,
    CONDITION,
    HOLDS_FROM,
    PASSIVE,
    STARTS,
    SUPPORTS,
    TO_ANOTHER_BODY,
    TO_THE_COUNCIL,
    Act,
    act_of,
)

STATUS = {
    Act.ADOPTS: Status.ADOPTED,
    Act.REFERS_BACK: Status.REFERRED_BACK,
    Act.POSTPONES: Status.PROPOSED,
    Act.REPEALS: Status.REPEALED,
}
"""What a document is when it has been done to it."""
_INCLUSIVE = re.compile(r"vid\s+utgången|till\s+och\s+med|t\.?\s?o\.?\s?m\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\bsamma\s+dag\b", re.IGNORECASE)


def decided(
    speaker: Speaker, sentence: re.Match[str], item: ProtocolItem, subject: str
) -> Iterator[SaidOfOther]:
    """What a sentence of a decision does to a document."""
    words, start, end = sentence.group(), *sentence.span()
    if is_rejected(words):
        return
    yield from conditions(speaker, sentence, subject)
    for found in (PASSIVE.search(words), ACTIVE.search(words)):
        if found is None or is_charge(words, found.start("verb")):
            continue
        act, rest = act_of(found["verb"]), words[found.end("verb") :]
        for name in spoken_of(found["name"], subject):
            day = _day(rest, _begun(speaker, item)) if act is Act.REPEALS else None
            known = _of_case(speaker, item, act) or speaker.resolve(
                name, words, None if act is Act.REPEALS else speaker.document.date
            )
            made = replace(speaker.said(name, "status", STATUS[act], start, end), document=known)
            if act is Act.ADOPTS and (TO_ANOTHER_BODY.search(rest) or _forwarded(speaker, item)):
                yield replace(made, value=Status.PROPOSED, on=speaker.document.date)
                continue
            made = replace(made, proposed=_forwarded(speaker, item))
            yield replace(made, on=day or speaker.document.date)
            if act is Act.ADOPTS:
                yield from _adoption(speaker, made, item)
                begins = _day(rest, None) if HOLDS_FROM.search(rest) else None
                if begins is not None:
                    yield replace(made, field="valid_from", value=begins)
            elif act is Act.REPEALS and day is not None:
                yield replace(made, field="valid_to", value=_last_day(rest, day), on=day)
        return
    found = STARTS.search(words)
    day = _day(words[found.end() - 1 :], None) if found else None
    if found is not None and day is not None:
        for name in spoken_of(found["name"], subject):
            known = speaker.resolve(name, words, speaker.document.date)
            yield replace(speaker.said(name, "valid_from", day, start, end), document=known)
    yield from support(speaker, sentence)


def conditions(speaker: Speaker, sentence: re.Match[str], subject: str) -> Iterator[SaidOfOther]:
    """What the adoption that a sentence speaks of waits for."""
    words = sentence.group()
    condition = CONDITION.search(words)
    if condition is None:
        return
    found = PASSIVE.search(words) or ACTIVE.search(words)
    for name in spoken_of(found["name"] if found else subject, subject):
        known = speaker.resolve(name, words, speaker.document.date)
        waits_for = " ".join(condition["what"].split())
        said = speaker.said(name, "conditional_on", waits_for, *sentence.span())
        yield replace(said, document=known)


def support(speaker: Speaker, sentence: re.Match[str]) -> Iterator[SaidOfOther]:
    """What a body is in favour of or against, which decides nothing."""
    supports = SUPPORTS.search(sentence.group())
    if supports is not None:
        what = supports["what"].strip(" .")
        yield speaker.said(supports["name"], SUPPORTS_FIELD, what, *sentence.span())


def _of_case(speaker: Speaker, item: ProtocolItem, act: Act) -> str | None:
    """The one document of the item's own case that the decision can be about.

    What is adopted is a rule or already adopted, what is sent back or put off is a proposal; what is
    repealed is of another case.
    """
    if item.diary_number is None or act is Act.REPEALS:
        return None
    waits = act is not Act.ADOPTS
    fits = [
        document
        for document in speaker.known
        if document.document != speaker.document.document
        and document.diary_number is not None
        and same_number(document.diary_number, item.diary_number)
        and waits is not document.level.is_rung
    ]
    return fits[0].document if len(fits) == 1 else None


def _forwarded(speaker: Speaker, item: ProtocolItem) -> bool:
    """Whether the decision as a whole is a proposal to the council."""
    parts = [speaker.text[p.start : p.end] for p in item.parts if p.kind is PartKind.DECISION]
    return any(TO_THE_COUNCIL.search(words) for words in (*parts, *(p.text for p in item.decisions)))


def _adoption(speaker: Speaker, made: SaidOfOther, item: ProtocolItem) -> Iterator[SaidOfOther]:
    yield replace(made, field="decision", value=item.section)
    if speaker.document.date is not None:
        yield replace(made, field="date", value=speaker.document.date)
    if speaker.document.adopted_by is not None:
        yield replace(made, field="adopted_by", value=speaker.document.adopted_by)


def _begun(speaker: Speaker, item: ProtocolItem) -> date | None:
    """The day that another point of the decision gives for the new document: "upphör samma dag"."""
    for point in item.decisions:
        if STARTS.search(point.text):
            return next((found.value for found in find_dates(point.text)), None)
    return None


def _last_day(rest: str, day: date) -> date:
    """The last day of validity: the day before the one on which it ends, unless that is the end of a
    month.
    """
    following = day + timedelta(days=1)
    inclusive = _INCLUSIVE.search(rest) is not None or following.day == 1
    return day if inclusive else day - timedelta(days=1)


def _day(rest: str, same_day: date | None) -> date | None:
    found = next((day.value for day in find_dates(rest)), None)
    return found or (same_day if _SAME_DAY.search(rest) else None)
