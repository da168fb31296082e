"""An ingest: the folders as they are now become the library as it is from now on.

Files are read and embedded first; then one transaction changes the library, and the vectors follow.
Killed before the transaction, nothing has happened but filled caches; killed after it, the next
ingest or opening lets the vectors catch up.
"""

import errno
import fcntl
import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from index.embedding import DEFAULT_EMBEDDER, Embedder, engine_id, open_embedder
from index.embedding_cache import EmbeddingCache, digest
from index.errors import LibraryBusy, LibraryUnwritable
from index.keys import PROJECT_KEYS, Keys, load_keys
from index.library import FileState
from index.scan import documents_below
from index.vectors import VectorStore, reconcile
from index.writer import LibraryWriter
from ingest.document import IngestedDocument, ingest_file
from ingest.errors import UnreadableFile
from ingest.governance import Governance

LOCK_FILE = "ingest.lock"
IN_STEP = "in step"


class Progress(Protocol):
    """What an ingest tells of its way: a stage begins with a total, then advances."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


@dataclass(frozen=True)
class Refusal:
    """A file that was not taken in, and what to do about it."""

    path: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class IngestReport:
    """What an ingest did: document ids by what happened to them, and every refused file."""

    read: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    refused: tuple[Refusal, ...]
    embedded: int


@dataclass(frozen=True)
class Engine:
    """Which embedder and vector server an ingest uses."""

    embedder: str = DEFAULT_EMBEDDER
    chroma_url: str | None = None


def update_library(
    data: Path,
    roots: Sequence[Path],
    governance: Governance,
    progress: Progress,
    engine: Engine = Engine(),  # noqa: B008  (frozen)
) -> IngestReport:
    """Read what changed below `roots`, drop what is gone, keep everything else.

    Raises LibraryBusy, LibraryUnwritable, EngineMissing, VectorsUnreachable, KeyFileError.
    """
    with _writable(data), _locked(data):
        writer = LibraryWriter(data)
        try:
            return _Update(data, writer, governance, progress, engine).run(roots)
        finally:
            writer.close()


class _Update:
    def __init__(
        self, data: Path, writer: LibraryWriter, governance: Governance, progress: Progress, engine: Engine
    ) -> None:
        self._data = data
        self._writer = writer
        self._governance = governance
        self._progress = progress
        self._engine = engine
        folders = [PROJECT_KEYS, *([governance.folder / "keys"] if governance.folder else [])]
        self._keys: Keys = load_keys(folders)

    def run(self, roots: Sequence[Path]) -> IngestReport:
        if not self._writer.is_current():
            self._writer.clear()
        known = self._writer.files()
        found = [(root, path) for root in roots for path in documents_below(root)]
        states: dict[str, FileState] = {}
        read: dict[str, tuple[Path, IngestedDocument]] = {}
        self._progress.begin("read", len(found))
        taken: dict[str, str] = {}
        for root, path in found:
            before = known.get(str(path))
            state = self._state(root, path, before)
            if before is None or state.digest != before.digest:
                state = self._read(root, path, state, taken, read)
            elif before.document:
                taken.setdefault(before.document, before.path)
            states[state.path] = state
            self._progress.advance()
        gone = [s for s in known.values() if s.path not in states and _is_below(s.root, roots)]
        removed = [s.document for s in gone if s.document and s.document not in taken]
        embedded = self._apply(known, states, read, gone, removed)
        return IngestReport(
            read=tuple(read),
            unchanged=len(states) - len(read) - sum(1 for s in states.values() if s.reason),
            removed=tuple(removed),
            refused=tuple(Refusal(s.path, s.reason, s.remedy or "") for s in states.values() if s.reason),
            embedded=embedded,
        )

    def _state(self, root: Path, path: Path, before: FileState | None) -> FileState:
        stat = path.stat()
        state = FileState(str(path), str(root), stat.st_size, stat.st_mtime_ns, "")
        if before and (before.size, before.mtime_ns) == (state.size, state.mtime_ns):
            content, governed = before.digest.split("+")
        else:
            content, governed = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest(), ""
        return replace(state, digest=f"{content}+{self._governed(path) or governed}")

    def _governed(self, path: Path) -> str:
        """Changes when what a person keeps about this document does: register, hierarchy or keys."""
        entry = self._governance.register.entry(path.stem)
        number = entry.number if entry else None
        registered = (entry.document, sorted(entry.given)) if entry else None
        kept = f"{registered!r}|{self._governance.hierarchy!r}|{self._keys.digest(number)}"
        return hashlib.blake2b(kept.encode(), digest_size=8).hexdigest()

    def _read(
        self,
        root: Path,
        path: Path,
        state: FileState,
        taken: dict[str, str],
        read: dict[str, tuple[Path, IngestedDocument]],
    ) -> FileState:
        try:
            if path.stem in taken:
                raise UnreadableFile(
                    f"En annan fil har samma namn: {taken[path.stem]}.",
                    "Byt namn på den ena; namnet är dokumentets identitet.",
                )
            ingested = ingest_file(path, root, self._governance)
        except UnreadableFile as error:
            return replace(state, reason=error.reason, remedy=error.remedy)
        taken[path.stem] = state.path
        read[path.stem] = (path, ingested)
        return replace(state, document=path.stem)

    def _apply(
        self,
        known: dict[str, FileState],
        states: dict[str, FileState],
        read: dict[str, tuple[Path, IngestedDocument]],
        gone: list[FileState],
        removed: list[str],
    ) -> int:
        engine = engine_id(self._engine.embedder)
        changed_engine = self._writer.meta("engine") != engine
        if not (read or gone or changed_engine or states != known or self._writer.meta("vectors") != IN_STEP):
            return 0
        for state in gone:
            self._writer.remove_file(state.path)
        for document in removed:
            self._writer.remove_document(document)
        for state in states.values():
            before = known.get(state.path)
            if before and before.document and state.document != before.document and before.document not in read:
                self._writer.remove_document(before.document)
            self._writer.put_file(state)
        for path, ingested in read.values():
            self._writer.put_document(path, ingested, self._keys)
        cache = EmbeddingCache(self._data)
        try:
            embedded = self._embed(cache, engine)
            self._writer.set_meta("engine", engine)
            self._writer.set_meta("vectors", "changing")
            self._writer.commit()
            self._follow(cache, engine, changed_engine)
        finally:
            cache.close()
        return embedded

    def _embed(self, cache: EmbeddingCache, engine: str) -> int:
        """Embed what has no vector yet; the model is loaded only when there is something to embed."""
        rows = self._writer.connection.execute("SELECT DISTINCT digest FROM passage")
        missing = cache.missing(engine, {row["digest"] for row in rows})
        if not missing:
            return 0
        texts = {
            key: text
            for text in self._writer.embedded_texts(self._keys)
            if (key := digest(text)) in missing
        }
        self._progress.begin("embed", len(texts))
        cache.fill(open_embedder(self._engine.embedder), texts, self._progress.advance)
        return len(texts)

    def _follow(self, cache: EmbeddingCache, engine: str, clear: bool) -> None:
        store = VectorStore(self._data, self._engine.chroma_url)
        if clear:
            store.clear()
        self._progress.begin("vectors", 1)
        reconcile(self._writer.connection, store, lambda digests: cache.vectors(engine, digests))
        self._writer.set_meta("vectors", IN_STEP)
        self._progress.advance()


def _is_below(root: str, roots: Sequence[Path]) -> bool:
    return any(Path(root).is_relative_to(other) for other in roots)


@contextmanager
def _locked(data: Path) -> Iterator[None]:
    """One ingest at a time for each library."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / LOCK_FILE).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LibraryBusy(
                f"En annan inläsning till ”{data}” pågår.", "Vänta tills den är klar och försök igen."
            ) from error
        yield


@contextmanager
def _writable(data: Path) -> Iterator[None]:
    """Say a full disk or a missing permission in a sentence; the library is then as it was before."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        number = error.errno if isinstance(error, OSError) else None
        if number == errno.ENOSPC or "full" in str(error):
            raise LibraryUnwritable(
                f"Disken är full: biblioteket i ”{data}” är oförändrat.", "Frigör utrymme och läs in igen."
            ) from error
        if number in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR} or "readonly" in str(error):
            raise LibraryUnwritable(
                f"Det går inte att skriva i mappen ”{data}”.", "Ge skrivrätt eller välj en annan med --data."
            ) from error
        raise
