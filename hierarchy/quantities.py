"""What a sentence allows of a measurable thing: money, time, intervals, numbers of things, shares.

Every quantity is a range. Whoever stays inside the lower rule's range must also be inside the higher's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hierarchy.amounts import Comparator, amounts
from hierarchy.rule_words import stem


@dataclass(frozen=True)
class Quantity:
    """A measured thing where it stands: `start` and `end` are offsets in the text that was read.

    `measure`: "kr", "dagar" (how long), "period" (how often, as days between), "procent" or "antal X".
    `value` is in kronor, days, percent or pieces. `per`: what it is counted by ("år", "person"), stems.
    `with_vat`: None where nothing is said.
    """

    measure: str
    value: Decimal
    comparator: Comparator | None
    start: int
    end: int
    per: frozenset[str] = frozenset()
    with_vat: bool | None = None


_NUMERALS = {
    word: value
    for value, words in enumerate(
        ("", "en ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
    )
    for word in words.split()
} | {"fjorton": 14, "femton": 15, "tjugo": 20, "trettio": 30, "fyrtio": 40, "sextio": 60, "nittio": 90}
_NUMERAL = rf"(?:\d+(?:,\d+)?|{'|'.join(_NUMERALS)})"
_DAYS = {
    "timm": Decimal(1) / 24,
    "dygn": Decimal(1),
    "dag": Decimal(1),
    "kalenderdag": Decimal(1),
    # Five working days are a week.
    "arbetsdag": Decimal(7) / 5,
    "vardag": Decimal(7) / 5,
    "veck": Decimal(7),
    "månad": Decimal(30),
    "kvartal": Decimal(91),
    "halvår": Decimal(182),
    "kalenderår": Decimal(365),
    "år": Decimal(365),
}
_UNIT = rf"(?P<unit>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?:ar|or|er|en|an|et|s|e|a)?"
_DURATION = re.compile(rf"\b(?P<number>{_NUMERAL})\s+(?:hela\s+)?{_UNIT}\b", re.I)
_PERCENT = re.compile(rf"\b(?P<number>{_NUMERAL})\s*(?:procent\b|%)", re.I)
_ORDINALS = {"annat": 2, "annan": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "tionde": 10}
_TIMES = re.compile(
    rf"\b(?P<times>{_NUMERAL})\s+gång(?:er)?\s+(?:per|om|i|varje|under\s+varje)\s+{_UNIT}\b", re.I
)
_EVERY = re.compile(rf"\b(?:varje|en\s+gång\s+per)\s+{_UNIT}\b", re.I)
_EVERY_NTH = re.compile(rf"\bvar(?:t|)\s?(?P<nth>{'|'.join(_ORDINALS)})\s+{_UNIT}\b", re.I)
_APART = re.compile(rf"\b(?P<times>{_NUMERAL})\s+{_UNIT}s?\s+mellanrum\b", re.I)
_NEXT_DAY = re.compile(r"\b(?:dagen\s+efter|nästa\s+(?:arbets|var)?dag)\b", re.I)
_ADVERBS = {
    "dagligen": 1,
    "veckovis": 7,
    "månadsvis": 30,
    "månatligen": 30,
    "kvartalsvis": 91,
    "årligen": 365,
}
_ADVERB = re.compile(rf"\b(?P<adverb>{'|'.join(_ADVERBS)})\b", re.I)
_COUNT = re.compile(
    rf"\b(?P<how>minst|lägst|högst|max|maximalt|fler än|färre än)\s+(?P<number>{_NUMERAL})\s+"
    r"(?:skriftliga\s+|olika\s+|personer\s+som\s+)?(?P<thing>[^\W\d_]{4,})",
    re.I,
)
_PER = re.compile(
    r"\bper\s+(?P<thing>[^\W\d_]+)|\bför\s+varje\s+(?P<each>[^\W\d_]+)|\b(?P<yearly>årligen)\b", re.I
)
_WITH_VAT = re.compile(r"\b(?:inkl(?:usive|\.)?|med)\s+(?:moms|mervärdesskatt)", re.I)
_WITHOUT_VAT = re.compile(r"\b(?:exkl(?:usive|\.)?|ex\.?|utan)\s+(?:moms|mervärdesskatt)", re.I)
_SIDES = tuple(
    (re.compile(rf"\b(?:{words})\s+$", re.I), comparator)
    for words, comparator in (
        (
            r"inom(?:\s+loppet\s+av)?|högst|max|maximalt|längst|upp till|senast(?:\s+inom)?|"
            r"inte\s+(?:längre|mer)\s+än",
            Comparator.AT_MOST,
        ),
        (r"minst|lägst|tidigast|åtminstone|inte\s+(?:kortare|mindre)\s+än", Comparator.AT_LEAST),
        (r"(?:längre|mer|äldre|högre)\s+än|över(?:stiga|stiger)?", Comparator.OVER),
        (r"(?:kortare|mindre|yngre|lägre)\s+än|under(?:stiga|stiger)?", Comparator.UNDER),
    )
)
_BY_A_DAY = re.compile(r"\b(?:senast|tidigast)(?:\s+inom)?\s+$", re.I)
_BEFOREHAND = re.compile(r"\s+(?:före|innan|i\s+förväg)\b", re.I)
_COUNTED = {
    "minst": Comparator.AT_LEAST,
    "lägst": Comparator.AT_LEAST,
    "fler än": Comparator.OVER,
    "färre än": Comparator.UNDER,
}
_TURNED = {Comparator.AT_MOST: Comparator.AT_LEAST, Comparator.AT_LEAST: Comparator.AT_MOST}
_LOOK_BACK = 25


def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Every quantity of a sentence in reading order, none overlapping another."""
    found: list[Quantity] = []
    for read in (_money, _intervals, _percents, _durations, _counts):
        found.extend(
            quantity
            for quantity in read(sentence)
            if all(quantity.end <= other.start or quantity.start >= other.end for other in found)
        )
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def counted_by(sentence: str) -> frozenset[str]:
    """What the sentence counts its quantity by, as stems: "per person och år" gives "person"."""
    return frozenset(
        stem((match["thing"] or match["each"] or "år").casefold()) for match in _PER.finditer(sentence)
    )


