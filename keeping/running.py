"""An ingest in a process of its own: started, followed and ended from a page, and outliving it.

It is the same command that a person gives in a terminal. One runs at a time: the process holds a lock for as
long as it lives, however it ends, so nothing is left to tidy up after one that was killed. It gives way to
the chat (niceness), has a limit on the processor's time, and each file is read within the limits of reading.
"""

import fcntl
import json
import os
import resource
import signal
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from ingest.registrar.kept_file import put_in_place
from keeping.errors import Busy
from keeping.ledger import FOLDER, alone, said

_NICENESS = 10
_MOST_SECONDS = 6 * 3600
"""Of the processor's time, for a whole ingest."""
JOB_FILE, PROGRESS_FILE, CHANGED_FILE = "job.json", "progress.json", "changed.json"
REPORT_FILE = "report.html"
_LOCK, _OUTCOME, _ERRORS, _CANCELLED = "running.lock", "outcome.json", "errors.txt", "cancelled"
_LONGEST_ERROR = 2000


class State(StrEnum):
    """How far an ingest has come."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Job:
    """The latest ingest. `stage`, `done` and `total` tell of its way; `outcome` is what the command said,
    `changed` what is another in the library; `error` is a sentence."""

    state: State
    by: str
    at: str
    stage: str = ""
    done: int = 0
    total: int = 0
    outcome: dict[str, Any] = field(default_factory=dict)
    changed: dict[str, Any] = field(default_factory=dict)
    error: str = ""
    report: Path | None = None


def job_folder(data: Path) -> Path:
    return data / FOLDER / "ingest"


def start(data: Path, command: Sequence[str], by: str, upto: int) -> None:
    """Starts `command` in the project's working folder; `upto` is the last change that it takes in.

    Raises Busy where one runs already, and KeepingError.
    """
    home = job_folder(data)
    with said(home), alone(data / FOLDER):
        home.mkdir(parents=True, exist_ok=True)
        lock = os.open(home / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy("En inläsning pågår redan.", "Vänta tills den är klar.") from None
            for name in (PROGRESS_FILE, CHANGED_FILE, REPORT_FILE, _OUTCOME, _ERRORS, _CANCELLED):
                (home / name).unlink(missing_ok=True)
            job = {"by": by, "at": datetime.now(UTC).isoformat(timespec="seconds"), "upto": upto}
            _write(home / JOB_FILE, job)
            with (home / _OUTCOME).open("wb") as out, (home / _ERRORS).open("wb") as errors:
                process = subprocess.Popen(
                    list(command),
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=errors,
                    pass_fds=(lock,),
                    start_new_session=True,
                )
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
                resource.prlimit(process.pid, resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
            _write(home / JOB_FILE, {**job, "process": process.pid})
        finally:
            os.close(lock)
    # Somebody must take note of its end, or it stays in the system's list.
    threading.Thread(target=process.wait, daemon=True).start()


def latest(data: Path) -> Job | None:
    """The ingest that runs or ran last; None where none has been started. Raises KeepingError."""
    home = job_folder(data)
    with alone(data / FOLDER):
        job = _read(home / JOB_FILE)
        if not job:
            return None
        runs = _runs(home)
        progress = _read(home / PROGRESS_FILE)
        outcome = {} if runs else _read(home / _OUTCOME)
        error = "" if runs or outcome else _error(home)
        cancelled = (home / _CANCELLED).is_file()
    state = State.DONE if outcome else State.CANCELLED if cancelled else State.FAILED
    report = home / REPORT_FILE
    return Job(
        State.RUNNING if runs else state,
        str(job.get("by", "")),
        str(job.get("at", "")),
        str(progress.get("stage", "")),
        int(progress.get("done", 0)),
        int(progress.get("total", 0)),
        outcome,
        {} if runs else _read(home / CHANGED_FILE),
        error,
        report if not runs and report.is_file() else None,
    )


def cancel(data: Path) -> bool:
    """Ends the ingest that runs, with its readers: the library is then as before or as after, never between.

    False where none runs. Raises KeepingError.
    """
    home = job_folder(data)
    with alone(data / FOLDER), said(home):
        process = _read(home / JOB_FILE).get("process")
        if not _runs(home) or not isinstance(process, int):
            return False
        (home / _CANCELLED).touch()
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGTERM)
    return True


def _runs(home: Path) -> bool:
    """Whether a process holds the lock. To be asked by whoever is alone, since it takes the lock itself."""
    try:
        lock = os.open(home / _LOCK, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


def _read(file: Path) -> dict[str, Any]:
    try:
        held = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def _write(file: Path, held: dict[str, Any]) -> None:
    put_in_place(file, json.dumps(held, ensure_ascii=False).encode())


def _error(home: Path) -> str:
    try:
        text = (home / _ERRORS).read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
    # A traceback is for the server's log, not for the page.
    return "" if "Traceback (most recent call last)" in text else text[-_LONGEST_ERROR:]
