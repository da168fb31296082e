"""An ingest makes the library what the folders are, whatever happens on the way."""

import errno
import os
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest
from chromadb.api.shared_system_client import SharedSystemClient

from answers.assistant import Assistant
from hierarchy.levels import Level
from index.errors import FolderMissing, LibraryBusy, LibraryUnwritable
from index.update import Engine, IngestReport, update_library
from index.vectors import VECTOR_FOLDER, VectorStore
from index.write_access import locked
from index.writer import LibraryWriter
from ingest.limits import Limits
from ingest.ocr import Ocr
from tests.index.library_folder import GIFTS, TRAVEL, FakeEmbedder, Region, Silent
from tests.ingest.pdf_paper import FILLER, Paper


def test_a_first_run_reads_every_file_and_embeds_every_passage(
    region: Region, embedder: FakeEmbedder
) -> None:
    progress = Silent()
    report = region.ingest(progress=progress)
    assert report.read == ("gavor", "resor")
    assert (report.unchanged, report.removed, report.refused) == (0, (), ())
    assert report.embedded == embedder.embedded == 3
    assert all(total == steps for total, steps in progress.stages.values())
    assert region.in_step()


def test_a_second_run_reads_and_embeds_nothing(
    region: Region, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    monkeypatch.setattr("tests.index.library_folder.ReadingHere.read", None)
    monkeypatch.setattr("index.following.VectorStore", None)
    report = region.ingest()
    assert (report.read, report.unchanged, report.removed, report.embedded) == ((), 2, (), 0)
    assert region.ids() == ["gavor", "resor"]


def test_a_touched_file_with_the_same_content_is_not_read_again(region: Region) -> None:
    region.ingest()
    os.utime(region.documents / "resor.md", (1, 1))
    assert region.ingest().read == ()
    assert region.ids() == ["gavor", "resor"]


def test_a_changed_file_is_read_again_and_only_its_new_words_are_embedded(
    region: Region, embedder: FakeEmbedder
) -> None:
    region.ingest()
    region.write("gavor.md", GIFTS.replace("Gåvor avböjs.", "Gåvor avböjs alltid."))
    report = region.ingest()
    assert (report.read, report.unchanged, report.embedded) == (("gavor",), 1, 1)
    assert "avböjs alltid" in region.text("gavor")
    assert region.in_step()


def test_a_document_whose_file_is_gone_is_withdrawn_from_that_day(region: Region) -> None:
    region.ingest()
    (region.documents / "gavor.md").unlink()
    report = region.ingest(today=date(2026, 3, 1))
    assert (report.removed, report.unchanged, report.embedded) == (("gavor",), 1, 0)
    assert region.document("gavor").withdrawn == date(2026, 3, 1)
    assert "Gåvor avböjs" in region.text("gavor")
    assert region.document("resor").withdrawn is None
    assert region.in_step()


def test_a_withdrawn_document_is_named_once_and_keeps_its_day(region: Region) -> None:
    region.ingest()
    (region.documents / "gavor.md").unlink()
    region.ingest(today=date(2026, 3, 1))
    assert region.ingest(today=date(2026, 4, 1)).removed == ()
    assert region.document("gavor").withdrawn == date(2026, 3, 1)


def test_a_file_that_moves_keeps_its_document(region: Region) -> None:
    region.ingest()
    (region.documents / "norr").mkdir()
    (region.documents / "gavor.md").rename(region.documents / "norr" / "gavor.md")
    report = region.ingest()
    assert (report.read, report.removed, report.embedded) == (("gavor",), (), 0)
    assert region.document("gavor").source == "norr/gavor.md"
    assert region.in_step()


def test_a_register_change_reads_only_that_document_again(region: Region) -> None:
    region.register("  - {document: gavor, title: Regel om gåvor}\n  - {document: resor, kind: regel}\n")
    region.ingest()
    region.register("  - {document: gavor, title: Gåvor}\n  - {document: resor, kind: regel}\n")
    report = region.ingest()
    assert (report.read, report.unchanged) == (("gavor",), 1)
    assert region.document("gavor").title == "Gåvor"
    assert region.in_step()


def test_another_way_of_reading_scans_reads_the_pdfs_again_and_nothing_else(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = Paper(region.documents)
    paper.prose(f"{FILLER}.")
    paper.path()
    monkeypatch.setattr("index.update.way_of_reading", lambda ocr: ocr.mode)
    region.ingest()
    governance = region.governance()

    def ingest(ocr: Ocr) -> IngestReport:
        return update_library(region.data, [region.documents], governance, Silent(), Engine(ocr=ocr))

    assert ingest(Ocr("auto")).read == ()
    assert ingest(Ocr("never")).read == ("dokument",)
    assert ingest(Ocr("never")).read == ()


def test_the_library_keeps_what_the_reader_made_of_a_file(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        layout, text = library.layout("gavor"), library.text("gavor")
    assert [(block.kind, text[block.start : block.end]) for block in layout.blocks][:3] == [
        ("heading", "Regel om gåvor"),
        ("heading", "Från patienter"),
        ("paragraph", "Blommor får tas emot."),
    ]


def test_a_document_that_changes_level_moves_to_that_levels_vectors(region: Region) -> None:
    region.ingest()
    region.register("  - {document: resor, level: policy}\n")
    region.ingest()
    assert len(VectorStore(region.data).ids(Level.POLICY)) == 1
    assert region.in_step()


def test_new_keys_reach_the_document_that_they_name(region: Region) -> None:
    region.ingest()
    (region.kept / "keys").mkdir()
    text = "act: gavor\nkeys:\n  Från leverantörer: [får jag ta emot en present av en säljare]\n"
    (region.kept / "keys" / "gavor.yaml").write_text(text, "utf-8")
    assert region.ingest().embedded == 1
    assert region.in_step()


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


def test_vectors_that_did_not_follow_do_so_at_the_next_run(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")
    with monkeypatch.context() as patch:
        patch.setattr("index.following.reconcile", raising)
        with pytest.raises(Killed):
            region.ingest()
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


def test_an_empty_folder_makes_an_empty_library(region: Region) -> None:
    for path in region.documents.iterdir():
        path.unlink()
    assert region.ingest().read == ()
    assert region.ids() == []


def test_the_default_engine_reads_and_embeds_a_small_folder(tmp_path: Path) -> None:
    region = Region(tmp_path)
    report = region.ingest()
    assert report.embedded == 3
    assert region.in_step()


def test_an_opening_lets_the_vectors_follow_where_an_ingest_was_cut_short(
    region: Region, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")
    with monkeypatch.context() as patch:
        patch.setattr("index.following.reconcile", raising)
        with pytest.raises(Killed):
            region.ingest()
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
