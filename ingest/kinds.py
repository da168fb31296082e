"""Kinds of document, how to tell them by their names, and the rung that each stands on by default."""

import re

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
    "förslaget": "förslag", "koden": "uppförandekod", "uppförandekoden": "uppförandekod",
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
_NAMES = sorted({*_LEVEL_OF_KIND, *_FORMS}, key=len, reverse=True)
_ENDING = re.compile(rf"(?:{'|'.join(re.escape(name) for name in _NAMES if name not in _WHOLE_WORDS_ONLY)})$")
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
    for word in _WORD.findall(title.lower()):
        whole = exact_kind(word)
        if whole is not None and word not in LAW_KINDS:
            return whole
        ending = _ENDING.search(word)
        if ending is not None and _FORMS.get(ending.group(), ending.group()) not in LAW_KINDS:
            return _FORMS.get(ending.group(), ending.group())
    return None
