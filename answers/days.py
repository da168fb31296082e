"""The day that a question is about, where it names one in the past or the future."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.dates import MONTHS

_IN_ENGLISH = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTHS = {name: number for names in (MONTHS, _IN_ENGLISH) for number, name in enumerate(names, start=1)}
# "från 2017", "2017 års policy", "(2016:1145)" and "C 2021/7" tell an edition, an act or a case, not the day.
_DAY = re.compile(
    r"(?<!\bfrån )(?<!\bof )(?<!\bsedan )(?<!\bsen )(?<!\btill )(?<!\bsince )(?<!\bfrom )(?<![\w:/-])"
    r"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|"
    r"(?P<last>förra året|i fjol|last year)|"
    rf"(?:(?P<day>\d{{1,2}})\s+)?(?:(?P<month>{'|'.join(_MONTHS)})\s+)?(?P<year>(?:19|20)\d\d))"
    r"(?![:/\w-]|\s+års\b)",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\s+$", re.IGNORECASE)
# What a rule was then; how large or how often something was is told by a record, whatever its day.
_HELD = (
    r"\b(?:gällde|gällande regler|i kraft|applied|in force)\b|"
    r"\b(?:vad|vilken|vilket|vilka|vem|hur \w+|what|which|who|how \w+)(?: \w+)? (?:fick|skulle|behövde)\b|"
    r"\b(?:fick|kunde|behövde|skulle) man\b|\b(?:kunde|behövde|skulle) (?:vi|jag)\b|"
    r"\b(?:could|did) (?:we|i|one)\b|\bwere (?:we|you) allowed\b|"
    r"\b(?:var|blev|(?:vad|var|hur högt) låg) (?:\w+ )?"
    r"[\w-]*(?:gräns|tröskel|regel|regler|belopp|traktamente|tiden\b)\w*|"
    r"\w*(?:gräns|tröskel|regel|regler|belopp|krav|rätt)\w*(?: \w+){0,3} (?:hade|fanns)\b|"
    r"\w*(?:gräns|tröskel|belopp)\w*(?: \w+){0,3} låg\b|"
    r"\bhade (?:\w+ )?(?:rätt|krav)\b|"
    r"\bwas the (?:\w+ )*(?:limit|threshold|rule)\b|\b(?:was|were) (?:\w+ )?required\b"
)
_HELD_THEN = re.compile(rf"(?:{_HELD})[^?.]*$", re.IGNORECASE)
# What a rule said then; when it was decided is asked of the rule as it is.
_RULE = (
    r"(?:§|\b(?:\w*lag(?:en|ens)?|LOU|LUF|LUK|\w*polic\w*|\w*riktlinj\w*|\w*reg(?:el|eln|ler|lerna)|bestämmels\w*|"
    r"paragraf\w*|guidelines?|rules?|act|law|sections?|chapters?|limit|threshold)\b)"
)
_SAID_THEN = re.compile(
    rf"\b(?:sa|sade|stod|löd|lydde|var|såg|did|was|were|read)\b[^?]*{_RULE}[^?]*$", re.IGNORECASE
)
_PRESENT = {
    "gällde": "gäller",
    "löd": "gäller",
    "lydde": "gäller",
    "applied": "applies",
    "behövde": "behöver",
}
_PAST_TENSE = re.compile(rf"\b(?:{'|'.join(_PRESENT)})\b", re.IGNORECASE)
_ASKS_WHEN = re.compile(r"\s*(?:när|when|vilket (?:datum|år)|vilken dag)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:innan|före|before)\s+(?:den\s+|the\s+)?$", re.IGNORECASE)
_LEADING = re.compile(
    r"[\s,]*(?:\b(?:år|den|i|in|on|under|per|innan|före|before|the|redan|slutet av|end of)\s+)*$",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"\b(?:gäller|applies|apply)\b[^?.]*$", re.IGNORECASE)
_HOLDS_NOW = re.compile(
    r"\b(?:är|gäller|får|ska|måste|kan|behöver|krävs|räcker|is|are|may|must|can|applies|apply)\b",
    re.IGNORECASE,
)
# At the end, and of no document or figure: "budget 2026", "för 2026".
_NOW_SAID = re.compile(
    r"(?<!\bför)(?<!\bfrån)(?<!\bof)(?<!\bfor)(?<!\bsedan)(?<!\bsen)(?<!\btill)(?<!\bav)(?<!budget)(?<!budgeten)"
    r"(?<!plan)(?<!planen)"
    r"(?<!policy)(?<!policyn)(?<!protokoll)(?<!protokollet)(?<!rapport)(?<!rapporten)(?<!berättelse)"
    r"[\s,]+(?:(?:år|under|i|in|during)\s+)?(?P<year>20\d\d)(?=\s*[?!.]?\s*$)",
    re.IGNORECASE,
)
_AFTER_DAY = re.compile(r"^[^?.]*\b(?:gällde|applied|in force)\b", re.IGNORECASE)


@dataclass(frozen=True)
class DayAsked:
    """A day that a question is about, and where in the question it stands: `[start, end)`."""

    day: date
    start: int
    end: int


def day_asked_for(text: str, today: date) -> date | None:
    """The day whose rules are asked for; None where the question names none, or only a year not yet ended.

    A past year or month means its last day, and "före 2020" the day before it. It counts only where the
    question asks how something was or is then: "vad gällde 2020?", "den 1 maj 2019, vad var gränsen?".
    """
    asked = day_mentioned(text, today)
    return asked.day if asked else None


def names_past_time(text: str, today: date) -> bool:
    """Whether the text names a time that has begun, as something that happened has: "förra året", "2025"."""
    return any(match["last"] or _has_begun(match, today) for match in _times(text))


def _times(text: str) -> Iterator[re.Match[str]]:
    """The days, months and years that a text names; "från maj 2017" is an edition's as "från 2017" is."""
    return (match for match in _DAY.finditer(text) if not _MONTH_BEFORE.search(text[: match.start()]))


