"""All that a library holds, as plain values that can be compared whatever its row ids are."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hierarchy.levels import Level
from index.embedding_cache import EmbeddingCache
from index.errors import LibraryMissing
from index.library import Library
from index.vectors import VectorStore

Row = tuple[object, ...]

_TABLES = {
    "document": "SELECT id, level, identity, text, marks FROM document",
    "provision": "SELECT document, address, path, heading, start, end, page, printed_page, amended_by"
    " FROM provision",
    "fulltext": "SELECT document, address, fulltext.heading, body, keys"
    " FROM fulltext JOIN provision ON provision.id = fulltext.rowid",
    "passage": "SELECT document, address, passage.level, passage.start, passage.end,"
    " lead_start, lead_end, digest FROM passage JOIN provision ON provision.id = passage.provision",
    "spelling": "SELECT word, count FROM spelling",
    "file": "SELECT path, digest, document, reason FROM file",
    "kept": "SELECT key, value FROM meta WHERE key IN ('hierarchy', 'synonyms', 'engine')",
}


@dataclass(frozen=True)
class Snapshot:
    """The rows of every table, each with how often it stands there; None where there is no library yet."""

    tables: Mapping[str, Counter[Row]] | None

    def digest(self) -> str:
        """The same for the same content."""
        rows = {} if self.tables is None else {name: sorted(map(repr, t)) for name, t in self.tables.items()}
        return hashlib.blake2b(repr(sorted(rows.items())).encode(), digest_size=8).hexdigest()

    def without(self, documents: frozenset[str]) -> "Snapshot":
        """What is left without some documents, without files, whose paths name the place, and without the
        words of all documents together.
        """
        assert self.tables is not None
        kept = {
            name: Counter({row: n for row, n in rows.items() if row[0] not in documents})
            for name, rows in self.tables.items()
            if name not in ("file", "spelling")
        }
        return Snapshot(kept)


def take(data: Path) -> Snapshot:
    """What the library in `data` holds now; its vectors are looked at by `vectors_stray`."""
    try:
        library = Library(data)
    except LibraryMissing:
        return Snapshot(None)
    with closing(library):
        tables = {
            name: Counter(tuple(row) for row in library.connection.execute(query))
            for name, query in _TABLES.items()
        }
    return Snapshot(tables)


def is_said_in_step(data: Path) -> bool:
    """Whether the library says that its vectors hold exactly its passages; true where there is none yet."""
    try:
        with closing(Library(data)) as library:
            return library.is_in_step()
    except LibraryMissing:
        return True


def vectors_stray(data: Path, store: VectorStore) -> int:
    """How many passages lack their vector, have another text's, or are vectors of no passage."""
    stray = 0
    cache = EmbeddingCache(data)
    with closing(Library(data)) as library, closing(cache):
        rows = library.connection.execute("SELECT id, level, digest FROM passage").fetchall()
        vectors = cache.vectors(library.meta["engine"], sorted({row["digest"] for row in rows}))
    for level in Level:
        wanted = {row["id"]: vectors.get(row["digest"]) for row in rows if row["level"] == level}
        held = store.vectors(level)
        stray += len(wanted.keys() ^ held.keys())
        for number in wanted.keys() & held.keys():
            expected = wanted[number]
            stray += expected is None or not np.allclose(expected, held[number], atol=1e-5)
    return stray
