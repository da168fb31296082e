"""Whether a question is answered by yes or no, and what it then asks: is it allowed, required, forbidden?"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """What a yes would say of the thing asked about."""

    ALLOWED = "allowed"
    REQUIRED = "required"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class Polar:
    """A question in yes/no form; `clause` is the whole of it. `personal`: the asker asks for themselves."""

    asked: Asked
    clause: str
    personal: bool


_GREETING = r"(?:(?:hej|hejsan|hello|hi|fråga)\b[\s,:!.]*)?"
_AHEAD = r"(?:(?:om|när|vid|inför|if|when|for)\b[^?,]*,\s*)?(?:så\s+)?"
_OPENINGS = tuple(
    (asked, re.compile(rf"^{_GREETING}{_AHEAD}(?:{words})", re.I))
    for asked, words in (
        (
            Asked.FORBIDDEN,
            r"är\b[^?]*\bförbjud(?:et|en|na)\b|is\s+it\s+(?:forbidden|prohibited|illegal)\b|"
            r"(?:is|are)\b[^?]*\b(?:forbidden|prohibited)\b",
        ),
        (
            Asked.ALLOWED,
            r"(?:får|kan)\b|går\s+det\s+(?:bra\s+)?att\b|är\b[^?]*\btillåt(?:et|en|na)\b|"
            r"är\s+det\s+(?:ok|okej|lagligt)\b|har\s+(?:jag|vi|man)\s+rätt\s+att\b|"
            r"(?:may|can|could)\b|(?:am|is|are)\b[^?]*\b(?:allowed|permitted|ok|okay)\b",
        ),
        (
            Asked.REQUIRED,
            r"(?:måste|ska|skall|behöver|krävs)\b|är\b[^?]*\b(?:skyldiga?\s+att|obligatoris\w+|tvungn?\w*)\b|"
            r"must\b|(?:do|does)\b[^?]*\b(?:have|need)\s+to\b|(?:am|is|are)\b[^?]*\b(?:required|obliged|mandatory)\b",
        ),
    )
)
# With these the question asks for more than a yes or a no to one thing, or turns it round.
_UNPLAIN = re.compile(
    r"\b(?:inte|ej|aldrig|alltid|eller|endast|bara|enbart|fortfarande|någonsin|not|never|always|or|only|still|"
    r"hur|vad|vem|vilk\w+|varför|how|what|who|which|why|ju|väl|visst)\b|n['’]t\b|;",
    re.I,
)
_PERSONAL = re.compile(r"\b(?:jag|vi|man|du|ni|i|we|you|one)\b", re.I)


def polar_question(text: str) -> Polar | None:
    """The question as one for yes or no; None where it is no such question, or not a plain one."""
    clause = " ".join(text.split())
    if re.search(r"[.?!]\s+\S", re.sub(rf"^{_GREETING}", "", clause, flags=re.I)):
        return None
    return _read(clause.rstrip(" ?!."))


def claimed(clause: str) -> Polar | None:
    """What a clause that is taken for granted claims, as the question that it would be the yes to."""
    if _UNPLAIN.search(clause):
        return None
    for asked, words in (
        (Asked.FORBIDDEN, r"\bförbjud(?:et|en|na)\b"),
        (Asked.ALLOWED, r"\b(?:får|may|can)\b|\b(?:är|is|are)\s+(?:tillåt(?:et|en|na)|allowed|permitted)\b"),
        (Asked.REQUIRED, r"\b(?:ska|skall|måste|must|has\s+to|have\s+to)\b"),
    ):
        if re.search(words, clause, re.I):
            return Polar(asked, clause, bool(_PERSONAL.search(clause)))
    return None


def _read(clause: str) -> Polar | None:
    if _UNPLAIN.search(clause):
        return None
    for asked, pattern in _OPENINGS:
        if pattern.search(clause):
            return Polar(asked, clause, bool(_PERSONAL.search(clause)))
    return None
