"""The words that carry a sentence: its amount, time, share or number, the body it names, its modal verb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hierarchy.quantities import quantities
from hierarchy.rule_words import is_body, stem


class CarrierKind(StrEnum):
    """What sort of thing is said; only the same sort is put beside it as a wrong option."""

    AMOUNT = "amount"
    TIME = "time"
    PERIOD = "period"
    SHARE = "share"
    NUMBER = "number"
    BODY = "body"
    FORCE = "force"


MEASURED = (
    CarrierKind.AMOUNT,
    CarrierKind.TIME,
    CarrierKind.PERIOD,
    CarrierKind.SHARE,
    CarrierKind.NUMBER,
)


@dataclass(frozen=True)
class Carrier:
    """A carrying word: `text` stands from `start` to `end` of the sentence.

    `value` is what two of a kind are compared by: kronor, days, percent, pieces, or a stem. `form` is how it
    is written (the unit, the ending), so that a wrong option fits where the right one stood.
    """

    kind: CarrierKind
    text: str
    start: int
    end: int
    value: Decimal | str
    form: str


_KINDS = {
    "kr": CarrierKind.AMOUNT,
    "dagar": CarrierKind.TIME,
    "period": CarrierKind.PERIOD,
    "procent": CarrierKind.SHARE,
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MODAL = re.compile(r"\b(?:(?P<negated>får inte)|ska|skall|får|bör|måste)\b")
_NEGATIVE = re.compile(r"\b(?:inte|ej|aldrig|ingen|inga|inget)\b")
_OTHER_MODAL = re.compile(r"\b(?:kan|behöver|krävs)\b")
_NO_BODY = re.compile(
    r"område|samråd|kontor(?:et)?s?$|ombud|medelsförvaltning|statschef|(?:^|\W)råd$|beredning$", re.I
)
_ARTICLE = re.compile(r"\b(?:en|ett|annan|annat|varje|någon|ingen|egen|eget|viss)\s$", re.I)
_ENDINGS = (
    ("definite plural", re.compile(r"(?:erna|arna|orna|na)(s?)$")),
    ("definite", re.compile(r"(?:en|et|én|rn|fullmäktige)(s?)$", re.I)),
    ("plural", re.compile(r"(?:er|ar|skor)(s?)$")),
)
_SUBORDINATE = re.compile(r"\b(?:som|hur|när|att|vilk\w*|där|om|då|innan)\b", re.I)
_NEXT = re.compile(r"(?:nästa|dagen|samma)\b", re.I)
_LETTER_ONE = frozenset({"en", "ett"})


def carriers(sentence: str) -> tuple[Carrier, ...]:
    """Everything in a sentence that an exercise can ask for, in reading order."""
    return tuple(sorted((*_measured(sentence), *_bodies(sentence), *_force(sentence)), key=lambda c: c.start))


def _measured(sentence: str) -> Iterator[Carrier]:
    for quantity in quantities(sentence):
        text = sentence[quantity.start : quantity.end]
        kind = _KINDS.get(quantity.measure, CarrierKind.NUMBER)
        # "Ett år" is seldom a limit, and "en gång" hardly ever.
        if kind is CarrierKind.NUMBER and text.casefold() in _LETTER_ONE:
            continue
        yield Carrier(kind, text, quantity.start, quantity.end, quantity.value, _form(kind, text))


def _form(kind: CarrierKind, text: str) -> str:
    if kind in {CarrierKind.AMOUNT, CarrierKind.SHARE}:
        return re.sub(r"[\d\u00a0\u202f.,]+", "", text).casefold()
    if kind is CarrierKind.NUMBER:
        return "figure" if text[:1].isdigit() else "word"
    if kind is CarrierKind.TIME:
        # "Senast nästa arbetsdag" and "en månads förbrukning" take no plain span of time in their place.
        return "day" if _NEXT.match(text) else "of" if text.endswith("s") else "span"
    return ""


def _bodies(sentence: str) -> Iterator[Carrier]:
    for match in _WORD.finditer(sentence):
        if not is_body(match[0].casefold()) or _NO_BODY.search(match[0]):
            continue
        if _ARTICLE.search(sentence[: match.start()]):
            continue
        yield Carrier(
            CarrierKind.BODY,
            match[0],
            match.start(),
            match.end(),
            stem(match[0].casefold()),
            word_form(match[0]),
        )


def word_form(word: str) -> str:
    """A noun's ending and whether it is capitalised: "Regionstyrelsen" and "Inköpschefen" are of one form."""
    for name, pattern in _ENDINGS:
        if match := pattern.search(word):
            return f"{name}|{match[1]}|{word[0].isupper()}"
    return f"bare|{word[-1] if word.endswith('s') else ''}|{word[0].isupper()}"


def _force(sentence: str) -> Iterator[Carrier]:
    """The modal verb, where the sentence has one only and its negation, if any, stands beside it."""
    found = list(_MODAL.finditer(sentence))
    if len(found) != 1 or _OTHER_MODAL.search(sentence):
        return
    match = found[0]
    before = sentence[: match.start()].rstrip()
    # In a clause of its own the verb is a rule; in a subordinate one it only refers to one.
    if _SUBORDINATE.search(before) and not before.endswith(","):
        return
    if len(_NEGATIVE.findall(sentence)) != bool(match["negated"]):
        return
    yield Carrier(CarrierKind.FORCE, match[0], match.start(), match.end(), match[0], "")
