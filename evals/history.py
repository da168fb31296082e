"""The figures of earlier runs: a file of JSON lines that only grows, one line a run.

It lies in the library's folder unless another place is chosen; copying or deleting it harms nothing.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any

from evals.aggregate import totals
from evals.run import EvalRun

HISTORY_FILE = "eval-history.jsonl"
"""What the file is called in the library's folder."""


@dataclass(frozen=True)
class Figure:
    """One metric of one run: mean and bounds from 0 to 1 over `count` questions."""

    mean: float
    low: float
    high: float
    count: int


@dataclass(frozen=True)
class PastRun:
    """One run: when it was made, the question file (as `file_of` names it) and a digest of its questions, and
    the metrics.
    """

    at: datetime
    file: str
    digest: str
    questions: int
    metrics: Mapping[str, Figure]


def file_of(questions: Path, history: Path) -> str:
    """What a history calls a question file: the way to it from the history's own folder, so that files of the
    same name are told apart and both may be moved together.
    """
    try:
        way = os.path.relpath(questions.resolve(), history.resolve().parent)
    except ValueError:  # there is no way from one drive to another
        return questions.resolve().as_posix()
    return Path(way).as_posix()


def past_run(run: EvalRun, file: str, at: datetime) -> PastRun:
    """What is remembered of a run of a question file."""
    asked = "".join(case.question.fingerprint for case in run.cases)
    return PastRun(
        at=at,
        file=file,
        digest=sha256(asked.encode()).hexdigest()[:12],
        questions=len(run.cases),
        metrics={
            name: Figure(total.mean, total.interval.low, total.interval.high, total.count)
            for name, total in totals(run).items()
        },
    )


def remember(path: Path, past: PastRun) -> None:
    """Add a line to the file, which is made where it is missing. Raises OSError."""
    content = {**asdict(past), "at": past.at.isoformat(timespec="seconds")}
    line = json.dumps(content, ensure_ascii=False) + "\n"
    with path.open("ab+") as file:
        # A line that was cut short must not swallow this one.
        file.seek(0, os.SEEK_END)
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                line = "\n" + line
        file.write(line.encode())


def load_history(path: Path, file: str) -> list[PastRun]:
    """The earlier runs of a question file, oldest first; none where there is no history.

    Lines that are no runs are passed over: a history is for looking at, and decides nothing. Raises OSError
    where the file is there and can't be read.
    """
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return []
    found = [past for past in map(_read, lines) if past is not None and past.file == file]
    return sorted(found, key=lambda past: past.at)


def files_in(path: Path) -> list[str]:
    """The question files that a history has runs of, by name; none where it can't be read."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return []
    return sorted({past.file for past in map(_read, lines) if past is not None})


def altered(runs: Sequence[PastRun]) -> list[int]:
    """The places (from 1) of the runs that asked other questions than the run before."""
    return [at for at in range(1, len(runs)) if runs[at].digest != runs[at - 1].digest]


def _read(line: bytes) -> PastRun | None:
    try:
        content = json.loads(line)
        at = datetime.fromisoformat(content["at"])
        metrics = {str(name): _figure(figure) for name, figure in content["metrics"].items()}
        named = str(content["file"]), str(content["digest"]), int(content["questions"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return PastRun(at if at.tzinfo else at.astimezone(), *named, metrics)


def _figure(content: Any) -> Figure:
    bounds = [float(content[name]) for name in ("mean", "low", "high")]
    if not all(isfinite(bound) and 0 <= bound <= 1 for bound in bounds):
        raise ValueError("a figure is from 0 to 1")
    return Figure(bounds[0], bounds[1], bounds[2], int(content["count"]))
