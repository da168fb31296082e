"""A measurement that goes on beside the server, in a process of its own with limits: one at a time."""

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import Any

import streamlit as st

from settings import Settings

LONGEST_SECONDS = 3600
"""Until a run that has not ended is ended."""
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Progress:
    """How far a run has come: `done` of `of` questions (0 until they are read); `error`: why it stopped."""

    file: Path
    done: int = 0
    of: int = 0
    is_running: bool = True
    error: str | None = None


class BackgroundRun:
    """The run that goes on, or the last that did."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._progress: Progress | None = None
        self._follower: Thread | None = None

    @property
    def progress(self) -> Progress | None:
        """None where nothing has been run since the server began."""
        return self._progress

    def start(self, settings: Settings, file: Path) -> None:
        """Begin to measure with a question file, unless another run goes on. Raises OSError."""
        with self._lock:
            if self._progress is not None and self._progress.is_running:
                return
            process = subprocess.Popen(
                _command(settings, file),
                cwd=_ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._process = process
            self._progress = Progress(file)
        self._follower = Thread(target=self._follow, args=(process,), daemon=True)
        self._follower.start()

    def wait(self, seconds: float) -> None:
        """Wait until the run has ended, at most so long."""
        if self._follower is not None:
            self._follower.join(seconds)

    def stop(self) -> None:
        """End the run that goes on, if any."""
        if self._process is not None:
            self._process.terminate()

    def _follow(self, process: "subprocess.Popen[bytes]") -> None:
        limit = Timer(LONGEST_SECONDS, process.kill)
        limit.daemon = True
        limit.start()
        kept = False
        try:
            with process:
                try:
                    for line in process.stdout or ():
                        kept = self._hear(line) or kept
                except (ValueError, TypeError):  # it does not keep to what was agreed
                    process.kill()
        finally:
            limit.cancel()
            told = self._progress.error if self._progress else None
            self._change(is_running=False, error=told if kept or told else "")

    def _hear(self, line: bytes) -> bool:
        """Note what the process says; whether it says that the run is kept.

        Raises ValueError or TypeError for what is no JSON object.
        """
        said = dict(json.loads(line))
        self._change(**{name: said[name] for name in ("of", "done", "error") if name in said})
        return bool(said.get("kept"))

    def _change(self, **changed: Any) -> None:
        if self._progress is not None:
            self._progress = replace(self._progress, **changed)


def _command(settings: Settings, file: Path) -> list[str]:
    options = {
        "--embedder": settings.embedder,
        "--reranker": settings.reranker,
        "--chroma-url": settings.chroma_url,
        "--cpu-seconds": str(LONGEST_SECONDS),
    }
    given = [part for name, value in options.items() if value for part in (name, value)]
    return [sys.executable, "-m", "evals.measuring", *given, str(settings.data.resolve()), str(file)]


@st.cache_resource(show_spinner=False, max_entries=4)
def background_run(data: Path) -> BackgroundRun:
    """The one of the library in `data`, for everybody who looks."""
    del data
    return BackgroundRun()
