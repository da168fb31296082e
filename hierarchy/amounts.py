"""Amounts of money in Swedish text, with the words that make limits of them.

Every amount is in Swedish kronor; nothing is said of VAT. Euro and percentages are no amounts here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from hierarchy.numerals import SMALL_NUMBERS, figure, read_number


class Comparator(StrEnum):
    """Which side of an amount a rule speaks of: `UNDER` (understiger) and `OVER` exclude the amount."""

    UNDER = "under"
    OVER = "over"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True)
class Amount:
    """An amount where it stands: `start` and `end` are offsets of figure and unit in the text that was read.

    `comparator` is None where the text compares nothing ("en konsult för 80 tkr").
    """

    sek: Decimal
    comparator: Comparator | None
    start: int
    end: int


_THOUSAND, _MILLION, _MILLIARD = Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000)

_GAP = r"[ \u00a0\u2009\u202f]"
_FIGURE = rf"(?:\d{{1,3}}(?:(?:{_GAP}|\.)\d{{3}})+(?!\d)|\d+)(?:,\d+)?"
_SMALL = "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
_UNDER_THOUSAND = rf"(?:(?:{_SMALL})?\s?hundra(?:{_SMALL})?|{_SMALL})"
_ONE = r"(?:en|ett)"
_WORD = (
    rf"(?:{_ONE}|{_UNDER_THOUSAND})\s+och\s+{_ONE}\s+halvt?|(?:{_ONE}\s+)?halvt?|"
    rf"(?:{_ONE}\s+hundra|{_UNDER_THOUSAND}|{_ONE})"
)
_CURRENCY = r"(?:svenska\s+)?(?:kronor|kr(?!\w)|sek(?!\w))"
# Units that hold the currency in themselves, and magnitudes that need it, or a context, to be money.
_UNITS = (
    (re.compile(rf"(?:mdkr|mdr\s*kr|miljard(?:er)?\s+{_CURRENCY})(?!\w)", re.I), _MILLIARD),
    (re.compile(rf"(?:mnkr|mkr|msek|(?:miljon(?:er)?|milj\.?|mn)\s*{_CURRENCY})(?!\w)", re.I), _MILLION),
    (re.compile(rf"(?:tkr|kkr|ksek|(?:tusen)\s*{_CURRENCY})(?!\w)", re.I), _THOUSAND),
    (re.compile(r"(?:(?:svenska\s+)?(?:kronor|krona|kr|sek))(?!\w)|:-", re.I), Decimal(1)),
)
_MAGNITUDES = (
    (re.compile(r"(?:miljon(?:er)?|milj\.?)(?!\w)", re.I), _MILLION),
    (re.compile(r"(?:tusen|k)(?!\w)", re.I), _THOUSAND),
)
_CURRENCY_BEFORE = re.compile(r"\b(?:SEK|kr)\s$")
_NUMBER = re.compile(
    rf"(?<![\w.,/:])(?:(?P<figure>{_FIGURE})|(?P<word>{_WORD})(?=\s*(?:miljon|miljard|milj|tusen|mnkr|mkr|tkr|kkr|kronor)))",
    re.I,
)
# Without any of these there is no amount: most sentences are done with at once.
_MAY_HOLD = re.compile(r"\d|milj|tusen|m[nk]|tkr|kkr|kronor", re.I)
_RANGE_LINK = re.compile(r"\s*(?:[-–—]|\s(?:till|och)\s)\s*", re.I)
_RANGE_START = re.compile(r"\b(?:mellan|från)\s+$", re.I)

# An amount without currency is money only where a price is named and no counted thing follows.
_PRICED = re.compile(
    r"\b(?:för|på|kostar?|kostade|värd[ata]?|under|över|till|än|överstiger|understiger|högst|minst|max|"
    r"cirka|ca|runt|drygt|knappt)\.?\s+(?:(?:cirka|ca|runt|drygt|knappt|typ|totalt)\.?\s+)?$",
    re.I,
)
_NO_COUNTED_THING = re.compile(
    r"\s*(?:$|[,;:?!)”\"]|\.(?!\d)|\s(?:utan|som|och|eller|så|får|kan|ska|måste|behöver|exkl\.?|exklusive|inkl\.?|"
    r"inklusive|ex|direkt|totalt|sammanlagt|per|i|på|till|från|för|om|när|då|med|av|vad|hur|vilken|vilket|vi|jag|men|är|moms)\b)",
    re.I,
)

_FILLER = (
    r"(?:\s+(?:beloppet|belopp|ett|en|värde|värdet|av|på|om|till|gränsen|summan|totalt|sammanlagt|cirka|ca\.?))"
    r"{0,4}\s+$"
)
# "Behövs inte när värdet understiger" denies what is needed, not how the value compares.
_NEGATION = re.compile(r"\b(?:inte|ej|aldrig)(?:\s+(?!(?:när|om|då|ifall)\b)\w+){0,2}\s+$", re.I)
_BEFORE = tuple(
    (re.compile(rf"(?<!\w)(?:{words}){_FILLER}", re.I), comparator)
    for words, comparator in (
        (r"(?:minst|lägst|åtminstone|från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|från)", Comparator.AT_LEAST),
        (
            r"(?:högst|max|max\.|maximalt|maximum|upp\s+till(?:\s+och\s+med)?|som\s+mest|"
            r"till\s+och\s+med|t\.?\s?o\.?\s?m\.?)",
            Comparator.AT_MOST,
        ),
        (r"(?:understig(?:er|a|it|ande)|underskrid(?:er|a)|under|(?:mindre|lägre)\s+än)", Comparator.UNDER),
        (
            r"(?:överstig(?:er|a|it|ande)|överskrid(?:er|a|ande)|över|(?:mer|högre|större)\s+än)",
            Comparator.OVER,
        ),
    )
)
_AFTER = (
    (
        re.compile(r"\s+(?:eller\s+(?:mer|högre|däröver)|och\s+(?:uppåt|däröver))\b", re.I),
        Comparator.AT_LEAST,
    ),
    (re.compile(r"\s+(?:eller\s+(?:mindre|lägre)|och\s+nedåt)\b", re.I), Comparator.AT_MOST),
)
_OPPOSITE = {
    Comparator.UNDER: Comparator.AT_LEAST,
    Comparator.OVER: Comparator.AT_MOST,
    Comparator.AT_LEAST: Comparator.UNDER,
    Comparator.AT_MOST: Comparator.OVER,
}
_LOOK_BACK = 90


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of money in `text`, in reading order, none overlapping another.

    Reads "80 tkr", "700 000 kr(onor)", "80000:-", "SEK 80,000", "0,5 mnkr", "2 miljoner kronor", "åttio tusen
    kronor", "en halv miljon", and a figure without currency where a price is named ("köpa för 300 000, vad
    gäller?").
    """
    return tuple(_read(text)) if _MAY_HOLD.search(text) else ()


