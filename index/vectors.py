"""The vectors in Chroma: one collection for each level, in step with the library's passages.

Each rung is asked separately, so it has a collection of its own; what is in force and binds whom is
decided afterwards by the library, which is the truth. Ids are the library's passage ids.
"""

import errno
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self
from urllib.parse import urlparse

import numpy as np
from numpy.typing import NDArray

from hierarchy.levels import Level
from index.disk import is_full
from index.embedding import Vectors
from index.errors import VectorsDamaged, VectorsUnreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration as HNSWConfiguration
    from chromadb.api.models.Collection import Collection

VECTOR_FOLDER = "vectors"
_BATCH = 2_000
# A level of no more passages is compared whole.
_FEW = 4_000
_PORT = 8000
_OPENING = Lock()
# What Chroma has not synced to its files it puts into the graph anew at every opening, on several threads and
# so each time a little otherwise: synced at once, opening is quick and finds the same every time.
_GRAPH: "HNSWConfiguration" = {
    "space": "ip",
    "ef_construction": 200,
    "ef_search": 200,
    "batch_size": 2,
    "sync_threshold": 2,
}


class VectorStore:
    """Vectors by level, in a folder of the library or on a Chroma server at `url`.

    Every method, and making one, raises VectorsUnreachable for a server that does not answer as it should,
    VectorsDamaged for a folder that Chroma can't read, and OSError where the disk is full.
    """

    def __init__(self, data: Path, url: str | None = None) -> None:
        self._folder = data / VECTOR_FOLDER
        self._url = url
        with self._named():
            self._client = _client(self._folder, url)
        self._collections: dict[Level, Collection] = {}
        self._compared: dict[Level, _Few | None] = {}

    def search(self, level: Level, vector: Vectors, top: int) -> list[tuple[int, float]]:
        """The `top` nearest passages of a level as (passage id, cosine), best first."""
        few = self._few(level)
        if few is not None:
            return few.nearest(vector, top)
        with self._named():
            found = self._collection(level).query(
                query_embeddings=vector, n_results=top, include=["distances"]
            )
        distances = found["distances"]
        if not distances:
            return []
        # Inner-product distance of unit vectors is 1 - cosine.
        return [(int(key), 1.0 - d) for key, d in zip(found["ids"][0], distances[0], strict=True)]

    def prepare(self) -> None:
        """Read what is compared whole before a question needs it."""
        for level in Level:
            self._few(level)

    def _few(self, level: Level) -> "_Few | None":
        """The vectors of a level that has so few that comparing all is quicker than to walk the graph."""
        if level not in self._compared:
            with self._named():
                few = self._url is None and self._collection(level).count() <= _FEW
            self._compared[level] = _Few.of(self.vectors(level)) if few else None
        return self._compared[level]

    def ids(self, level: Level) -> set[int]:
        """The ids of the passages whose vectors are there."""
        with self._named():
            return {int(key) for key in self._collection(level).get(include=[])["ids"]}

    def vectors(self, level: Level) -> dict[int, Vectors]:
        """Every vector of a level, by passage id."""
        with self._named():
            found = self._collection(level).get(include=["embeddings"])
        rows = found["embeddings"]
        pairs = zip(found["ids"], rows, strict=True) if rows is not None else ()
        return {int(key): np.asarray(row) for key, row in pairs}

    def delete(self, level: Level, ids: Iterable[int]) -> None:
        """Drop the vectors of these passages."""
        self._compared.pop(level, None)
        with self._named():
            for batch in _batches(sorted(ids)):
                self._collection(level).delete(ids=[str(number) for number in batch])

    def add(self, level: Level, ids: Sequence[int], vectors: Vectors) -> None:
        """Keep one row of `vectors` for each passage id."""
        self._compared.pop(level, None)
        with self._named():
            for batch in _batches(range(len(ids))):
                self._collection(level).add(
                    ids=[str(ids[position]) for position in batch],
                    embeddings=vectors[batch[0] : batch[-1] + 1],
                )

    def clear(self) -> None:
        """Drop every vector: another engine's vectors are never compared with this one's."""
        with self._named():
            names = {collection.name for collection in self._client.list_collections()}
            for level in Level:
                if f"regelstegen-{level}" in names:
                    self._client.delete_collection(f"regelstegen-{level}")
        self._collections.clear()
        self._compared.clear()

    def _collection(self, level: Level) -> "Collection":
        """The level's collection, made if it is not there."""
        if level not in self._collections:
            self._collections[level] = self._client.get_or_create_collection(
                f"regelstegen-{level}",
                embedding_function=None,
                configuration={"hnsw": _GRAPH},
            )
        return self._collections[level]

    @contextmanager
    def _named(self) -> Iterator[None]:
        """What Chroma and the line to it raise, as errors with a remedy."""
        from chromadb.errors import ChromaError
        from httpx import TransportError

        try:
            yield
        except TransportError as error:
            raise _unreachable(self._url) from error
        except ChromaError as error:
            if self._url is None and is_full(self._folder.parent):
                raise OSError(errno.ENOSPC, "No space left on device", str(self._folder)) from error
            if self._url is None:
                raise VectorsDamaged(
                    "Sökindexets vektorer kan inte läsas.",
                    "Pågår en inläsning, försök igen när den är klar. Annars, ta bort mappen "
                    f"{self._folder} och läs in dokumenten på nytt.",
                ) from error
            raise VectorsUnreachable(
                f"Chroma-servern på {self._url} svarade med ett fel: {error}",
                "Se efter i serverns logg, eller rätta inställningen chroma_url.",
            ) from error


