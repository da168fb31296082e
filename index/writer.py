"""Writing the library: one transaction holds every change of an ingest."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hierarchy.documents import GoverningDocument, Provision
from index.analysis import ANALYSIS, terms
from index.embedded_text import context, embedded_units
from index.embedding_cache import digest
from index.errors import StaleIndex
from index.keys import Keys
from index.library import INGEST_AGAIN, FileState, provision_from_row
from index.records import (
    UNREADABLE_RECORD,
    document_from_json,
    document_to_json,
    iso,
    layout_from_json,
    layout_to_json,
    marks_from_json,
    marks_to_json,
)
from index.schema import (
    LIBRARY_FILE,
    SCHEMA_VERSION,
    bring_up,
    connect,
    create_tables,
    drop_tables,
    misshapen,
    read_meta,
)
from index.spelling import spelt_words
from ingest.document import IngestedDocument

_OF_A_DOCUMENT = frozenset(("document", "layout", "provision"))
"""The tables without which a document can't be told."""


@dataclass(frozen=True)
class StoredDocument:
    """A document as the library holds it, and the original file's path."""

    path: Path
    ingested: IngestedDocument


class LibraryWriter:
    """The library open for writing. Nothing is kept until `commit`; closing without it undoes all.

    What another version's schema or analysis has made, or is not whole, can't be used: such a library begins
    anew. Withdrawn documents, whose files can't be read again, are then `carried`, to be put back by whoever
    has the keys. Whoever reads no files opens it `as_it_is`, which raises StaleIndex instead.
    """

    def __init__(self, data: Path, as_it_is: bool = False) -> None:
        data.mkdir(parents=True, exist_ok=True)
        self.connection: sqlite3.Connection = connect(data / LIBRARY_FILE)
        self.connection.execute("BEGIN IMMEDIATE")
        bring_up(self.connection)
        self.carried: tuple[StoredDocument, ...] = ()
        if not self.is_current():
            if as_it_is:
                self.close()
                raise StaleIndex("Biblioteket är inte sådant som den här versionen gör det.", INGEST_AGAIN)
            self.carried = self._only_here()
            self.clear()

    def commit(self) -> None:
        self.connection.execute("COMMIT")

    def close(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self.connection.close()

    def meta(self, key: str) -> str | None:
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row["value"] if row else None

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def is_current(self) -> bool:
        """Whether the tables were filled by this version's schema and analysis."""
        meta = read_meta(self.connection)
        made = (meta.get("schema"), meta.get("analysis"))
        return made == (SCHEMA_VERSION, ANALYSIS) and not misshapen(self.connection) and self._can_be_read()

    def _can_be_read(self) -> bool:
        try:
            for row in self.connection.execute("SELECT identity, read FROM document"):
                document_from_json(row["identity"])
                document_from_json(row["read"])
        except UNREADABLE_RECORD:
            return False
        return True

    def clear(self) -> None:
        """Forget everything, the engine too, and take this version's schema and analysis as the library's.

        Passage ids begin anew, so the vectors must be cleared as well; a forgotten engine asks for that.
        """
        drop_tables(self.connection)
        create_tables(self.connection)
        self.set_meta("schema", SCHEMA_VERSION)
        self.set_meta("analysis", ANALYSIS)

    def files(self) -> dict[str, FileState]:
        rows = self.connection.execute("SELECT * FROM file")
        return {row["path"]: FileState(**dict(row)) for row in rows}

    def put_file(self, state: FileState) -> None:
        self.connection.execute(
            "INSERT OR REPLACE INTO file (path, root, size, mtime_ns, digest, document, reason, remedy) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                state.path,
                state.root,
                state.size,
                state.mtime_ns,
                state.digest,
                state.document,
                state.reason,
                state.remedy,
            ),
        )

    def remove_file(self, path: str) -> None:
        self.connection.execute("DELETE FROM file WHERE path = ?", (path,))

    def embedded_texts(self) -> Iterator[str]:
        """The words embedded for every passage of the library."""
        for row in self.connection.execute("SELECT id, identity, text FROM document").fetchall():
            document = document_from_json(row["identity"])
            rows = self.connection.execute("SELECT * FROM provision WHERE document = ?", (row["id"],))
            for provision in map(provision_from_row, rows.fetchall()):
                yield from (text for _, text in embedded_units(document, provision, row["text"]))

    def withdrawn(self) -> frozenset[str]:
        """The ids of the documents that are kept though their files are gone."""
        rows = self.connection.execute(
            "SELECT id FROM document WHERE json_extract(identity, '$.withdrawn') IS NOT NULL"
        )
        return frozenset(row["id"] for row in rows)

    def withdraw(self, document: str, day: date) -> None:
        """Keep a document as one that the folder no longer holds from `day` on."""
        row = self.connection.execute("SELECT identity FROM document WHERE id = ?", (document,)).fetchone()
        if row:
            self.put_identity(replace(document_from_json(row["identity"]), withdrawn=day))

    def put_identity(self, document: GoverningDocument) -> None:
        """Replace what is known of a document whose text and provisions stay."""
        self.connection.execute(
            "UPDATE document SET level = ?, identity = ? WHERE id = ?",
            (document.level, document_to_json(document), document.document),
        )

    def stored(self, document: str) -> StoredDocument:
        """A document as it was put. Raises KeyError for one that is not there."""
        row = self.connection.execute("SELECT * FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise KeyError(document)
        provisions = self.connection.execute(
            "SELECT * FROM provision WHERE document = ? ORDER BY id", (document,)
        )
        laid = self.connection.execute("SELECT layout FROM layout WHERE document = ?", (document,)).fetchone()
        ingested = IngestedDocument(
            document_from_json(row["identity"]),
            row["text"],
            marks_from_json(row["marks"]),
            tuple(map(provision_from_row, provisions)),
            document_from_json(row["read"]),
            layout_from_json(laid["layout"]),
        )
        return StoredDocument(Path(row["path"]), ingested)

    def documents_with(self, digests: Iterable[str]) -> list[str]:
        """The ids of the documents with a passage of one of these digests."""
        rows = self.connection.execute(
            "SELECT DISTINCT document FROM provision JOIN passage ON passage.provision = provision.id"
            " WHERE digest IN (SELECT value FROM json_each(?)) ORDER BY document",
            (json.dumps(list(digests)),),
        )
        return [row["document"] for row in rows]

    def forget_reading(self, document: str) -> None:
        """Let the next ingest read the document's file again, as if it had changed."""
        self.connection.execute(
            "UPDATE file SET digest = substr(digest, 1, instr(digest, '+')) WHERE document = ?", (document,)
        )

    def _only_here(self) -> tuple[StoredDocument, ...]:
        """The withdrawn documents, where another analysis than ours made the library, or a table is lacking.

        A change of schema must bring them along in its own way.
        """
        same = read_meta(self.connection).get("schema") == SCHEMA_VERSION
        if not same or _OF_A_DOCUMENT & {*misshapen(self.connection)} or not self._can_be_read():
            return ()
        return tuple(self.stored(document) for document in sorted(self.withdrawn()))

    def remove_document(self, document: str) -> None:
        row = self.connection.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()
        if row:
            self._count_words(row["text"], -1)
        self.connection.execute(
            "DELETE FROM fulltext WHERE rowid IN (SELECT id FROM provision WHERE document = ?)", (document,)
        )
        self.connection.execute("DELETE FROM document WHERE id = ?", (document,))

    def put_document(self, path: Path, ingested: IngestedDocument, keys: Keys) -> None:
        """Replace a document with all its provisions and passages."""
        document = ingested.document
        self.remove_document(document.document)
        self.connection.execute(
            "INSERT INTO document (id, level, identity, text, marks, path, read)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                document.document,
                document.level,
                document_to_json(document),
                ingested.text,
                marks_to_json(ingested.marks),
                str(path),
                document_to_json(ingested.read or document),
            ),
        )
        self._count_words(ingested.text, 1)
        self.connection.execute(
            "INSERT INTO layout (document, layout) VALUES (?, ?)",
            (document.document, layout_to_json(ingested.layout)),
        )
        for provision in ingested.provisions:
            own = keys.of(act_of(document), provision.address)
            self._put_provision(document, provision, ingested.text, own)

    def _count_words(self, text: str, each: int) -> None:
        """Add the words of a text to those that the library spells, or with -1 take them away."""
        self.connection.executemany(
            "INSERT INTO spelling (word, count) VALUES (?, ?)"
            " ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
            [(word, count * each) for word, count in Counter(spelt_words(text)).items()],
        )
        if each < 0:
            self.connection.execute("DELETE FROM spelling WHERE count <= 0")

    def _put_provision(
        self, document: GoverningDocument, provision: Provision, text: str, keys: tuple[str, ...]
    ) -> None:
        cursor = self.connection.execute(
            "INSERT INTO provision"
            " (document, address, path, heading, start, end, page, printed_page, amended_by, valid_from,"
            " valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                provision.document,
                provision.address,
                json.dumps(provision.path, ensure_ascii=False),
                provision.heading,
                provision.start,
                provision.end,
                provision.page,
                provision.printed_page,
                provision.amended_by,
                iso(provision.valid_from),
                iso(provision.valid_to),
            ),
        )
        provision_id = cursor.lastrowid
        heading = " ".join([document.title, *context(document, provision)])
        body = text[provision.start : provision.end]
        self.connection.execute(
            "INSERT INTO fulltext (rowid, heading, body, keys) VALUES (?, ?, ?, ?)",
            (provision_id, " ".join(terms(heading)), " ".join(terms(body)), " ".join(terms(" ".join(keys)))),
        )
        rows = [
            (
                provision_id,
                document.level,
                unit.span.start,
                unit.span.end,
                unit.lead.start if unit.lead else None,
                unit.lead.end if unit.lead else None,
                digest(embedded),
            )
            for unit, embedded in embedded_units(document, provision, text)
        ]
        self.connection.executemany(
            "INSERT INTO passage (provision, level, start, end, lead_start, lead_end, digest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def act_of(document: GoverningDocument) -> str:
    """What key files call the document: its number, else its id."""
    return document.number or document.document
