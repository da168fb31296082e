"""An ingest: the folders as they are now become the library as it is from now on.

Files are read and embedded first; then one transaction changes the library, and the vectors follow.
Killed before the transaction, nothing has happened but filled caches; killed after it, the next
ingest or opening lets the vectors catch up.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from index.embedding import DEFAULT_EMBEDDER, engine_id, open_embedder
from index.embedding_cache import EmbeddingCache, digest
from index.errors import FolderMissing
from index.keys import PROJECT_KEYS, Keys, load_keys
from index.library import FileState
from index.records import hierarchy_to_json
from index.scan import documents_below
from index.schema import IN_STEP
from index.vectors import VECTOR_FOLDER, VectorStore, reconcile
from index.vocabulary import GLOSSARY, PROJECT_SYNONYMS, load_synonyms
from index.write_access import locked, writable
from index.writer import LibraryWriter
from ingest.document import READING, IngestedDocument, document_id, ingest_file
from ingest.errors import UnreadableFile
from ingest.governance import Governance
from ingest.ocr import AUTOMATIC, Ocr
from ingest.readers.tesseract import way_of_reading

# How the vectors stand to the library's passages, besides `IN_STEP`; `REBUILD` when they can't be kept.
CHANGING = "changing"
REBUILD = "rebuild"


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
    """Which embedder and vector server an ingest uses, and how it reads scanned pages."""

    embedder: str = DEFAULT_EMBEDDER
    chroma_url: str | None = None
    ocr: Ocr = AUTOMATIC


def update_library(
    data: Path,
    roots: Sequence[Path],
    governance: Governance,
    progress: Progress,
    engine: Engine = Engine(),
) -> IngestReport:
    """Read what changed below `roots`, drop what is gone from there, keep everything else.

    Raises FolderMissing, LibraryBusy, LibraryUnwritable, EngineMissing, VectorsUnreachable, KeyFileError.
    """
    for root in roots:
        if not root.is_dir():
            raise FolderMissing(f"Mappen ”{root}” finns inte.", "Kontrollera sökvägen.")
    with writable(data), locked(data):
        writer = LibraryWriter(data)
        try:
            # One file has one path, from wherever the command is given.
            return _Update(data, writer, governance, progress, engine).run([root.resolve() for root in roots])
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
        self._scanning = way_of_reading(engine.ocr)
        self._known = writer.files()
        self._states: dict[str, FileState] = {}
        self._read: dict[str, tuple[Path, IngestedDocument]] = {}

    def run(self, roots: Sequence[Path]) -> IngestReport:
        found: dict[Path, Path] = {}
        for root in roots:
            for path in documents_below(root, self._data.resolve()):
                found.setdefault(path, root)
        self._progress.begin("read", len(found))
        changed = self._look_at(found)
        gone = [s for s in self._known.values() if s.path not in self._states and _is_below(s.path, roots)]
        # A folder that was moved takes its names with it: only a file that is there holds one.
        elsewhere = [
            s
            for s in self._known.values()
            if s.path not in self._states and s not in gone and Path(s.path).is_file()
        ]
        taken = {s.document: s.path for s in (*elsewhere, *self._states.values()) if s.document}
        # The file that had the name keeps it, whatever order the files come in.
        for path in sorted(changed, key=lambda path: not self._had_document(path)):
            self._states[str(path)] = self._read_file(path, found[path], taken)
            self._progress.advance()
        removed = [s.document for s in gone if s.document and s.document not in taken]
        embedded = self._apply(gone, removed)
        states = self._states.values()
        return IngestReport(
            read=tuple(self._read),
            unchanged=len(states) - len(self._read) - sum(1 for s in states if s.reason),
            removed=tuple(removed),
            refused=tuple(Refusal(s.path, s.reason, s.remedy or "") for s in states if s.reason),
            embedded=embedded,
        )

    def _look_at(self, found: dict[Path, Path]) -> list[Path]:
        """Note how every file is now; returns those that are to be read."""
        changed: list[Path] = []
        for path, root in found.items():
            before = self._known.get(str(path))
            try:
                state = self._state(root, path, before)
            except FileNotFoundError:
                self._progress.advance()  # It was taken away since the folder was listed.
                continue
            except OSError:
                state = _refused(
                    path, root, "Filen får inte läsas.", "Ge läsrätt till filen och läs in igen."
                )
                self._states[str(path)] = state
                self._progress.advance()
                continue
            if before is not None and state.digest == before.digest:
                state = replace(state, document=before.document, reason=before.reason, remedy=before.remedy)
                self._progress.advance()
            else:
                changed.append(path)
            self._states[str(path)] = state
        return changed

    def _had_document(self, path: Path) -> bool:
        before = self._known.get(str(path))
        return before is not None and before.document is not None

    def _state(self, root: Path, path: Path, before: FileState | None) -> FileState:
        stat = path.stat()
        state = FileState(str(path), str(root), stat.st_size, stat.st_mtime_ns, "")
        if before and before.digest and (before.size, before.mtime_ns) == (state.size, state.mtime_ns):
            content = before.digest.partition("+")[0]
        else:
            content = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
        return replace(state, digest=f"{content}+{self._governed(path)}")

    def _governed(self, path: Path) -> str:
        """Changes when what a person keeps about this document does (register, hierarchy or keys), and with
        the way that its pages are read."""
        entry = self._governance.register.entry(document_id(path))
        number = entry.document.number if entry else None
        # Without a number in the register only the text tells which act this is: any key may be its own.
        keys = self._keys.digest(number) if number else self._keys.digest_of_all()
        scanning = self._scanning if path.suffix.lower() == ".pdf" else ""
        kept = f"{READING}|{scanning}|{entry!r}|{self._governance.hierarchy!r}|{keys}"
        return hashlib.blake2b(kept.encode(), digest_size=8).hexdigest()

    def _read_file(self, path: Path, root: Path, taken: dict[str, str]) -> FileState:
        state = self._states[str(path)]
        name = document_id(path)
        if name in taken:
            # Half a digest never equals a whole one: the name may be free next time.
            return replace(
                state,
                digest=state.digest.partition("+")[0] + "+",
                reason=f"En annan fil har samma namn: {taken[name]}.",
                remedy="Byt namn på den ena; namnet är dokumentets identitet.",
            )
        try:
            self._read[name] = (path, ingest_file(path, root, self._governance, self._engine.ocr))
        except UnreadableFile as error:
            return replace(state, reason=error.reason, remedy=error.remedy)
        taken[name] = state.path
        return replace(state, document=name)

    def _apply(self, gone: list[FileState], removed: list[str]) -> int:
        engine = engine_id(self._engine.embedder)
        store = self._engine.chroma_url or VECTOR_FOLDER
        vectors = self._writer.meta("vectors")
        rebuild = vectors == REBUILD or (self._writer.meta("engine"), self._writer.meta("store")) != (
            engine,
            store,
        )
        in_step = vectors == IN_STEP and (self._engine.chroma_url or (self._data / VECTOR_FOLDER).is_dir())
        changed = [state for state in self._states.values() if state != self._known.get(state.path)]
        kept = self._kept_by_hand()
        same = all(self._writer.meta(key) == value for key, value in kept.items())
        if in_step and same and not (changed or gone or rebuild):
            return 0
        for key, value in kept.items():
            self._writer.set_meta(key, value)
        self._write(changed, gone, removed)
        cache = EmbeddingCache(self._data)
        try:
            embedded = self._embed(cache, engine)
            self._writer.set_meta("engine", engine)
            self._writer.set_meta("store", store)
            # Says what is left to do if this process ends before the vectors have followed.
            self._writer.set_meta("vectors", REBUILD if rebuild else CHANGING)
            self._writer.commit()
            self._follow(cache, engine, rebuild)
        finally:
            cache.close()
        return embedded

    def _kept_by_hand(self) -> dict[str, str]:
        """What people keep beside the documents, as the library keeps it."""
        own = [self._governance.folder / "synonyms.yaml"] if self._governance.folder else []
        synonyms = load_synonyms(PROJECT_SYNONYMS, GLOSSARY, *own)
        return {
            "hierarchy": hierarchy_to_json(self._governance.hierarchy),
            "synonyms": json.dumps(synonyms, ensure_ascii=False),
            "governance": str(self._governance.folder or ""),
        }

    def _write(self, changed: list[FileState], gone: list[FileState], removed: list[str]) -> None:
        for state in gone:
            self._writer.remove_file(state.path)
        for document in removed:
            self._writer.remove_document(document)
        for state in changed:
            before = self._known.get(state.path)
            lost = before.document if before and before.document != state.document else None
            if lost and lost not in self._read:
                self._writer.remove_document(lost)
            self._writer.put_file(state)
        for path, ingested in self._read.values():
            self._writer.put_document(path, ingested, self._keys)

    def _embed(self, cache: EmbeddingCache, engine: str) -> int:
        """Embed what has no vector yet; the model is loaded only when there is something to embed."""
        rows = self._writer.connection.execute("SELECT DISTINCT digest FROM passage")
        missing = cache.missing(engine, {row["digest"] for row in rows})
        if not missing:
            return 0
        texts = {
            key: text for text in self._writer.embedded_texts(self._keys) if (key := digest(text)) in missing
        }
        self._progress.begin("embed", len(texts))
        cache.fill(open_embedder(self._engine.embedder), texts, self._progress.advance)
        return len(texts)

    def _follow(self, cache: EmbeddingCache, engine: str, rebuild: bool) -> None:
        store = VectorStore(self._data, self._engine.chroma_url)
        if rebuild:
            store.clear()
        self._progress.begin("vectors", 1)
        reconcile(self._writer.connection, store, lambda digests: cache.vectors(engine, digests))
        self._writer.set_meta("vectors", IN_STEP)
        self._progress.advance()


def _is_below(path: str, roots: Sequence[Path]) -> bool:
    return any(Path(path).is_relative_to(root) for root in roots)


def _refused(path: Path, root: Path, reason: str, remedy: str) -> FileState:
    """A file that couldn't even be looked at: without a digest it is tried again each time."""
    return FileState(str(path), str(root), 0, 0, "", reason=reason, remedy=remedy)
