"""What a sentence allows, requires, forbids or releases from, and of what it says so.

Only plain sentences are understood. One that holds a condition, an exception or two modal verbs is
left alone: a conflict found by mistake is worse than one that is missed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hierarchy.amounts import Amount, Comparator, amounts


class Force(StrEnum):
    """What a sentence does: "får", "ska", "får inte" or "behöver inte"."""

    PERMITS = "permits"
    REQUIRES = "requires"
    FORBIDS = "forbids"
    RELEASES = "releases"


@dataclass(frozen=True)
class Statement:
    """One sentence's rule.

    `subject`: stems of the words that say what it is about, without those that any rule may hold.
    `limit`: for a permission up to an amount, that amount; None otherwise.
    """

    force: Force
    subject: frozenset[str]
    limit: Amount | None = None


_NOT = r"(?:inte|ej|aldrig)"
_FORCES = (
    (
        Force.FORBIDS,
        re.compile(rf"\b(?:får|ska|skall|kan)\s+{_NOT}\b|\b(?:är|är\s+det)\s+förbjud(?:et|en|na)\b", re.I),
    ),
    (Force.RELEASES, re.compile(rf"\bbehöver\s+{_NOT}\b|\bbehövs\s+{_NOT}\b|\bkrävs\s+{_NOT}\b", re.I)),
    (Force.REQUIRES, re.compile(r"\b(?:ska|skall|måste)\b", re.I)),
    (Force.PERMITS, re.compile(r"\bfår\b|\bär\s+tillåt(?:et|en|na)\b", re.I)),
)
_MODAL = re.compile(
    r"\b(?:får|ska|skall|måste|kan|bör|behöver|behövs|krävs|förbjud\w+|tillåt(?:et|en|na))\b", re.I
)
_CONDITION = re.compile(
    r"\b(?:om|när|då|där|såvida|ifall|innan|förrän|efter|utan|utom|förutom|undantag\w*|annars|endast|bara|enbart|"
    r"vid|samt|eller|men|enligt|inom|under|över|tills|medan|som)\b",
    re.I,
)
_NEGATIVE = re.compile(r"\b(?:inte|ej|aldrig|ing(?:en|et|a)|varken)\b", re.I)
_NOT_ABOVE = re.compile(r"\b(?:inte|ej)(?:\s+\w+){0,2}\s+(?:överst|överskr|mer\s|högre\s)", re.I)
_LIMITS = frozenset({Comparator.UNDER, Comparator.AT_MOST})
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=[A-ZÅÄÖ•–-])|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (
    *("ingarna", "ingar", "ingens", "ingen", "ing", "arnas", "erna", "orna", "arna", "heten", "ande", "ende"),
    *("ades", "ade", "ar", "er", "or", "en", "et", "an", "na", "as", "es", "is", "a", "e", "s", "t", "n"),
)
_SHORTEST_STEM = 4


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that say nothing of what a rule is about: the organisation as a whole, how values are counted, verbs
# that only carry a noun. Persons are kept: what a head of unit may do, another employee may not.
_EMPTY = _words(
    """
    alla allt att av bli blir de den denna dess dessa det detta dem en ett för från genom ha han hon hos hur i
    man med mot och också på per sig sin sitt sina så till upp ut var vara varit varje vi är åt även
    genomföra genomföras genomförs göra göras gör ingå använda användas används se ske sker
    exkl exklusive inkl inklusive ex moms mervärdesskatt kr kronor krona tkr mnkr mkr sek miljon miljoner
    tusen
    enhet enheten enheter myndighet myndigheten myndigheter upphandlande organisation organisationen region
    regionen regioner verksamhet verksamheten verksamheter
    belopp beloppet beräkna beräknas beräknat summa summan uppgå uppgår upphandling upphandlingen
    upphandlingens värde värdet
    högst lägre max maximalt mer mindre minst under understiga understiger än över överstiga överstiger
    enligt lag lagen om policy policyn regel regeln riktlinje riktlinjen
    aldrig behöver behövs ej får förbjuden förbjudet förbjudna inte kan krävs måste ska skall
    tillåten tillåtet tillåtna
    """
)


def statements(text: str) -> Iterator[Statement]:
    """The rules of the plain sentences of `text`, in order; a sentence with more than one rule gives none."""
    for sentence in _SENTENCE.split(text):
        statement = _statement(" ".join(sentence.split()))
        if statement:
            yield statement


def _statement(sentence: str) -> Statement | None:
    if len(_MODAL.findall(sentence)) != 1:
        return None
    force = next((force for force, pattern in _FORCES if pattern.search(sentence)), None)
    if force is None:
        return None
    found = amounts(sentence)
    subject = _subject(sentence, found)
    if not subject:
        return None
    if found:
        comparator = found[0].comparator
        if force is not Force.PERMITS or len(found) > 1 or comparator not in _LIMITS:
            return None
        return None if _NEGATIVE.search(_NOT_ABOVE.sub("", sentence)) else Statement(force, subject, found[0])
    negations = len(_NEGATIVE.findall(sentence)) + len(re.findall(r"\bförbjud", sentence, re.I))
    if _CONDITION.search(sentence) or negations != (force in {Force.FORBIDS, Force.RELEASES}):
        return None
    return Statement(force, subject)


def _subject(sentence: str, found: tuple[Amount, ...]) -> frozenset[str]:
    for amount in reversed(found):
        sentence = sentence[: amount.start] + " " + sentence[amount.end :]
    words = (word.casefold() for word in _WORD.findall(sentence))
    return frozenset(_stem(word) for word in words if word not in _EMPTY)


def _stem(word: str) -> str:
    """The word without its ending, so that "direktupphandling" and "direktupphandla" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
