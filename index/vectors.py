"""The vectors in Chroma: one collection for each level, in step with the library's passages.

Each rung is asked separately, so it has a collection of its own; what is in force and binds whom is
decided afterwards by the library, which is the truth. Ids are the library's passage ids.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlparse

import numpy as np

from hierarchy.levels import Level
from index.embedding import Vectors
from index.errors import VectorsUnreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

VECTOR_FOLDER = "vectors"
_BATCH = 2_000


class VectorStore:
    """Vectors by level, in a folder of the library or on a Chroma server at `url`."""

    def __init__(self, data: Path, url: str | None = None) -> None:
        self._client = _client(data, url)
        self._collections: dict[Level, Collection] = {}

    def collection(self, level: Level) -> "Collection":
        """The level's collection, made if it is not there."""
        if level not in self._collections:
            self._collections[level] = self._client.get_or_create_collection(
                f"regelstegen-{level}",
                embedding_function=None,
                configuration={"hnsw": {"space": "ip", "ef_construction": 200, "ef_search": 200}},
            )
        return self._collections[level]

    def search(self, level: Level, vector: Vectors, top: int) -> list[tuple[int, float]]:
        """The `top` nearest passages of a level as (passage id, cosine), best first."""
        found = self.collection(level).query(query_embeddings=[vector], n_results=top, include=["distances"])
        distances = found["distances"]
        if not distances:
            return []
        # Inner-product distance of unit vectors is 1 - cosine.
        return [(int(key), 1.0 - d) for key, d in zip(found["ids"][0], distances[0], strict=True)]

    def ids(self, level: Level) -> set[int]:
        return {int(key) for key in self.collection(level).get(include=[])["ids"]}

    def delete(self, level: Level, ids: Iterable[int]) -> None:
        for batch in _batches(sorted(ids)):
            self.collection(level).delete(ids=[str(number) for number in batch])

    def add(self, level: Level, ids: Sequence[int], vectors: Vectors) -> None:
        for batch in _batches(range(len(ids))):
            self.collection(level).add(
                ids=[str(ids[position]) for position in batch],
                embeddings=vectors[batch[0] : batch[-1] + 1],
            )

    def clear(self) -> None:
        """Drop every vector: another engine's vectors are never compared with this one's."""
        names = {collection.name for collection in self._client.list_collections()}
        for level in Level:
            if f"regelstegen-{level}" in names:
                self._client.delete_collection(f"regelstegen-{level}")
        self._collections.clear()


def reconcile(
    connection: sqlite3.Connection,
    store: VectorStore,
    vectors_of: Callable[[Sequence[str]], dict[str, Vectors]],
) -> int:
    """Make the store hold exactly the library's passages; returns how many vectors changed.

    `vectors_of` gives the vectors of passage digests. What it does not know stays out, and the
    count of passages tells the caller that the two are not in step.
    """
    changed = 0
    for level in Level:
        wanted = {
            row["id"]: row["digest"]
            for row in connection.execute("SELECT id, digest FROM passage WHERE level = ?", (level,))
        }
        present = store.ids(level)
        gone = present - wanted.keys()
        new = sorted(wanted.keys() - present)
        vectors = vectors_of([wanted[number] for number in new])
        known = [number for number in new if wanted[number] in vectors]
        if gone:
            store.delete(level, gone)
        if known:
            store.add(level, known, np.stack([vectors[wanted[number]] for number in known]))
        changed += len(gone) + len(known)
    return changed


def _batches(items: Sequence[int]) -> Iterable[Sequence[int]]:
    for first in range(0, len(items), _BATCH):
        yield items[first : first + _BATCH]


def _client(data: Path, url: str | None) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if url is None:
        return chromadb.PersistentClient(str(data / VECTOR_FOLDER), settings=quiet)
    address = urlparse(url)
    try:
        return chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or 8000,
            ssl=address.scheme == "https",
            settings=quiet,
        )
    except ValueError as error:
        raise VectorsUnreachable(
            f"Chroma-servern på {url} svarar inte.", "Starta den eller rätta inställningen chroma_url."
        ) from error
