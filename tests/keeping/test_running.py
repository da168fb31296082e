"""An ingest in a process of its own: one at a time, followed, ended, and told of."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from keeping.errors import Busy
from keeping.running import Job, State, cancel, job_folder, latest, start

WAITS = [sys.executable, "-c", "import sys; sys.stdin.read(); import time; time.sleep(60)"]


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    cancel(tmp_path)


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are started, to wait for."""
    started: list[subprocess.Popen[bytes]] = []

    class Remembered(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr("keeping.running.subprocess.Popen", Remembered)
    return started


def job(data: Path) -> Job:
    found = latest(data)
    assert found is not None
    return found


def test_before_the_first_there_is_none(data: Path) -> None:
    assert latest(data) is None
    assert not cancel(data)


def test_one_runs_at_a_time_and_says_who_started_it(data: Path) -> None:
    start(data, WAITS, "Eva Ek", 3)
    assert (job(data).state, job(data).by) == (State.RUNNING, "Eva Ek")
    with pytest.raises(Busy):
        start(data, WAITS, "Bo", 3)


def test_a_cancelled_one_is_told_as_such_and_another_may_start(
    data: Path, ended: list[subprocess.Popen[bytes]]
) -> None:
    start(data, WAITS, "Eva Ek", 3)
    assert cancel(data)
    ended[0].wait()
    assert job(data).state is State.CANCELLED
    start(data, WAITS, "Bo", 3)
    assert job(data).state is State.RUNNING


def test_what_the_command_said_is_its_outcome(data: Path, ended: list[subprocess.Popen[bytes]]) -> None:
    start(data, [sys.executable, "-c", 'print(\'{"read": ["policy"]}\')'], "Eva Ek", 3)
    ended[0].wait()
    assert job(data).state is State.DONE
    assert job(data).outcome == {"read": ["policy"]}


def test_a_failure_is_told_in_the_commands_own_sentence(
    data: Path, ended: list[subprocess.Popen[bytes]]
) -> None:
    start(data, [sys.executable, "-c", "import sys; sys.exit('Disken är full.')"], "Eva Ek", 3)
    ended[0].wait()
    assert (job(data).state, job(data).error) == (State.FAILED, "Disken är full.")


def test_a_traceback_is_never_told(data: Path, ended: list[subprocess.Popen[bytes]]) -> None:
    start(data, [sys.executable, "-c", "1 / 0"], "Eva Ek", 3)
    ended[0].wait()
    assert (job(data).state, job(data).error) == (State.FAILED, "")


def test_one_that_was_killed_holds_nothing_back(data: Path, ended: list[subprocess.Popen[bytes]]) -> None:
    start(data, WAITS, "Eva Ek", 3)
    ended[0].send_signal(signal.SIGKILL)
    ended[0].wait()
    assert job(data).state is State.FAILED
    start(data, WAITS, "Bo", 3)


def test_a_damaged_note_of_progress_is_no_failure(data: Path) -> None:
    start(data, WAITS, "Eva Ek", 3)
    (job_folder(data) / "progress.json").write_text("{", "utf-8")
    assert job(data).stage == ""
    (job_folder(data) / "progress.json").write_text(
        json.dumps({"stage": "read", "done": 2, "total": 5}), "utf-8"
    )
    assert (job(data).done, job(data).total) == (2, 5)
