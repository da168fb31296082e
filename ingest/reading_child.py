"""The process that reads files for `ingest.reading_process`: one request in, one outcome out.

Run as `python -m ingest.reading_child DESCRIPTOR`. It limits its own memory and the processor time of
each file. Whatever else goes wrong ends it: the parent sees how, says so and starts another.
"""

import logging
import math
import os
import pickle
import resource
import sys
import time
import warnings
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from ingest.document import IngestedDocument, ingest_file
from ingest.errors import LimitExceeded, UnreadableFile
from ingest.governance import Governance
from ingest.limits import Limits, too_deep
from ingest.ocr import Ocr

OUT_OF_MEMORY = 77
"""Exit status where the limit on memory was reached."""


@dataclass(frozen=True)
class Terms:
    """What holds for every file that the process reads."""

    governance: Governance
    limits: Limits
    ocr: Ocr


@dataclass(frozen=True)
class Request:
    """A file to read below `root`, and the id that its document is to have."""

    path: Path
    root: Path
    document: str


@dataclass(frozen=True)
class Refused:
    """An `UnreadableFile`, `LimitExceeded` where `by_limit`."""

    reason: str
    remedy: str
    by_limit: bool


def main() -> None:
    """Answer requests on the descriptor that the command line names."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    connection: Connection = Connection(int(sys.argv[1]))
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the parent is done, or gone
        terms: Terms = pickle.loads(connection.recv_bytes())
        _limit(resource.RLIMIT_AS, terms.limits.read_memory_mb << 20)
        _limit(resource.RLIMIT_CORE, 0)
        while True:
            request: Request = pickle.loads(connection.recv_bytes())
            _limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + terms.limits.read_seconds + 1)
            try:
                connection.send_bytes(pickle.dumps(_outcome(request, terms)))
            except MemoryError:
                os._exit(OUT_OF_MEMORY)


def _outcome(request: Request, terms: Terms) -> IngestedDocument | Refused:
    try:
        return ingest_file(
            request.path, request.root, terms.governance, request.document, terms.limits, terms.ocr
        )
    except UnreadableFile as error:
        return Refused(error.reason, error.remedy, isinstance(error, LimitExceeded))
    except RecursionError:
        limit = too_deep()
        return Refused(limit.reason, limit.remedy, by_limit=True)


def _limit(what: int, soft: int) -> None:
    """Lower the soft limit, as far as the system goes along (macOS has no limit on address space)."""
    _, hard = resource.getrlimit(what)
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


if __name__ == "__main__":
    # Under its own name, so that what it sends is known by it in the parent.
    from ingest.reading_child import main as run

    run()
