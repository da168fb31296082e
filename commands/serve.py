"""The chat as a process of its own: a free port, the server, its first answer, and its end."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from commands.usage import CommandFailed
from index.library import Library
from people.errors import NotKept
from people.person import Role
from people.roles import code_file, code_of

HOST = "127.0.0.1"
APP = Path(__file__).parents[1] / "app.py"
LOG_FILE = "chat.log"
PATIENCE = 60.0
"""Seconds until a server that has not answered is given up."""

_PORTS_TRIED = 100
_HEALTH = "/_stcore/health"


def serve_chat(data: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve the chat over the library in `data` until interrupted; `tell` gets each sentence on the way.

    The address alone goes to standard output. Raises LibraryError without a usable library, and
    CommandFailed.
    """
    folder = data.resolve()
    Library(folder).close()
    chosen = free_port(port)
    if chosen != port:
        tell(f"Port {port} är upptagen. Chatten använder port {chosen}.")
    tell("Chatten startar …")
    _tell_codes(folder, tell)
    run_server(
        server_command(chosen),
        chosen,
        # numpy's threads go on waiting busily, and the embedding of the next question waits for a processor.
        {"OPENBLAS_NUM_THREADS": "1", **os.environ, "REGELSTEGEN_DATA": str(folder)},
        folder / LOG_FILE,
        lambda: _announce(f"Öppna http://localhost:{chosen}"),
    )
    tell("Chatten är stängd.")


def _tell_codes(data: Path, tell: Callable[[str], None]) -> None:
    """Where the codes lie that make trainers and administrators; they are made where there are none."""
    try:
        for role in (Role.ADMINISTRATOR, Role.TRAINER):
            code_of(data, role)
    except NotKept as error:
        tell(f"{error.message} {error.remedy}")
        return
    administrator, trainer = (code_file(data, role) for role in (Role.ADMINISTRATOR, Role.TRAINER))
    tell(f"Koden som gör någon till administratör ligger i {administrator}, utbildarens i {trainer}.")


def _announce(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def server_command(port: int) -> list[str]:
    """The command line of the chat on a port: this machine only, no telemetry, no source on the page.

    `-P` keeps the working folder, where a file may have the name of a module, out of the way.
    """
    options = {
        "server.address": HOST,
        "server.port": str(port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "client.showErrorDetails": "none",
        "client.toolbarMode": "minimal",
    }
    flags = [part for name, value in options.items() for part in (f"--{name}", value)]
    return [sys.executable, "-P", "-m", "streamlit", "run", str(APP), *flags]


def free_port(wanted: int) -> int:
    """The port, or the next one above it that nothing listens on. Raises CommandFailed."""
    for port in range(wanted, min(wanted + _PORTS_TRIED, 65536)):
        if _is_free(port):
            return port
    raise CommandFailed(f"Ingen port från {wanted} och uppåt är ledig.", "Välj en annan med --port.")


def _is_free(port: int) -> bool:
    with socket.socket() as listener:
        # As the server does, so that a port just left by another counts as free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError:
            return False
    return True


def run_server(
    command: Sequence[str],
    port: int,
    environment: Mapping[str, str],
    log: Path,
    on_ready: Callable[[], None],
) -> None:
    """Run the server until it is interrupted (Ctrl-C or a request to end), which is its normal end.

    What the server says goes to `log`; `on_ready` is called when it answers. Raises CommandFailed when it
    does not start, or ends by itself.
    """
    for wish in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(wish, signal.default_int_handler)
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait_until_it_answers(server, port, log)
            on_ready()
            server.wait()
            raise CommandFailed("Chatten stängdes av sig själv.", f"Se vad som hände i {log}.")
        except KeyboardInterrupt:
            return
        finally:
            _end(server)


def wait_until_it_answers(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Raises CommandFailed when the server ends, or has not answered in time; `log` is named there."""
    deadline = time.monotonic() + PATIENCE
    while not _answers(port):
        if server.poll() is not None or time.monotonic() > deadline:
            raise CommandFailed("Chatten kunde inte starta.", f"Se vad som hände i {log}.")
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.1)


def _answers(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", _HEALTH)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _end(server: "subprocess.Popen[bytes]") -> None:
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(timeout=5)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()
