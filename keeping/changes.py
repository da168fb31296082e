"""Changes to what an administrator keeps, as values: who did what when, with which files. Pure."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What was done."""

    UPLOAD = "upload"
    REPLACE = "replace"
    REMOVE = "remove"
    REGISTER = "register"
    THRESHOLD = "threshold"
    INGEST = "ingest"
    UNDO = "undo"


@dataclass(frozen=True)
class FileChange:
    """A file (absolute path) and its content's SHA-256 before and after; None where there is no file."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Change:
    """One entry of the list. `at` is ISO 8601 in UTC; `subjects` are names of files, documents or limits.

    `undoes`: the change that this one takes back. `upto`: for an ingest, the last change that it took in.
    `kept_edits`: files that somebody else had changed meanwhile, and that were left as they were.
    """

    number: int
    at: str
    by: str
    kind: Kind
    subjects: tuple[str, ...] = ()
    files: tuple[FileChange, ...] = ()
    undoes: int | None = None
    upto: int | None = None
    kept_edits: tuple[str, ...] = ()


def to_json(change: Change) -> str:
    return json.dumps(asdict(change), ensure_ascii=False, indent=1)


def from_json(text: str) -> Change:
    """The inverse of `to_json`. Raises ValueError, KeyError or TypeError for anything else."""
    fields: dict[str, Any] = json.loads(text)
    return Change(
        number=int(fields["number"]),
        at=str(fields["at"]),
        by=str(fields["by"]),
        kind=Kind(fields["kind"]),
        subjects=tuple(fields["subjects"]),
        files=tuple(FileChange(**file) for file in fields["files"]),
        undoes=fields["undoes"],
        upto=fields["upto"],
        kept_edits=tuple(fields["kept_edits"]),
    )


def undone(changes: Sequence[Change]) -> frozenset[int]:
    """The numbers of those that a later change has taken back and that no still later one has put back."""
    found: set[int] = set()
    for change in sorted(changes, key=lambda change: -change.number):
        if change.undoes is not None and change.number not in found:
            found.add(change.undoes)
    return frozenset(found)


def waiting(changes: Iterable[Change]) -> list[Change]:
    """Those that no ingest has taken in yet, oldest first."""
    listed = sorted(changes, key=lambda change: change.number)
    last = max((change.upto for change in listed if change.upto is not None), default=0)
    return [change for change in listed if change.number > last and change.files]


def taken_in(changes: Sequence[Change], ingest: Change) -> list[Change]:
    """The changes that an ingest took in: those since the ingest before it, oldest first."""
    before = max(
        (c.upto for c in changes if c.upto is not None and c.number < ingest.number),
        default=0,
    )
    upto = ingest.upto or 0
    return sorted(
        (c for c in changes if before < c.number <= upto and c.files), key=lambda change: change.number
    )


def together(changes: Sequence[Change]) -> tuple[FileChange, ...]:
    """What several changes, oldest first, did in all: each file before the first and after the last."""
    found: dict[str, FileChange] = {}
    for change in changes:
        for file in change.files:
            first = found.get(file.path)
            found[file.path] = FileChange(file.path, first.before if first else file.before, file.after)
    return tuple(file for file in found.values() if file.before != file.after)
