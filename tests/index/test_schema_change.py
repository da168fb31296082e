"""A library of the former schema, where keys had passages of their own, is brought to this one."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hierarchy.levels import Level
from index.errors import StaleIndex
from index.library import Library
from index.schema import LIBRARY_FILE, connect
from index.vectors import VectorStore
from tests.index.library_folder import FakeEmbedder, Region

DAY = date(2026, 3, 1)
FORMER = """
CREATE TABLE former (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    provision INTEGER NOT NULL REFERENCES provision (id) ON DELETE CASCADE,
    level TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    lead_start INTEGER, lead_end INTEGER, digest TEXT NOT NULL
);
INSERT INTO former SELECT id, provision, level, 'unit', start, end, lead_start, lead_end, digest FROM passage;
INSERT INTO former (provision, level, kind, start, end, digest)
    SELECT provision, level, 'key', start, end, digest FROM passage;
DROP TABLE passage;
ALTER TABLE former RENAME TO passage;
CREATE INDEX passage_of_provision ON passage (provision);
UPDATE meta SET value = '2' WHERE key = 'schema';
"""


@pytest.fixture
def former(region: Region) -> Region:
    """A region whose library is in step, as the former version left it."""
    region.ingest()
    with closing(connect(region.data / LIBRARY_FILE)) as library:
        library.executescript(FORMER)
        keys = library.execute("SELECT id, level FROM passage WHERE kind = 'key'").fetchall()
    store = VectorStore(region.data)
    for key in keys:
        store.add(Level(key["level"]), [key["id"]], FakeEmbedder().passages(["en nyckel"]))
    return region


def test_it_can_not_be_asked_before_it_is_brought_up(former: Region) -> None:
    with pytest.raises(StaleIndex, match="regelstegen ingest"):
        Library(former.data)


def test_an_ingest_brings_it_up_without_reading_or_embedding_anything_anew(former: Region) -> None:
    before = len(VectorStore(former.data).ids(Level.RULE))
    report = former.ingest()
    assert (report.read, report.removed, report.embedded) == ((), (), 0)
    assert former.in_step()
    assert 2 * len(VectorStore(former.data).ids(Level.RULE)) == before


def test_a_document_whose_file_went_meanwhile_is_withdrawn_and_not_lost(former: Region) -> None:
    (former.documents / "gavor.md").unlink()
    report = former.ingest(today=DAY)
    assert report.removed == ("gavor",)
    assert former.document("gavor").withdrawn == DAY
    assert "Gåvor avböjs" in former.text("gavor")


def test_what_another_folder_holds_stays(former: Region, tmp_path: Path) -> None:
    other = tmp_path / "annan"
    other.mkdir()
    (other / "moten.md").write_text("# Regel om möten\n\nMöten hålls digitalt.\n", "utf-8")
    former.ingest(other)
    assert former.ids() == ["gavor", "moten", "resor"]
