"""An ingest: the folders as they are now become the library as it is from now on.

Files are read and embedded first; then one transaction changes the library, and the vectors follow.
Killed before the transaction, nothing has happened but filled caches; killed after it, the next
ingest or opening lets the vectors catch up.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.embedding import DEFAULT_EMBEDDER, Embedder, engine_id, open_embedder
from index.embedding_cache import EmbeddingCache
from index.errors import FolderMissing
from index.files import Files, Ways, look_at
from index.following import embed, follow, is_in_step, must_rebuild, note_task
from index.keys import PROJECT_KEYS, Keys, load_keys
from index.library import FileState
from index.reading import Readings, read_changed
from index.records import hierarchy_to_json
from index.report import IngestReport, Progress, Refusal, Renaming
from index.threshold_records import thresholds_to_json
from index.thresholds import META_KEY as THRESHOLDS
from index.version import note_version
from index.vocabulary import GLOSSARY, PROJECT_SYNONYMS, load_synonyms
from index.withdrawn import register_says_otherwise
from index.write_access import locked, writable
from index.writer import LibraryWriter, StoredDocument
from ingest.document import document_id
from ingest.governance import Governance
from ingest.limits import DEFAULT_LIMITS, Limits
from ingest.ocr import AUTOMATIC, Ocr
from ingest.readers.tesseract import way_of_reading
from ingest.reading_process import ReadingProcess


@dataclass(frozen=True)
class Engine:
    """Which embedder and vector server an ingest uses, and how it reads scanned pages.

    `opened` makes an embedder that no name stands for.
    """

    embedder: str = DEFAULT_EMBEDDER
    chroma_url: str | None = None
    ocr: Ocr = AUTOMATIC
    opened: Callable[[], Embedder] | None = None


def update_library(
    data: Path,
    roots: Sequence[Path],
    governance: Governance,
    progress: Progress,
    engine: Engine = Engine(),
    limits: Limits = DEFAULT_LIMITS,
    today: date | None = None,
) -> IngestReport:
    """Read what changed below `roots`, withdraw what is gone from there, keep everything else.

    `today` is the day that documents whose files are gone count as withdrawn from.
    Raises FolderMissing, LibraryBusy, LibraryUnwritable, EngineMissing, VectorsUnreachable, KeyFileError.
    """
    for root in roots:
        if not root.is_dir():
            raise FolderMissing(f"Mappen ”{root}” finns inte.", "Kontrollera sökvägen.")
    # One file has one path, from wherever the command is given.
    folders = [root.resolve() for root in roots]
    with writable(data), locked(data, folders):
        writer = LibraryWriter(data)
        try:
            update = _Update(data, writer, governance, progress, engine, today or date.today())
            return update.run(folders, limits)
        finally:
            writer.close()


class _Update:
    def __init__(
        self,
        data: Path,
        writer: LibraryWriter,
        governance: Governance,
        progress: Progress,
        engine: Engine,
        today: date,
    ) -> None:
        self._data = data
        self._writer = writer
        self._governance = governance
        self._progress = progress
        self._engine = engine
        self._today = today
        folders = [PROJECT_KEYS, *([governance.folder / "keys"] if governance.folder else [])]
        self._keys: Keys = load_keys(folders)

    def run(self, roots: Sequence[Path], limits: Limits) -> IngestReport:
        for carried in self._writer.carried:
            self._writer.put_document(carried.path, carried.ingested, self._keys)
        withdrawn = self._writer.withdrawn()
        files = look_at(
            roots,
            self._data.resolve(),
            self._writer.files(),
            withdrawn,
            Ways(self._governance, self._keys, limits, way_of_reading(self._engine.ocr)),
        )
        self._progress.begin("read", len(files.changed) + files.unchanged)
        self._progress.advance(files.unchanged)
        with ReadingProcess(self._governance, limits, self._engine.ocr) as process:
            readings = read_changed(files, process.read, self._progress)
        removed = [document for document in files.lost(readings) if document not in withdrawn]
        for document in removed:
            self._writer.withdraw(document, self._today)
        overruled = list(register_says_otherwise(self._writer, roots, readings.taken, self._governance))
        embedded = self._apply(files, readings, removed, overruled)
        refused = (state for state in readings.states.values() if state.reason)
        return IngestReport(
            read=tuple(readings.read),
            unchanged=files.unchanged,
            removed=tuple(removed),
            refused=tuple(Refusal(s.path, s.reason or "", s.remedy or "") for s in refused),
            embedded=embedded,
            renamed=tuple(_renamings(files, readings)),
        )

    def _apply(
        self, files: Files, readings: Readings, removed: list[str], overruled: list[StoredDocument]
    ) -> int:
        engine, url = engine_id(self._engine.embedder), self._engine.chroma_url
        rebuild = must_rebuild(self._writer, engine, url)
        changed = [s for s in readings.states.values() if s != files.known.get(s.path)]
        left = files.left_behind(readings)
        kept = self._kept_by_hand()
        same = all(self._writer.meta(key) == value for key, value in kept.items())
        news = changed or left or removed or overruled or readings.read or self._writer.carried
        if same and not news and not rebuild and is_in_step(self._writer, self._data, url):
            return 0
        for key, value in kept.items():
            self._writer.set_meta(key, value)
        self._write(changed, left, readings, overruled, files.superseded(readings))
        note_version(self._writer.connection, self._today)
        cache = EmbeddingCache(self._data)
        try:
            embedded = embed(
                self._writer,
                cache,
                engine,
                self._keys,
                self._progress,
                self._engine.opened or (lambda: open_embedder(self._engine.embedder)),
            )
            note_task(self._writer, engine, url, rebuild=rebuild)
            self._writer.commit()
            self._progress.begin("vectors", 1)
            follow(self._writer, cache, self._data, engine, url)
            self._progress.advance()
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
            THRESHOLDS: thresholds_to_json(self._governance.thresholds),
            "governance": str(self._governance.folder or ""),
        }

    def _write(
        self,
        changed: list[FileState],
        left: list[str],
        readings: Readings,
        overruled: list[StoredDocument],
        superseded: list[str],
    ) -> None:
        for gone in left:
            self._writer.remove_file(gone)
        for stored in overruled:
            self._writer.put_document(stored.path, stored.ingested, self._keys)
        for document in superseded:
            self._writer.remove_document(document)
        for state in changed:
            self._writer.put_file(state)
        for path, ingested in readings.read.values():
            self._writer.put_document(path, ingested, self._keys)


def _renamings(files: Files, readings: Readings) -> list[Renaming]:
    """The documents read from a file whose name is not theirs, where it was another file before."""
    return [
        Renaming(document, str(path))
        for document, (path, _) in readings.read.items()
        if document_id(path) != document and not files.had_document(path)
    ]