def _read(text: str) -> Iterator[Amount]:
    position = 0
    while number := _NUMBER.search(text, position):
        link = _RANGE_LINK.match(text, number.end())
        upper = _NUMBER.match(text, link.end()) if link and _is_range(text, number, link) else None
        unit = _unit(text, upper) if upper else None
        if upper and unit:
            factor, end = unit
            yield Amount(_kronor(number, factor), Comparator.AT_LEAST, number.start(), number.end())
            yield Amount(_kronor(upper, factor), Comparator.AT_MOST, upper.start(), end)
            position = end
            continue
        unit = _unit(text, number)
        position = number.end()
        if unit:
            factor, end = unit
            comparator = comparator_at(text, number.start(), end)
            yield Amount(_kronor(number, factor), comparator, number.start(), end)
            position = end


def _is_range(text: str, number: re.Match[str], link: re.Match[str]) -> bool:
    """A dash always makes a range; "och" and "till" only after "mellan" or "från"."""
    return link.group().strip() in {"-", "–", "—"} or bool(
        _RANGE_START.search(text[max(0, number.start() - 10) : number.start()])
    )


def _kronor(number: re.Match[str], factor: Decimal) -> Decimal:
    if word := number.group("word"):
        value = _said(word) * factor
    else:
        value = figure(number.group("figure"), counted=factor > 1) * factor
    whole = value.to_integral_value()
    return whole if whole == value else value


def _said(words: str) -> Decimal:
    """The value of number words: read as so many thousands, since "en halv" is a number only before one."""
    read = read_number([*words.lower().split(), "tusen"])
    assert read is not None, words
    return read[0] / _THOUSAND


def _unit(text: str, number: re.Match[str]) -> tuple[Decimal, int] | None:
    """How many kronor one of the number is, and where figure and unit end; None where it is no money."""
    start = number.end()
    while start < len(text) and text[start].isspace():
        start += 1
    for pattern, factor in _UNITS:
        if match := pattern.match(text, start):
            return factor, match.end()
    before = text[max(0, number.start() - 40) : number.start()]
    if _CURRENCY_BEFORE.search(before):
        return Decimal(1), number.end()
    if not _PRICED.search(before):
        return None
    for pattern, factor in _MAGNITUDES:
        if (match := pattern.match(text, start)) and _NO_COUNTED_THING.match(text, match.end()):
            return factor, match.end()
    figure = number.group("figure")
    if figure and re.search(r"\d\D\d{3}", figure) and _NO_COUNTED_THING.match(text, number.end()):
        return Decimal(1), number.end()
    return None


def comparator_at(text: str, start: int, end: int) -> Comparator | None:
    """What the words beside a figure, which stands at these offsets, make of it; None where nothing."""
    before = text[max(0, start - _LOOK_BACK) : start]
    for pattern, comparator in _BEFORE:
        if match := pattern.search(before):
            negated = _NEGATION.search(before[: match.start()])
            return _OPPOSITE[comparator] if negated else comparator
    return next((comparator for pattern, comparator in _AFTER if pattern.match(text, end)), None)
