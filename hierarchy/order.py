"""Where a document lays down the order of an organisation's rungs (*tolkningsordning*)."""

import re
from collections.abc import Iterable

from hierarchy.documents import Provision
from hierarchy.levels import Level, Organisation

_FAR = 120
"""How many characters may stand between two rungs of one order."""
_FEWEST_RUNGS = 3
_LAW = r"lag(?:ar|en|stiftning(?:en)?)?|författning(?:ar|en)?"
_ORDERS = re.compile(
    r"\b(?:tolk\w*|rangordn\w*|hierark\w*|företräde|gå(?:r|tt)?\s+(?:\w+\s+)?före|står\s+högst|prioritetsordn\w*|"
    r"följande\s+ordning|överordna\w*|underordna\w*)\b",
    re.I,
)
_ITEM = re.compile(r"\s*(?:[•–*-]|\d+[.)]|[a-z]\))\s")
_SENTENCE_END = re.compile(r"[.!?][”\")]*\s+")
_ENDINGS = r"(?:n|en|er|erna|r|s)?"


def find_order(
    text: str, provisions: Iterable[Provision], organisation: Organisation
) -> tuple[Provision, int, int] | None:
    """The provision of a document's stored `text` that names the rungs from the top, and the span that does.

    The shortest such span, with the lead-in of its list; None where no provision that speaks of precedence
    names them in their order.
    """
    rungs = [_names(organisation, level) for level in Level if level.is_rung and organisation.rung(level)]
    found = [
        (span, provision)
        for provision in provisions
        if _ORDERS.search(" ".join((*provision.path, text[provision.start : provision.end])))
        for span in [_span(text, provision, rungs)]
        if span is not None
    ]
    if not found:
        return None
    (start, end), provision = min(found, key=lambda pair: (pair[0][1] - pair[0][0], pair[0]))
    return provision, start, end


def _names(organisation: Organisation, level: Level) -> re.Pattern[str]:
    rung = organisation.rung(level)
    kinds = [re.escape(kind.removesuffix("a").removesuffix("l")) for kind in rung.kinds] if rung else []
    words = _LAW if level is Level.LAW else "|".join(rf"{kind}\w{{0,4}}" for kind in kinds) or level.value
    return re.compile(rf"\b(?:{words}){_ENDINGS}\b", re.I)


def _span(text: str, provision: Provision, rungs: list[re.Pattern[str]]) -> tuple[int, int] | None:
    if len(rungs) < _FEWEST_RUNGS:
        return None
    best: tuple[int, int] | None = None
    for first in rungs[0].finditer(text, provision.start, provision.end):
        end = first.end()
        for rung in rungs[1:]:
            match = rung.search(text, end, min(provision.end, end + _FAR))
            if match is None:
                break
            end = match.end()
        else:
            if best is None or end - first.start() < best[1] - best[0]:
                best = first.start(), end
    return _whole(text, provision, *best) if best else None


def _whole(text: str, provision: Provision, start: int, end: int) -> tuple[int, int]:
    """The span widened to whole sentences, and to the lead-in where it begins with an item of a list."""
    named = start
    start = max(provision.start, text.rfind("\n", provision.start, start) + 1)
    if _ITEM.match(text, start) and text[provision.start : start].strip():
        lead = len(text[provision.start : start].rstrip()) + provision.start
        start = max(provision.start, text.rfind("\n", provision.start, lead) + 1)
    else:
        start = max([start, *(m.end() for m in _SENTENCE_END.finditer(text, start, named))])
    stop = text.find("\n", end, provision.end)
    line = stop if stop >= 0 else provision.end
    sentence = _SENTENCE_END.search(text, end, line)
    end = sentence.end() if sentence else line
    while start < end and text[start].isspace():
        start += 1
    return start, start + len(text[start:end].rstrip())
