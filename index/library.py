"""The library: what exists and what it says. Reading only; `index.writer` writes."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from hierarchy.documents import GoverningDocument, Provision
from hierarchy.editions import as_they_stand
from hierarchy.levels import Hierarchy
from index.analysis import ANALYSIS
from index.errors import LibraryMissing, StaleIndex
from index.passages import Span, Unit
from index.postings import Postings
from index.records import (
    UNREADABLE_RECORD,
    date_of,
    document_from_json,
    hierarchy_from_json,
    layout_from_json,
    marks_from_json,
)
from index.schema import IN_STEP, LIBRARY_FILE, SCHEMA_VERSION, connect, misshapen, read_meta
from index.version import Version, version_of
from ingest.blocks import PageMark
from ingest.document import IngestedDocument
from ingest.layout import Layout
from ingest.stored_text import mark_at, ocr_confidence

_Read = TypeVar("_Read")

_MOST_DAYS = 32
INGEST_AGAIN = "Läs in dokumenten på nytt: regelstegen ingest MAPP"


@dataclass(frozen=True)
class Passage:
    """A unit as stored: its span and lead-in in the document's text, and the id of its provision."""

    id: int
    provision: int
    unit: Unit


@dataclass(frozen=True)
class ProvisionTerms:
    """The terms of a provision's headings, and of headings, text and keys together."""

    heading: frozenset[str]
    everything: frozenset[str]


@dataclass(frozen=True)
class FileState:
    """A file as it was when it was last read; `reason` and `remedy` are set when it was refused."""

    path: str
    root: str
    size: int
    mtime_ns: int
    digest: str
    document: str | None = None
    reason: str | None = None
    remedy: str | None = None


