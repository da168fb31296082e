"""The vectors follow the library: how they stand to it, and how they catch up.

The library says in its table meta whether the vectors are `IN_STEP` with it, and it says so only when not one
is lacking. Else it says how they are to be brought there, and whoever opens it next can do that.
"""

from collections.abc import Callable
from pathlib import Path

from index.embedding import Embedder
from index.embedding_cache import EmbeddingCache, digest
from index.errors import StaleIndex
from index.keys import Keys
from index.library import INGEST_AGAIN
from index.report import Progress
from index.schema import IN_STEP
from index.vectors import VECTOR_FOLDER, VectorStore, reconcile
from index.write_access import locked, writable
from index.writer import LibraryWriter

# How the vectors stand to the library's passages, besides `IN_STEP`; `REBUILD` when they can't be kept.
CHANGING = "changing"
REBUILD = "rebuild"


def must_rebuild(writer: LibraryWriter, engine: str, url: str | None) -> bool:
    """Whether the vectors that are there are another engine's, or in another place, or never became whole."""
    there = (writer.meta("engine"), writer.meta("store"))
    return writer.meta("vectors") == REBUILD or there != (engine, _store(url))


def is_in_step(writer: LibraryWriter, data: Path, url: str | None) -> bool:
    """Whether the vectors are said to hold the library's passages, and are still there."""
    return writer.meta("vectors") == IN_STEP and (
        url is not None or (data / VECTOR_FOLDER / "chroma.sqlite3").is_file()
    )


def note_task(writer: LibraryWriter, engine: str, url: str | None, *, rebuild: bool) -> None:
    """Say what is left to do if this process ends before the vectors have followed."""
    writer.set_meta("engine", engine)
    writer.set_meta("store", _store(url))
    writer.set_meta("vectors", REBUILD if rebuild else CHANGING)


def embed(
    writer: LibraryWriter,
    cache: EmbeddingCache,
    engine: str,
    keys: Keys,
    progress: Progress,
    open_embedder: Callable[[], Embedder],
) -> int:
    """Embed what has no vector yet; returns how many texts that was.

    The model is loaded only when there is something to embed. A passage whose words can't be told any more
    (another version chose them) is made anew with its document.
    """
    missing = _missing(writer, cache, engine)
    if not missing:
        return 0
    texts = _texts(writer, missing)
    for document in writer.documents_with(missing - texts.keys()):
        stored = writer.stored(document)
        writer.put_document(stored.path, stored.ingested, keys)
        writer.forget_reading(document)
    if missing - texts.keys():
        texts = _texts(writer, _missing(writer, cache, engine))
    if texts:
        progress.begin("embed", len(texts))
        cache.fill(open_embedder(), texts, progress.advance)
    return len(texts)


def follow(writer: LibraryWriter, cache: EmbeddingCache, data: Path, engine: str, url: str | None) -> bool:
    """Bring the vectors to the library's passages, from the cache alone; whether not one is lacking.

    Raises VectorsUnreachable, VectorsDamaged.
    """
    store = VectorStore(data, url)
    if writer.meta("vectors") == REBUILD:
        store.clear()
    lacking = reconcile(writer.connection, store, lambda digests: cache.vectors(engine, digests))
    if not lacking:
        writer.set_meta("vectors", IN_STEP)
    return not lacking


def catch_up(data: Path, engine: str, url: str | None) -> None:
    """Let the vectors follow a library whose ingest was cut short before they had.

    Raises LibraryBusy while an ingest is at it, LibraryUnwritable, and StaleIndex where that takes an ingest.
    """
    with writable(data), locked(data):
        writer = LibraryWriter(data, as_it_is=True)
        cache = EmbeddingCache(data)
        try:
            writer.commit()
            if not follow(writer, cache, data, engine, url):
                raise StaleIndex("Senaste inläsningen avbröts innan sökindexet var klart.", INGEST_AGAIN)
        finally:
            cache.close()
            writer.close()


def _missing(writer: LibraryWriter, cache: EmbeddingCache, engine: str) -> set[str]:
    rows = writer.connection.execute("SELECT DISTINCT digest FROM passage")
    return cache.missing(engine, {row["digest"] for row in rows})


def _texts(writer: LibraryWriter, wanted: set[str]) -> dict[str, str]:
    return {key: text for text in writer.embedded_texts() if (key := digest(text)) in wanted}


def _store(url: str | None) -> str:
    return url or VECTOR_FOLDER
