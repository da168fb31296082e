"""One file in, one governing document with its provisions out."""

from dataclasses import dataclass, replace
from pathlib import Path

from hierarchy.documents import GoverningDocument, Provision
from hierarchy.levels import Level
from ingest.blocks import PageMark, Reading
from ingest.governance import Governance, merge
from ingest.identity import read_identity
from ingest.organisation import organisations_of
from ingest.readers import read_file
from ingest.stored_text import assemble
from ingest.structure import provisions_of


@dataclass(frozen=True)
class IngestedDocument:
    """A document as the library keeps it: identity, stored text, pages by offset, provisions."""

    document: GoverningDocument
    text: str
    marks: tuple[PageMark, ...]
    provisions: tuple[Provision, ...]


def ingest_file(path: Path, root: Path, governance: Governance) -> IngestedDocument:
    """Read one file below `root`. Raises UnreadableFile with reason and remedy."""
    return ingest_reading(path.stem, path.relative_to(root), read_file(path), governance)


def ingest_reading(stem: str, source: Path, reading: Reading, governance: Governance) -> IngestedDocument:
    """What a reading says, with the identity from the register where it has one."""
    stored = assemble(reading.blocks)
    found = read_identity(stem, reading, stored.text)
    if found.level is not Level.LAW:
        found = replace(
            found,
            organisations=organisations_of(found, stored.text, source, governance.hierarchy),
        )
    document = merge(governance.register.entry(stem), replace(found, source=source.as_posix()))
    provisions = provisions_of(stem, document.title, stored, reading.metadata)
    return IngestedDocument(document, stored.text, stored.marks, provisions)
