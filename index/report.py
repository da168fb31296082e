"""What an ingest tells: of its way while it goes, and of the outcome."""

from dataclasses import dataclass
from typing import Protocol


class Progress(Protocol):
    """What an ingest tells of its way: a stage begins with a total, then advances."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


class NoProgress:
    """Progress that nobody looks at."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


@dataclass(frozen=True)
class Refusal:
    """A file that was not taken in, and what to do about it."""

    path: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class Renaming:
    """A document whose file has another name than before; its id and what people keep about it stay."""

    document: str
    path: str


@dataclass(frozen=True)
class IngestReport:
    """What an ingest did: document ids by what happened to them, and every refused file.

    `removed` are the documents whose files are gone, or can no longer be read: the library keeps them as
    withdrawn from that day on. `embedded` counts passages.
    """

    read: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    refused: tuple[Refusal, ...]
    embedded: int
    renamed: tuple[Renaming, ...] = ()
