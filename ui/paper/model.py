"""A paper as a list of blocks, whatever it is to be written as."""

import re
from collections.abc import Callable
from dataclasses import dataclass

# Controls but line breaks and tabs, marks that reorder or hide characters, and what no file format takes.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True)
class Heading:
    """`level`: 2 for a part of the paper, 3 and 4 below it; 1 is the title's own."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Text:
    """A paragraph. `strong` for what matters most, `quiet` for what is said of something."""

    text: str
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Facts:
    """Names with their values, in order."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Points:
    """Items of a list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    """Words of a document, exactly, in the document's language; `source` says where they stand."""

    text: str
    source: str
    language: str = "sv"


@dataclass(frozen=True)
class Notice:
    """A sentence of caution, with the word (`head`) that says what it is."""

    head: str
    text: str


@dataclass(frozen=True)
class Blanks:
    """Names with room to write beside them."""

    names: tuple[str, ...]


Block = Heading | Text | Facts | Points | Quote | Notice | Blanks


@dataclass(frozen=True)
class Paper:
    """`language`: "sv" or "en", of all but the quotes."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "sv"


Writer = Callable[[Paper], bytes]


def visible(text: str) -> str:
    """`text` without the characters that can't be seen, its line breaks kept."""
    return _INVISIBLE.sub("", text)