def _has_begun(match: re.Match[str], today: date) -> bool:
    if match["iso"]:
        return match["iso"] <= today.isoformat()
    month = _MONTHS.get((match["month"] or "").casefold(), 1)
    return (int(match["year"]), month, int(match["day"] or 1)) <= (today.year, today.month, today.day)


def day_mentioned(text: str, today: date) -> DayAsked | None:
    """The day that `day_asked_for` gives, with its place in the question and the words that lead to it."""
    for match in _times(text):
        before, after = text[: match.start()], text[match.end() :]
        said_then = _SAID_THEN.search(before) and not _ASKS_WHEN.match(text)
        if (
            said_then
            or _HELD_THEN.search(before)
            or _AFTER_DAY.search(after)
            or _ends_with_day(before, after)
        ):
            is_up_to = _UP_TO.search(before) and not match["last"]
            day = _day_before(match) if is_up_to else _day(match, today)
            leading = _LEADING.search(before)
            start = leading.start() if leading else match.start()
            return DayAsked(day, start, match.end()) if day else None
    return None


def as_on_its_day(text: str, today: date, numbers: Iterable[str]) -> str:
    """The question as one would ask it on the day that it is about: in the present tense, without that day.

    Neither is a word of what is asked. The day stays where one of `numbers`, of acts that have ended since,
    is of its year: "vilka tröskelvärden gällde 2024?" may mean the announcement 2024:30.
    """
    asked = day_mentioned(text, today)
    if asked is None:
        return _without_now(text, today)
    named = any(number.startswith(f"{asked.day.year}:") for number in numbers)
    rest = text if named else f"{text[: asked.start]}{text[asked.end :]}".strip(" ,")
    return _PAST_TENSE.sub(lambda match: _PRESENT[match[0].casefold()], rest)


def _without_now(text: str, today: date) -> str:
    """The question without the year that is, where it only says that the rule of today is asked for.

    "Hur hög är gränsen 2026?", but not "vad är budgeten för 2026?" nor "vad är nytt i policyn 2026?".
    """
    match = _NOW_SAID.search(text)
    if match is None or match["year"] != str(today.year) or not _HOLDS_NOW.search(text[: match.start()]):
        return text
    return f"{text[: match.start()]}{text[match.end() :]}"


def _ends_with_day(before: str, after: str) -> bool:
    """ "Vad gäller för inköp 2019?": the present tense with the day last."""
    return not after.strip(" ?.!") and _HOLDS.search(before) is not None


def _day(match: re.Match[str], today: date) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["last"]:
            return date(today.year - 1, 12, 31)
        year, month = int(match["year"]), _MONTHS.get((match["month"] or "").casefold())
        if month is None:
            return date(year, 12, 31) if year < today.year else None
        if match["day"]:
            return date(year, month, int(match["day"]))
        past = (year, month) < (today.year, today.month)
        return date(year, month, monthrange(year, month)[1] if past else 1)
    except ValueError:  # the thirtieth of February
        return None


def _day_before(match: re.Match[str]) -> date | None:
    """The last day before a day, month or year."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]) - timedelta(days=1)
        month = _MONTHS.get((match["month"] or "").casefold()) or 1
        return date(int(match["year"]), month, int(match["day"] or 1)) - timedelta(days=1)
    except ValueError:
        return None
