"""The question in the library's words: inflection, compounds, split words, synonyms.

Everything is done on the question, against the vocabulary that the library really has, so that the
index depends on nothing but its own texts.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from pathlib import Path

import yaml

from index.analysis import stem, words
from index.errors import LibraryError
from ingest.yaml_loader import LOADER

_SHORTEST_PART = 4
# How much a term counts beside the words that were asked: measured on the open questions.
JOINED, SPLIT, SYNONYM, RELATED = 1.0, 0.5, 0.5, 0.3
_MOST_RELATED = 40
# Data that ships with the project; an organisation adds its own `synonyms.yaml`.
PROJECT_SYNONYMS = Path(__file__).with_name("synonyms.yaml")
GLOSSARY = Path(__file__).with_name("glossary_en.yaml")


@dataclass(frozen=True)
class QueryWord:
    """One word of the question: `terms` are the ways it may stand in the library, heaviest weight first.

    `importance` is its inverse document frequency; a word that the library does not have at all is the most
    important, because what is not there can't be answered.
    """

    word: str
    terms: Mapping[str, float]
    importance: float
    known: bool

    def weight_in(self, present: AbstractSet[str]) -> float:
        """How well the word is found among the `present` terms, 0–1."""
        # Most words stand in few places, and that they don't is told much sooner than where they do.
        if self.terms.keys().isdisjoint(present):
            return 0.0
        return next((weight for term, weight in self.terms.items() if term in present), 0.0)


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

    def commonest(self, most: int) -> list[str]:
        """The terms that stand in the most provisions."""
        return nlargest(most, self._frequencies, key=lambda term: self._frequencies[term])

    def has(self, word: str) -> bool:
        """Whether the library has a word in any form, or synonyms for it."""
        term = stem(word)
        return term in self or bool(self._synonyms_of(word, term))

    def falls_apart(self, word: str) -> bool:
        """Whether the word may be a compound of two that the library has."""
        return bool(self._parts(word))

    def importance(self, term: str) -> float:
        """Inverse document frequency, 0 for a term that stands everywhere."""
        return math.log(1 + self._provisions / (1 + self._frequencies.get(term, 0)))

    def read(self, question: str) -> list[QueryWord]:
        """The question's words that count, each with the library's terms for it."""
        found = list(words(question))
        read: list[QueryWord] = []
        for position, (word, term) in enumerate(found):
            terms: dict[str, float] = {}
            for other, weight in self._forms(word, term):
                terms[other] = max(weight, terms.get(other, 0.0))
            for neighbour in (position - 1, position + 1):
                if 0 <= neighbour < len(found):
                    first, second = sorted((position, neighbour))
                    joined = stem(found[first][0] + found[second][0])
                    if joined in self:
                        # "inköps nämnden": the compound is what is meant, its parts are only near it.
                        terms = {other: min(weight, SPLIT) for other, weight in terms.items()}
                        terms[joined] = JOINED
            known = any(weight >= SPLIT for weight in terms.values())
            importance = max(
                (self.importance(t) for t, weight in terms.items() if weight == 1.0), default=0.0
            )
            if not importance:
                importance = max((self.importance(t) for t in terms), default=self.importance(term))
            heaviest_first = dict(sorted(terms.items(), key=lambda pair: -pair[1]))
            read.append(QueryWord(word, heaviest_first, importance, known))
        return read

    def _forms(self, word: str, term: str) -> Iterable[tuple[str, float]]:
        for synonym in self._synonyms_of(word, term):
            for _, other in words(synonym):
                if other in self:
                    yield other, SYNONYM
        if term in self:
            yield term, 1.0
        for part in self._parts(word):
            yield part, SPLIT
        if len(term) >= _SHORTEST_PART:
            yield from ((other, RELATED) for other in self._compounds(term))

    def _synonyms_of(self, word: str, term: str) -> tuple[str, ...]:
        """Those of the word as it stands, else of another form of it that has some."""
        own = self._synonyms.get(word)
        return self._synonyms_by_term.get(term, ()) if own is None else own

    @cached_property
    def _synonyms_by_term(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for word, others in self._synonyms.items():
            term = stem(word)
            if len(term) >= _SHORTEST_PART:
                found[term] = tuple(dict.fromkeys((*found.get(term, ()), *others)))
        return found

    def _compounds(self, term: str) -> list[str]:
        """The library's compounds that begin or end with a term: lön → lönesättning, minimilön."""
        return [*_beginning_with(self._sorted, term), *self._ending_with(term)]

    def _ending_with(self, term: str) -> list[str]:
        return [other[::-1] for other in _beginning_with(self._reversed, term[::-1])]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(term for term in self._frequencies if term.isalpha())

    @cached_property
    def _reversed(self) -> list[str]:
        return sorted(term[::-1] for term in self._sorted)

    def _parts(self, word: str) -> tuple[str, ...]:
        """The two parts of a compound, when the library has both ("avtalsgräns" → avtal, gräns)."""
        best: tuple[str, ...] = ()
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, second = word[:cut], stem(word[cut:])
            # A stem shorter than this is an ending, not a word.
            if len(second) < _SHORTEST_PART or second not in self:
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

    @cached_property
    def size(self) -> int:
        return len(self._frequencies)


def _beginning_with(terms: list[str], start: str) -> list[str]:
    first = bisect_left(terms, start)
    found = []
    for term in terms[first : first + _MOST_RELATED]:
        if not term.startswith(start):
            break
        if len(term) >= len(start) + _SHORTEST_PART:
            found.append(term)
    return found


class SynonymFileError(LibraryError):
    """A synonym file that can't be used."""


def load_synonyms(*paths: Path) -> dict[str, tuple[str, ...]]:
    """The synonym files that exist, words in lower case, later files adding to earlier.

    Raises SynonymFileError.
    """
    synonyms: dict[str, tuple[str, ...]] = {}
    for path in paths:
        if path.is_file():
            for word, others in _listed(path).items():
                synonyms[word] = (*synonyms.get(word, ()), *others)
    return synonyms


def _listed(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _mistaken(path, f"rad {line} är inte YAML") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _mistaken(path, "den är inte YAML i UTF-8") from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise _mistaken(path, "den är ingen lista med ord och deras synonymer")
    return {_key(path, word): _others(path, word, others) for word, others in content.items()}


def _key(path: Path, word: object) -> str:
    # YAML takes some words for other things ("ja" for true): they are no words to search for anyway.
    if not isinstance(word, str) or len(word.split()) != 1:
        raise _mistaken(path, f"”{word}” är inte ett ord för sig")
    return word.lower()


def _others(path: Path, word: object, others: object) -> tuple[str, ...]:
    listed = [others] if isinstance(others, str) else others
    if not isinstance(listed, list) or not all(isinstance(other, str) and other.strip() for other in listed):
        raise _mistaken(path, f"”{word}” har inte en synonym eller en lista med synonymer")
    return tuple(listed)


def _mistaken(path: Path, what: str) -> SynonymFileError:
    return SynonymFileError(
        f"Synonymfilen ”{path}” kan inte användas: {what}.",
        "Skriv på varje rad ett ord, kolon och en lista med synonymer inom hakparentes: present: [gåva].",
    )
