"""The file that keeps what people do: `people.sqlite` in the data folder, opened anew for each use."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from index.disk import is_full
from people.errors import NotKept

PEOPLE_FILE = "people.sqlite"
_SCHEMA = Path(__file__).parent / "schema"
_PATIENCE = 5.0
"""Seconds that one writer waits for another."""


class Database:
    """The way in to `people.sqlite`. Safe to share between threads: each use has its own connection."""

    def __init__(self, data: Path) -> None:
        """Makes the file and its tables where they are missing; raises `NotKept`."""
        self.path = data / PEOPLE_FILE
        with self.read() as connection:
            connection.executescript(_tables())

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection whose rows are known by name. Raises `NotKept`."""
        with self._reported(), closing(self._connect()) as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept together at the end, or not at all. Raises `NotKept`."""
        with self._reported(), closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                yield connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """What SQLite says, in a sentence with its remedy."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _told(error, self.path) from error


@cache
def _tables() -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted(_SCHEMA.glob("*.sql")))


def _told(error: sqlite3.DatabaseError, file: Path) -> NotKept:
    if file.parent.is_dir() and is_full(file.parent):
        return NotKept(
            "Disken är full, så det gick inte att spara.", f"Gör plats på disken där {file.parent} ligger."
        )
    if isinstance(error, sqlite3.OperationalError):
        return NotKept(
            "Det gick inte att spara eller läsa det som sparats.",
            f"Försök igen om en stund; hjälper det inte, se om {file} går att skriva till.",
        )
    return NotKept(
        f"Filen {file.name} är skadad.", f"Lägg tillbaka en säkerhetskopia av {file}, eller flytta undan den."
    )
