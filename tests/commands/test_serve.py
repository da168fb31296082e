"""`serve`: the port, the address once it answers, and the end. A small server stands in for the chat."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cli import run
from commands import serve

Captured = pytest.CaptureFixture[str]

ANSWERS = """
import http.server, sys
class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Health).serve_forever()
"""


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that something listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    kept = {wish: signal.getsignal(wish) for wish in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for wish, handler in kept.items():
        signal.signal(wish, handler)


def test_the_wanted_port_is_used_where_it_is_free(taken: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    assert serve.free_port(free) == free


def test_the_next_free_port_is_used_where_it_is_taken(taken: int) -> None:
    assert serve.free_port(taken) > taken


def test_the_server_keeps_to_this_machine_and_tells_nobody() -> None:
    command = " ".join(serve.server_command(8600))
    for flag in ("--server.address 127.0.0.1", "--server.port 8600", "--browser.gatherUsageStats false"):
        assert flag in command


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_the_address_is_told_once_it_answers_and_a_wish_to_end_is_a_clean_end(
    wish: signal.Signals, library: Path, taken: int, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    told: list[str] = []
    started: list[subprocess.Popen[bytes]] = []

    class Remembered(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            started.append(self)

    def tell_and_end(sentence: str) -> None:
        told.append(sentence)
        os.kill(os.getpid(), wish)

    monkeypatch.setattr("commands.serve.subprocess.Popen", Remembered)
    monkeypatch.setattr(serve, "server_command", lambda port: [sys.executable, "-c", ANSWERS, str(port)])
    monkeypatch.setattr(serve, "_announce", tell_and_end)
    assert run(["serve", "--data", str(library), "--port", str(taken)]) == 0
    err = capsys.readouterr().err
    (address,) = told
    port = address.removeprefix("Öppna http://localhost:")
    assert f"Port {taken} är upptagen. Chatten använder port {port}." in err
    assert err.endswith("Chatten är stängd.\n")
    assert started[0].poll() is not None


def test_a_server_that_does_not_start_is_a_sentence_with_its_log(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(serve, "server_command", lambda port: [sys.executable, "-c", "1 / 0"])
    assert run(["serve", "--data", str(library)]) == 2
    assert f"Chatten kunde inte starta. Se vad som hände i {library / 'chat.log'}." in capsys.readouterr().err
    assert "ZeroDivisionError" in (library / "chat.log").read_text(encoding="utf-8")


def test_without_a_library_nothing_is_started(tmp_path: Path, capsys: Captured) -> None:
    assert run(["serve", "--data", str(tmp_path / "saknas")]) == 2
    assert "Det finns inget bibliotek" in capsys.readouterr().err
