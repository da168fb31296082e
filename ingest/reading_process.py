"""Files read in a process of their own, which can be hung, bloated or brought down without harm to the run.

The process is started for the first file, serves all that follow, and is replaced where it had to be ended
or ended by itself. It imports readers and nothing heavier, so it starts in a fraction of a second.
"""

import io
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

from ingest.document import IngestedDocument
from ingest.errors import LimitExceeded, ReadingInterrupted, UnreadableFile
from ingest.governance import Governance
from ingest.limits import Limits, out_of_memory, out_of_time
from ingest.ocr import AUTOMATIC, Ocr
from ingest.readers.tesseract import missing
from ingest.reading_child import OUT_OF_MEMORY, Refused, Request, Terms

_PROJECT = Path(__file__).parents[1]
_LAST_WORDS = 10
"""Seconds that a process gets to end by itself once it has hung up."""
_SAVE_AGAIN = "Öppna dokumentet i sitt program, spara en ny kopia och läs in den i stället."


class ReadingProcess:
    """Reads one file at a time, within `limits`. Use as a context; not to be shared between threads."""

    def __init__(self, governance: Governance, limits: Limits, ocr: Ocr = AUTOMATIC) -> None:
        self._terms = Terms(governance, limits, ocr)
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, path: Path, root: Path, document: str) -> IngestedDocument:
        """The document in the file at `path` below `root`, with the given id.

        Raises UnreadableFile; LimitExceeded where a limit stopped the reading.
        """
        is_fresh = self._child is None
        try:
            return self._read(Request(path, root, document))
        except _MemorySpent as error:
            if is_fresh:
                raise out_of_memory(self._terms.limits) from error
        # What earlier files left behind is not this one's to answer for.
        try:
            return self._read(Request(path, root, document))
        except _MemorySpent as error:
            raise out_of_memory(self._terms.limits) from error

    @property
    def is_down(self) -> bool:
        """Whether the last file brought the process down, or none has been read; the next starts it."""
        return self._child is None

    def _read(self, request: Request) -> IngestedDocument:
        if self._child is None:
            self._child = _Child(self._terms)
        outcome = self._child.outcome(request, self._longest(request.path))
        match outcome:
            case IngestedDocument():
                return outcome
            case Refused(by_limit=True):
                raise LimitExceeded(outcome.reason, outcome.remedy)
            case Refused():
                raise UnreadableFile(outcome.reason, outcome.remedy)
        status, fault = self._end(by_itself=outcome is _Silence.ENDED)
        if outcome is _Silence.FOREIGN:
            raise _broken_off(0, "UnpicklingError")
        if outcome is _Silence.HUNG or status == -signal.SIGXCPU:
            raise out_of_time(self._terms.limits)
        if status == OUT_OF_MEMORY or fault == "MemoryError":
            raise _MemorySpent
        raise _broken_off(status, fault)

    def _longest(self, path: Path) -> float:
        """Seconds to wait for a file.

        Pages that are read by picture have limits of their own and cost the process itself next to nothing:
        its time is held to by the limit on the processor's.
        """
        scanning = self._scanning if path.suffix.lower() == ".pdf" else 0.0
        return self._terms.limits.read_seconds + scanning

    @cached_property
    def _scanning(self) -> float:
        ocr = self._terms.ocr
        may_scan = ocr.mode != "never" and missing(ocr) is None
        return ocr.seconds * ocr.most_pages if may_scan else 0.0

    def _end(self, *, by_itself: bool = False) -> tuple[int, str]:
        """End the process, if there is one; its exit status and the name of the fault that it died of."""
        child, self._child = self._child, None
        return child.end(by_itself=by_itself) if child else (0, "")


class _MemorySpent(Exception):
    """The process reached its limit on memory."""


class _Silence(Enum):
    """Why no outcome came."""

    HUNG = "hung"
    ENDED = "ended"
    FOREIGN = "foreign"
    """What came is nothing that the process would send of its own accord."""


class _Child:
    """The process, and the line to it."""

    def __init__(self, terms: Terms) -> None:
        self._line: Connection[bytes, bytes]
        self._line, theirs = Pipe()
        self._faults = tempfile.TemporaryFile()  # noqa: SIM115 -- closed with the process
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "ingest.reading_child", str(theirs.fileno())],
                env={**os.environ, "PYTHONPATH": _search_path()},
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._faults,
                # A group of its own: it ends with whatever it has started, and Ctrl-C is ours to act on.
                start_new_session=True,
            )
        self._first: bytes | None = pickle.dumps(terms)

    def outcome(self, request: Request, seconds: float) -> "IngestedDocument | Refused | _Silence":
        try:
            if self._first is not None:
                self._line.send_bytes(self._first)
                self._first = None
            self._line.send_bytes(pickle.dumps(request))
            if not self._line.poll(seconds):
                return _Silence.HUNG
            received = self._line.recv_bytes()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return _Silence.ENDED
        try:
            outcome: IngestedDocument | Refused = _OwnValues(io.BytesIO(received)).load()
        except pickle.UnpicklingError:
            return _Silence.FOREIGN
        return outcome

    def end(self, *, by_itself: bool) -> tuple[int, str]:
        """Kill the process, unless it is ending `by_itself`; its exit status and what it died of."""
        self._line.close()
        with suppress(subprocess.TimeoutExpired):
            if by_itself:
                self._process.wait(timeout=_LAST_WORDS)
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        status = self._process.wait()
        with self._faults:
            self._faults.seek(0)
            lines = self._faults.read().decode("utf-8", "replace").split("\n")
        last = next((line for line in reversed(lines) if line and not line[0].isspace()), "")
        return status, last.partition(":")[0].rpartition(".")[2]


class _OwnValues(pickle.Unpickler):
    """Takes our own values alone: a process that a file has got the better of can send nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] in ("ingest", "hierarchy"):
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        elif (module, name) == ("datetime", "date"):
            return date
        elif (module, name) == ("builtins", "getattr"):
            # How some releases of Python 3.11 say which member of an enumeration they mean.
            return _member
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a document")


def _member(kind: object, name: str) -> Enum:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind[name]
    raise pickle.UnpicklingError(f"{kind!r} is no enumeration")


def _search_path() -> str:
    return os.pathsep.join(filter(None, (str(_PROJECT), os.environ.get("PYTHONPATH"))))


def _broken_off(status: int, fault: str) -> UnreadableFile:
    if status == -signal.SIGKILL:
        return ReadingInterrupted(
            "Operativsystemet avbröt läsningen, troligen för att datorns minne tog slut.",
            "Frigör minne och läs in igen.",
        )
    if status < 0:
        return UnreadableFile(
            f"Filen är skadad så att läsningen bröts av ({signal.Signals(-status).name}).", _SAVE_AGAIN
        )
    named = f" ({fault})" if fault.isidentifier() else ""
    return UnreadableFile(f"Filens innehåll är sådant att det inte kan tolkas{named}.", _SAVE_AGAIN)
