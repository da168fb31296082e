"""The application under load: started over a copy of a library, and watched from outside."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from commands.serve import HOST, free_port, server_command, wait_until_it_answers

ROOT = Path(__file__).parents[2]
_INTERVAL = 1.0
_MEGABYTE = 2**20


@dataclass
class Watched:
    """A server's process as the kernel tells it (Linux; elsewhere nothing is known).

    `memory`: seconds since the first look, and the resident memory in megabytes.
    """

    process: int
    memory: list[tuple[float, float]] = field(default_factory=list)

    def cpu_seconds(self) -> float | None:
        """Processor time used so far, by all its threads."""
        try:
            fields = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def watch(self) -> None:
        """Looks once a second, until cancelled."""
        begun = monotonic()
        while (resident := self._resident()) is not None:
            self.memory.append((monotonic() - begun, resident))
            await asyncio.sleep(_INTERVAL)

    def _resident(self) -> float | None:
        try:
            pages = int(Path(f"/proc/{self.process}/statm").read_text("ascii").split()[1])
        except OSError:
            return None
        return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


@contextmanager
def served(data: Path) -> Iterator[tuple[str, Watched]]:
    """A server's address and process, over a copy of the data folder `data`: what strangers do is not kept.

    Raises `CommandFailed` where it does not start.
    """
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
                yield f"http://{HOST}:{port}", Watched(server.pid)
            finally:
                server.terminate()
                try:
                    server.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    server.kill()
                    server.wait()
