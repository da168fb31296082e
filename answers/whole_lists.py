"""Questions that want a whole list: which tasks or steps there are, what something is to contain."""

import re

from index.passages import Span, Unit

# All items of a list that is asked for, with their lead-in, are quoted up to this many characters.
LIST_CHARACTERS = 2_000
_THINGS = (
    "uppgifter|krav|steg|villkor|punkter|handlingar|kriterier|delar|skäl|undantag|former|ärenden|åtgärder|"
    "principer"
)
_ASKED = re.compile(
    rf"\bvilka (?:\w+ )?\w*(?:{_THINGS})\b|\bi vilken ordning\b|"
    r"\bvad (?:ska|skall|måste|bör) (?:det |.{2,40} )?"
    r"(?:innehålla|framgå|finnas med|stå|ingå|omfatta|anges)\b|"
    r"\bwhich (?:steps|requirements|conditions|documents|tasks)\b|"
    r"\bwhat (?:must|should) .{2,40} (?:contain|include)\b",
    re.IGNORECASE,
)


def wants_list(question: str) -> bool:
    """Whether a question asks for all that a list holds, and not for one item of it."""
    return bool(_ASKED.search(question))


def whole_list(unit: Unit, others: list[Unit]) -> Unit:
    """A part of a list as the whole of it with its lead-in; the unit itself where that is too long to quote.

    `others` are the units of its provision: the parts of one list name the same lead-in.
    """
    lead = unit.lead or unit.span
    parts = [unit.span, *(other.span for other in others if other.lead and other.lead.start == lead.start)]
    whole = Span(lead.start, max(part.end for part in parts))
    return Unit(whole) if len(whole) <= LIST_CHARACTERS else unit
