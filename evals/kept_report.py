"""The latest run of each question file, kept whole so that its failures can be looked into.

Reports lie in a folder beside the library; deleting it harms nothing.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from evals.saved import SavedRun, run_from_json

FOLDER = "eval-reports"
"""What the folder is called in the library's folder."""


@dataclass(frozen=True)
class KeptReport:
    """A run: when it was made, and its figures; `content` as `report_json.run_to_json` has it."""

    at: datetime
    run: SavedRun
    content: Mapping[str, Any]


def keep_report(data: Path, file: str, at: datetime, content: Mapping[str, Any]) -> None:
    """Keep a run in the place of the one before it of the same question file (as `history.file_of` has it).

    Raises OSError.
    """
    place = _place(data, file)
    place.parent.mkdir(exist_ok=True)
    whole = {"file": file, "at": at.isoformat(timespec="seconds"), **content}
    # Written beside and moved, so that a reader meets the former report or this one.
    beside = place.with_suffix(f".{os.getpid()}.part")
    try:
        beside.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def load_report(data: Path, file: str) -> KeptReport | None:
    """The latest run of a question file; None where there is none, or none that can be read."""
    try:
        content = json.loads(_place(data, file).read_bytes())
        if content["file"] != file:
            return None
        at = datetime.fromisoformat(content["at"])
        return KeptReport(at if at.tzinfo else at.astimezone(), run_from_json(content), content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def report_stamp(data: Path, file: str) -> int:
    """Changes when the report does; 0 where there is none."""
    place = _place(data, file)
    return place.stat().st_mtime_ns if place.is_file() else 0


def _place(data: Path, file: str) -> Path:
    # Files of one name in different folders have a report each; the name is for whoever looks.
    digest = sha256(file.encode()).hexdigest()[:8]
    stem = "".join(letter if letter.isalnum() else "-" for letter in PurePosixPath(file).stem)[:60]
    return data / FOLDER / f"{stem}-{digest}.json"
