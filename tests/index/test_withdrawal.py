"""What becomes of a document whose file is renamed, taken away, brought back, or forgotten."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from hierarchy.levels import Level
from index.errors import FileStillThere, StaleIndex
from index.following import catch_up
from index.forgetting import forget_documents
from index.library import FileState
from index.writer import LibraryWriter
from tests.index.library_folder import FakeEmbedder, Region

DAY = date(2026, 3, 1)


def rename(region: Region, name: str, to: str) -> None:
    (region.documents / name).rename(region.documents / to)


def test_a_renamed_file_keeps_its_id_and_its_entry_in_the_register(region: Region) -> None:
    region.register("  - {document: gavor, title: Gåvor och mutor}\n")
    region.ingest()
    rename(region, "gavor.md", "gavor-2026.md")
    report = region.ingest()
    assert (report.read, report.removed, report.embedded) == (("gavor",), (), 0)
    assert [(r.document, r.path.rpartition("/")[2]) for r in report.renamed] == [("gavor", "gavor-2026.md")]
    assert region.ids() == ["gavor", "resor"]
    assert region.document("gavor").title == "Gåvor och mutor"
    assert region.document("gavor").source == "gavor-2026.md"
    assert region.in_step()
    again = region.ingest()
    assert (again.read, again.renamed, again.unchanged) == ((), (), 2)


def test_an_entry_written_for_the_new_name_gives_the_document_that_name(region: Region) -> None:
    region.ingest()
    rename(region, "gavor.md", "gavor-2026.md")
    region.ingest()
    region.register("  - {document: gavor-2026, title: Gåvor och mutor}\n")
    report = region.ingest()
    assert (report.read, report.removed) == (("gavor-2026",), ())
    assert region.ids() == ["gavor-2026", "resor"]
    assert region.in_step()


def test_a_new_file_under_a_name_that_a_renamed_document_keeps_is_refused(region: Region) -> None:
    region.ingest()
    rename(region, "gavor.md", "gavor-2026.md")
    region.ingest()
    region.write("gavor.md", "# Nytt\n\nNågot helt annat.\n")
    (refusal,) = region.ingest().refused
    assert "identiteten för ett dokument vars fil nu heter" in refusal.reason
    assert region.document("gavor").source == "gavor-2026.md"


def test_a_file_that_comes_back_is_in_force_again(region: Region) -> None:
    region.ingest()
    shutil.move(region.documents / "gavor.md", region.kept / "gavor.md")
    region.ingest(today=DAY)
    shutil.move(region.kept / "gavor.md", region.documents / "gavor.md")
    report = region.ingest()
    assert (report.read, report.removed, report.embedded) == (("gavor",), (), 0)
    assert region.document("gavor").withdrawn is None
    assert region.in_step()


def test_the_register_goes_for_a_document_whose_file_is_gone(region: Region) -> None:
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)
    region.register("  - {document: gavor, title: Mutor, kind: policy, organisations: [norr]}\n")
    report = region.ingest(today=DAY + timedelta(days=9))
    assert (report.read, report.removed) == ((), ())
    found = region.document("gavor")
    assert (found.title, found.level, found.withdrawn) == ("Mutor", Level.POLICY, DAY)
    assert "Gåvor avböjs" in region.text("gavor")
    assert region.in_step()
    assert region.ingest().embedded == 0


def test_an_entry_that_is_taken_away_gives_a_withdrawn_document_its_own_words_again(region: Region) -> None:
    region.register("  - {document: gavor, title: Mutor}\n")
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)
    assert region.document("gavor").title == "Mutor"
    region.register("  []\n")
    region.ingest()
    assert region.document("gavor").title == "Regel om gåvor"
    assert region.document("gavor").withdrawn == DAY
    assert region.in_step()


def test_the_register_of_another_folder_says_nothing_of_a_withdrawn_document(region: Region) -> None:
    region.register("  - {document: gavor, title: Mutor}\n")
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)
    region.register("  []\n")
    (region.kept / "annat").mkdir()
    region.ingest(region.kept / "annat")
    assert region.document("gavor").title == "Mutor"


def test_nothing_is_written_anew_for_a_withdrawn_document_that_nobody_has_touched(region: Region) -> None:
    region.register("  - {document: gavor, title: Mutor, organisations: [norr], decision: § 3}\n")
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)

    def provisions() -> dict[str, int]:
        with region.library() as library:
            return library.provision_ids("gavor")

    before = provisions()
    region.write("resor.md", "# Regel om resor\n\nBuss väljs.\n")
    region.ingest()
    assert provisions() == before


def test_a_file_that_comes_back_under_another_name_is_the_same_document(region: Region) -> None:
    region.ingest()
    shutil.move(region.documents / "gavor.md", region.kept / "gavor.md")
    region.ingest(today=DAY)
    shutil.move(region.kept / "gavor.md", region.documents / "aterkommen.md")
    region.ingest()
    assert region.ids() == ["gavor", "resor"]
    assert region.document("gavor").withdrawn is None


def test_a_forgotten_document_leaves_nothing_behind(region: Region) -> None:
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)
    forget_documents(region.data, ["gavor"])
    assert region.ids() == ["resor"]
    with region.library() as library:
        assert [state.document for state in library.files()] == ["resor"]
        assert library.is_in_step()
    assert region.in_step()
    assert region.ingest().removed == ()


def test_a_document_with_a_file_can_not_be_forgotten(region: Region) -> None:
    region.ingest()
    with pytest.raises(FileStillThere, match=r"gavor\.md"):
        forget_documents(region.data, ["resor", "gavor"])
    assert region.ids() == ["gavor", "resor"]


@pytest.mark.parametrize(
    "change", [lambda data: forget_documents(data, ["gavor"]), lambda data: catch_up(data, "e", None)]
)
def test_what_reads_no_files_leaves_a_library_alone_that_an_ingest_would_make_anew(
    region: Region, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    region.ingest()
    with monkeypatch.context() as another_version:
        another_version.setattr("index.writer.ANALYSIS", "sv-0")
        with pytest.raises(StaleIndex, match="regelstegen ingest"):
            change(region.data)
    assert region.ids() == ["gavor", "resor"]
    assert region.in_step()


def test_a_withdrawn_document_outlives_a_change_of_analysis(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)
    monkeypatch.setattr("index.writer.ANALYSIS", "sv-0")
    monkeypatch.setattr("index.library.ANALYSIS", "sv-0")
    assert region.ingest().read == ("resor",)
    assert region.document("gavor").withdrawn == DAY
    assert "Gåvor avböjs" in region.text("gavor")
    assert region.in_step()


def test_documents_in_a_folder_that_may_not_be_opened_are_left_as_they_are(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.write("norr/moten.md", "# Regel om möten\n\nMöten hålls digitalt.\n")
    region.ingest()
    opened = os.scandir

    def scandir(folder: Path) -> Any:
        if folder.name == "norr":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(folder)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        report = region.ingest(today=DAY)
    assert (report.removed, len(report.refused)) == ((), 1)
    assert region.document("moten").withdrawn is None
    assert region.ingest().refused == ()


def test_passages_whose_words_can_no_longer_be_told_are_made_anew(
    region: Region, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    for path in region.data.glob("embeddings.sqlite*"):
        path.unlink()
    with LibraryUnderChange(region) as writer:
        writer.connection.execute("UPDATE passage SET digest = 'gammal' WHERE id = 1")
        writer.set_meta("vectors", "rebuild")
    report = region.ingest()
    assert report.embedded == 3
    assert region.in_step()
    with region.library() as library:
        assert library.is_in_step()


class LibraryUnderChange:
    """The library's tables, to be set as an earlier version might have left them."""

    def __init__(self, region: Region) -> None:
        self._writer = LibraryWriter(region.data)

    def __enter__(self) -> LibraryWriter:
        return self._writer

    def __exit__(self, *_: object) -> None:
        self._writer.commit()
        self._writer.close()


def test_a_library_that_lacks_a_vector_is_never_said_to_be_in_step(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")
    with monkeypatch.context() as patch:
        patch.setattr("index.embedding_cache.EmbeddingCache.vectors", lambda *_: {})
        region.ingest()
    with region.library() as library:
        assert not library.is_in_step()
    region.ingest()
    with region.library() as library:
        assert library.is_in_step()
    assert region.in_step()


def test_the_file_of_a_withdrawn_document_is_remembered_by_its_content(region: Region) -> None:
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=DAY)
    with region.library() as library:
        kept = {state.document: state for state in library.files()}
    assert isinstance(kept["gavor"], FileState)
    assert kept["gavor"].digest
