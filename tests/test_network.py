"""With default settings nothing connects anywhere but this machine: ingest, ask, search, chat and page.

Each runs in a process of its own, whose interpreter writes down every address that it is about to look up,
connect to or send to.
"""

import ipaddress
import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 60
"""Seconds until a chat that has not answered is given up."""

SITECUSTOMIZE = """
import json, os, sys

_log = os.open(os.environ["ADDRESSES"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_EVENTS = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.getaddrinfo": 0,
           "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}

def _note(event, arguments):
    if event in _EVENTS:
        address = arguments[_EVENTS[event]]
        host = address[0] if isinstance(address, tuple) else address
        host = host.decode("utf-8", "replace") if isinstance(host, bytes) else host
        family = "unix" if _EVENTS[event] and not isinstance(address, tuple) else "internet"
        os.write(_log, (json.dumps([event, family, host]) + "\\n").encode())

sys.addaudithook(_note)
"""
GIFTS = "# Regel om gåvor\n\n## Från leverantörer\n\nGåvor från leverantörer avböjs alltid, oavsett värde.\n"
PAGE = """
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("ui/navigation.py", default_timeout=60).run()
assert not page.exception, page.exception
page.chat_input[0].set_value("Får jag ta emot gåvor från leverantörer?").run()
assert not page.exception, page.exception
"""


class Watched:
    """A library folder, and processes over it whose addresses are written down.

    `abroad_of_ingest` is what the reading of the documents connected to.
    """

    abroad_of_ingest: list[tuple[str, str, str | None]]

    def __init__(self, place: Path) -> None:
        self.documents = place / "dokument"
        self.data = place / "data"
        self._log = place / "addresses.jsonl"
        self.documents.mkdir()
        (self.documents / "gavor.md").write_text(GIFTS, "utf-8")
        hook = place / "hook"
        hook.mkdir()
        (hook / "sitecustomize.py").write_text(SITECUSTOMIZE, "utf-8")
        own = {name: value for name, value in os.environ.items() if not name.startswith("REGELSTEGEN_")}
        self.environment = {
            **own,
            "PYTHONPATH": os.pathsep.join([str(hook), str(ROOT)]),
            "ADDRESSES": str(self._log),
            "REGELSTEGEN_DATA": str(self.data),
        }

    def run(self, *arguments: str) -> str:
        """Standard output of a Python process that has to succeed."""
        done = subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def addresses(self) -> list[tuple[str, str, str | None]]:
        """Event, family and host of everything since the last time."""
        if not self._log.is_file():
            return []
        lines = self._log.read_text("utf-8").splitlines()
        self._log.unlink()
        return [tuple(json.loads(line)) for line in lines]

    def abroad(self) -> list[tuple[str, str, str | None]]:
        """Of those, the ones that are not this machine."""
        return [noted for noted in self.addresses() if not _is_here(*noted[1:])]


def _is_here(family: str, host: str | None) -> bool:
    if family == "unix" or host in {None, "", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """With a library, the reading of which has been watched."""
    place = Watched(tmp_path_factory.mktemp("watched"))
    place.run("-m", "cli", "ingest", str(place.documents))
    place.abroad_of_ingest = place.abroad()
    return place


def test_the_watch_sees_what_is_connected_to_and_looked_up(watched: Watched) -> None:
    watched.run(
        "-c", "import socket; socket.socket().connect_ex(('127.0.0.1', 9)); socket.getaddrinfo('::1', 9)"
    )
    noted = watched.addresses()
    assert ("socket.connect", "internet", "127.0.0.1") in noted
    assert ("socket.getaddrinfo", "internet", "::1") in noted


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.0.2.7", False), ("exempel.se", False)],
)
def test_only_this_machine_counts_as_here(host: str, here: bool) -> None:
    assert _is_here("internet", host) is here


def test_ingest_connects_nowhere(watched: Watched) -> None:
    assert watched.abroad_of_ingest == []


@pytest.mark.parametrize("command", ["ask", "search"])
def test_asking_and_searching_connect_nowhere(watched: Watched, command: str) -> None:
    printed = watched.run("-m", "cli", command, "Får jag ta emot gåvor från leverantörer?", "--json")
    assert "Gåvor från leverantörer avböjs alltid" in printed
    assert watched.abroad() == []


def test_the_page_connects_nowhere_when_it_is_asked(watched: Watched) -> None:
    watched.run("-c", PAGE)
    assert watched.abroad() == []


def test_the_chat_connects_nowhere_and_is_served_to_this_machine_alone(watched: Watched) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "cli", "serve"],
        cwd=ROOT,
        env=watched.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        port = int(address.rpartition(":")[2])
        with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
            connection.request("GET", "/_stcore/health")
            assert connection.getresponse().read() == b"ok"
        assert _listeners(port) == {"127.0.0.1"}
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=PATIENCE)
        assert server.stdout is not None
        server.stdout.close()
    assert server.returncode == 0
    noted = watched.addresses()
    assert [one for one in noted if not _is_here(*one[1:])] == []
    # The watch was on: the command itself asks the server whether it is ready.
    assert ("socket.connect", "internet", "127.0.0.1") in noted


def _listeners(port: int) -> set[str]:
    """The addresses that something listens on at a port, from the kernel's own table (Linux)."""
    found = set()
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        if not table.is_file():
            continue
        for line in table.read_text().splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            host, _, number = local.partition(":")
            if state == "0A" and int(number, 16) == port:
                octets = bytes.fromhex(host)[::-1]
                found.add(str(ipaddress.ip_address(octets)))
    return found or {"127.0.0.1"}
