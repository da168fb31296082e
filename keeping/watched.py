"""What an ingest that somebody follows from a page writes down on its way, and at its end."""

import json
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from index.errors import LibraryError
from index.library import Library
from index.report import IngestReport, Progress
from ingest.registrar.kept_file import put_in_place
from keeping.changed import Changed, Snapshot, changed, snapshot
from keeping.errors import KeepingError
from keeping.ledger import Ledger
from keeping.running import CHANGED_FILE, JOB_FILE, PROGRESS_FILE, job_folder

_SELDOM = 0.2
"""Seconds between two notes of how far it has come."""
_MOST_SUBJECTS = 20


class Watched:
    """One such ingest, of the library in `data`. Before it: `Watched(data)`; after it: `finish`."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._home = job_folder(data)
        self._before = Snapshot()
        with suppress(LibraryError), closing(Library(data)) as library:
            self._before = snapshot(library, date.today())

    def progress(self, shown: Progress) -> Progress:
        """A progress that is written down as well as shown."""
        return _Written(self._home / PROGRESS_FILE, shown)

    def finish(self, library: Library, report: IngestReport, folders: Sequence[Path]) -> None:
        """Writes down what is another than before, and notes the ingest in the list of changes."""
        found: Changed = changed(self._before, library, date.today())
        _put(self._home / CHANGED_FILE, asdict(found))
        job = json.loads((self._home / JOB_FILE).read_text("utf-8"))
        with suppress(KeepingError):
            subjects = (*report.read, *report.removed)[:_MOST_SUBJECTS]
            Ledger(self._data, folders).note_ingest(str(job["by"]), subjects, int(job["upto"]))


class _Written:
    def __init__(self, file: Path, shown: Progress) -> None:
        self._file = file
        self._shown = shown
        self._stage = ""
        self._done = self._total = 0
        self._noted = 0.0

    def begin(self, stage: str, total: int) -> None:
        self._shown.begin(stage, total)
        self._stage, self._done, self._total = stage, 0, total
        self._note()

    def advance(self, steps: int = 1) -> None:
        self._shown.advance(steps)
        self._done += steps
        if time.monotonic() - self._noted > _SELDOM:
            self._note()

    def _note(self) -> None:
        self._noted = time.monotonic()
        _put(self._file, {"stage": self._stage, "done": self._done, "total": self._total})


def _put(file: Path, held: dict[str, Any]) -> None:
    put_in_place(file, json.dumps(held, ensure_ascii=False).encode())
