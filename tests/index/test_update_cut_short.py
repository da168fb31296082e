"""An update that is refused or cut short leaves the old state or the new one, and the next one mends it."""

import errno
from contextlib import closing

import pytest
from chromadb.api.shared_system_client import SharedSystemClient

from answers.assistant import Assistant
from index.errors import LibraryBusy, LibraryUnwritable
from index.vectors import VECTOR_FOLDER, VectorStore
from index.write_access import locked
from index.writer import LibraryWriter
from tests.index.library_folder import FakeEmbedder, Region


def test_an_ingest_while_another_one_runs_is_refused(region: Region) -> None:
    region.ingest()
    with locked(region.data), pytest.raises(LibraryBusy, match="pågår"):
        region.ingest()


def test_a_data_folder_that_is_a_file_is_said_in_plain_words(region: Region) -> None:
    region.data.write_text("", "utf-8")
    with pytest.raises(LibraryUnwritable, match="skriva"):
        region.ingest()


def test_a_full_disk_is_said_in_plain_words_and_leaves_the_library_as_it_was(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FakeEmbedder, "passages", full)
    with pytest.raises(LibraryUnwritable, match="full"):
        region.ingest()
    assert "Gåvor avböjs" in region.text("gavor")


class Killed(BaseException):
    """The process ends here."""


def test_a_run_killed_while_reading_leaves_the_previous_state(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")
    region.write("moten.md", "# Möten\n\nMöten hålls digitalt.\n")
    (region.documents / "resor.md").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(LibraryWriter, "commit", raising)
        with pytest.raises(Killed):
            region.ingest()
    assert region.ids() == ["gavor", "resor"]
    assert "Gåvor avböjs" in region.text("gavor")
    assert region.in_step()
    report = region.ingest()
    assert (report.read, report.removed, report.embedded) == (("gavor", "moten"), ("resor",), 0)
    assert region.in_step()


def raising(*_: object) -> None:
    raise Killed


def change_killed_before_the_vectors(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")
    with monkeypatch.context() as patch:
        patch.setattr("index.following.reconcile", raising)
        with pytest.raises(Killed):
            region.ingest()


def test_vectors_that_did_not_follow_do_so_at_the_next_run(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_killed_before_the_vectors(region, monkeypatch)
    assert "Allt är tillåtet" in region.text("gavor")
    assert not region.in_step()
    assert region.ingest().read == ()
    assert region.in_step()


def test_another_engine_embeds_everything_anew_and_no_old_vector_stays(
    region: Region, embedder: FakeEmbedder
) -> None:
    region.ingest()
    embedder.id = "fake/2"
    report = region.ingest()
    assert (report.read, report.embedded) == ((), 3)
    with region.library() as library:
        assert library.meta["engine"] == "fake/2"
    assert region.in_step()


def test_a_change_of_engine_that_was_killed_is_finished_at_the_next_run(
    region: Region, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    embedder.id = "fake/2"
    with monkeypatch.context() as patch:
        patch.setattr(VectorStore, "clear", raising)
        with pytest.raises(Killed):
            region.ingest()
    cleared: list[bool] = []
    monkeypatch.setattr(VectorStore, "clear", lambda store: cleared.append(True))
    region.ingest()
    region.ingest()
    assert cleared == [True]


def test_a_vector_folder_that_was_deleted_is_built_again_without_embedding(region: Region) -> None:
    region.ingest()
    (region.data / VECTOR_FOLDER).rename(region.data / "undanflyttad")
    SharedSystemClient.clear_system_cache()  # As a process begins that has not seen the folder.
    assert region.ingest().embedded == 0
    assert (region.data / VECTOR_FOLDER).is_dir()
    assert region.in_step()


def test_a_library_of_another_version_is_built_anew(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    region.ingest()
    region.ingest()
    monkeypatch.setattr("index.writer.ANALYSIS", "sv-0")
    monkeypatch.setattr("index.library.ANALYSIS", "sv-0")
    report = region.ingest()
    assert (report.read, report.embedded) == (("gavor", "resor"), 0)
    assert region.in_step()


def test_an_opening_lets_the_vectors_follow_where_an_ingest_was_cut_short(
    region: Region, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_killed_before_the_vectors(region, monkeypatch)
    monkeypatch.setattr("answers.assistant.open_embedder", lambda name: embedder)
    monkeypatch.setattr("answers.assistant.engine_id", lambda name: embedder.id)
    with closing(Assistant.open(region.data).library) as library:
        assert library.is_in_step()
    assert region.in_step()


def test_an_opening_while_the_vectors_follow_says_that_an_ingest_is_at_it(
    region: Region, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    writer = LibraryWriter(region.data)
    writer.set_meta("vectors", "changing")
    writer.commit()
    writer.close()
    monkeypatch.setattr("answers.assistant.engine_id", lambda name: embedder.id)
    with locked(region.data), pytest.raises(LibraryBusy, match="pågår"):
        Assistant.open(region.data)
