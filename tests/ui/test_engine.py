"""The library is opened anew when it has changed, and only then."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from index.schema import LIBRARY_FILE
from settings import Settings
from ui.engine import library_stamp, load


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


class Prepared:
    """Stands for an assistant that may be made ready for its first question."""

    def __init__(self) -> None:
        self.ready = Event()

    def prepare(self) -> None:
        self.ready.set()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the assistant was opened with, each time."""
    calls: list[dict[str, Any]] = []

    def open_one(data: Path, **engine: Any) -> object:
        calls.append({"data": data, **engine})
        return Prepared()

    monkeypatch.setattr("answers.assistant.Assistant.open", open_one)
    return calls


@pytest.mark.usefixtures("opened")
def test_what_the_first_question_would_wait_for_is_made_ready_at_once(tmp_path: Path) -> None:
    assistant: Any = load(Settings(data=tmp_path))
    assert assistant.ready.wait(timeout=60)


def test_the_assistant_is_the_one_that_the_settings_ask_for(
    opened: list[dict[str, Any]], tmp_path: Path
) -> None:
    chosen: dict[str, Any] = {
        "embedder": "en/modell",
        "reranker": "en/korsmodell",
        "chroma_url": "http://127.0.0.1:9",
        "contact": "inköpsenheten",
        "ocr_limit": 0.7,
    }
    load(Settings(data=tmp_path, **chosen))
    assert opened == [{"data": tmp_path, **chosen}]


def test_it_is_opened_once_until_the_settings_or_the_library_change(
    opened: list[dict[str, Any]], tmp_path: Path
) -> None:
    assert load(Settings(data=tmp_path)) is load(Settings(data=tmp_path))
    load(Settings(data=tmp_path, contact="diariet"))
    (tmp_path / LIBRARY_FILE).write_bytes(b"ny")
    load(Settings(data=tmp_path))
    assert len(opened) == 3