def without_basis(sentence: str) -> str:
    """The sentence without the words that say what its quantity is counted by."""
    return _PER.sub(" ", sentence)


def _money(sentence: str) -> Iterator[Quantity]:
    with_vat = True if _WITH_VAT.search(sentence) else False if _WITHOUT_VAT.search(sentence) else None
    per = counted_by(sentence)
    for amount in amounts(sentence):
        yield Quantity("kr", amount.sek, amount.comparator, amount.start, amount.end, per, with_vat)


def _intervals(sentence: str) -> Iterator[Quantity]:
    if amounts(sentence):
        return
    # The patterns that begin with a number are slow to fail: what they end with is looked for first.
    folded = sentence.casefold()
    times = (_TIMES,) if "gång" in folded else ()
    for pattern in (*times, _EVERY_NTH, _EVERY, _ADVERB):
        for match in pattern.finditer(sentence):
            # "högst två gånger per år" bounds the other way: the time between may not be shorter.
            said = _side(sentence, match.start())
            side = _TURNED.get(said, Comparator.AT_MOST) if said else Comparator.AT_MOST
            yield Quantity("period", _days_between(match), side, match.start(), match.end())
    for match in _APART.finditer(sentence) if "mellanrum" in folded else ():
        days = _number(match["times"]) * _DAYS[match["unit"].casefold()]
        side = _side(sentence, match.start()) or Comparator.AT_MOST
        yield Quantity("period", days, side, match.start(), match.end())


def _days_between(match: re.Match[str]) -> Decimal:
    groups = match.groupdict()
    if adverb := groups.get("adverb"):
        return Decimal(_ADVERBS[adverb.casefold()])
    days = _DAYS[groups["unit"].casefold()]
    if times := groups.get("times"):
        return days / (_number(times) or 1)
    return days * _ORDINALS.get((groups.get("nth") or "").casefold(), 1)


def _percents(sentence: str) -> Iterator[Quantity]:
    for match in _PERCENT.finditer(sentence) if "%" in sentence or "procent" in sentence.casefold() else ():
        side = _side(sentence, match.start())
        yield Quantity("procent", _number(match["number"]), side, match.start(), match.end())


def _durations(sentence: str) -> Iterator[Quantity]:
    folded = sentence.casefold()
    for match in _DURATION.finditer(sentence) if any(unit in folded for unit in _DAYS) else ():
        days = _number(match["number"]) * _DAYS[match["unit"].casefold()]
        side = _side(sentence, match.start())
        # "Senast tio dagar före" is no later than that day: ten days or more ahead.
        said = sentence[max(0, match.start() - _LOOK_BACK) : match.start()]
        if side and _BY_A_DAY.search(said) and _BEFOREHAND.match(sentence, match.end()):
            side = _TURNED.get(side, side)
        yield Quantity("dagar", days, side, match.start(), match.end())
    for match in _NEXT_DAY.finditer(sentence):
        if _BY_A_DAY.search(sentence[: match.start()]):
            end = match.start() + len("dagen") if match[0].casefold().startswith("dagen") else match.end()
            yield Quantity("dagar", Decimal(1), Comparator.AT_MOST, match.start(), end)


def _counts(sentence: str) -> Iterator[Quantity]:
    for match in _COUNT.finditer(sentence):
        side = _COUNTED.get(match["how"].casefold(), Comparator.AT_MOST)
        measure = f"antal {stem(match['thing'].casefold())}"
        # The thing counted stays among the words of the rule.
        end = match.end("number")
        yield Quantity(
            measure, _number(match["number"]), side, match.start("number"), end, counted_by(sentence)
        )


def _side(sentence: str, start: int) -> Comparator | None:
    before = sentence[max(0, start - _LOOK_BACK) : start]
    return next((side for pattern, side in _SIDES if pattern.search(before)), None)


def _number(written: str) -> Decimal:
    numeral = _NUMERALS.get(written.casefold())
    return Decimal(numeral) if numeral is not None else Decimal(written.replace(",", "."))
