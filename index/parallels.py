"""Which provisions of two sister acts regulate the same thing: those nearest to each other in words.

Sister acts (LOU, LUF, LUK) regulate the same steps for different buyers, most of them in nearly the same
words but under other numbers. What only one of the acts regulates has no counterpart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from hierarchy.documents import GoverningDocument, Provision
from index.acts import sisters_of
from index.library import Library

# Two provisions share at least so much (cosine of their rare words, 0–1): measured by `evals.parallels`.
_ALIKE = 0.35
# An act may say the same twice, over and under the thresholds: what stands before and after tells which.
_NEIGHBOURS = 0.1

_Matrix = NDArray[np.float32]


def counterparts(
    one: Mapping[str, AbstractSet[str]], other: Mapping[str, AbstractSet[str]]
) -> dict[str, str]:
    """The addresses of one act with their counterparts in the other, given the terms of every provision.

    Both in reading order. A provision has a counterpart where each is the other's nearest.
    """
    if not one or not other:
        return {}
    alike = _alike([*one.values()], [*other.values()])
    placed = alike.copy()
    placed[1:, 1:] += _NEIGHBOURS * alike[:-1, :-1]
    placed[:-1, :-1] += _NEIGHBOURS * alike[1:, 1:]
    nearest, back = placed.argmax(axis=1), placed.argmax(axis=0)
    there = [*other]
    return {
        address: there[nearest[at]]
        for at, address in enumerate(one)
        if back[nearest[at]] == at and alike[at, nearest[at]] >= _ALIKE
    }


def _alike(one: Sequence[AbstractSet[str]], other: Sequence[AbstractSet[str]]) -> _Matrix:
    """Cosines (one × other), 0–1, of term vectors where a term weighs more the fewer provisions have it."""
    held = Counter(term for terms in (*one, *other) for term in terms)
    places = {term: place for place, term in enumerate(held)}
    many = len(one) + len(other)
    weights = np.array([np.log((1 + many) / (1 + number)) for number in held.values()], dtype=np.float32)

    def vectors(provisions: Sequence[AbstractSet[str]]) -> _Matrix:
        matrix = np.zeros((len(provisions), len(places)), dtype=np.float32)
        for row, terms in enumerate(provisions):
            columns = [places[term] for term in terms]
            matrix[row, columns] = weights[columns]
        lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
        return np.asarray(matrix / np.where(lengths > 0, lengths, 1), dtype=np.float32)

    return np.asarray(vectors(one) @ vectors(other).T, dtype=np.float32)


class Parallels:
    """The sister acts of a library held against each other, each pair when it is prepared or first asked for.

    Safe to share between threads.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._counterparts: dict[tuple[str, str], dict[str, str]] = {}
        self._provisions: dict[str, dict[str, list[Provision]]] = {}

    def prepare(self) -> None:
        """Holds every pair against each other, so that no question waits for it."""
        documents = self._library.documents()
        for document in documents:
            for sister in sisters_of(document, documents):
                self._held(document.document, sister.document)
                self._wordings(sister.document)

    def of(
        self, document: GoverningDocument, address: str
    ) -> list[tuple[GoverningDocument, list[Provision]]]:
        """Each sister act in the library with a counterpart of a provision, and that one's wordings."""
        return [
            (sister, self._wordings(sister.document)[there])
            for sister in sisters_of(document, self._library.documents())
            if (there := self._held(document.document, sister.document).get(address))
        ]

    def _held(self, one: str, other: str) -> Mapping[str, str]:
        if (one, other) not in self._counterparts:
            self._counterparts[one, other] = counterparts(self._terms(one), self._terms(other))
        return self._counterparts[one, other]

    def _terms(self, document: str) -> dict[str, AbstractSet[str]]:
        ids = sorted(self._library.provision_ids(document).items(), key=lambda pair: pair[1])
        terms = self._library.terms_by_id(number for _, number in ids)
        return {address: terms[number].everything for address, number in ids if number in terms}

    def _wordings(self, document: str) -> Mapping[str, list[Provision]]:
        if document not in self._provisions:
            wordings: dict[str, list[Provision]] = {}
            for provision in self._library.provisions(document):
                wordings.setdefault(provision.address, []).append(provision)
            self._provisions[document] = wordings
        return self._provisions[document]
