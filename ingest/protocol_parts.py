"""The parts that Swedish protocols divide an item into, told by their headings."""

import re
from enum import StrEnum


class PartKind(StrEnum):
    """What one part of an item is: only `DECISION` decides, everything else is a record."""

    DECISION = "beslut"
    PROPOSAL = "förslag"
    MOTION = "yrkande"
    VOTE = "proposition"
    PREPARATION = "beredning"
    MATTER = "ärendet"
    BASIS = "beslutsunderlag"
    DISPATCH = "expedieras"
    RESERVATION = "reservation"
    OTHER = "övrigt"


_BODY = r"(?:[^\W\d_]+(?:-\s?(?:och\s+)?[^\W\d_]+)?(?:\s+och\s+[^\W\d_]+)?\s+)"
_PARTS: tuple[tuple[PartKind, str], ...] = (
    # Before the decision: "Förslag till beslut", "Regionstyrelsens förslag till fullmäktiges beslut".
    (
        PartKind.PROPOSAL,
        rf"{_BODY}?(?:förslag\s+till\s+(?:\w+\s+)?beslut|beslutsförslag|förslag)(?:\s+på\s+sammanträdet)?",
    ),
    (
        PartKind.DISPATCH,
        r"(?:beslutet\s+)?(?:expedieras|skickas|sänds|delges|meddelas)(?:\s+till|\s+för\s+\w+\s+till)?|expediering"
        r"|(?:kopia|protokollsutdrag|utdrag)\s+till|delges",
    ),
    (PartKind.BASIS, r"(?:besluts)?underlag(?:\s+för\s+beslut(?:et)?)?|handlingar(?:\s+i\s+ärendet)?"),
    (
        PartKind.DECISION,
        rf"{_BODY}?(?:beslut|beslutet|avgörande)|{_BODY}(?:beslutar|beslutade|har\s+beslutat)(?:\s+att)?"
        r"|beslut\s+i\s+ärendet|vi\s+beslutar",
    ),
    (
        PartKind.MOTION,
        r"(?:(?:tilläggs|ändrings|avslags|bifalls|återremiss)?yrkande(?:n|t|na)?)(?:\s+\w+){0,3}",
    ),
    (
        PartKind.VOTE,
        r"proposition(?:er|en|sordning(?:en)?)?|beslutsgång(?:en)?|omröstning(?:en|sresultat)?|votering(?:en)?",
    ),
    (PartKind.PREPARATION, r"(?:ärendets\s+|tidigare\s+)?(?:beredning|behandling)"),
    (
        PartKind.MATTER,
        r"ärende(?:t|beskrivning(?:en)?)?|(?:beskrivning|sammanfattning|redogörelse)(?:\s+(?:av|för)\s+ärendet)?"
        r"|ärendet\s+i\s+korthet|bakgrund(?:\s+till\s+ärendet)?",
    ),
    (
        PartKind.RESERVATION,
        r"reservation(?:er|en)?|protokollsanteckning(?:ar|en)?|särskilt\s+yttrande|särskilda\s+yttranden|jäv",
    ),
)
_KINDS = tuple((kind, re.compile(rf"(?:{pattern})\s*:?", re.IGNORECASE)) for kind, pattern in _PARTS)


def part_kind(heading: str) -> PartKind:
    """Which part a heading begins; `OTHER` where its words are none of the usual ones."""
    name = " ".join(heading.split())
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), PartKind.OTHER)
