"""Embeddings kept by content: a text is embedded once for each engine, whatever document it is in."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from index.embedding import Embedder, Vectors

CACHE_FILE = "embeddings.sqlite"
_BATCH = 32
_LOOK_UP = 500


def digest(text: str) -> str:
    """The key of a text in the cache, the same for every engine."""
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).hexdigest()


class EmbeddingCache:
    """Vectors by engine and text digest, in a file that can be deleted at any time."""

    def __init__(self, data: Path) -> None:
        self._connection = sqlite3.connect(data / CACHE_FILE, timeout=30)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS vector"
            " (engine TEXT, digest TEXT, value BLOB, PRIMARY KEY (engine, digest))"
        )

    def close(self) -> None:
        self._connection.close()

    def missing(self, engine: str, digests: set[str]) -> set[str]:
        """The digests that have no vector yet."""
        return digests - {key for key, _ in self._rows(engine, sorted(digests), "digest, NULL")}

    def fill(self, embedder: Embedder, texts: dict[str, str], on_progress: Callable[[int], None]) -> None:
        """Embed `texts` (digest → text) and keep each batch at once; `on_progress` gets its size."""
        # Texts of like length side by side: a batch costs what its longest text costs.
        order = sorted(texts, key=lambda key: len(texts[key]))
        for first in range(0, len(order), _BATCH):
            keys = order[first : first + _BATCH]
            vectors = embedder.passages([texts[key] for key in keys])
            rows = [
                (embedder.id, key, vector.astype(np.float32).tobytes())
                for key, vector in zip(keys, vectors, strict=True)
            ]
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)
            on_progress(len(keys))

    def vectors(self, engine: str, digests: Sequence[str]) -> dict[str, Vectors]:
        """The vectors that are there, by digest."""
        return {
            key: np.frombuffer(value, dtype=np.float32)
            for key, value in self._rows(engine, digests, "digest, value")
        }

    def _rows(self, engine: str, digests: Sequence[str], columns: str) -> Iterable[tuple[str, bytes]]:
        for first in range(0, len(digests), _LOOK_UP):
            part = digests[first : first + _LOOK_UP]
            marks = ", ".join("?" * len(part))
            # `columns` is one of our own two constants; the values are bound.
            query = f"SELECT {columns} FROM vector WHERE engine = ? AND digest IN ({marks})"
            yield from self._connection.execute(query, (engine, *part))
