"""When a document itself says that it is to be looked over again, or that it ends.

Read from sentences in which the document speaks of itself ("Policyn ska ses över vart tredje år") and from
labelled lines ("Revideras senast: 2027-06-30"), never from what it says of contracts, posts or people.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.dates import MONTHS, find_dates
from ingest.identity_labels import self_reference
from ingest.kinds import kind_in_title

TERM_YEARS = 4
"""A term of office of fullmäktige (KL 5 kap. 5 §: elections every fourth year)."""

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("ett", "en", "varje"),
            ("två", "annat", "andra"),
            ("tre", "tredje"),
            ("fyra", "fjärde"),
            ("fem", "femte"),
            ("sex", "sjätte"),
            ("sju", "sjunde"),
            ("åtta", "åttonde"),
            ("nio", "nionde"),
            ("tio", "tionde"),
        ),
        1,
    )
    for word in words
}
_NUMBER = rf"(?P<{{name}}>\d{{{{1,2}}}}(?::[ea])?|{'|'.join(_NUMBERS)})"
_EVERY = re.compile(
    r"\b(?:vart\s*" + _NUMBER.format(name="every") + r"\s*år"
    r"|(?P<yearly>årlig(?:en|a|t)?|varje\s+år|en\s+gång\s+(?:per|om)\s+år)"
    r"|(?P<term>(?:varje|en\s+gång\s+(?:per|varje|under)|under)\s+(?:en\s+)?mandatperiod(?:en)?)"
    r"|(?:inom|efter|med|om|högst|på|i|vart)\s+(?:högst\s+)?" + _NUMBER.format(name="within")
    + r"\s*års?(?:\s+(?:från|efter|intervall|mellanrum))?)\b",
    re.IGNORECASE,
)  # fmt: skip
_REVIEW = (
    r"(?:ses\s+över|se\s+över|översyn|revider(?:as|ing(?:en)?)|uppdateras"
    r"|aktualitets(?:prövas|granskas|prövning|granskning)|omprövas|utvärderas|prövas|fastställas\s+på\s+nytt|gås\s+igenom)"
)
_REVIEWED = re.compile(rf"\b{_REVIEW}\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:gäller|giltigt?|gälla)\b[^.;\n]{0,60}?"
    r"\b(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|längst\s+till|till)\s+(?:den\s+)?",
    re.IGNORECASE,
)
_FOR_YEARS = re.compile(
    r"\b(?:gäller|giltigt?|giltighetstid(?:en)?)\b[\s:]*(?:är\s+)?(?:i|under|högst)?\s*"
    + _NUMBER.format(name="years")
    + r"\s+år\b",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"\b(?:senast|före|innan)\s+(?:(?:den|under|år|utgången\s+av|i)\s+){0,3}(?P<rest>.{0,30})", re.IGNORECASE
)
_LABEL = re.compile(
    rf"\s*(?:nästa\s+(?:översyn|revidering|revision|aktualitetsprövning)|{_REVIEW}(?:\s+senast)?"
    r"|giltighetstid|giltigt?\s+(?:till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?))\s*(?::|\s(?=\d)|\n)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"(?:(?P<name>{'|'.join(MONTHS)})\s+(?P<y1>20\d\d)|(?P<y2>20\d\d)-(?P<m>[01]\d)(?![\d-])"
    r"|(?P<y3>20\d\d)(?![\d-]))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:\b(?:t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|dvs|bl\.a|t\.ex)\.|[^.!?\n]|\.(?=\S))+[.!?]?"
)
_TWO_LINES = re.compile(r"^(?=([^\n]{1,40}\n+[^\n]{1,40})(?:\n|\Z))", re.MULTILINE)
_LONGEST_LABELLED = 90


@dataclass(frozen=True)
class ReviewRule:
    """What a document says of its own review or end, in the words `[start, end)` of its stored text.

    One of these is set: `years`, how long after its decision it is to be reviewed; `by`, the day by which it
    is to be; `until`, its last day.
    """

    quote: str
    start: int
    end: int
    years: int | None = None
    by: date | None = None
    until: date | None = None

    def due(self, decided: date | None) -> date | None:
        """The last day before the review is late; None where it can't be told."""
        if self.by or self.until:
            return self.by or self.until
        if self.years is None or decided is None:
            return None
        year = decided.year + self.years
        return date(year, decided.month, min(decided.day, monthrange(year, decided.month)[1]))


def review_rules(text: str) -> list[ReviewRule]:
    """Every such statement of a stored text, in reading order."""
    return [rule for start, sentence in _sentences(text) for rule in _rules(sentence, start)]


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for found in _SENTENCE.finditer(text):
        lead = len(found.group()) - len(found.group().lstrip("•-– \t"))
        if found.group()[lead:].strip():
            yield found.start() + lead, found.group()[lead:].rstrip()
    # A label and its value may stand on a line each.
    for found in _TWO_LINES.finditer(text):
        label = _LABEL.match(found.group(1))
        if label is not None and "\n" in label.group():
            yield found.start(), found.group(1)


def _rules(sentence: str, start: int) -> Iterator[ReviewRule]:
    labelled = len(sentence) <= _LONGEST_LABELLED and _LABEL.match(sentence) is not None
    if not labelled and not _speaks_of_itself(sentence):
        return
    place = (sentence, start, start + len(sentence))
    ends = _ENDS.search(sentence) or (labelled and re.match(r"\s*giltig", sentence, re.IGNORECASE))
    if ends:
        last = _day(sentence[ends.end() :][:40]) if not labelled else _day(sentence)
        if last is not None:
            yield ReviewRule(*place, until=last)
            return
    lasting = _FOR_YEARS.search(sentence)
    if lasting is not None:
        yield ReviewRule(*place, years=_number(lasting["years"]))
        return
    if not labelled and _REVIEWED.search(sentence) is None:
        return
    latest = _LATEST.search(sentence)
    day = _day(sentence) if labelled else _day(latest["rest"]) if latest else None
    if day is not None:
        yield ReviewRule(*place, by=day)
        return
    every = _EVERY.search(sentence)
    if every is not None:
        yield ReviewRule(*place, years=_years(every))


def _speaks_of_itself(sentence: str) -> bool:
    """Whether its subject is the document: "Denna policy …", "Riktlinjerna …", "Inköpspolicy ska …"."""
    if self_reference(sentence):
        return True
    opening = re.match(r"[^\W\d_]+(?=\s+(?:ska|skall|bör|gäller|revideras|ses)\b)", sentence)
    return opening is not None and kind_in_title(opening.group()) is not None


def _years(every: re.Match[str]) -> int:
    if every["yearly"]:
        return 1
    return TERM_YEARS if every["term"] else _number(every["every"] or every["within"])


def _number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits.group()) if digits else _NUMBERS[written.lower()]


def _day(text: str) -> date | None:
    """The first day named; of a month or a year alone, its last day."""
    whole = next(find_dates(text), None)
    part = _MONTH.search(text)
    if whole is not None and (part is None or whole.start <= part.start()):
        return whole.value
    if part is None:
        return None
    year = int(part["y1"] or part["y2"] or part["y3"])
    month = MONTHS.index(part["name"].lower()) + 1 if part["name"] else int(part["m"] or 12)
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None
