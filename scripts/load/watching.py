"""What the application uses, as the kernel tells it from outside."""

import asyncio
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

_INTERVAL = 1.0
_MEGABYTE = 2**20
_ENDING = re.compile(r'(?m)^ +File ".*|^[\w.]+(?:Error|Exception|Warning)\b.*')


@dataclass
class Watched:
    """A server's process as the kernel tells it (Linux; elsewhere nothing is known).

    `memory`: seconds since the first look, and the resident memory in megabytes.
    """

    process: int
    log: Path | None = None
    memory: list[tuple[float, float]] = field(default_factory=list)

    def cpu_seconds(self) -> float | None:
        """Processor time used so far, by all its threads."""
        try:
            fields = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def exceptions(self) -> list[str]:
        """Each exception that the server has written of, with where it arose; its own last lines."""
        written = self.log.read_text("utf-8", "replace") if self.log else ""
        traces = written.split("Traceback (most recent call last):")[1:]
        return [" ".join(_ENDING.findall(trace)[-3:])[:400] for trace in traces]

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
