"""Kinds of document, how to tell them by their names, and the rung that each stands on by default."""

import re
from itertools import pairwise

from hierarchy.levels import RUNGS, Level, Organisation

UNKNOWN_KIND = "dokument"

LAW_KINDS = frozenset(
    ("grundlag", "lag", "förordning", "kungörelse", "tillkännagivande", "föreskrift", "direktiv")
)
PROPOSAL_KINDS = frozenset(("tjänsteutlåtande", "tjänsteskrivelse", "förslag", "motion", "utkast"))

_LEVELS: dict[Level, tuple[str, ...]] = {
    Level.LAW: tuple(sorted(LAW_KINDS)),
    Level.POLICY: ("policy", "reglemente"),
    Level.GUIDELINE: ("riktlinje", "delegationsordning", "uppförandekod", "arbetsordning", "attestordning"),
    Level.RULE: (
        *("regel", "regler", "rutin", "instruktion", "anvisning", "handläggningsordning"),
        *("anställningsordning", "arbetsinstruktion", "tillämpningsanvisning"),
    ),
    Level.BACKGROUND: (
        *("protokoll", "yttrande", "remissvar", "rapport", "revisionsrapport", "verksamhetsberättelse"),
        *(
            "årsredovisning",
            "utredning",
            "promemoria",
            "sammanfattning",
            "vägledning",
            "handbok",
            "checklista",
        ),
        *("plan", "program", "strategi", "mall", "avtal", "kallelse", "minnesanteckningar", "beslut"),
        *sorted(PROPOSAL_KINDS),
    ),
}
_LEVEL_OF_KIND = {kind: level for level, kinds in _LEVELS.items() for kind in kinds}

# Plural and definite forms, and the words that organisations print for the same thing.
_FORMS = {
    "policyn": "policy", "policydokument": "policy", "policies": "policy", "policys": "policy",
    "riktlinjer": "riktlinje", "riktlinjen": "riktlinje", "riktlinjerna": "riktlinje",
    "regeln": "regel", "reglerna": "regler", "regeldokument": "regel", "regelverk": "regler",
    "rutiner": "rutin", "rutinen": "rutin", "rutinerna": "rutin", "rutinbeskrivning": "rutin",
    "instruktioner": "instruktion", "instruktionen": "instruktion",
    "anvisningar": "anvisning", "anvisningarna": "anvisning", "anvisningen": "anvisning",
    "föreskrifter": "föreskrift", "föreskrifterna": "föreskrift",
    "handläggningsordningen": "handläggningsordning", "delegationsordningen": "delegationsordning",
    "delegationer": "delegationsordning", "delegering": "delegationsordning",
    "reglementet": "reglemente", "arbetsordningen": "arbetsordning", "sammanträdesprotokoll": "protokoll",
    "protokollsutdrag": "protokoll", "protokollet": "protokoll", "planen": "plan", "strategin": "strategi",
    "rapporten": "rapport", "yttrandet": "yttrande", "tjänsteutlåtandet": "tjänsteutlåtande",
    "förslaget": "förslag", "föredragningslista": "kallelse", "dagordning": "kallelse",
    "överenskommelse": "avtal", "remissyttrande": "yttrande", "tjänsteyttrande": "tjänsteutlåtande",
    "guideline": "riktlinje", "guidelines": "riktlinje", "rules": "regler", "regulations": "regler",
    "instructions": "instruktion", "procedures": "rutin", "strategy": "strategi", "minutes": "protokoll",
    "report": "rapport", "agreement": "avtal", "handbook": "handbok", "checklist": "checklista",
    "koden": "uppförandekod", "uppförandekoden": "uppförandekod",
}  # fmt: skip
# "lag", "plan", "mall", "avtal" end too many other words ("förslag", "arbetsplan"): whole words only.
_WHOLE_WORDS_ONLY = frozenset(
    (
        "lag",
        "plan",
        "mall",
        "avtal",
        "beslut",
        "förordning",
        "direktiv",
        "koden",
        "program",
        "motion",
        "regel",
    )
)
_COMPOUND = re.compile(r"[^\W\d_]{4,}(plan|program|avtal|beslut)$")
"""Where a title names no other kind, these end its name after all ("Kulturplan 2026–2029")."""
_NAMES = sorted({*_LEVEL_OF_KIND, *_FORMS}, key=len, reverse=True)
_ENDING = re.compile(rf"(?:{'|'.join(re.escape(name) for name in _NAMES if name not in _WHOLE_WORDS_ONLY)})$")
_OF_WHAT = frozenset(
    ("av", "om", "för", "till", "inom", "på", "med", "över", "i", "vid", "och", "kring", "angående")
)
"""A word for a kind before one of these begins a title."""
_MOST_WORDS_OF_A_HEAD = 10
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def level_for_kind(kind: str, organisation: Organisation | None = None) -> Level:
    """The rung of a kind: the organisation's own word on it first, else the usual one.

    A kind that nobody has placed is background: what is not known to be a rule must not decide.
    """
    kind = kind.lower()
    if organisation is not None and kind not in LAW_KINDS:
        for level in RUNGS:
            rung = organisation.rung(level)
            if rung is not None and kind in rung.kinds:
                return level
    return _LEVEL_OF_KIND.get(kind, Level.BACKGROUND)


def exact_kind(text: str) -> str | None:
    """The kind where `text` is nothing but a kind's name, as in a document's head; else None."""
    name = text.strip(" :.\n").lower()
    if name in _LEVEL_OF_KIND:
        return name
    return _FORMS.get(name)


def kind_in_title(title: str) -> str | None:
    """The kind that a title names first, by itself or as the end of a compound; None where it names none."""
    words = _WORD.findall(title.lower())
    for word in words:
        whole = exact_kind(word)
        if whole is not None and word not in LAW_KINDS:
            return whole
        ending = _ENDING.search(word)
        if ending is not None and _FORMS.get(ending.group(), ending.group()) not in LAW_KINDS:
            return _FORMS.get(ending.group(), ending.group())
    compound = next((found for word in words if (found := _COMPOUND.match(word))), None)
    return compound[1] if compound else None


def kind_in_capitals(line: str) -> str | None:
    """The kind that a short line of a letterhead names in capitals ("Norrby kommun PROTOKOLL 3"), or None."""
    words = _WORD.findall(line)
    if len(words) > _MOST_WORDS_OF_A_HEAD:
        return None
    for word, following in pairwise((*words, "")):
        kind = exact_kind(word) if word.isupper() and following.lower() not in _OF_WHAT else None
        if kind and kind not in LAW_KINDS:
            return kind
    return None
