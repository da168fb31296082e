"""Who may write to a library, and what is said to whoever may not."""

import errno
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.embedding_cache import EmbeddingCache
from index.errors import LibraryBusy, LibraryUnwritable
from index.vectors import VectorStore
from index.write_access import LOCK_FILE, locked
from index.writer import LibraryWriter
from tests.index.library_folder import Region


def test_the_second_ingest_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with locked(tmp_path, [Path("/dokument/norr")]), pytest.raises(LibraryBusy) as caught, locked(tmp_path):
        pass
    words = rf"sedan \d{{4}}-\d\d-\d\d \d\d:\d\d \(process {os.getpid()}, ”/dokument/norr”\)\."
    assert re.search(words, caught.value.message)
    assert "Vänta" in caught.value.remedy


def test_a_lock_that_can_not_be_read_is_still_a_lock(tmp_path: Path) -> None:
    with locked(tmp_path):
        (tmp_path / LOCK_FILE).write_text("{", "utf-8")
        with pytest.raises(LibraryBusy, match=r"pågår\. Vänta"), locked(tmp_path):
            pass


def test_a_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    code = "import os,sys; from pathlib import Path; from index.write_access import locked\n"
    code += "with locked(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    with locked(tmp_path):
        assert str(os.getpid()) in (tmp_path / LOCK_FILE).read_text("utf-8")


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def full_database(*_: object, **__: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize(
    ("place", "name", "fault"),
    [
        (EmbeddingCache, "fill", full_database),
        (LibraryWriter, "put_document", full_database),
        (LibraryWriter, "commit", full_database),
    ],
)
def test_a_disk_that_fills_before_the_library_has_changed_leaves_it_as_it_was(
    region: Region, monkeypatch: pytest.MonkeyPatch, place: type, name: str, fault: Callable[..., None]
) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")
    with monkeypatch.context() as patch:
        patch.setattr(place, name, fault)
        with pytest.raises(LibraryUnwritable, match="full"):
            region.ingest()
    assert "Gåvor avböjs" in region.text("gavor")
    assert region.in_step()
    assert region.ingest().read == ("gavor",)
    assert region.in_step()


def test_a_disk_that_fills_while_the_vectors_follow_leaves_the_new_library_to_be_finished(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.ingest()
    region.write("gavor.md", "# Gåvor\n\nAllt är tillåtet.\n")
    with monkeypatch.context() as patch:
        patch.setattr(VectorStore, "add", full)
        with pytest.raises(LibraryUnwritable, match="full"):
            region.ingest()
    assert "Allt är tillåtet" in region.text("gavor")
    with region.library() as library:
        assert not library.is_in_step()
    assert region.ingest().read == ()
    assert region.in_step()
