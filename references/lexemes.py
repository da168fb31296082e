"""A text as words, numbers and signs: what lies between two neighbours is white space."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

# A hyphen belongs to a word inside it, and at its end where another word completes it ("hälso- och …");
# between ordinals and between letters ("andra-fjärde", "a-c") it is a dash.
_LEXEME = re.compile(
    r"(?P<word>[^\W\d_]+(?:-(?!(?:andra|tredje|fjärde|femte|sjätte|sjunde|[^\W\d_])\b)[^\W\d_]+)*"
    r"(?:(?<=[^\W\d_]{2})-(?=\s))?)|(?P<number>\d+)|§+|[^\w\s]|_"
)


class Lexeme(NamedTuple):
    """A word, number or sign; `lower` is its text in lower case, "" for a number.

    `begins_line`: a line end stands between it and the one before, or nothing does.
    """

    text: str
    lower: str
    start: int
    end: int
    begins_line: bool = False


Lexemes: TypeAlias = Sequence[Lexeme]
END = Lexeme("", "", -1, -1)
"""What stands after the last lexeme."""
LOOKAHEAD = 48
"""How many `END`s follow the text, so that looking ahead needs no checks."""


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text, in order, with `LOOKAHEAD` times `END` after them."""
    found: list[Lexeme] = []
    last = 0
    for match in _LEXEME.finditer(text):
        word, (start, end) = match[0], match.span()
        lower = "" if match.lastgroup == "number" else word.lower()
        found.append(Lexeme(word, lower, start, end, not found or text.find("\n", last, start) >= 0))
        last = end
    return found + [END] * LOOKAHEAD


def is_number(lexeme: Lexeme) -> bool:
    """Whether it is written in the digits 0–9."""
    return not lexeme.lower and lexeme.text.isascii() and lexeme.text.isdigit()


def touching(lexemes: Lexemes, first: int, last: int) -> bool:
    """Whether no white space parts the lexemes from `first` to `last`, inclusive."""
    return all(lexemes[i].end == lexemes[i + 1].start for i in range(first, last))
