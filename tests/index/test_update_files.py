"""What an update makes of the files and folders it meets: refused, moved, named alike, linked."""

import errno
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest

from index.errors import FolderMissing
from ingest.limits import Limits
from tests.index.library_folder import GIFTS, TRAVEL, Region


def test_a_refused_file_is_named_with_a_remedy_and_the_rest_goes_on(region: Region) -> None:
    (region.documents / "a-trasig.pdf").write_bytes(b"%PDF-1.7 men inget mer")
    (region.documents / "b-tom.md").write_bytes(b"")
    report = region.ingest()
    assert report.read == ("gavor", "resor")
    assert [Path(refusal.path).name for refusal in report.refused] == ["a-trasig.pdf", "b-tom.md"]
    assert all(refusal.reason and refusal.remedy for refusal in report.refused)


def test_a_refused_file_is_named_again_though_it_is_not_read_again(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    (region.documents / "b-tom.md").write_bytes(b"")
    first = region.ingest().refused
    monkeypatch.setattr("tests.index.library_folder.ReadingHere.read", None)
    assert region.ingest().refused == first


def test_a_document_whose_file_can_no_longer_be_read_is_withdrawn_until_it_can(region: Region) -> None:
    region.ingest()
    region.write("gavor.md", "")
    report = region.ingest(today=date(2026, 3, 1))
    assert (report.removed, len(report.refused)) == (("gavor",), 1)
    assert region.document("gavor").withdrawn == date(2026, 3, 1)
    region.write("gavor.md", GIFTS)
    assert region.ingest().read == ("gavor",)
    assert region.document("gavor").withdrawn is None
    assert region.in_step()


def test_a_file_that_may_not_be_opened_does_not_stop_the_others(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def open_file(path: Path, *mode: str, **options: Any) -> IO[Any]:
        if path.name == "gavor.md":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *mode, **options)

    monkeypatch.setattr(Path, "open", open_file)
    report = region.ingest()
    assert report.read == ("resor",)
    assert "läsrätt" in report.refused[0].remedy
    monkeypatch.undo()


def test_of_two_files_with_one_name_the_one_that_had_it_keeps_it(region: Region) -> None:
    region.ingest()
    region.write("a/resor.md", "# Andra resor\n\nFlyg väljs före tåg.\n")
    region.write("resor.md", TRAVEL + "Hotell bokas där också.\n")
    report = region.ingest()
    assert report.read == ("resor",)
    assert [refusal.path for refusal in report.refused] == [str(region.documents / "a" / "resor.md")]
    assert str(region.documents / "resor.md") in report.refused[0].reason
    assert "Hotell" in region.text("resor")


def test_a_file_gets_its_name_when_the_other_one_is_gone(region: Region) -> None:
    other = region.write("a/resor.md", "# Andra resor\n\nFlyg väljs före tåg.\n")
    assert len(region.ingest().refused) == 1
    other.unlink()
    report = region.ingest()
    assert (report.read, report.removed, report.refused) == (("resor",), (), ())
    assert "Tåg väljs före flyg" in region.text("resor")
    assert region.in_step()


def test_another_folder_is_added_and_the_first_is_left_alone(region: Region, tmp_path: Path) -> None:
    region.ingest()
    other = tmp_path / "annat"
    other.mkdir()
    (other / "moten.md").write_text("# Regel om möten\n\nMöten hålls digitalt.\n", "utf-8")
    (other / "resor.md").write_text("# Andra resor\n\nFlyg väljs före tåg.\n", "utf-8")
    report = region.ingest(other)
    assert (report.read, report.removed) == (("moten",), ())
    assert len(report.refused) == 1
    assert region.ids() == ["gavor", "moten", "resor"]
    assert region.in_step()


def test_a_folder_inside_another_is_not_read_twice(region: Region) -> None:
    region.write("norr/moten.md", "# Regel om möten\n\nMöten hålls digitalt.\n")
    report = region.ingest(region.documents, region.documents / "norr")
    assert (report.read, report.refused) == (("gavor", "moten", "resor"), ())


def test_a_document_that_is_gone_from_a_folder_inside_is_withdrawn(region: Region) -> None:
    path = region.write("norr/moten.md", "# Regel om möten\n\nMöten hålls digitalt.\n")
    region.ingest()
    path.unlink()
    report = region.ingest(region.documents / "norr")
    assert report.removed == ("moten",)
    assert [region.document(i).withdrawn is None for i in ("gavor", "moten", "resor")] == [True, False, True]


def test_a_folder_is_the_same_by_whatever_path_it_is_named(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    monkeypatch.chdir(region.documents.parent)
    assert region.ingest(Path("dokument")).unchanged == 2


def test_a_library_below_its_own_documents_does_not_read_itself(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(region.documents)
    region.data = Path("data")
    for _ in range(2):
        assert region.ingest().refused == ()
    assert region.ids() == ["gavor", "resor"]


def test_a_folder_that_is_not_there_empties_nothing(region: Region) -> None:
    region.ingest()
    region.documents.rename(region.documents.parent / "flyttad")
    with pytest.raises(FolderMissing, match="finns inte"):
        region.ingest()
    assert region.ids() == ["gavor", "resor"]


def test_a_file_beyond_a_limit_is_read_again_when_the_limit_is_raised(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.write("lang.md", "# Lång\n\nOrd som finns.\n" + "\n" * 1_000_000)
    low = Limits(largest_file_mb=1)
    assert "gränsen är 1 MB" in region.ingest(limits=low).refused[0].reason
    with monkeypatch.context() as patch:
        patch.setattr("tests.index.library_folder.ReadingHere.read", None)
        assert len(region.ingest(limits=low).refused) == 1
    assert region.ingest(limits=Limits(largest_file_mb=2)).read == ("lang",)


def test_names_with_line_ends_and_markup_are_documents_like_others(region: Region) -> None:
    region.write("a\nb <b>[red]fet\x1b[31m.md", "# Fet\n\nText finns.\n")
    assert region.ingest().refused == ()
    assert "a\nb <b>[red]fet\x1b[31m" in region.ids()


def test_a_link_out_of_the_folder_is_refused_each_time_and_the_rest_goes_on(
    region: Region, tmp_path: Path
) -> None:
    (tmp_path / "hemlig.md").write_text("# Hemligt\n\nText.\n", "utf-8")
    (region.documents / "lank.md").symlink_to(tmp_path / "hemlig.md")
    for _ in range(2):
        (refusal,) = region.ingest().refused
        assert refusal.path == str(region.documents / "lank.md")
        assert region.ids() == ["gavor", "resor"]
