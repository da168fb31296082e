"""Swedish numbers in words and figures, and the magnitudes that follow them: "åttio tusen" is 80 000."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

_UNITS = (
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton "
    "nitton"
)
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_SMALL = {word: value for value, word in enumerate(_UNITS.split())}
_SMALL |= {ten: 20 + 10 * place for place, ten in enumerate(_TENS.split())}
_SMALL |= {ten + unit: _SMALL[ten] + _SMALL[unit] for ten in _TENS.split() for unit in _UNITS.split()[1:10]}
_SMALL |= {"aderton": 18} | {f"{ten}en": _SMALL[ten] + 1 for ten in _TENS.split()}
_PLAIN = str.maketrans("åäö", "aao")
# Typed without å, ä, ö they are no other words.
_SMALL |= {word.translate(_PLAIN): value for word, value in _SMALL.items()}
SMALL_NUMBERS = frozenset(_SMALL) - {"noll", "ett"}
"""The words from two to ninety-nine."""

_THOUSAND, _MILLION = Decimal(1_000), Decimal(1_000_000)
MAGNITUDES = {
    word: value
    for value, words in (
        (Decimal(100), "hundra"),
        (_THOUSAND, "tusen tkr kkr ksek k"),
        (_MILLION, "miljon miljoner milj mnkr mkr msek mn"),
        (Decimal(1_000_000_000), "miljard miljarder mdkr mdr"),
    )
    for word in words.split()
}
"""What a word multiplies the number before it by."""

_FIGURE = re.compile(r"\d+(?:[ \u00a0\u2009\u202f.]\d{3})*(?:[.,]\d+)?")
# "80,000" and "2.389.585": no amount is told to three decimals.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+")
_HALF = Decimal("0.5")
_BEGINNING = frozenset(["en", "ett", "halv", "halvt"])


def read_number(words: Sequence[str], at: int = 0) -> tuple[Decimal, int] | None:
    """The number that begins at a word, and how many words it takes; None where none begins there.

    `words` are in lower case; a figure with gaps ("80 000") is one word. "en" and "ett" are numbers only
    before a magnitude or as part of "en halv".
    """
    began = _begun(words, at) if may_begin_number(words[at]) else None
    if began is None:
        return None
    value, taken = began
    while (factor := _magnitude(words, at + taken, value)) is not None:
        value, taken = value * factor, taken + 1
    return value, taken


@lru_cache(maxsize=100_000)
def may_begin_number(word: str) -> bool:
    """Whether a number may begin with a word: of most it is told without looking at what follows."""
    return word[0].isdigit() or word in _BEGINNING or number_word(word) is not None


def _begun(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """The number before its magnitudes."""
    word = words[at]
    if word[0].isdigit():
        counted = at + 1 < len(words) and words[at + 1] in MAGNITUDES
        is_figure = _FIGURE.fullmatch(word) or _GROUPED.fullmatch(word)
        return (figure(word, counted=counted), 1) if is_figure else None
    halves = _halves(words, at)
    if halves is not None:
        return halves
    if word in ("en", "ett"):
        following = words[at + 1] if at + 1 < len(words) else ""
        # "ett k" is no number, "en miljon" is.
        return (Decimal(1), 1) if following in MAGNITUDES and len(following) > 1 else None
    value = number_word(word)
    return None if value is None else (Decimal(value), 1)


def _halves(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """ "en halv miljon", "två och en halv miljon": only before a magnitude, which is left to be read."""
    whole, place = Decimal(0), at
    if at + 1 < len(words) and words[at + 1] == "och":
        one = 1 if words[at] in ("en", "ett") else number_word(words[at])
        if one is None:
            return None
        whole, place = Decimal(one), at + 2
    if place < len(words) and words[place] in ("en", "ett"):
        place += 1
    if place + 1 < len(words) and words[place] in ("halv", "halvt") and words[place + 1] in MAGNITUDES:
        return whole + _HALF, place + 1 - at
    return None


def _magnitude(words: Sequence[str], at: int, value: Decimal) -> Decimal | None:
    if at >= len(words):
        return None
    factor = MAGNITUDES.get(words[at])
    # "700 hundra" is nothing; what is in millions is not multiplied once more.
    return factor if factor and value < max(factor, _THOUSAND) else None


def figure(text: str, *, counted: bool = False) -> Decimal:
    """The value of a figure: Swedish ("80 000", "0,08", "2.389.585") or grouped by comma ("80,000").

    `counted`: a magnitude follows, so that "1,125" is a little more than one.
    """
    bare = re.sub(r"\s", "", text)
    if _GROUPED.fullmatch(bare) and not (counted and bare.count(",") == 1):
        return Decimal(re.sub(r"[.,]", "", bare))
    return Decimal(re.sub(r"\.(?=\d{3}(?!\d))", "", bare).replace(",", "."))


@lru_cache(maxsize=4096)
def number_word(word: str) -> int | None:
    """The value of one word in lower case ("tolv" 12, "tvåhundratusen" 200 000); None for "en" and "ett"."""
    if word in ("ett", "noll"):
        return None
    thousands, tusen, rest = word.rpartition("tusen")
    if not tusen:
        return _under_thousand(word)
    head = 1 if not thousands else _under_thousand(thousands)
    tail = 0 if not rest else _under_thousand(rest)
    return None if head is None or tail is None else head * 1_000 + tail


def _under_thousand(word: str) -> int | None:
    before, hundra, rest = word.partition("hundra")
    if not hundra:
        return _SMALL.get(word)
    head = 1 if not before else _SMALL.get(before)
    tail = 0 if not rest else _SMALL.get(rest)
    return None if head is None or tail is None or head > 19 else head * 100 + tail
