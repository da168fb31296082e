"""Where each word of the library stands, and how much it tells of each provision: BM25, a term at a time.

The BM25 of several words is the sum of theirs, so what one question reads of a common word serves the next.
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hierarchy.levels import Level

# Twelve bytes each: what a server keeps of the words that were asked for.
_MOST_KEPT = 4_000_000

# A word in a heading counts twice.
_SCORES = "SELECT rowid, bm25(fulltext, 2.0, 1.0, 1.0) FROM fulltext WHERE fulltext MATCH ?"

# The places of provisions in the list of all, ascending, and the BM25 of each.
_Scores = tuple[NDArray[np.int32], NDArray[np.float64]]


class Postings:
    """The words of an open library. Safe to share between threads that read."""

    def __init__(self, connection: sqlite3.Connection, document_of: Mapping[int, str]) -> None:
        self._connection = connection
        self._ids = np.array(sorted(document_of), dtype=np.int64)
        documents = {document: place for place, document in enumerate(dict.fromkeys(document_of.values()))}
        self._documents = documents
        self._document_of = np.array(
            [documents[document_of[id_]] for id_ in self._ids.tolist()], dtype=np.int32
        )
        self._kept: OrderedDict[str, _Scores] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def best(
        self, terms: Iterable[str], eligible: Mapping[Level, Collection[str]], most: int
    ) -> dict[int, float]:
        """The ids of the `most` best provisions of each level that hold a term, with their BM25 (over 0)."""
        scores = np.zeros(len(self._ids))
        for term in terms:
            places, told = self._of(term)
            scores[places] += told
        best: dict[int, float] = {}
        for documents in eligible.values():
            held = np.flatnonzero(self._are_of(documents) & (scores > 0))
            # The first of equals, as they stand in the library.
            leading = held[np.argsort(-scores[held], kind="stable")[:most]]
            best |= zip(self._ids[leading].tolist(), scores[leading].tolist(), strict=True)
        return best

    def prepare(self, terms: Iterable[str]) -> None:
        """Read the places of these terms before a question needs them."""
        for term in terms:
            self._of(term)

    def _are_of(self, documents: Collection[str]) -> NDArray[np.bool_]:
        """Whether each provision stands in one of the documents."""
        chosen = np.zeros(len(self._documents), dtype=bool)
        chosen[[self._documents[d] for d in documents if d in self._documents]] = True
        return chosen[self._document_of]

    def _of(self, term: str) -> _Scores:
        with self._lock:
            if term in self._kept:
                self._kept.move_to_end(term)
                return self._kept[term]
        read = self._read(term)
        with self._lock:
            if term not in self._kept:
                self._kept[term] = read
                self._size += len(read[0])
            while self._size > _MOST_KEPT and len(self._kept) > 1:
                _, (places, _) = self._kept.popitem(last=False)
                self._size -= len(places)
        return read

    def _read(self, term: str) -> _Scores:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        rows: Sequence[Any] = cursor.execute(_SCORES, (f'"{term}"',)).fetchall()
        ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        # SQLite's BM25 is the lower the better.
        scores = np.fromiter((-row[1] for row in rows), dtype=np.float64, count=len(rows))
        return np.searchsorted(self._ids, ids).astype(np.int32), scores
