"""Which body met and when, where a protocol says it in running text instead of under labels."""

import re
from datetime import date

from ingest.dates import find_dates
from ingest.identity_labels import Finding
from ingest.stored_text import StoredText

_BODY = r"[^\W\d_]*(?:nämnd|styrelse|utskott|fullmäktige|råd)(?:n|en|et)?"
_MEETING = re.compile(rf"\b({_BODY})s?\s+sammanträde", re.IGNORECASE)
_NAMED = re.compile(r"\b([A-ZÅÄÖ][^\W\d_]*(?:nämnden|styrelsen|utskottet|fullmäktige))\b")
_ON = re.compile(r"sammanträd(?:e|et|en)?s?(?:datum|dag)?\s*:?\s*(?:den\s+)?", re.IGNORECASE)
_OPENING = 600
"""Characters in which a protocol says whose and of which day it is."""
_NEAR = 14


def body_that_met(stored: StoredText) -> Finding[str] | None:
    """The body whose "sammanträde" it is, else the first one that the opening names."""
    found = _MEETING.search(stored.text) or _NAMED.search(stored.text, 0, _OPENING)
    if found is None:
        return None
    body = found[1][:1].upper() + found[1][1:].lower()
    return Finding(body, found.start(), found.end())


def day_of_meeting(stored: StoredText) -> Finding[date] | None:
    """The date behind "sammanträde", else the only date in the opening."""
    opening = stored.text[:_OPENING]
    dates = list(find_dates(opening))
    for found in _ON.finditer(opening):
        day = next((d for d in dates if 0 <= d.start - found.end() <= _NEAR), None)
        if day is not None:
            return Finding(day.value, found.start(), day.end)
    only = {day.value for day in dates}
    return Finding(dates[0].value, dates[0].start, dates[0].end) if len(only) == 1 else None
