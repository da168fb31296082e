"""The parts of a question that the next one may change: whose rules, which amount, day, document or section.

A follow-up such as "och i Halland?" or "om det är över 700 000 då?" names such a part and little else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from answers.naming import mentions_of
from answers.understanding import proper_names
from hierarchy.amounts import amounts
from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy, Organisation
from ingest.dates import MONTHS

_ENGLISH_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORTEST_NAME = 4
_PLACED = r"(?:\b(?P<place>i|hos|på|vid|inom|för|från|in|at|for|within)\s+(?:the\s+)?)?"
_AMOUNT_BEFORE = re.compile(
    r"(?:\b(?:för|till|på|for|of)\s+)?(?:\b(?:mer än|mindre än|över|under|högst|minst|max|upp till|lägre än|"
    r"högre än|drygt|knappt|cirka|ca|runt|kring|above|over|below|under|more than|less than|at least|"
    r"at most|up to|(?<!what )(?<!how )about|around)\s+)*$",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(r"\b(?:SEK|kr)\.?\s*$", re.IGNORECASE)
_BARE_AMOUNT = re.compile(r"(?<![\w.,:/§-])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\w.,]\d)(?!\s*§)")
_DAY = re.compile(
    r"(?:\b(?:(?:redan|fortfarande|back)\s+)?(?:år|den|i|in|on|under|per|för|for)\s+)?\b"
    rf"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|(?:\d{{1,2}}\s+)?(?:(?:{'|'.join(MONTHS)}|{_ENGLISH_MONTHS})\s+)?"
    r"(?:19|20)\d\d)(?![:/\w-]|\s*§|[ \u00a0]\d{3})",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:i ?dag|just nu|nu för tiden|nuförtiden|numera|nu|today|now|currently)\b", re.IGNORECASE
)
_HOME = re.compile(
    r"\b(?:hos|för|i|på|inom)\s+(?:oss|(?:vår|den)\s+egen\s+(?:region|organisation|högskola)|vår\s+\w+)\b|\bhär\b|"
    r"\b(?:for|at|with|in)\s+(?:us|our\s+(?:own\s+)?\w+)\b|\bhere\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:(?:vad gäller|hur är det|what about|how about)\s+)?(?P<at>i|hos|in|at)\s+"
    r"(?P<name>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)*)"
)
_EVERYWHERE = frozenset({"Sverige", "Europa", "Norden", "Sweden", "Europe"})
_SECTION = re.compile(r"\b\d+(?: ?[a-z])?\s*§", re.IGNORECASE)
_LONGEST_NAMING = 12
"""Words of a question short enough to be little but the name of a document."""


@dataclass(frozen=True)
class Slot:
    """Words of a text: `[start, end)`, and the words as they are put into another question."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class OrganisationSlot(Slot):
    """An organisation named: `place` is the preposition before it, `whose` that it owns ("Hallands …")."""

    organisation: Organisation
    place: str | None
    whose: bool


