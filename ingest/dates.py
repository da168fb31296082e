"""Dates as Swedish documents write them, and the placeholders that stand where a date is missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip
"""The names of the months, January first."""
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_ISO = r"(?P<y1>(?:19|20)\d\d)[-–./](?P<m1>[01]?\d)[-–./](?P<d1>[0-3]?\d)(?!\d)"
_COMPACT = r"(?<!\d)(?P<y2>(?:19|20)\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?!\d)"
_WORDS = (
    r"(?<!\d)(?P<d3>[0-3]?\d)(?::?e)?\.?\s+(?P<m3>"
    + "|".join(MONTHS)
    + r"|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.?\s+(?P<y3>(?:19|20)\d\d)(?!\d)"
)
_SLASHED = r"(?<!\d)(?P<d4>[0-3]?\d)/(?P<m4>[01]?\d)[\s-]+(?P<y4>(?:19|20)\d\d)(?!\d)"
_DATE = re.compile("|".join((_ISO, _COMPACT, _WORDS, _SLASHED)), re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:19|20)(?:\d\d|xx)\s?[-–./]\s?(?:xx|mm|\d\d)\s?[-–./]\s?(?:xx|dd)\b|\b(?:åååå|yyyy|xxxx)-(?:mm|xx)-(?:dd|xx)\b"
    r"|(?:19|20)\d\d-xx-xx|§\s?(?:x+|_+|…|\.{3,})(?!\w)|\[(?:datum|paragraf|diarienummer)\]"
    r"|\b(?:dnr|diarienummer):?\s*x{2,}[\w/-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WrittenDate:
    """A date and where it is written: `[start, end)` in the text that was searched."""

    value: date
    start: int
    end: int


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Every whole date in reading order: 2024-05-01, 20240501, "den 1 maj 2024", "1/5 2024"."""
    for found in _DATE.finditer(text):
        form = next(form for form in "1234" if found.group(f"y{form}"))
        month = found.group(f"m{form}").lower()
        number = int(month) if month.isdigit() else _MONTH_NUMBERS[month[:3]]
        value = _date(int(found.group(f"y{form}")), number, int(found.group(f"d{form}")))
        if value is not None:
            yield WrittenDate(value, found.start(), found.end())


def first_date(text: str) -> date | None:
    """The first date written in `text`, or None."""
    return next((found.value for found in find_dates(text)), None)


def find_placeholder(text: str) -> tuple[int, int] | None:
    """Where a date, § or diary number is still to be filled in ("2023-xx-xx", "§xx"); None if nowhere."""
    found = _PLACEHOLDER.search(text)
    return found.span() if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
