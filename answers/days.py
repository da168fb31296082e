"""The day that a question is about, where it names one in the past or the future."""

import re
from calendar import monthrange
from datetime import date

from ingest.dates import MONTHS

_IN_ENGLISH = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTHS = {name: number for names in (MONTHS, _IN_ENGLISH) for number, name in enumerate(names, start=1)}
# "från 2017", "2017 års policy", "(2016:1145)" and "C 2021/7" tell an edition, an act or a case, not the day.
_DAY = re.compile(
    r"(?<!från )(?<!sedan )(?<!sen )(?<!till )(?<!since )(?<!from )(?<![\w:/-])"
    r"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|"
    rf"(?:(?P<day>\d{{1,2}})\s+)?(?:(?P<month>{'|'.join(_MONTHS)})\s+)?(?P<year>(?:19|20)\d\d))"
    r"(?![:/\w-]|\s+års\b)",
    re.IGNORECASE,
)
# What a rule was then; how large or how often something was is told by a record, whatever its day.
_HELD = (
    r"\b(?:gällde|gällande regler|i kraft|applied|in force)\b|"
    r"\b(?:vad|vilken|vilket|vilka|vem|hur \w+|what|which|who|how \w+)(?: \w+)? (?:fick|skulle|behövde)\b|"
    r"\bvar (?:\w+ )?\w*(?:gräns|tröskel|regel|regler)\w*|\bwas the (?:\w+ )*(?:limit|threshold|rule)\b"
)
_HELD_THEN = re.compile(rf"(?:{_HELD})[^?.]*$", re.IGNORECASE)
_HOLDS = re.compile(r"\b(?:gäller|applies|apply)\b[^?.]*$", re.IGNORECASE)
_AFTER_DAY = re.compile(r"^[^?.]*\b(?:gällde|applied|in force)\b", re.IGNORECASE)


def day_asked_for(text: str, today: date) -> date | None:
    """The day whose rules are asked for; None where the question names none, or only a year not yet ended.

    A past year or month means its last day. It counts only where the question asks how something was or is
    then: "vad gällde 2020?", "den 1 maj 2019, vad var gränsen?".
    """
    for match in _DAY.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _HELD_THEN.search(before) or _AFTER_DAY.search(after) or _ends_with_day(before, after):
            return _day(match, today)
    return None


def _ends_with_day(before: str, after: str) -> bool:
    """ "Vad gäller för inköp 2019?": the present tense with the day last."""
    return not after.strip(" ?.!") and _HOLDS.search(before) is not None


def _day(match: re.Match[str], today: date) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        year, month = int(match["year"]), _MONTHS.get((match["month"] or "").casefold())
        if month is None:
            return date(year, 12, 31) if year < today.year else None
        if match["day"]:
            return date(year, month, int(match["day"]))
        past = (year, month) < (today.year, today.month)
        return date(year, month, monthrange(year, month)[1] if past else 1)
    except ValueError:  # the thirtieth of February
        return None
