"""Removing documents for good, which an ingest never does by itself."""

from collections.abc import Sequence
from pathlib import Path

from index.embedding_cache import EmbeddingCache
from index.errors import FileStillThere
from index.following import CHANGING, REBUILD, follow
from index.write_access import locked, writable
from index.writer import LibraryWriter


def forget_documents(data: Path, documents: Sequence[str], url: str | None = None) -> None:
    """Remove these documents from the library, their withdrawn text too; ids that are not there are ignored.

    Raises FileStillThere for a document whose file the next ingest would read again, and then removes
    nothing; StaleIndex for a library that an ingest would make anew, since only an ingest has the files;
    LibraryBusy, LibraryUnwritable, VectorsUnreachable.
    """
    with writable(data), locked(data):
        writer = LibraryWriter(data, as_it_is=True)
        cache = EmbeddingCache(data)
        try:
            for path, state in writer.files().items():
                if state.document in documents:
                    if Path(path).is_file():
                        raise FileStillThere(
                            f"Filen ”{path}” finns kvar och skulle läsas in igen.",
                            f"Ta bort filen först, och sedan dokumentet ”{state.document}”.",
                        )
                    writer.remove_file(path)
            for document in documents:
                writer.remove_document(document)
            if writer.meta("vectors") != REBUILD:
                writer.set_meta("vectors", CHANGING)
            writer.commit()
            follow(writer, cache, data, writer.meta("engine") or "", url)
        finally:
            cache.close()
            writer.close()
