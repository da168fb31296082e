"""Which state of a library something was answered from."""

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from index.records import date_of
from index.schema import read_meta

_READ_ON = "read_on"
"""The key in the table meta for the day of the ingest that made the version under `_READ`."""
_READ = "version_read"
_KEPT = ("hierarchy", "thresholds", "synonyms")


@dataclass(frozen=True)
class Version:
    """`id`: eight hexadecimal digits that are the same for the same documents with the same identities and
    for the same things kept beside them, wherever and whenever they are read. `read_on`: the day of the
    ingest that last changed anything; None in a library that was read before that was kept.
    """

    id: str
    read_on: date | None = None


def version_of(connection: sqlite3.Connection, meta: Mapping[str, str]) -> Version:
    """The version of the library that is open in `connection`."""
    digest = hashlib.blake2b(digest_size=4)
    for row in connection.execute("SELECT id, identity, text FROM document ORDER BY id"):
        for part in (row["id"], row["identity"], row["text"]):
            digest.update(_measured(part))
    for key in _KEPT:
        digest.update(_measured(meta.get(key, "")))
    return Version(digest.hexdigest(), date_of(meta.get(_READ_ON)))


def note_version(connection: sqlite3.Connection, today: date) -> None:
    """Writes down that an ingest of `today` made the library what it is now, if it did."""
    meta = read_meta(connection)
    now = version_of(connection, meta).id
    if now != meta.get(_READ):
        noted = ((_READ, now), (_READ_ON, today.isoformat()))
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", noted)


def _measured(text: str) -> bytes:
    """A text after its length, so that no two lists of texts are alike."""
    written = text.encode("utf-8", "surrogatepass")
    return f"{len(written)}:".encode() + written
