"""A text as words, numbers and signs: what lies between two neighbours is white space."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

# A hyphen belongs to a word inside it, and at its end where another word completes it ("hälso- och …"); between
# ordinals ("andra-fjärde") it is a dash.
_LEXEME = re.compile(
    r"(?P<word>[^\W\d_]+(?:-(?!(?:andra|tredje|fjärde|femte|sjätte|sjunde)\b)[^\W\d_]+)*"
    r"(?:(?<=[^\W\d_]{2})-(?=\s))?)|(?P<number>\d+)|§+|[^\w\s]|_"
)


class Lexeme(NamedTuple):
    """A word, number or sign; `lower` is its text in lower case, "" for a number."""

    text: str
    lower: str
    start: int
    end: int


Lexemes: TypeAlias = Sequence[Lexeme]
END = Lexeme("", "", -1, -1)
"""What stands after the last lexeme."""
LOOKAHEAD = 48
"""How many `END`s follow the text, so that looking ahead needs no checks."""


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text, in order, with `LOOKAHEAD` times `END` after them."""
    found = [
        Lexeme(word, "" if match.lastgroup == "number" else word.lower(), match.start(), match.end())
        for match in _LEXEME.finditer(text)
        for word in (match[0],)
    ]
    return found + [END] * LOOKAHEAD


def is_number(lexeme: Lexeme) -> bool:
    """Whether it is written in the digits 0–9."""
    return not lexeme.lower and lexeme.text.isascii() and lexeme.text.isdigit()


def touching(lexemes: Lexemes, first: int, last: int) -> bool:
    """Whether no white space parts the lexemes from `first` to `last`, inclusive."""
    return all(lexemes[i].end == lexemes[i + 1].start for i in range(first, last))
