"""The question in the library's words: inflection, compounds, split words, typing errors, synonyms.

Everything is done on the question, against the vocabulary that the library really has, so that the
index depends on nothing but its own texts.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from index.analysis import stem, words

_SHORTEST_PART = 4
_SHORTEST_MISSPELT = 6
# How much a term counts beside the words that were asked: measured by evals/fusion_curve.py.
JOINED, SPLIT, SYNONYM, MISSPELT = 1.0, 0.5, 0.5, 0.8
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class QueryWord:
    """One word of the question: `terms` are the ways it may stand in the library, with weights.

    `importance` is its inverse document frequency; a word that the library does not have at all is the most
    important, because what is not there can't be answered.
    """

    word: str
    terms: Mapping[str, float]
    importance: float
    known: bool


class Vocabulary:
    """The library's terms with the number of provisions each stands in."""

    def __init__(
        self, frequencies: Mapping[str, int], provisions: int, synonyms: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._frequencies = frequencies
        self._provisions = max(provisions, 1)
        self._synonyms = synonyms

    def __contains__(self, term: str) -> bool:
        return term in self._frequencies

    def importance(self, term: str) -> float:
        """Inverse document frequency, 0 for a term that stands everywhere."""
        return math.log(1 + self._provisions / (1 + self._frequencies.get(term, 0)))

    def read(self, question: str) -> list[QueryWord]:
        """The question's words that count, each with the library's terms for it."""
        found = list(words(question))
        read: list[QueryWord] = []
        for position, (word, term) in enumerate(found):
            terms = dict(self._forms(word, term))
            for neighbour in (position - 1, position + 1):
                if 0 <= neighbour < len(found):
                    first, second = sorted((position, neighbour))
                    joined = stem(found[first][0] + found[second][0])
                    if joined in self:
                        terms[joined] = JOINED
            known = any(weight >= SPLIT for weight in terms.values())
            importance = max((self.importance(t) for t, weight in terms.items() if weight == 1.0), default=0.0)
            if not importance:
                importance = max((self.importance(t) for t in terms), default=self.importance(term))
            read.append(QueryWord(word, terms, importance, known))
        return read

    def _forms(self, word: str, term: str) -> Iterable[tuple[str, float]]:
        for synonym in self._synonyms.get(word, ()):
            for _, other in words(synonym):
                if other in self:
                    yield other, SYNONYM
        if term in self:
            yield term, 1.0
        for part in self._parts(word):
            yield part, SPLIT
        if term not in self and len(word) >= _SHORTEST_MISSPELT:
            yield from ((near, MISSPELT) for near in self._near(term))

    def _parts(self, word: str) -> tuple[str, ...]:
        """The two parts of a compound, when the library has both ("avtalsgräns" → avtal, gräns)."""
        best: tuple[str, ...] = ()
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, second = word[:cut], stem(word[cut:])
            if second not in self:
                continue
            for form in (first, first.removesuffix("s")):
                if len(form) >= _SHORTEST_PART and stem(form) in self:
                    parts = (stem(form), second)
                    if not best or self._rarity(parts) < self._rarity(best):
                        best = parts
        return best

    def _rarity(self, parts: tuple[str, ...]) -> float:
        # The cut whose rarer part is the more common: real parts recur, accidental ones don't.
        return max(self.importance(part) for part in parts)

    def _near(self, term: str) -> list[str]:
        """The library's terms one typing error away, most common first, at most two."""
        near = {other for other in _edits(term) if other in self}
        return sorted(near, key=lambda other: (-self._frequencies[other], other))[:2]

    @cached_property
    def size(self) -> int:
        return len(self._frequencies)


def _edits(word: str) -> set[str]:
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deletes = {a + b[1:] for a, b in splits if b}
    swaps = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    replaces = {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    inserts = {a + c + b for a, b in splits for c in _LETTERS}
    return deletes | swaps | replaces | inserts


def load_synonyms(*paths: Path) -> dict[str, tuple[str, ...]]:
    """The synonym files that exist, later ones adding to earlier."""
    synonyms: dict[str, tuple[str, ...]] = {}
    for path in paths:
        if path.is_file():
            content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            for word, others in content.items():
                synonyms[str(word)] = (*synonyms.get(str(word), ()), *map(str, others))
    return synonyms
