"""Numbers and ordinals as references write them, alone, in lists and in intervals."""

import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from references.lexemes import Lexemes, is_number

ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde",
            "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde",
            "nittonde", "tjugonde",
        ),
        start=1,
    )
}  # fmt: skip
DASHES = frozenset("-–—−‐‑")
CHAPTER_WORDS = frozenset(("kap", "kapitlet", "kapitlen", "kapitel"))

_LIST_WORDS = frozenset(("och", "eller", "samt", "respektive", "resp", "jämte"))
_LETTERS = frozenset(string.ascii_lowercase)
# Words of one letter: a number before them is not lettered.
_ONE_LETTER_WORDS = frozenset("io")
_MOST_DIGITS = 3
MOST_IN_INTERVAL = 200
"""An interval over more than this is read as its two ends."""


@dataclass(frozen=True)
class Value:
    """A number with its letter ("19 a") or an ordinal ("2"), from lexeme `first` up to `after`.

    `dashed`: it ends an interval that the value before it begins.
    """

    text: str
    first: int
    after: int
    dashed: bool = False


Reader: TypeAlias = Callable[[Lexemes, int, Value | None], "Value | None"]


def number_at(lexemes: Lexemes, i: int, previous: Value | None = None) -> Value | None:
    """A number, with a letter where it has one; after a lettered number, a letter alone ("4 a och b")."""
    lexeme = lexemes[i]
    if not is_number(lexeme):
        if previous and previous.text[-1].isalpha() and _is_letter(lexemes, i):
            return Value(f"{previous.text.split()[0]} {lexeme.text}", i, i + 1)
        return None
    if len(lexeme.text) > _MOST_DIGITS or lexeme.text.startswith("0"):
        return None
    if _is_letter(lexemes, i + 1):
        return Value(f"{lexeme.text} {lexemes[i + 1].text}", i, i + 2)
    return Value(lexeme.text, i, i + 1)


def _is_letter(lexemes: Lexemes, i: int) -> bool:
    letter, after = lexemes[i].text, lexemes[i + 1]
    if letter not in _LETTERS:
        return False
    # "p." and "s." stand before the number of a point or a page.
    if letter in ("p", "s") and (after.text == "." or is_number(after)):
        return False
    return letter not in _ONE_LETTER_WORDS or after.text[:1] == "§" or after.lower in CHAPTER_WORDS


def ordinal_at(lexemes: Lexemes, i: int, previous: Value | None = None) -> Value | None:
    """An ordinal in words ("andra")."""
    number = ORDINALS.get(lexemes[i].lower)
    return Value(str(number), i, i + 1) if number else None


def letter_at(lexemes: Lexemes, i: int, previous: Value | None = None) -> Value | None:
    """A point that is a letter alone ("f", "b)")."""
    letter = lexemes[i].text
    if letter in _LETTERS and (letter not in _ONE_LETTER_WORDS or lexemes[i + 1].text == ")"):
        return Value(letter, i, i + 1)
    return None


def values_at(lexemes: Lexemes, i: int, read: Reader, *, parenthesis: bool = False) -> list[Value]:
    """As long a list as stands here: "2–4", "1, 3 och 5", "4 a–c"; with `parenthesis`, also "b) – c)"."""
    found: list[Value] = []
    value = read(lexemes, i, None)
    while value:
        after = value.after
        if parenthesis and lexemes[after].text == ")":
            after += 1
        found.append(Value(value.text, value.first, after, dashed=bool(found) and _is_dash(lexemes, i)))
        i = after
        joined = separator_end(lexemes, i) or (i + 1 if _is_dash(lexemes, i) else None)
        value = read(lexemes, joined, found[-1]) if joined is not None else None
    return found


def _is_dash(lexemes: Lexemes, i: int) -> bool:
    return lexemes[i].text in DASHES


def separator_end(lexemes: Lexemes, i: int) -> int | None:
    """The index after a separator of a list (", och"), None where none stands."""
    start = i
    if lexemes[i].text in (",", ";"):
        i += 1
    if lexemes[i].lower in _LIST_WORDS:
        i += 2 if lexemes[i].lower == "resp" and lexemes[i + 1].text == "." else 1
        if lexemes[i].text == "/" and lexemes[i + 1].lower in _LIST_WORDS:
            i += 2
    return i if i > start else None


def interval(first: str, last: str) -> Iterator[str]:
    """What lies between two numbers, ends excluded: "2"–"5", "4 a"–"4 c", "26"–"26 b".

    Which letters an act has is its own matter: "5 a"–"7" holds 6, not a guess at 5 b.
    """
    (low, low_letter), (high, high_letter) = _parts(first), _parts(last)
    if not 0 <= high - low <= MOST_IN_INTERVAL:
        return
    if low == high:
        yield from (f"{low} {letter}".strip() for letter in _letters_between(low_letter, high_letter))
        return
    yield from map(str, range(low + 1, high))
    if high_letter:
        yield str(high)
        yield from (f"{high} {letter}" for letter in _letters_between("", high_letter))


def _letters_between(low: str, high: str) -> str:
    alphabet = string.ascii_lowercase
    if not high:
        return ""
    return alphabet[alphabet.index(low) + 1 if low else 0 : alphabet.index(high)]


def _parts(number: str) -> tuple[int, str]:
    if number.isalpha():
        return 0, number
    digits, _, letter = number.partition(" ")
    return int(digits), letter


def lettered_between(first: str, last: str) -> Iterator[str]:
    """As `interval`, for points that are letters alone."""
    if first.isalpha() and last.isalpha():
        yield from _letters_between(first, last)
    elif not first.isalpha() and not last.isalpha():
        yield from interval(first, last)
