"""What a library answers about its documents."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.analysis import terms
from index.errors import LibraryMissing, StaleIndex
from index.library import INGEST_AGAIN, Library
from index.schema import LIBRARY_FILE
from index.writer import LibraryWriter
from tests.index.library_folder import GIFTS, Region


def test_documents_come_by_id_with_their_identity(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        assert [document.document for document in library.documents()] == ["gavor", "resor"]
        gifts = library.document("gavor")
        assert library.document("finns-inte") is None
    assert gifts is not None
    assert (gifts.title, gifts.level, gifts.source) == ("Regel om gåvor", "rule", "gavor.md")
    assert gifts.organisations == ("norr",)


def test_every_provision_is_a_slice_of_the_stored_text(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        text = library.text("gavor")
        provisions = library.provisions("gavor")
        shown = [(p.address, text[p.start : p.end]) for p in provisions]
        by_address = library.provision_ids("gavor")
        by_id = library.provisions_by_id(by_address.values())
    assert shown == [("Från patienter", "Blommor får tas emot."), ("Från leverantörer", "Gåvor avböjs.")]
    assert [by_id[by_address[p.address]] for p in provisions] == provisions


def test_the_text_of_an_unknown_document_is_an_error(region: Region) -> None:
    region.ingest()
    with region.library() as library, pytest.raises(KeyError):
        library.text("finns-inte")


def test_passages_and_their_documents_are_found_by_id(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        ids = [row["id"] for row in library.connection.execute("SELECT id FROM passage")]
        passages = library.passages_by_id(ids)
        provisions = library.provisions_by_id(passage.provision for passage in passages.values())
        owners = {number: provision.document for number, provision in provisions.items()}
        words = {
            passage.unit.text_in(library.text(owners[passage.provision])) for passage in passages.values()
        }
    assert "Gåvor avböjs." in words
    assert set(owners.values()) == {"gavor", "resor"}


def test_provisions_that_hold_some_words_are_found_whatever_the_letter_case(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        found = library.provisions_by_id(library.provisions_holding("TÅG VÄLJS", ["gavor", "resor"]))
        assert [provision.document for provision in found.values()] == ["resor"]
        assert library.provisions_holding("står ingenstans", ["gavor", "resor"]) == []


def test_the_original_file_is_found_while_it_is_there(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        assert library.source_path("gavor") == region.documents / "gavor.md"
        (region.documents / "gavor.md").unlink()
        assert library.source_path("gavor") is None
        assert library.source_path("finns-inte") is None


def test_every_file_seen_is_listed_with_what_became_of_it(region: Region) -> None:
    region.write("tom.md", "")
    region.ingest()
    with region.library() as library:
        files = {Path(state.path).name: state for state in library.files()}
    assert files["gavor.md"].document == "gavor"
    assert files["tom.md"].document is None
    assert files["tom.md"].remedy


def test_a_folder_without_a_library_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing) as caught:
        Library(tmp_path)
    assert caught.value.remedy == INGEST_AGAIN


def test_a_library_whose_first_ingest_was_cut_short_is_missing(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / LIBRARY_FILE).close()
    (tmp_path / LIBRARY_FILE).touch()
    with pytest.raises(LibraryMissing):
        Library(tmp_path)


@pytest.mark.parametrize("name", ["ANALYSIS", "SCHEMA_VERSION"])
def test_a_library_of_another_version_says_how_to_mend_it(
    region: Region, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    region.ingest()
    monkeypatch.setattr(f"index.library.{name}", "en annan")
    with pytest.raises(StaleIndex) as caught:
        Library(region.data)
    assert "en annan" in caught.value.message
    assert caught.value.remedy == INGEST_AGAIN


def test_the_data_folder_may_have_any_name(region: Region) -> None:
    region.data = region.documents.parent / "50 % av #allt? åäö"
    region.ingest()
    assert region.ids() == ["gavor", "resor"]


def test_reading_changes_nothing(region: Region) -> None:
    region.ingest()
    with region.library() as library, pytest.raises(sqlite3.OperationalError, match="readonly"):
        library.connection.execute("DELETE FROM document")


def test_a_reader_keeps_its_view_when_an_ingest_has_changed_the_library(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        region.write("gavor.md", GIFTS.replace("Blommor", "Choklad"))
        region.ingest()
        assert "Blommor" in library.text("gavor")
        assert len(library.provisions("gavor")) == 2
    assert "Choklad" in region.text("gavor")


def test_reading_goes_on_while_a_writer_is_in_its_transaction(region: Region) -> None:
    region.ingest()
    with closing(LibraryWriter(region.data)) as writer:
        writer.remove_document("gavor")
        with region.library() as library:
            assert [document.document for document in library.documents()] == ["gavor", "resor"]
            assert library.is_in_step()
            (term,) = terms("blommor")
            hits = library.connection.execute("SELECT count(*) FROM fulltext WHERE fulltext MATCH ?", (term,))
            assert hits.fetchone()[0] == 1
