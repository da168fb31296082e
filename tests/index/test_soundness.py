"""A library whose tables are not such as this version makes: said with its remedy, and made anew."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from index.errors import LibraryMissing, StaleIndex
from tests.index.library_folder import Region

DAY = date(2026, 3, 1)


def change(region: Region, *statements: str) -> None:
    with closing(sqlite3.connect(region.data / "library.sqlite")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE layout"],
        ["DROP TABLE file"],
        ["DROP TABLE passage"],
        ["DROP TABLE vocabulary", "DROP TABLE fulltext"],
        ["ALTER TABLE document DROP COLUMN read"],
        ["UPDATE document SET identity = '{}'"],
        ["UPDATE document SET identity = 'x'"],
    ],
)
def test_what_is_lacking_is_said_with_the_command_that_mends_it(
    region: Region, statements: list[str]
) -> None:
    region.ingest()
    change(region, *statements)
    with pytest.raises(StaleIndex) as caught, region.library() as library:
        library.documents()
    assert caught.value.remedy == "Läs in dokumenten på nytt: regelstegen ingest MAPP"
    assert region.ingest().read == ("gavor", "resor")
    assert region.ids() == ["gavor", "resor"]
    assert region.in_step()


def test_a_library_that_tells_nothing_of_itself_is_none(region: Region) -> None:
    region.ingest()
    change(region, "DROP TABLE meta", "CREATE TABLE meta (annat TEXT)")
    with pytest.raises(LibraryMissing), region.library():
        pass
    assert region.ingest().read == ("gavor", "resor")


def test_what_people_keep_being_gone_from_the_library_is_mended_likewise(region: Region) -> None:
    region.ingest()
    change(region, "DELETE FROM meta WHERE key = 'hierarchy'")
    with region.library() as library, pytest.raises(StaleIndex, match="hierarchy"):
        _ = library.hierarchy
    region.ingest()
    with region.library() as library:
        assert [organisation.id for organisation in library.hierarchy.organisations] == ["norr"]


def test_withdrawn_documents_outlive_the_loss_of_a_table_that_is_made_of_them(region: Region) -> None:
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)
    change(region, "DROP TABLE passage")
    region.ingest()
    assert region.document("gavor").withdrawn == DAY
    assert region.in_step()