class Library:
    """An open library, as it was when it was opened: what an ingest changes meanwhile is seen by the next.

    Raises LibraryMissing or StaleIndex when it can't be used.
    """

    def __init__(self, data: Path) -> None:
        path = data / LIBRARY_FILE
        if not path.is_file():
            raise _missing(data)
        self.data = data
        self.connection: sqlite3.Connection = connect(path, read_only=True)
        # Never ended but by closing: every read below sees one and the same state.
        self.connection.execute("BEGIN")
        self.meta: dict[str, str] = read_meta(self.connection)
        # A first ingest that was cut short leaves a file without anything in it.
        if not self.meta:
            self.close()
            raise _missing(data)
        # Ids are never used for anything else, so what was read once stays true.
        self._provisions_read: dict[int, Provision] = {}
        self._passages_read: dict[int, Passage] = {}
        self._terms_read: dict[int, ProvisionTerms] = {}
        self._standing: dict[date, dict[str, GoverningDocument]] = {}
        self._check("schema", SCHEMA_VERSION, "en annan version av Regelstegen")
        self._check("analysis", ANALYSIS, "en annan textanalys")
        if lacking := misshapen(self.connection):
            self.close()
            raise _incomplete(", ".join(lacking))

    def _check(self, key: str, expected: str, what: str) -> None:
        if self.meta.get(key) != expected:
            self.close()
            raise StaleIndex(
                f"Biblioteket är byggt med {what} ({self.meta.get(key)}, nu {expected}).", INGEST_AGAIN
            )

    def _kept(self, key: str) -> str:
        if key not in self.meta:
            raise _incomplete(key)
        return self.meta[key]

    def close(self) -> None:
        self.connection.close()

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """The organisations and rungs that the library was built with."""
        return hierarchy_from_json(self._kept("hierarchy"))

    @cached_property
    def synonyms(self) -> dict[str, tuple[str, ...]]:
        """Everyday words with the official ones, the organisation's own included."""
        return {word: tuple(others) for word, others in json.loads(self._kept("synonyms")).items()}

    @cached_property
    def version(self) -> Version:
        """Which state of the library this is; an ingest that changes nothing keeps it."""
        return version_of(self.connection, self.meta)

    def is_in_step(self) -> bool:
        """Whether the vectors hold exactly the library's passages."""
        return self.meta.get("vectors") == IN_STEP

    def term_frequencies(self) -> dict[str, int]:
        """How many provisions each term stands in."""
        return dict(self.connection.execute("SELECT term, doc FROM vocabulary").fetchall())

    def spelling(self) -> dict[str, int]:
        """The words of the library's texts in lower case, with how often each stands there."""
        return dict(self.connection.execute("SELECT word, count FROM spelling").fetchall())

    def count_provisions(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM provision").fetchone()[0])

    @cached_property
    def _documents(self) -> dict[str, GoverningDocument]:
        rows = self.connection.execute("SELECT id, identity FROM document ORDER BY id")
        try:
            return {row["id"]: document_from_json(row["identity"]) for row in rows}
        except UNREADABLE_RECORD as error:
            raise _incomplete("document") from error

    def documents(self) -> list[GoverningDocument]:
        """Every document, by id."""
        return list(self._documents.values())

    def documents_on(self, day: date) -> dict[str, GoverningDocument]:
        """Every document by id, as `as_they_stand` has it on the day."""
        if day not in self._standing:
            if len(self._standing) >= _MOST_DAYS:
                self._standing.clear()
            self._standing[day] = {d.document: d for d in as_they_stand(self.documents(), day)}
        return self._standing[day]

    def document(self, document: str) -> GoverningDocument | None:
        return self._documents.get(document)

    def documents_as_read(self) -> list[GoverningDocument]:
        """Every document, by id, as it alone tells of itself, and since when it is withdrawn."""
        rows = self.connection.execute("SELECT id, read FROM document ORDER BY id")
        return [
            replace(document_from_json(row["read"]), withdrawn=self._documents[row["id"]].withdrawn)
            for row in rows
        ]

    def ingested(self, document: str) -> IngestedDocument:
        """A document whole, as its ingest left it. Raises KeyError for an id that is not there."""
        provisions = tuple(self.provisions(document))
        return IngestedDocument(
            self._documents[document], self.text(document), self.marks(document), provisions
        )

    @property
    def governance(self) -> Path | None:
        """The governance folder of the last ingest, if there was one."""
        folder = self.meta.get("governance")
        return Path(folder) if folder else None

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    def text(self, document: str) -> str:
        """The stored text of a document. Raises KeyError for an id that is not there."""
        if document not in self._texts:
            row = self.connection.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()
            if row is None:
                raise KeyError(document)
            self._texts[document] = row["text"]
        return self._texts[document]

    def mark_at(self, document: str, offset: int) -> PageMark | None:
        """The page that a character of the stored text stands on."""
        return mark_at(self.marks(document), offset)

    def ocr_confidence(self, document: str, start: int, end: int) -> float | None:
        """How surely a span of the stored text was read from a picture, 0–1; None where it was not."""
        return ocr_confidence(self.marks(document), start, end)

    def layout(self, document: str) -> Layout:
        """What the reader made of the document's file, block by block."""
        row = self.connection.execute("SELECT layout FROM layout WHERE document = ?", (document,)).fetchone()
        return layout_from_json(row["layout"]) if row else Layout()

    def marks(self, document: str) -> tuple[PageMark, ...]:
        """Where each page of the document begins in its stored text; empty where the format has none."""
        if document not in self._marks_read:
            row = self.connection.execute("SELECT marks FROM document WHERE id = ?", (document,)).fetchone()
            self._marks_read[document] = marks_from_json(row["marks"]) if row else ()
        return self._marks_read[document]

    @cached_property
    def _marks_read(self) -> dict[str, tuple[PageMark, ...]]:
        return {}

    def source_path(self, document: str) -> Path | None:
        """The original file, if it is still there."""
        row = self.connection.execute("SELECT path FROM document WHERE id = ?", (document,)).fetchone()
        path = Path(row["path"]) if row else None
        return path if path and path.is_file() else None

    def provisions(self, document: str) -> list[Provision]:
        """A document's provisions in reading order."""
        rows = self.connection.execute("SELECT * FROM provision WHERE document = ? ORDER BY id", (document,))
        return [provision_from_row(row) for row in rows]

    @cached_property
    def document_of(self) -> Mapping[int, str]:
        """The document of every provision, by id: what a search asks of each of its many hits."""
        # One string a document, not one a row.
        ids = {document: document for document in self._documents}
        rows = self.connection.execute("SELECT id, document FROM provision ORDER BY document, id")
        return {number: ids[document] for number, document in rows}

    @cached_property
    def postings(self) -> Postings:
        """Where the library's words stand."""
        return Postings(self.connection, self.document_of)

    def provisions_by_id(self, ids: Iterable[int]) -> dict[int, Provision]:
        """The provisions that are there, by id."""
        return _remembered(
            self._provisions_read,
            ids,
            lambda new: {
                row["id"]: provision_from_row(row)
                for row in self._where_in("SELECT * FROM provision WHERE id", new)
            },
        )

    def provision_ids(self, document: str) -> dict[str, int]:
        """Address → id of a document's provisions; the first where an address stands twice."""
        rows = self.connection.execute(
            "SELECT address, min(id) AS id FROM provision WHERE document = ? GROUP BY address", (document,)
        )
        return {row["address"]: row["id"] for row in rows}

    def provisions_holding(self, words: str, documents: Iterable[str]) -> list[int]:
        """Ids of the provisions whose text holds `words` as they stand, letter case apart."""
        found: list[int] = []
        for document in documents:
            text, needle = self.text(document).casefold(), words.casefold()
            position = text.find(needle)
            while position >= 0:
                rows = self.connection.execute(
                    "SELECT id FROM provision WHERE document = ? AND start <= ? AND end >= ?",
                    (document, position, position + len(needle)),
                )
                found.extend(row["id"] for row in rows)
                position = text.find(needle, position + 1)
        return list(dict.fromkeys(found))

    def passages_by_id(self, ids: Iterable[int]) -> dict[int, Passage]:
        """The passages that are there, by id."""
        columns = "id, provision, start, end, lead_start, lead_end"
        return _remembered(
            self._passages_read,
            ids,
            lambda new: {
                row["id"]: _passage(row)
                for row in self._where_in(f"SELECT {columns} FROM passage WHERE id", new)
            },
        )

    def terms_by_id(self, provisions: Iterable[int]) -> dict[int, ProvisionTerms]:
        """The full-text terms of provisions, by id."""
        return _remembered(
            self._terms_read,
            provisions,
            lambda new: {
                row["rowid"]: _terms(row)
                for row in self._where_in("SELECT rowid, heading, body, keys FROM fulltext WHERE rowid", new)
            },
        )

    def files(self) -> list[FileState]:
        """Every file that the library has seen, refused ones included."""
        return [FileState(**dict(row)) for row in self.connection.execute("SELECT * FROM file ORDER BY path")]

    def _where_in(self, query: str, ids: Iterable[int]) -> Sequence[sqlite3.Row]:
        # Ids are ours and whole numbers; a list in the text is quicker than a variable for each.
        listed = ",".join(str(int(number)) for number in ids)
        return self.connection.execute(f"{query} IN ({listed})").fetchall()


def _remembered(
    read: dict[int, _Read], ids: Iterable[int], load: Callable[[list[int]], dict[int, _Read]]
) -> dict[int, _Read]:
    """What was read before and what `load` reads now, by id; ids that are not there are left out."""
    wanted = list(ids)
    new = [number for number in wanted if number not in read]
    if new:
        read.update(load(new))
    return {number: read[number] for number in wanted if number in read}


def _terms(row: sqlite3.Row) -> ProvisionTerms:
    heading = frozenset(row["heading"].split())
    return ProvisionTerms(heading, heading | frozenset(row["body"].split()) | frozenset(row["keys"].split()))


def _missing(data: Path) -> LibraryMissing:
    return LibraryMissing(f"Det finns inget bibliotek i mappen ”{data}”.", INGEST_AGAIN)


def _incomplete(what: str) -> StaleIndex:
    return StaleIndex(f"Biblioteket är inte sådant som den här versionen gör det ({what}).", INGEST_AGAIN)


def provision_from_row(row: sqlite3.Row) -> Provision:
    """A provision from a row of its table."""
    return Provision(
        document=row["document"],
        address=row["address"],
        path=tuple(json.loads(row["path"])),
        heading=row["heading"],
        start=row["start"],
        end=row["end"],
        page=row["page"],
        printed_page=row["printed_page"],
        amended_by=row["amended_by"],
        valid_from=date_of(row["valid_from"]),
        valid_to=date_of(row["valid_to"]),
    )


def _passage(row: sqlite3.Row) -> Passage:
    lead = None if row["lead_start"] is None else Span(row["lead_start"], row["lead_end"])
    return Passage(row["id"], row["provision"], Unit(Span(row["start"], row["end"]), lead))
