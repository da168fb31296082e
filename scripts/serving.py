"""A server of one's own over a copy of a library: what a script does there is not kept."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from commands.serve import HOST, free_port, server_command, wait_until_it_answers

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Served:
    """Where the application answers, the data folder that it uses, its process, and what it has written."""

    address: str
    data: Path
    process: int
    log: Path


@contextmanager
def served(data: Path) -> Iterator[Served]:
    """The application over a copy of the folder `data`. Raises `CommandFailed` where it does not start."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns("people.sqlite*"))
        log = Path(folder) / "server.log"
        port = free_port(8750)
        with log.open("wb") as output:
            server = subprocess.Popen(
                server_command(port),
                cwd=ROOT,
                env={**os.environ, "REGELSTEGEN_DATA": str(copy)},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            try:
                wait_until_it_answers(server, port, log)
                yield Served(f"http://{HOST}:{port}", copy, server.pid, log)
            finally:
                server.terminate()
                try:
                    server.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    server.kill()
                    server.wait()
