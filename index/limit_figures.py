"""Amounts that a text compares with: kronor, euro and shares of a threshold, with the words that compare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from hierarchy.amounts import Comparator, amounts, comparator_at


class Unit(StrEnum):
    """What a figure counts. `SHARE`: per cent of a threshold."""

    KRONOR = "kr"
    EURO = "euro"
    SHARE = "percent"


@dataclass(frozen=True)
class Figure:
    """A figure where it stands; `comparator` is None where the text compares nothing with it.

    `until`: the figure from which the next step of a ladder takes over ("från 30 000 till 199 999").
    """

    value: Decimal
    unit: Unit
    comparator: Comparator | None
    start: int
    end: int
    until: Decimal | None = None


_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+"
_EURO = re.compile(
    rf"(?<![\d,.])(?P<sign>€\s*|\beuro?\s+)?(?P<figure>(?:{_GROUPED})(?:,\d+)?)"
    r"(?:\s*(?P<million>miljon(?:er)?\b))?(?(sign)|\s*(?:euro\b|eur\b|€))",
    re.I,
)
_WORDS = dict(zip("en två tre fyra fem tio tjugo femtio".split(), (1, 2, 3, 4, 5, 10, 20, 50), strict=True))  # noqa: SIM905
_SHARE = re.compile(
    rf"\b(?P<figure>\d+(?:,\d+)?|{'|'.join(_WORDS)})\s*(?:procent\b|%)(?=\s+av\s+(?:\w+\s+){{0,3}}tröskelvärde)",
    re.I,
)
# Words that compare though others stand between them and the figure; none may cross another figure.
_FURTHER_OFF = (
    (Comparator.UNDER, re.compile(r"\b(?:understig\w*|(?:mindre|lägre) än)\b[^.;\d]{0,40}$", re.I)),
    (Comparator.OVER, re.compile(r"\b(?:överstig\w*|(?:mer|högre|större) än)\b[^.;\d]{0,40}$", re.I)),
    (Comparator.AT_LEAST, re.compile(r"\b(?:minst|lägst)\b[^.;\d]{0,30}$", re.I)),
    (Comparator.AT_MOST, re.compile(r"\b(?:högst|maximalt)\b[^.;\d]{0,30}$", re.I)),
    (Comparator.AT_LEAST, re.compile(r"\b(?:om|när|då)\b[^.;]{0,80}\buppgår till\s+$", re.I)),
)
_DENIED = re.compile(r"\b(?:inte|ej|aldrig)\s+(?:\w+\s+)?$", re.I)
_OPPOSITE = {Comparator.OVER: Comparator.AT_MOST, Comparator.UNDER: Comparator.AT_LEAST}
_LINK = re.compile(r"(?:,|\b(?:och|samt|respektive|resp\.|eller))\s+$", re.I)
_STEP = re.compile(r"\s*(?:(?P<dash>[-–—])|till|och)\s*", re.I)
_FROM = re.compile(r"\b(?:mellan|från)\s+$", re.I)


def figures(text: str) -> tuple[Figure, ...]:
    """Every such figure of a sentence, an item or a row, in reading order.

    One that is joined to a figure before it ("högst 350 kronor för lunch och 600 kronor för middag") takes
    the comparison over from it.
    """
    found = sorted(_read(text), key=lambda figure: figure.start)
    whole: list[Figure] = []
    for figure in found:
        before = whole[-1] if whole else None
        if before and figure.start < before.end:
            continue
        if before and _is_upper_end(text, before, figure):
            whole[-1] = _step(before, figure)
            continue
        if before and figure.comparator is None and _LINK.search(text[before.end : figure.start]):
            figure = replace(figure, comparator=before.comparator)
        whole.append(figure)
    return tuple(figure for figure in whole if figure.value > 0)


def _read(text: str) -> Iterator[Figure]:
    for amount in amounts(text):
        comparator = amount.comparator or _compared(text, amount.start, amount.end)
        yield Figure(amount.sek, Unit.KRONOR, comparator, amount.start, amount.end)
    for match in _EURO.finditer(text):
        value = decimal_of(match["figure"]) * (1_000_000 if match["million"] else 1)
        yield Figure(value, Unit.EURO, _compared(text, *match.span()), *match.span())
    for match in _SHARE.finditer(text):
        written = match["figure"].lower()
        value = Decimal(_WORDS[written]) if written in _WORDS else decimal_of(written)
        yield Figure(value, Unit.SHARE, _compared(text, *match.span()), *match.span())


def decimal_of(written: str) -> Decimal:
    """A figure as Swedish text has it: spaces or points between thousands, a comma before decimals."""
    return Decimal(re.sub(r"[\s.]", "", written).replace(",", "."))


def _compared(text: str, start: int, end: int) -> Comparator | None:
    near = comparator_at(text, start, end)
    if near:
        return near
    before = text[:start]
    for comparator, pattern in _FURTHER_OFF:
        if match := pattern.search(before):
            denied = _DENIED.search(before[: match.start()])
            return _OPPOSITE.get(comparator, comparator) if denied else comparator
    return None


def _is_upper_end(text: str, lower: Figure, upper: Figure) -> bool:
    link = _STEP.fullmatch(text[lower.end : upper.start])
    if not link or lower.unit is not upper.unit or upper.comparator not in (None, Comparator.AT_MOST):
        return False
    if lower.comparator is None:
        return link["dash"] is not None or bool(_FROM.search(text[: lower.start]))
    return lower.comparator is Comparator.AT_LEAST


def _step(lower: Figure, upper: Figure) -> Figure:
    """A step of a ladder. After 199 999 the next begins at 200 000, after 200 000 there itself."""
    if not lower.value:
        return replace(upper, comparator=Comparator.AT_MOST)
    until = upper.value + 1 if (upper.value + 1) % 1000 == 0 else upper.value
    return replace(lower, comparator=Comparator.AT_LEAST, until=until)