@dataclass(frozen=True)
class Slots:
    """What a text names of each kind; `rest` is the text without them, its white space squeezed.

    `home`: the asker's own organisation ("hos oss"). `stranger`: a place after "i" or the like that is no
    organisation that the library knows. `now`: today.
    """

    organisation: OrganisationSlot | None = None
    stranger: Slot | None = None
    home: Slot | None = None
    amount: Slot | None = None
    day: Slot | None = None
    now: Slot | None = None
    document: Slot | None = None
    section: Slot | None = None
    rest: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is named."""
        named = (self.organisation, self.stranger, self.home, self.amount, self.day, self.now)
        return any((*named, self.document, self.section))


@dataclass(frozen=True)
class Named:
    """What a library knows by name."""

    hierarchy: Hierarchy
    documents: Sequence[GoverningDocument] = field(default=(), repr=False)

    def slots(self, text: str) -> Slots:
        """What `text` names."""
        section = next(iter(sections_in(text)), None)
        document = self.document(text) if len(text.split()) <= _LONGEST_NAMING else None
        if document and section and document.start <= section.start < document.end:
            section = None
        taken = [slot for slot in (document, section) if slot]
        organisation = next((o for o in self.organisations(text) if _free(o, taken)), None)
        taken += [organisation] if organisation else []
        stranger = None if taken else _stranger(text)
        taken += [stranger] if stranger else []
        amount = amount_in(text)
        amount = amount if amount and _free(amount, taken) else None
        taken += [amount] if amount else []
        day = next((s for s in _all(_DAY, text) if _free(s, taken)), None)
        home = next((s for s in _all(_HOME, text) if _free(s, taken)), None)
        now = next((s for s in _all(_NOW, text) if _free(s, taken)), None)
        taken += [slot for slot in (day, home, now) if slot]
        return Slots(organisation, stranger, home, amount, day, now, document, section, _without(text, taken))

    def document(self, text: str) -> Slot | None:
        """The document that `text` names, where it names one; the first of several."""
        mention = next(iter(mentions_of(text, self.documents, self.hierarchy)), None)
        return Slot(mention.start, mention.end, text[mention.start : mention.end]) if mention else None

    def organisations(self, text: str) -> list[OrganisationSlot]:
        """Every organisation that `text` names, in reading order."""
        found: list[OrganisationSlot] = []
        for organisation, name, cased in _names(self.hierarchy):
            flags = re.NOFLAG if cased else re.IGNORECASE
            for match in re.finditer(
                rf"{_PLACED}\b(?P<name>{re.escape(name)})(?P<s>s?)\b(?P<part> del\b)?", text, flags
            ):
                slot = OrganisationSlot(
                    match.start(),
                    match.end(),
                    organisation.name_sv,
                    organisation,
                    match["place"],
                    whose=bool(match["s"]) and not match["part"],
                )
                if _free(slot, found):
                    found.append(slot)
        return sorted(found, key=lambda slot: slot.start)


def _stranger(text: str) -> Slot | None:
    match = _ELSEWHERE.fullmatch(text)
    if match is None or match["name"].isupper() or match["name"] in _EVERYWHERE:
        return None
    return Slot(match.start("at"), match.end("name"), match["name"])


def amount_in(text: str) -> Slot | None:
    """The first amount with the words that compare ("för över 80 tkr"), written as money is."""
    spans = [(a.start, a.end) for a in amounts(text)]
    spans += [match.span() for match in _BARE_AMOUNT.finditer(text)]
    if not spans:
        return None
    start, end = min(spans)
    figure = text[start:end]
    currency = _CURRENCY_BEFORE.search(text[:start])
    start = currency.start() if currency else start
    if re.fullmatch(r"[\d\s.,]+", figure):
        figure = f"{re.sub(r'[^0-9]+', ' ', figure)} kr"
        unit = re.match(r"\s*(?:kr(?:onor)?|sek)\b\.?", text[end:], re.IGNORECASE)
        end += unit.end() if unit else 0
    before = _AMOUNT_BEFORE.search(text[:start])
    first = before.start() if before else start
    return Slot(first, end, f"{text[first:start]}{figure}")


def sections_in(text: str) -> list[Slot]:
    """Every section by number ("3 §"), in reading order."""
    return _all(_SECTION, text)


@lru_cache(maxsize=8)
def _names(hierarchy: Hierarchy) -> tuple[tuple[Organisation, str, bool], ...]:
    """Every name, the longest first; the last word of a name is one too, where no other has it.

    True marks such a short form, which counts only as it is written: "Exempel" is a region's, "exempel" a
    common noun.
    """
    full = [(o, name, False) for o in hierarchy.organisations for name in proper_names(o)]
    known = {name.casefold() for _, name, _ in full}
    short: dict[str, set[str]] = {}
    for organisation, name, _ in full:
        last = name.split()[-1]
        if last[:1].isupper() and not last.isupper() and len(last) >= _SHORTEST_NAME:
            short.setdefault(last, set()).add(organisation.id)
    by_id = {o.id: o for o in hierarchy.organisations}
    full += [
        (by_id[next(iter(ids))], name, True)
        for name, ids in short.items()
        if len(ids) == 1 and name.casefold() not in known
    ]
    return tuple(sorted(full, key=lambda entry: -len(entry[1])))


def _all(pattern: re.Pattern[str], text: str) -> list[Slot]:
    return [Slot(m.start(), m.end(), m.group()) for m in pattern.finditer(text)]


def _free(slot: Slot, taken: Sequence[Slot]) -> bool:
    return all(slot.end <= other.start or other.end <= slot.start for other in taken)


def _without(text: str, taken: Sequence[Slot]) -> str:
    for slot in sorted(taken, key=lambda slot: -slot.start):
        text = f"{text[: slot.start]} {text[slot.end :]}"
    return " ".join(text.split())
