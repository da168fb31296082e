"""An ingest makes the library what the folders are."""

import os
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hierarchy.levels import Level
from index.analysis import terms
from index.schema import LIBRARY_FILE, connect
from index.update import Engine, IngestReport, update_library
from index.vectors import VectorStore
from ingest.ocr import Ocr
from tests.index.library_folder import GIFTS, FakeEmbedder, RecordedProgress, Region
from tests.ingest.pdf_paper import FILLER, Paper


def test_a_first_run_reads_every_file_and_embeds_every_passage(
    region: Region, embedder: FakeEmbedder
) -> None:
    progress = RecordedProgress()
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
        return update_library(
            region.data, [region.documents], governance, RecordedProgress(), Engine(ocr=ocr)
        )

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
    assert not _with_key(region, "säljare")
    region.ingest()
    assert _with_key(region, "säljare")


def _with_key(region: Region, key: str) -> list[str]:
    """The documents with a provision that has a key of this one word."""
    (term,) = terms(key)
    query = (
        "SELECT document FROM provision JOIN fulltext ON fulltext.rowid = provision.id WHERE fulltext MATCH ?"
    )
    with closing(connect(region.data / LIBRARY_FILE, read_only=True)) as library:
        return [row["document"] for row in library.execute(query, (f'keys: "{term}"',))]


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
