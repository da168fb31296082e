"""The library is opened anew when it has changed, and only then."""

from pathlib import Path

from index.schema import LIBRARY_FILE
from ui.engine import library_stamp


def test_a_library_that_is_written_to_has_another_stamp(tmp_path: Path) -> None:
    (tmp_path / LIBRARY_FILE).write_bytes(b"ett")
    before = library_stamp(tmp_path)
    (tmp_path / LIBRARY_FILE).write_bytes(b"ett mera")
    assert library_stamp(tmp_path) != before


def test_what_is_still_in_the_log_counts(tmp_path: Path) -> None:
    (tmp_path / LIBRARY_FILE).write_bytes(b"ett")
    before = library_stamp(tmp_path)
    (tmp_path / f"{LIBRARY_FILE}-wal").write_bytes(b"mer")
    assert library_stamp(tmp_path) != before


def test_the_empty_log_that_a_reader_leaves_is_no_change(tmp_path: Path) -> None:
    (tmp_path / LIBRARY_FILE).write_bytes(b"ett")
    before = library_stamp(tmp_path)
    (tmp_path / f"{LIBRARY_FILE}-wal").touch()
    assert library_stamp(tmp_path) == before


def test_where_there_is_no_library_there_is_no_stamp(tmp_path: Path) -> None:
    assert library_stamp(tmp_path / "saknas") == ()
