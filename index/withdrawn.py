"""Documents without a file: what the register says now goes for what was read while they had one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index.writer import LibraryWriter, StoredDocument
from ingest.document import identity_now
from ingest.governance import Governance


def register_says_otherwise(
    writer: LibraryWriter, roots: Sequence[Path], read: Collection[str], governance: Governance
) -> Iterator[StoredDocument]:
    """The withdrawn documents of these folders whose identity is another with the register as it is now.

    They come with that identity, the day of their withdrawal kept. `read` are ids whose file is there: what
    the register says of them is part of their reading.
    """
    for document in sorted(writer.withdrawn() - set(read)):
        stored = writer.stored(document)
        if not any(stored.path.is_relative_to(root) for root in roots):
            continue
        kept = stored.ingested.document
        entry = governance.register.entry(document)
        now = identity_now(entry, stored.ingested.read or kept, governance.hierarchy)
        now = replace(now, withdrawn=kept.withdrawn)
        if now != kept:
            yield replace(stored, ingested=replace(stored.ingested, document=now))
