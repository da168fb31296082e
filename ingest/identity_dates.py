"""A document's days and number where no label and no statement of adoption gives them, and that it was
changed since.
"""

import re
from datetime import date

from ingest.dates import find_dates
from ingest.identity_kind import head_lines
from ingest.identity_labels import (
    Finding,
    adopter,
    adoption_date,
    edge_blocks,
    labelled_date,
    one_value,
    values_of,
)
from ingest.label_words import FROM, UNTIL
from ingest.stored_text import StoredText
from ingest.titles import is_draft

_OTHER_DAY = re.compile(
    r"ersätt|upphäv|upphör|revider|ändra[dt]|uppdatera[dt]|giltig|gäller|juster|anslag|bilaga|remiss(?:tid|svar)|senast"
    r"|\blag(?:en)?\b|\bsfs\b|förordning|ert\s|er\s(?:ref|beteck|dnr)|utskri|nästa|\bkl\.?\s|version",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*(?:[A-ZÅÄÖ][^\W\d_]+[ ,]+){1,3}(?:den\s+)?(?P<day>\d[\w ./-]{6,20})[.\s]*")
_CHANGED = re.compile(
    r"\b(?:(?:senast\s+)?(?:reviderad|reviderat|reviderade|reviderades|uppdaterad|uppdaterat|ändrad|ändrat)"
    r"|revider(?:ings|at\s+)?datum|senast\s+(?:ändring|revidering)|(?:last\s+)?(?:revised|amended))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w-])(?!SOU|SFS|DS\b|AFS|HSLF|EU\b)[A-ZÅÄÖ]{1,6}(?:-[A-ZÅÄÖ]{1,6})?[ /-]?"
    r"(?:19|20)\d\d[/:-]\d{1,6}(?:[.-]\d{1,4})?(?![\w-])(?!\))"
)
_HOLDS_UNTIL = re.compile(
    r"\b(?:gäller|giltigt?|gälla|löper)\b[^;\n]{0,70}?"
    r"\b(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|längst\s+till|till)\s+(?:den\s+)?",
    re.IGNORECASE,
)
_NEAR = 70
_LONGEST_LINE = 90


def decided_on(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[date] | None:
    """The decision's day in a statement of who adopted it, else behind its label."""
    adopted = adopter(stored, spans)
    found = adoption_date(stored, adopted) if adopted is not None else None
    return found or dated(stored, spans)


def dated(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[date] | None:
    """The day behind the label of a date."""
    return labelled_date(stored, spans, "date")


def validity(
    stored: StoredText, spans: tuple[tuple[int, int], ...]
) -> tuple[Finding[date] | None, Finding[date] | None, bool]:
    """First and last day of a period of validity ("Giltighetstid: 2024-01-01 – 2026-12-31"), and whether
    the words tell which is which: a day alone is taken to be the last.
    """
    for start, value_start, value_end in values_of(stored.text, spans, "validity"):
        value = one_value(stored.text[value_start:value_end])
        days = [Finding(d.value, start, value_start + d.end) for d in find_dates(value)]
        if len(days) == 2:
            return days[0], days[1], True
        if len(days) == 1:
            before = value[: next(find_dates(value)).start]
            if re.search(rf"{FROM}\W*$", before, re.IGNORECASE):
                return days[0], None, True
            return None, days[0], re.search(rf"{UNTIL}\W*$", before, re.IGNORECASE) is not None
    return None, None, True


def last_day(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[date] | None:
    """The day until which something holds, in words ("gäller från och med … till och med …")."""
    for start, end in spans:
        for words in _HOLDS_UNTIL.finditer(stored.text, start, end):
            for found in find_dates(stored.text[words.end() : min(end, words.end() + 30)]):
                if found.start == 0:
                    return Finding(found.value, words.start(), words.end() + found.end)
    return None


def change(stored: StoredText, since: date) -> Finding[date] | None:
    """The last day after `since` on which the document, at its front or back, says that it was changed."""
    found: list[Finding[date]] = []
    for placed in edge_blocks(stored):
        for words in _CHANGED.finditer(stored.text, placed.start, placed.end):
            day = next(find_dates(stored.text[words.end() : words.end() + _NEAR]), None)
            if day is not None and day.value > since:
                found.append(Finding(day.value, words.start(), words.end() + day.end))
    return max(found, key=lambda finding: finding.value, default=None)


def lone_date(stored: StoredText) -> Finding[date] | None:
    """The only day on the lines above the running text, lines about another day left out."""
    found = [
        Finding(day.value, start + day.start, start + day.end)
        for start, line in head_lines(stored)
        if len(line) <= _LONGEST_LINE and not _OTHER_DAY.search(line)
        for day in find_dates(line)
    ]
    return found[0] if len({finding.value for finding in found}) == 1 else None


def number_alone(stored: StoredText) -> Finding[str] | None:
    """A diary number that stands without a label among the lines of a letterhead ("RS 2024-0123")."""
    for start, line in head_lines(stored):
        found = _NUMBER.search(line) if len(line) <= _LONGEST_LINE and not _OTHER_DAY.search(line) else None
        if found is not None:
            return Finding(found.group(), start + found.start(), start + found.end())
    return None


def day_of_draft(stored: StoredText) -> Finding[date] | None:
    """The day of a line that says that the document is a draft ("Förslag 2026-03-01")."""
    for start, line in head_lines(stored):
        day = next(find_dates(line), None) if is_draft(line) else None
        if day is not None:
            return Finding(day.value, start, start + len(line))
    return None


def day_of_signing(stored: StoredText) -> Finding[date] | None:
    """The day of a last line that holds no more than a place and a day ("Norrby den 3 maj 2024")."""
    for placed in reversed(edge_blocks(stored)):
        for line in placed.block.text.split("\n"):
            signed = _SIGNED.fullmatch(line)
            day = next(find_dates(signed["day"]), None) if signed else None
            if day is not None:
                return Finding(day.value, placed.start, placed.end)
    return None
