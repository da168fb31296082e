"""What the program has changed in the register, line by line in a file beside it.

A line is written after the register it tells of. What a person changes by hand leaves no line: it shows as a
value that differs from the last one told.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ingest.registrar.kept_file import append_line
from ingest.registrar.yaml_values import as_data

JOURNAL_FILE = "register-historik.jsonl"


@dataclass(frozen=True)
class JournalLine:
    """A change: when, by whom, by which command, of which field; values as they stand in the file.

    `how` is "propose", "review" or "confirm"; for a confirmation `before` and `after` are the same.
    """

    on: str
    by: str
    how: str
    document: str
    field: str
    before: Any = None
    after: Any = None


def line(
    on: date, by: str, how: str, document: str, field: str, before: object = None, after: object = None
) -> JournalLine:
    return JournalLine(on.isoformat(), by, how, document, field, _value(before), _value(after))


def write_journal(folder: Path, lines: Iterable[JournalLine]) -> None:
    """Adds the lines to the folder's journal. Raises OSError."""
    told = [json.dumps(asdict(each), ensure_ascii=False) for each in lines]
    if told:
        append_line(folder / JOURNAL_FILE, "\n".join(told))


def read_journal(folder: Path) -> list[JournalLine]:
    """Every line that can be read, oldest first; a line cut short or edited away is left out."""
    try:
        text = (folder / JOURNAL_FILE).read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    found: list[JournalLine] = []
    for written in text.splitlines():
        try:
            found.append(JournalLine(**json.loads(written)))
        except (ValueError, TypeError):
            continue
    return found


def _value(value: object) -> Any:
    return as_data(value)  # type: ignore[arg-type]
