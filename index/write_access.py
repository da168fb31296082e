"""The right to write to a library: one process at a time, and refusals in plain words."""

import errno
import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from index.disk import is_full
from index.errors import LibraryBusy, LibraryUnwritable

LOCK_FILE = "ingest.lock"

_NO_ACCESS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})
_NO_ACCESS_WORDS = ("readonly", "unable to open")


@contextmanager
def locked(data: Path, folders: Sequence[Path] = ()) -> Iterator[None]:
    """One writer at a time for each library; `folders` is what it reads, for others to know.

    The lock ends with the process that holds it, however that ends. Raises LibraryBusy, which says who
    holds it, since when and for which folders.
    """
    data.mkdir(parents=True, exist_ok=True)
    # Opened without emptying it: what stands in it is the holder's.
    with (data / LOCK_FILE).open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LibraryBusy(
                f"En annan inläsning till ”{data}” pågår{_holder(lock)}.",
                "Vänta tills den är klar och försök igen.",
            ) from error
        lock.truncate(0)
        since = datetime.now().isoformat(sep=" ", timespec="minutes")
        json.dump({"process": os.getpid(), "since": since, "folders": [str(f) for f in folders]}, lock)
        lock.flush()
        yield


def _holder(lock: TextIO) -> str:
    """Who has written into the lock; nothing where it can't be read, as when that is being done now."""
    try:
        lock.seek(0)
        held = json.load(lock)
        folders = ", ".join(f"”{folder}”" for folder in held["folders"])
        return f" sedan {held['since']} (process {held['process']}{', ' if folders else ''}{folders})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


@contextmanager
def writable(data: Path) -> Iterator[None]:
    """Say a full disk or a missing permission in a sentence; the library is then the old one or the new.

    Raises LibraryUnwritable.
    """
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        number = error.errno if isinstance(error, OSError) else None
        if (
            number == errno.ENOSPC
            or "disk is full" in str(error)
            or ("disk I/O error" in str(error) and is_full(data))
        ):
            raise LibraryUnwritable(
                f"Disken är full. Biblioteket i ”{data}” är helt, men inläsningen är inte klar.",
                "Frigör utrymme och läs in igen.",
            ) from error
        if number in _NO_ACCESS or any(words in str(error) for words in _NO_ACCESS_WORDS):
            raise LibraryUnwritable(
                f"Det går inte att skriva i mappen ”{data}”.", "Ge skrivrätt eller välj en annan med --data."
            ) from error
        raise
