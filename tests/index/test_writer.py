"""One transaction holds every change of the library."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.analysis import terms
from index.keys import Keys
from index.library import FileState, Library
from index.writer import LibraryWriter
from ingest.blocks import Block, Reading
from ingest.document import IngestedDocument, ingest_reading
from ingest.governance import Governance

NO_KEYS = Keys({})
FILE = FileState("/d/gavor.md", "/d", 12, 34, "abc+def", document="gavor")


def ingested(text: str = "Gåvor avböjs.") -> IngestedDocument:
    blocks = (
        Block("heading", "Regel om gåvor", 1),
        Block("heading", "Leverantörer", 2),
        Block("paragraph", text),
    )
    return ingest_reading("gavor", Path("gavor.md"), Reading(blocks), Governance())


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[LibraryWriter]:
    opened = LibraryWriter(tmp_path)
    yield opened
    opened.close()


def count(writer: LibraryWriter, table: str) -> int:
    return int(writer.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_what_was_put_is_read_back_the_same(writer: LibraryWriter, tmp_path: Path) -> None:
    document = ingested()
    writer.put_document(Path(FILE.path), document, NO_KEYS)
    writer.put_file(FILE)
    writer.commit()
    library = Library(tmp_path)
    assert library.documents() == [document.document]
    assert library.text("gavor") == document.text
    assert library.provisions("gavor") == list(document.provisions)
    assert library.files() == [FILE]
    library.close()


def test_nothing_is_kept_without_a_commit(tmp_path: Path) -> None:
    first = LibraryWriter(tmp_path)
    first.commit()
    first.close()
    second = LibraryWriter(tmp_path)
    second.put_document(Path(FILE.path), ingested(), NO_KEYS)
    second.close()
    library = Library(tmp_path)
    assert library.documents() == []
    library.close()


def test_what_is_set_after_the_commit_stays(tmp_path: Path) -> None:
    writer = LibraryWriter(tmp_path)
    writer.commit()
    writer.set_meta("vectors", "in step")
    writer.close()
    library = Library(tmp_path)
    assert library.meta["vectors"] == "in step"
    library.close()


def test_putting_a_document_again_replaces_all_of_it(writer: LibraryWriter) -> None:
    writer.put_document(Path(FILE.path), ingested(), NO_KEYS)
    before = {row["id"] for row in writer.connection.execute("SELECT id FROM passage")}
    writer.put_document(Path(FILE.path), ingested("Blommor får tas emot."), NO_KEYS)
    after = {row["id"] for row in writer.connection.execute("SELECT id FROM passage")}
    assert [count(writer, table) for table in ("document", "provision", "passage", "fulltext")] == [
        1,
        1,
        1,
        1,
    ]
    assert not before & after


def test_removing_a_document_leaves_nothing_of_it(writer: LibraryWriter) -> None:
    writer.put_document(Path(FILE.path), ingested(), NO_KEYS)
    writer.remove_document("gavor")
    assert [count(writer, table) for table in ("document", "provision", "passage", "fulltext")] == [
        0,
        0,
        0,
        0,
    ]


def test_full_text_is_searched_by_our_own_terms(writer: LibraryWriter) -> None:
    writer.put_document(Path(FILE.path), ingested(), NO_KEYS)
    (term,) = terms("gåvorna")
    query = "SELECT count(*) FROM fulltext WHERE fulltext MATCH ?"
    assert writer.connection.execute(query, (f'body: "{term}"',)).fetchone()[0] == 1
    assert writer.connection.execute(query, ('heading: "leverantor"',)).fetchone()[0] == 1


def with_key(writer: LibraryWriter, key: str) -> int:
    """How many provisions have a key of this one word."""
    (term,) = terms(key)
    query = "SELECT count(*) FROM fulltext WHERE fulltext MATCH ?"
    return int(writer.connection.execute(query, (f'keys: "{term}"',)).fetchone()[0])


@pytest.mark.parametrize("number", [None, "2030:1"])
def test_the_words_of_keys_by_a_documents_number_or_id_are_searched(
    writer: LibraryWriter, number: str | None
) -> None:
    of_number = replace(ingested(), document=replace(ingested().document, number=number))
    keys = Keys({number or "gavor": {"leverantörer": ("present från säljare",)}})
    writer.put_document(Path(FILE.path), of_number, keys)
    assert (with_key(writer, "säljare"), with_key(writer, "gåva")) == (1, 0)


def test_keys_are_not_embedded(writer: LibraryWriter) -> None:
    keys = Keys({"gavor": {"leverantörer": ("present från säljare",)}})
    writer.put_document(Path(FILE.path), ingested(), keys)
    assert not [text for text in writer.embedded_texts() if "säljare" in text]
    assert count(writer, "passage") == 1


def test_the_words_embedded_later_are_those_that_the_passages_were_put_with(writer: LibraryWriter) -> None:
    from index.embedding_cache import digest

    writer.put_document(Path(FILE.path), ingested(), NO_KEYS)
    kept = {row["digest"] for row in writer.connection.execute("SELECT digest FROM passage")}
    assert {digest(text) for text in writer.embedded_texts()} == kept


def test_a_passage_is_embedded_with_the_words_above_it(writer: LibraryWriter) -> None:
    writer.put_document(Path(FILE.path), ingested(), NO_KEYS)
    (text,) = writer.embedded_texts()
    assert "Regel om gåvor" in text
    assert "Leverantörer" in text
    assert text.endswith("Gåvor avböjs.")


def test_a_library_of_another_schema_begins_anew_whatever_its_tables_held(tmp_path: Path) -> None:
    writer = LibraryWriter(tmp_path)
    writer.connection.execute("DROP TABLE file")
    writer.connection.execute("CREATE TABLE file (namn TEXT)")
    writer.set_meta("schema", "0")
    writer.set_meta("engine", "gammal")
    writer.commit()
    writer.close()
    again = LibraryWriter(tmp_path)
    assert again.is_current()
    assert again.meta("engine") is None
    again.put_file(FILE)
    assert again.files() == {FILE.path: FILE}
    again.close()


def test_the_words_are_counted_as_they_are_spelt_and_go_with_their_document(
    writer: LibraryWriter, tmp_path: Path
) -> None:
    writer.put_document(Path(FILE.path), ingested("Gåvor avböjs. Gåvor!"), NO_KEYS)
    writer.put_document(Path(FILE.path), ingested("Gåvor tas emot."), NO_KEYS)
    writer.commit()
    library = Library(tmp_path)
    assert library.spelling() == {"regel": 1, "om": 1, "gåvor": 2, "leverantörer": 1, "tas": 1, "emot": 1}
    library.close()
