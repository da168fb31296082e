"""A server of one's own, over a folder as it is or over a copy: what is done to a copy is not kept."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
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
def serving(data: Path, port: int, environment: Mapping[str, str]) -> Iterator[Served]:
    """The application over the folder `data`, which it writes in, at `port` or the next one that is free.

    Raises `CommandFailed` where it does not start.
    """
    port, log = free_port(port), data / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            server_command(port),
            cwd=ROOT,
            env={**environment, "REGELSTEGEN_DATA": str(data)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_it_answers(server, port, log)
            yield Served(f"http://{HOST}:{port}", data, server.pid, log)
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@contextmanager
def served(data: Path) -> Iterator[Served]:
    """The application over a copy of the folder `data`, with this process's settings.

    Raises `CommandFailed` where it does not start.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns("people.sqlite*"))
        with serving(copy, 8750, os.environ) as running:
            yield running
