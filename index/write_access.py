"""The right to write to a library: one process at a time, and refusals in plain words."""

import errno
import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryBusy, LibraryUnwritable

LOCK_FILE = "ingest.lock"

_NO_ACCESS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})
_NO_ACCESS_WORDS = ("readonly", "unable to open")


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """One ingest at a time for each library. Raises LibraryBusy."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / LOCK_FILE).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LibraryBusy(
                f"En annan inläsning till ”{data}” pågår.", "Vänta tills den är klar och försök igen."
            ) from error
        yield


@contextmanager
def writable(data: Path) -> Iterator[None]:
    """Say a full disk or a missing permission in a sentence; the library is then as it was before.

    Raises LibraryUnwritable.
    """
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        number = error.errno if isinstance(error, OSError) else None
        if number == errno.ENOSPC or "disk is full" in str(error):
            raise LibraryUnwritable(
                f"Disken är full: biblioteket i ”{data}” är oförändrat.", "Frigör utrymme och läs in igen."
            ) from error
        if number in _NO_ACCESS or any(words in str(error) for words in _NO_ACCESS_WORDS):
            raise LibraryUnwritable(
                f"Det går inte att skriva i mappen ”{data}”.", "Ge skrivrätt eller välj en annan med --data."
            ) from error
        raise
