"""What a question takes for granted: "eftersom gränsen är …", "visst …", "…, right?"."""

import re
from dataclasses import dataclass

_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"^(?:eftersom|i och med att|då)\s+(?P<claim>[^,?]+?)"
        r"(?:,|\s+(?:undrar|så|hur|vad|vem|när|vilk\w+|vart)\b)",
        r"^(?:since|because|as|given that)\s+(?P<claim>[^,?]+?),",
        r"^(?:stämmer det|är det sant|är det rätt|is it true|is it right)\s+(?:att|that)\s+"
        r"(?P<claim>[^?]+)\?",
        r"^(?P<claim>[^?]+?),?\s+(?:eller hur|inte sant|stämmer det|är det rätt|right|correct|is that right|"
        r"isn['’]t (?:it|that so)|doesn['’]t it|don['’]t we)\s*\?",
        r"^(?P<claim>visst\s+[^,?]+)\?",
        r"^(?P<claim>[^,?]*\b(?:ju|väl)\b[^,?]*)(?:,|\?|\.|$)",
        r"^(?:\w+\s+){1,4}(?:säger|anger|says)\s+(?:ju\s+)?(?:att|that)\s+(?P<claim>[^,?]+)(?:,|\?|\.)",
    )
)
_SAID_TO_BE = re.compile(
    r"^(?:(?:\w+\s+){1,4}(?:säger|anger|says)\s+(?:att|that)|jag\s+har\s+hört\s+att|i\s+heard\s+that)\s+",
    re.I,
)
_ADDED = re.compile(r"\b(?:ju|väl|visst|surely|of course|självklart|förstås)\b\s*", re.I)
_CLEFT = re.compile(
    r"^(?:(?:är\s+det|det\s+är)\s+(?P<who>.+?)\s+som\b|it(?:['’]s|\s+is)\s+(?P<whom>.+?)\s+(?:that|who|which)\b)\s*",
    re.I,
)
_TURNED_ROUND = re.compile(r"^(?P<verb>\w+(?:ar|er)|ska|får|måste)\s+(?P<who>\w+)\s+(?P<rest>.+)$", re.I)


@dataclass(frozen=True)
class Claim:
    """A clause that is taken for granted, in plain order; `whole` where nothing more is asked."""

    text: str
    whole: bool


def claim_in(question: str) -> Claim | None:
    """What a question takes for granted, None where it takes nothing so."""
    text = " ".join(question.split())
    match = next((m for pattern in _PATTERNS if (m := pattern.search(text))), None)
    if match is None:
        return None
    whole = match.end() == len(text)
    inverted = bool(re.match(r"visst\b", match["claim"], re.I))
    claim = _ADDED.sub("", _SAID_TO_BE.sub("", _ADDED.sub("", match["claim"]))).strip(" .,")
    if cleft := _CLEFT.match(claim):
        return Claim(f"{cleft['who'] or cleft['whom']} {claim[cleft.end() :]}", whole)
    if inverted and (turned := _TURNED_ROUND.match(claim)):
        return Claim(f"{turned['who']} {turned['verb']} {turned['rest']}", whole)
    return Claim(claim, whole) if claim else None
