"""The library's version: the same for the same documents, another when anything in them is."""

from datetime import date
from pathlib import Path

from index.version import Version
from tests.index.library_folder import Region

FIRST, LATER = date(2026, 11, 2), date(2026, 12, 1)


def version(region: Region) -> Version:
    with region.library() as library:
        return library.version


def test_it_is_short_and_tells_the_day_it_was_read(region: Region) -> None:
    region.ingest(today=FIRST)
    assert len(version(region).id) == 8
    assert version(region).read_on == FIRST


def test_an_ingest_that_changes_nothing_keeps_it_and_its_day(region: Region) -> None:
    region.ingest(today=FIRST)
    before = version(region)
    (region.documents / "gavor.md").touch()
    region.ingest(today=LATER)
    assert version(region) == before


def test_it_is_the_same_wherever_and_in_whatever_order_the_documents_are_read(
    region: Region, tmp_path: Path
) -> None:
    region.ingest(today=FIRST)
    (tmp_path / "annan").mkdir()
    other = Region(tmp_path / "annan")
    travel = (other.documents / "resor.md").rename(tmp_path / "resor.md")
    other.ingest(today=FIRST)
    travel.rename(other.documents / "resor.md")
    other.ingest(today=FIRST)
    assert version(other) == version(region)


def test_a_word_a_document_or_an_identity_makes_it_another(region: Region) -> None:
    region.ingest(today=FIRST)
    seen = [version(region).id]
    region.write("gavor.md", "# Regel om gåvor\n\nGåvor tas emot.\n")
    region.ingest(today=LATER)
    seen.append(version(region).id)
    assert version(region).read_on == LATER
    region.register("  - {document: gavor, title: Gåvor och mutor}\n")
    region.ingest()
    seen.append(version(region).id)
    region.write("ny.md", "# Regel om nytt\n\nNytt är nytt.\n")
    region.ingest()
    seen.append(version(region).id)
    (region.documents / "resor.md").unlink()
    region.ingest()
    seen.append(version(region).id)
    assert len(set(seen)) == len(seen)


def test_a_library_from_before_the_day_was_kept_has_a_version_without_it(region: Region) -> None:
    region.ingest(today=FIRST)
    with region.library() as library:
        del library.meta["read_on"]
        assert library.version.read_on is None
