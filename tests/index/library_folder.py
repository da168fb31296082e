"""A folder of small documents, an ingest of it, and an embedder that costs nothing."""

import hashlib
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Self

import numpy as np

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from index.embedding import Vectors
from index.library import Library
from index.report import IngestReport
from index.update import update_library
from index.vectors import VectorStore
from ingest.document import IngestedDocument, ingest_file
from ingest.governance import Governance, load_governance
from ingest.limits import DEFAULT_LIMITS, Limits
from ingest.ocr import Ocr

HIERARCHY = """
organisations:
  - id: norr
    name: {sv: Region Norr, en: Region North}
    rungs:
      - {level: policy, label: Policy, kinds: [policy]}
      - {level: rule, label: Regler, kinds: [regel]}
"""
GIFTS = """# Regel om gåvor

## Från patienter

Blommor får tas emot.

## Från leverantörer

Gåvor avböjs.
"""
TRAVEL = "# Regel om resor\n\nTåg väljs före flyg. Resan bokas i regionens system.\n"


class FakeEmbedder:
    """Unit vectors of eight numbers that depend on nothing but the text; counts what it was asked for."""

    id = "fake/1"
    embedded: int

    def __init__(self) -> None:
        self.embedded = 0

    def query(self, text: str) -> Vectors:
        return self.passages([text])[0]

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        seeds = [int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) for text in texts]
        rows = np.array([np.random.default_rng(seed).standard_normal(8) for seed in seeds], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class ReadingHere:
    """Takes the place of the process that reads files, which tests of an ingest need not start."""

    def __init__(self, governance: Governance, limits: Limits, ocr: Ocr) -> None:
        self._governance = governance
        self._limits = limits
        self._ocr = ocr

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def read(self, path: Path, root: Path, document: str) -> IngestedDocument:
        return ingest_file(path, root, self._governance, document, self._limits, self._ocr)


class RecordedProgress:
    """Progress that keeps what it was told: total and steps by stage."""

    def __init__(self) -> None:
        self.stages: dict[str, list[int]] = {}
        self._now = ""

    def begin(self, stage: str, total: int) -> None:
        self._now = stage
        self.stages[stage] = [total, 0]

    def advance(self, steps: int = 1) -> None:
        self.stages[self._now][1] += steps


class Region:
    """Documents, a governance folder and a library, all below one temporary folder."""

    def __init__(self, place: Path) -> None:
        self.documents = place / "dokument"
        self.data = place / "data"
        self.kept = place / "styrning"
        self.documents.mkdir()
        self.kept.mkdir()
        (self.kept / "hierarchy.yaml").write_text(HIERARCHY, "utf-8")
        self.write("gavor.md", GIFTS)
        self.write("resor.md", TRAVEL)

    def write(self, name: str, text: str) -> Path:
        path = self.documents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def register(self, entries: str) -> None:
        (self.kept / "register.yaml").write_text(f"documents:\n{entries}", "utf-8")

    def governance(self) -> Governance:
        return load_governance(self.kept)

    def ingest(
        self,
        *roots: Path,
        progress: RecordedProgress | None = None,
        limits: Limits = DEFAULT_LIMITS,
        today: date | None = None,
    ) -> IngestReport:
        folders = roots or [self.documents]
        told = progress or RecordedProgress()
        return update_library(self.data, folders, self.governance(), told, limits=limits, today=today)

    def library(self) -> closing[Library]:
        return closing(Library(self.data))

    def ids(self) -> list[str]:
        with self.library() as library:
            return [document.document for document in library.documents()]

    def text(self, document: str) -> str:
        with self.library() as library:
            return library.text(document)

    def document(self, document: str) -> GoverningDocument:
        with self.library() as library:
            found = library.document(document)
        assert found is not None
        return found

    def in_step(self) -> bool:
        """Whether the vectors are exactly those of the library's passages, level by level."""
        store = VectorStore(self.data)
        with self.library() as library:
            rows = library.connection.execute("SELECT id, level FROM passage").fetchall()
        wanted = {level: {row["id"] for row in rows if row["level"] == level} for level in Level}
        return all(store.ids(level) == wanted[level] for level in Level)
