"""The tables of the library, and how a connection to it is opened."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

SCHEMA_VERSION = "3"
LIBRARY_FILE = "library.sqlite"
# The value of `vectors` in the table meta when the vectors hold exactly the library's passages.
IN_STEP = "in step"

TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
-- Every file seen: what it was when it was read, and the document it became or why it did not.
CREATE TABLE IF NOT EXISTS file (
    path TEXT PRIMARY KEY, root TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    digest TEXT NOT NULL, document TEXT, reason TEXT, remedy TEXT
);
CREATE TABLE IF NOT EXISTS document (
    id TEXT PRIMARY KEY, level TEXT NOT NULL, identity TEXT NOT NULL, text TEXT NOT NULL, marks TEXT NOT NULL,
    path TEXT NOT NULL, read TEXT NOT NULL -- the identity as the document alone gives it
);
-- What the reader made of the file, for whoever checks it: no question needs it.
CREATE TABLE IF NOT EXISTS layout (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE, layout TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS provision (
    id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    address TEXT NOT NULL, path TEXT NOT NULL, heading TEXT, start INTEGER NOT NULL, end INTEGER NOT NULL,
    page INTEGER, printed_page TEXT, amended_by TEXT, valid_from TEXT, valid_to TEXT
);
CREATE INDEX IF NOT EXISTS provision_of_document ON provision (document, id);
-- Units, each embedded. Ids are never used twice, so a vector can never belong to another passage.
CREATE TABLE IF NOT EXISTS passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    provision INTEGER NOT NULL REFERENCES provision (id) ON DELETE CASCADE,
    level TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    lead_start INTEGER, lead_end INTEGER, digest TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS passage_of_provision ON passage (provision);
-- Terms of our Swedish analysis, already folded and stemmed: the tokenizer only splits at spaces.
CREATE VIRTUAL TABLE IF NOT EXISTS fulltext USING fts5 (
    heading, body, keys, tokenize = "unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (fulltext, row);
-- The words of all texts as they are spelt, in lower case: by them a misspelt question is read.
CREATE TABLE IF NOT EXISTS spelling (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
"""
_NAMES = ("spelling", "vocabulary", "fulltext", "passage", "provision", "layout", "document", "file", "meta")


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection with foreign keys on, where transactions begin and end only where the code says so.

    `read_only` fails where there is no file.
    """
    if read_only:
        # As a URI the path may hold any character.
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False, timeout=10
        )
    else:
        connection = sqlite3.connect(path, timeout=10)
        connection.execute("PRAGMA journal_mode = WAL")
    connection.isolation_level = None
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables that are not there, inside the transaction that the caller has begun."""
    for statement in TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)


def bring_up(connection: sqlite3.Connection) -> None:
    """Make a library of schema 2 one of this schema, inside the transaction that the caller has begun.

    There the keys to provisions were passages as well. Their vectors go when the vectors follow.
    """
    if read_meta(connection).get("schema") != "2" or "kind" not in _columns(connection, "passage"):
        return
    connection.execute("DELETE FROM passage WHERE kind = 'key'")
    connection.execute("ALTER TABLE passage DROP COLUMN kind")
    connection.execute("DELETE FROM meta WHERE key = 'vectors' AND value = ?", (IN_STEP,))
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (SCHEMA_VERSION,))


def drop_tables(connection: sqlite3.Connection) -> None:
    """Drop every table, another version's too, inside the transaction that the caller has begun."""
    for name in _NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """What the library says of itself; empty where there is none yet."""
    if _columns(connection, "meta") != ("key", "value"):
        return {}
    return {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}


def misshapen(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The tables that are not there, or have other columns than this version gives them."""
    shapes = _shapes()
    return tuple(name for name in _NAMES if _columns(connection, name) != shapes[name])


@cache
def _shapes() -> dict[str, tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as model:
        create_tables(model)
        return {name: _columns(model, name) for name in _NAMES}


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns of a table in order; none where it is not there or can't be used."""
    try:
        return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
    except sqlite3.OperationalError:
        return ()
