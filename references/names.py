"""Names of several words, found in a text by walking it word by word."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from references.lexemes import Lexemes, lexemes

_T = TypeVar("_T")


class Names(Generic[_T]):
    """What things are called, and which thing each name means; letter case and a genitive s apart."""

    def __init__(self) -> None:
        self._root: _Words[_T] = _Words()

    def add(self, name: str, meaning: _T) -> None:
        """Take in a name; one that is there already gets the new meaning."""
        place = self._root
        for word in words(name):
            place = place.further.setdefault(word, _Words())
        place.meanings = [meaning]

    def at(self, found: Lexemes, i: int) -> tuple[_T, int] | None:
        """The meaning of the longest name that begins at lexeme `i`, and the index after the name."""
        place = self._root
        best: tuple[_T, int] | None = None
        while True:
            word = found[i].lower or found[i].text
            following = place.further.get(word)
            genitive = place.further.get(word[:-1]) if word.endswith("s") else None
            i += 1
            for named in (genitive, following):
                if named and named.meanings:
                    best = named.meanings[0], i
            if following is None:
                return best
            place = following


class _Words(Generic[_T]):
    """The words that a name may go on with, and what is meant where it may end."""

    __slots__ = ("further", "meanings")

    def __init__(self) -> None:
        self.further: dict[str, _Words[_T]] = {}
        self.meanings: list[_T] = []


def words(name: str) -> Iterator[str]:
    """The lexemes of a name, in lower case."""
    return (lexeme.lower or lexeme.text for lexeme in lexemes(name) if lexeme.start >= 0)
