"""A measurement beside the server: what it says, and its end."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from settings import Settings
from ui.quality.background_run import BackgroundRun, Progress

FILE = Path("frågor.yaml")


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets a test say what the process prints before it ends, or waits."""

    def prints(*said: dict[str, Any], then: str = "") -> None:
        lines = "".join(json.dumps(line) + "\n" for line in said)
        code = f"import sys; sys.stdout.write({lines!r}); sys.stdout.flush()\n{then}"
        command = [sys.executable, "-c", code]
        monkeypatch.setattr("ui.quality.background_run._command", lambda *_: command)

    return prints


def ended(run: BackgroundRun) -> Progress:
    run.wait(30)
    assert run.progress is not None
    return run.progress


def test_it_tells_how_far_it_came_and_that_it_ended_well(process: Any, tmp_path: Path) -> None:
    process({"of": 2}, {"done": 1}, {"done": 2}, {"kept": True})
    run = BackgroundRun()
    run.start(Settings(data=tmp_path), FILE)
    assert ended(run) == Progress(FILE, done=2, of=2, is_running=False, error=None)


def test_what_went_wrong_is_told_in_its_own_words(process: Any, tmp_path: Path) -> None:
    process({"error": "Filen är inte giltig."})
    run = BackgroundRun()
    run.start(Settings(data=tmp_path), FILE)
    assert ended(run).error == "Filen är inte giltig."


def test_a_process_that_dies_without_a_word_did_not_end_well(process: Any, tmp_path: Path) -> None:
    process({"of": 2}, then="raise SystemExit(1)")
    run = BackgroundRun()
    run.start(Settings(data=tmp_path), FILE)
    assert ended(run).error == ""


def test_a_line_that_is_no_json_ends_nothing_but_its_own_run(process: Any, tmp_path: Path) -> None:
    process({"of": 1}, then="print('!')")
    run = BackgroundRun()
    run.start(Settings(data=tmp_path), FILE)
    assert not ended(run).is_running


def test_one_goes_on_at_a_time_and_can_be_stopped(process: Any, tmp_path: Path) -> None:
    process({"of": 2}, then="sys.stdin.read(); import threading; threading.Event().wait(60)")
    run = BackgroundRun()
    run.start(Settings(data=tmp_path), FILE)
    run.start(Settings(data=tmp_path), Path("andra.yaml"))
    assert run.progress is not None
    assert run.progress.file == FILE
    run.stop()
    assert not ended(run).is_running
