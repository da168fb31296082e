"""What a sentence allows, requires, forbids or releases from, of what, within what, and by whom.

Only plain sentences are understood. One with two modal verbs, an exception, a pronoun for its subject or
more than one thing measured is left alone: a conflict found by mistake is worse than one that is missed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from hierarchy.amounts import Comparator
from hierarchy.quantities import Quantity, quantities, without_basis
from hierarchy.responsibility import actors, deciding, responsible
from hierarchy.rule_words import is_empty, stem
from hierarchy.unwrapping import joined, plain


class Force(StrEnum):
    """What a sentence does: "får", "ska", "får inte", "behöver inte" or "bör"."""

    PERMITS = "permits"
    REQUIRES = "requires"
    FORBIDS = "forbids"
    RELEASES = "releases"
    RECOMMENDS = "recommends"


@dataclass(frozen=True)
class Room:
    """What a rule leaves room for: from `floor` to `ceiling`, None where open; both in `quantity`'s unit.

    `begins`: it is the value from which a duty holds, so that a duty from less holds for more.
    """

    quantity: Quantity
    floor: Decimal | None
    ceiling: Decimal | None
    begins: bool = False


@dataclass(frozen=True)
class Statement:
    """One sentence's rule; `start` and `end` are its offsets in the text that was read.

    `core`: stems of what is done with what. `scope`: stems of the circumstances that it is restricted to,
    other amounts among them. `room`: what it measures, None where it measures nothing. `bodies`: stems of
    those whom the sentence makes responsible, by the verb in `competence`; both empty where it makes none.
    """

    force: Force
    core: frozenset[str]
    scope: frozenset[str]
    start: int
    end: int
    room: Room | None = None
    bodies: frozenset[str] = frozenset()
    competence: str = ""

    @property
    def subject(self) -> frozenset[str]:
        return self.core | self.scope

    @property
    def about(self) -> frozenset[str]:
        """The subject without those who are made responsible for it."""
        return self.subject - self.bodies


_NOT = r"(?:inte|ej|aldrig)"
# "Ska avgift inte tas ut": what stands between verb and negation opens no clause of its own.
_GAP = r"(?:\s+(?!(?:som|att|om|när|då|vid|för|med|till)\b)\w+){0,3}\s+"
_NOT_BOUND = r"(?!\s+(?:mer|högre|längre|större|mindre|lägre|kortare|över|under))"
_FORCES = (
    (
        Force.FORBIDS,
        re.compile(
            rf"\b(?:får|ska|skall|kan)\s+{_NOT}\b|\b(?:får|ska|skall){_GAP}{_NOT}\b{_NOT_BOUND}|"
            rf"\b(?:är|är\s+det)\s+(?:förbjud|{_NOT}\s+tillåt)(?:et|en|na)\b",
            re.I,
        ),
    ),
    (Force.RELEASES, re.compile(rf"\b(?:behöver|behövs|krävs){_GAP}{_NOT}\b", re.I)),
    (Force.REQUIRES, re.compile(r"\b(?:ska|skall|måste)\b", re.I)),
    (Force.RECOMMENDS, re.compile(r"\bbör\b", re.I)),
    (Force.PERMITS, re.compile(r"\bfår\b|\bär\s+tillåt(?:et|en|na)\b", re.I)),
)
_MODAL = re.compile(
    r"\b(?:får|ska|skall|måste|kan|bör|behöver|behövs|krävs|förbjud\w+|tillåt(?:et|en|na))\b", re.I
)
# What makes a sentence less than a plain rule, or takes back part of the sentence before it.
_EXCEPTION = re.compile(
    r"\b(?:utom|förutom|undantag\w*|undantas|annars|såvida|om\s+inte|om\s+\w+\s+inte|dock|men|avvik\w+|"
    r"normalt|som\s+regel|i\s+regel|i\s+första\s+hand|vanligen|trots|särskilda\s+skäl|synnerliga\s+skäl|"
    r"varken|antingen|dispens\w*)\b",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\b(?:undantag\w*|undantas|dock|avvik\w+|dispens\w*|gäller\s+inte|trots\s+(?:detta|första)|särskilda\s+skäl|"
    r"synnerliga\s+skäl)\b|^(?:Om|När|Men)\b",
    re.I,
)
_ONLY = re.compile(r"\b(?:endast|bara|enbart)\b", re.I)
_PRONOUN = re.compile(
    r"^(?:Detta|Det|Den|De|Denna|Dessa|Sådan\w*|Han|Hon|Då|Där|Dit|Därefter)\s(?!som\b)", re.I
)
# A denial within a clause of its own: it is part of what the rule is about.
_DENIED_WITHIN = re.compile(r"\b(?:att|som)\s+(?:\w+\s+)?(?:inte|ej|aldrig|ing(?:en|et|a))\b", re.I)
_DECLARED = re.compile(r"\b(?:är|kostar|uppgår\s+till)\s+$", re.I)
_NEGATIVE = re.compile(r"\b(?:inte|ej|aldrig|ing(?:en|et|a)|varken)\b|\bförbjud", re.I)
_BOUND = re.compile(
    r"\b(?:inte|ej)(?:\s+\w+){0,2}\s+(?:överst|överskr|underst|underskr|mer\s|högre\s|längre\s|"
    r"mindre\s|lägre\s|kortare\s)\w*",
    re.I,
)
_NAMED_LIMIT = re.compile(r"\b(?:\w*gräns(?:en)?|max\w*belopp(?:et)?|tak(?:et)?)\b.*\bär\b", re.I)
_PAST = re.compile(r"\b(?:var|blev|hade|har|\w{3,}(?:ade|ades|dde|tte|ats))\b", re.I)
# What opens a condition after the verb, and before it, where "om" is also a preposition ("ansökan om").
_CONDITION_AFTER = re.compile(r"\b(?:om|när|då|vid|som|vars|där)\b[^,]*$", re.I)
_CONDITION_BEFORE = re.compile(r"(?:^|,\s*)(?:om|när|då|vid)\b[^,]*$|\b(?:som|vars)\b[^,]*$", re.I)
# Verbs that only say that money changes hands, stems.
_PAYING = frozenset({"betal", "lämn", "utgå", "utgår", "ges", "tar", "inhäm"})
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=[A-ZÅÄÖ•–-])|\n\s*\n|\n(?=\s*(?:[•–*-]|\d+[.)])\s)")
_MARK = re.compile(r"\s*(?:[•–*-]|\d+[.)])\s+")
_NUMBER = re.compile(r"\b(?:19|20)\d\d\b")
# A preposition or a conjunction opens a circumstance; the modal verb and punctuation close it.
_OPENS = frozenset(
    [
        "av",
        "för",
        "från",
        "hos",
        "i",
        "inom",
        "innan",
        "med",
        "mellan",
        "mot",
        "om",
        "på",
        "till",
        "utan",
        "under",
        "vid",
        "efter",
        "före",
        "när",
        "då",
        "som",
        "över",
        "enligt",
    ]
)
_CLOSES = frozenset(["får", "ska", "skall", "måste", "kan", "bör", "behöver", "behövs", "krävs", "är"])
_TOKEN = re.compile(r"[^\W\d_]+|[,;:]")
_LONGEST = 320


@lru_cache(maxsize=50_000)
def statements(text: str) -> tuple[Statement, ...]:
    """The rules of the plain sentences of `text`, in order; a sentence with more than one rule gives none.

    Remembered, since the same provisions are read for one question after another.
    """
    return tuple(_statements(text))


def _statements(text: str) -> Iterator[Statement]:
    spans = list(_sentences(text))
    lead = ""
    for place, (start, end, is_item) in enumerate(spans):
        following = text[spans[place + 1][0] : spans[place + 1][1]] if place + 1 < len(spans) else ""
        sentence = text[start:end]
        if not is_item:
            lead = "" if sentence.endswith((".", "!", "?")) else sentence
        read = (joined(lead, sentence) if is_item and lead else None) or sentence
        if len(read) <= _LONGEST and not _TAKES_BACK.search(following):
            statement = _statement(plain(read), start, end)
            if statement:
                yield statement


def _sentences(text: str) -> Iterator[tuple[int, int, bool]]:
    """The offsets of each sentence, and whether it is an item of a list."""
    begin = 0
    for stop, following in (
        *((m.start(), m.end()) for m in _SENTENCE.finditer(text)),
        (len(text), len(text)),
    ):
        mark = _MARK.match(text, begin, stop)
        start = mark.end() if mark else begin
        start += len(text[start:stop]) - len(text[start:stop].lstrip())
        end = start + len(text[start:stop].rstrip())
        if end > start:
            yield start, end, mark is not None
        begin = following


def _statement(sentence: str, start: int, end: int) -> Statement | None:
    modals = _MODAL.findall(sentence)
    if len(modals) > 1 or _EXCEPTION.search(sentence) or _PRONOUN.match(sentence):
        return None
    found = quantities(sentence)
    decides = deciding(sentence)
    if not modals and not found and not decides:
        return None
    force = next((force for force, pattern in _FORCES if pattern.search(sentence)), None)
    if force is None:
        if modals:
            return None
        # What is said to be so is to be so: "Fakturor betalas inom 30 dagar".
        force = Force.PERMITS if _NAMED_LIMIT.search(sentence) else Force.REQUIRES
    said = _DENIED_WITHIN.sub("", sentence)
    negatives = len(_NEGATIVE.findall(_BOUND.sub("", said) if found else said))
    main = _measured(found)
    if found and (main is None or (not modals and not _is_bound(main, sentence))):
        return None
    room = _room(force, main, sentence, negatives > 0) if main else None
    if main and room is None:
        return None
    if not main and negatives != (force in {Force.FORBIDS, Force.RELEASES}):
        return None
    core, scope = _subject(sentence, found)
    if said != sentence:
        scope.add("ej")
    if main and main.measure == "kr":
        core, scope = (core - _PAYING) or core, scope - _PAYING
    if main and force is Force.REQUIRES:
        # Who has to do it is a circumstance: a rule that names nobody holds for everyone.
        doers = core & actors(sentence)
        core, scope = (core - doers) or core, scope | doers
    for quantity in found:
        if quantity is not main:
            scope |= {f"{quantity.comparator}{quantity.value}"}
    scope |= set(_NUMBER.findall(sentence))
    bodies, competence = responsible(sentence, decides) if not found and not negatives else (frozenset(), "")
    if not modals and not main and not bodies:
        return None
    if not main and not bodies and _ONLY.search(sentence):
        return None
    if not core | scope:
        return None
    return Statement(force, core, frozenset(scope), start, end, room, bodies, competence)


def _measured(found: tuple[Quantity, ...]) -> Quantity | None:
    """What the sentence is about measuring: time or number before money, which then is the circumstance."""
    other = [quantity for quantity in found if quantity.measure != "kr"]
    if len(other) == 1:
        return other[0]
    return found[0] if len(found) == 1 else None


def _is_bound(quantity: Quantity, sentence: str) -> bool:
    """Whether a quantity is a bound without any modal verb; what something cost or took is none."""
    said = sentence.partition(" att ")[0]
    return bool(_NAMED_LIMIT.search(sentence)) or (
        (quantity.comparator is not None or bool(_DECLARED.search(sentence[: quantity.start])))
        and not _PAST.search(said)
    )


def _room(force: Force, quantity: Quantity, sentence: str, negative: bool) -> Room | None:
    """The range that a sentence leaves; None where its quantity only says when the rule holds."""
    value, side = quantity.value, quantity.comparator
    is_money = quantity.measure == "kr"
    if force is Force.FORBIDS and negative:
        # "Gåvor över 300 kronor får inte tas emot" leaves room up to 300.
        ends = {Comparator.OVER: Room(quantity, None, value), Comparator.UNDER: Room(quantity, value, None)}
        return ends.get(side) if side else None
    if force is Force.RELEASES:
        below = side in {Comparator.UNDER, Comparator.AT_MOST}
        return Room(quantity, None, value, begins=True) if below and is_money else None
    if negative or force is Force.RECOMMENDS:
        return None
    if force is Force.REQUIRES:
        conditional, ahead = _is_condition(sentence, quantity)
        if side is Comparator.OVER or (side is Comparator.AT_LEAST and is_money and (ahead or conditional)):
            return Room(quantity, None, value, begins=True) if is_money else None
        if conditional:
            return None
    if side in {Comparator.AT_MOST, Comparator.UNDER}:
        return Room(quantity, None, value)
    if side is Comparator.AT_LEAST and not (is_money and force is Force.PERMITS):
        return Room(quantity, value, None)
    if side is None and _NAMED_LIMIT.search(sentence):
        return Room(quantity, None, value)
    return Room(quantity, value, value) if side is None and force is Force.REQUIRES else None


def _is_condition(sentence: str, quantity: Quantity) -> tuple[bool, bool]:
    """Whether a quantity stands in a condition ("om värdet är minst …"), and whether before the verb."""
    modal = _MODAL.search(sentence)
    ahead = modal is not None and quantity.start < modal.start()
    if modal is None or ahead:
        return bool(_CONDITION_BEFORE.search(sentence[: quantity.start])), ahead
    return bool(_CONDITION_AFTER.search(sentence[modal.end() : quantity.start])), ahead


def _subject(sentence: str, found: tuple[Quantity, ...]) -> tuple[frozenset[str], set[str]]:
    """Stems of the core and of the circumstances, the figures left out."""
    for quantity in reversed(found):
        sentence = sentence[: quantity.start] + " " + sentence[quantity.end :]
    core: set[str] = set()
    scope: set[str] = set()
    inside = False
    for token in _TOKEN.findall(without_basis(sentence) if found else sentence):
        word = token.casefold()
        if word in _CLOSES or not word.isalpha():
            inside = False
        elif word in _OPENS:
            inside = True
        if not word.isalpha():
            continue
        if word in {"utan", "före", "efter", "innan"}:
            scope.add(word)
        elif not is_empty(word):
            (scope if inside else core).add(stem(word))
    return frozenset(core), scope