@dataclass(frozen=True)
class _Few:
    """All vectors of a level: `rows` has the shape (passages, dimensions), in the order of `ids`."""

    ids: NDArray[np.int64]
    rows: Vectors

    @classmethod
    def of(cls, vectors: Mapping[int, Vectors]) -> Self:
        ids = sorted(vectors)
        rows = np.stack([vectors[number] for number in ids]) if ids else np.empty((0, 0), dtype=np.float32)
        return cls(np.array(ids, dtype=np.int64), rows.astype(np.float32))

    def nearest(self, vector: Vectors, top: int) -> list[tuple[int, float]]:
        """The `top` nearest as (passage id, cosine), best first."""
        if not len(self.ids):
            return []
        cosines = self.rows @ vector
        order = np.argsort(-cosines, kind="stable")[:top]
        return list(zip(self.ids[order].tolist(), cosines[order].tolist(), strict=True))


def reconcile(
    connection: sqlite3.Connection,
    store: VectorStore,
    vectors_of: Callable[[Sequence[str]], dict[str, Vectors]],
) -> int:
    """Make the store hold exactly the library's passages; returns how many of them it still lacks.

    `vectors_of` gives the vectors of passage digests. What it does not know stays out.
    """
    lacking = 0
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
        lacking += len(new) - len(known)
    return lacking


def _batches(items: Sequence[int]) -> Iterable[Sequence[int]]:
    for first in range(0, len(items), _BATCH):
        yield items[first : first + _BATCH]


def _client(folder: Path, url: str | None) -> "ClientAPI":
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if url is None:
        # Chroma shares what it has read of a folder within a process, and does not see what another process
        # writes there: each opening reads for itself.
        with _OPENING:
            SharedSystemClient.clear_system_cache()
            return chromadb.PersistentClient(str(folder), settings=quiet)
    try:
        address = urlparse(url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise VectorsUnreachable(
                f"”{url}” är ingen adress till en Chroma-server.",
                "Skriv inställningen chroma_url som http://VÄRD:PORT.",
            )
        with _OPENING:
            return chromadb.HttpClient(
                host=address.hostname,
                port=address.port or _PORT,
                ssl=address.scheme == "https",
                settings=quiet,
            )
    except ValueError as error:  # a port that is no number, or Chroma's own word for "could not connect"
        raise _unreachable(url) from error


def _unreachable(url: str | None) -> VectorsUnreachable:
    return VectorsUnreachable(
        f"Chroma-servern på {url} svarar inte.", "Starta den eller rätta inställningen chroma_url."
    )
