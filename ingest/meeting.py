"""Which body met and when, where a protocol says it in running text instead of under labels."""

import re
from datetime import date

from ingest.dates import find_dates
from ingest.identity_labels import Finding
from ingest.stored_text import StoredText

_BODY = r"(?:[^\W\d_]+-\s+och\s+)?[^\W\d_]*(?:nämnd|styrelse|utskott|fullmäktige|råd)(?:n|en|et)?"
_MEETING = re.compile(rf"\b({_BODY})s?\s+sammanträde", re.IGNORECASE)
_NAMED = re.compile(r"\b([A-ZÅÄÖ][^\W\d_]*(?:nämnden|styrelsen|utskottet|fullmäktige))\b")
_ON = re.compile(r"sammanträd(?:e|et|en)?s?(?:datum|dag)?\s*:?\s*(?:den\s+)?", re.IGNORECASE)
_LINE = re.compile(
    r"^[ \t]*((?:[^\W\d_]+-? |[^\W\d_]+-){0,4}?[^\W\d_]*"
    r"(?:nämnden|styrelsen|utskottet|fullmäktige|(?<!\w)rådet))(?=[ \t]*(?:$|\d|\t|  |samman|datum|proto))",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE_AND_TIME = re.compile(
    r"^(?:plats\s+och\s+tid|tid\s+och\s+plats|tid|datum)\b", re.IGNORECASE | re.MULTILINE
)
_OTHER_DAY = re.compile(r"juster|anslag|expedi|publicer|underskri|kungör|överklag|nästa", re.IGNORECASE)
_OPENING = 600
"""Characters in which a protocol says whose and of which day it is."""
_NEAR = 14
_NEAR_A_PLACE = 80


def body_that_met(stored: StoredText, heads: StoredText | None = None) -> Finding[str] | None:
    """The body whose "sammanträde" it is, else the first one that a line of the head begins with, else the
    first that the opening names. A finding in the running `heads` has an empty span.
    """
    found = _MEETING.search(stored.text)
    printed = _LINE.search(heads.text) if heads is not None and found is None else None
    if printed is not None:
        return Finding(_spelt(printed[1]), 0, 0)
    found = found or _LINE.search(stored.text, 0, _OPENING) or _NAMED.search(stored.text, 0, _OPENING)
    return Finding(_spelt(found[1]), found.start(), found.end()) if found is not None else None


def _spelt(body: str) -> str:
    return body[:1].upper() + " ".join(body[1:].lower().split())


def day_of_meeting(stored: StoredText, heads: StoredText | None = None) -> Finding[date] | None:
    """The date behind "sammanträde" or behind the place and time of the meeting, in the text or else in the
    running `heads` (an empty span), else the only date in the opening that isn't the day of another thing.
    """
    opening = stored.text[:_OPENING]
    dates = [day for day in find_dates(opening) if not _OTHER_DAY.search(_line_before(opening, day.start))]
    for words, near in ((_ON, _NEAR), (_PLACE_AND_TIME, _NEAR_A_PLACE)):
        for found in words.finditer(opening):
            day = next((d for d in dates if 0 <= d.start - found.end() <= near), None)
            if day is not None:
                return Finding(day.value, found.start(), day.end)
    if heads is not None:
        for found in _ON.finditer(heads.text):
            day = next((d for d in find_dates(heads.text[found.end() :]) if d.start <= _NEAR_A_PLACE), None)
            if day is not None:
                return Finding(day.value, 0, 0)
    only = {day.value for day in dates}
    return Finding(dates[0].value, dates[0].start, dates[0].end) if len(only) == 1 else None


def _line_before(text: str, offset: int) -> str:
    """What stands before `offset` on its line, and the line above it, which may be its label."""
    return "\n".join(text[:offset].split("\n")[-3:])
