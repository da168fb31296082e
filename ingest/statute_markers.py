"""The marks that consolidated statutes put on wordings with a beginning or an end in time.

Sveriges riksdag prints both wordings of a section while a change waits to take effect, and tells them
apart by "/Upphör att gälla U:2026-12-05/" and "/Träder i kraft I:2026-12-05/".
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.dates import first_date

UNSET = date.max
"""The first day of what enters into force "den dag regeringen bestämmer", as long as none is set."""

_MARK = (
    r"(?:(?P<whole>Rubriken|Kapitlet|Bilagan|Avdelningen)\s+)?"
    r"(?:(?P<begins>träder\s+i\s+kraft)\s+I|(?P<ends>upphör\s+att\s+gälla)\s+U|(?P<renamed>Ny\s+beteckning)[^:/]*U)"
    r"\s*:\s*(?P<when>[^/]*?)"
)
_WHOLE = re.compile(rf"/?\s*{_MARK}\s*/?\.?", re.IGNORECASE)
_AT_START = re.compile(rf"\s*/\s*{_MARK}\s*/\s*", re.IGNORECASE)


@dataclass(frozen=True)
class TimeMark:
    """When a wording is in force: `valid_from` and `valid_to` are inclusive, None where the mark sets none.

    `of_heading` says that it concerns the heading alone, `of_chapter` all below the heading.
    """

    text: str
    valid_from: date | None = None
    valid_to: date | None = None
    of_heading: bool = False
    of_chapter: bool = False


def read_mark(text: str) -> TimeMark | None:
    """The mark that the whole of `text` is, with or without its slashes; None where it is none."""
    found = _WHOLE.fullmatch(text.strip())
    return _mark(found) if found else None


def leading_marks(text: str) -> tuple[tuple[TimeMark, ...], str]:
    """The marks that `text` begins with, and what follows them."""
    marks: list[TimeMark] = []
    while found := _AT_START.match(text):
        marks.append(_mark(found))
        text = text[found.end() :]
    return tuple(marks), text


def _mark(found: re.Match[str]) -> TimeMark:
    day = first_date(found["when"])
    whole = (found["whole"] or "").lower()
    valid_from = valid_to = None
    if found["begins"]:
        valid_from = day or UNSET
    elif day is not None:
        # The day after which it is gone is the first day without it.
        valid_to = day - timedelta(days=1)
    return TimeMark(
        " ".join(found.group().split()).strip("/ ."),
        valid_from,
        valid_to,
        of_heading=whole == "rubriken",
        of_chapter=whole in ("kapitlet", "avdelningen", "bilagan"),
    )
