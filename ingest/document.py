"""One file in, one governing document with its provisions out."""

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from hierarchy.documents import GoverningDocument, Provision
from hierarchy.levels import Hierarchy, Level
from ingest.blocks import PageMark, Reading
from ingest.governance import Governance, merge
from ingest.identity import read_identity
from ingest.kinds import level_for_kind
from ingest.limits import DEFAULT_LIMITS, Limits, check_size, check_text
from ingest.organisation import organisations_of
from ingest.readers import read_file
from ingest.stored_text import assemble
from ingest.structure import provisions_of

NO_ORGANISATION = "Det framgår inte vilken organisation dokumentet gäller för."


READING = "3"
"""Which way of reading made a document; change it when readers or structure change what they give."""


@dataclass(frozen=True)
class IngestedDocument:
    """A document as the library keeps it: identity, stored text, pages by offset, provisions."""

    document: GoverningDocument
    text: str
    marks: tuple[PageMark, ...]
    provisions: tuple[Provision, ...]


def document_id(path: Path) -> str:
    """The file's stem, with å, ä and ö as single characters whatever system named the file."""
    return unicodedata.normalize("NFC", path.stem)


def ingest_file(
    path: Path,
    root: Path,
    governance: Governance,
    document: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> IngestedDocument:
    """Read one file below `root` as the document of that id, the file's stem unless told otherwise.

    Raises UnreadableFile with reason and remedy. Sizes are held to here; time and memory can only be held
    to by whoever runs this in a process of its own (`ingest.reading_process`).
    """
    check_size(path, limits)
    reading = read_file(path)
    check_text(sum(len(block.text) for block in reading.blocks), limits)
    return ingest_reading(document or document_id(path), path.relative_to(root), reading, governance)


def ingest_reading(stem: str, source: Path, reading: Reading, governance: Governance) -> IngestedDocument:
    """What a reading says, with the identity from the register where it has one.

    The level follows from the kind of document on its organisation's ladder, and a law binds everyone; only
    the register can say otherwise.
    """
    stored = assemble(reading.blocks)
    found = replace(read_identity(stem, reading, stored.text), source=source.as_posix())
    entry = governance.register.entry(stem)
    given = entry.given if entry else ()
    document = merge(entry, found)
    if "organisations" not in given and document.level is not Level.LAW:
        bound = organisations_of(document, stored.text, source, governance.hierarchy)
        unclear = not bound and bool(governance.hierarchy.organisations)
        doubts = (*document.doubts, NO_ORGANISATION) if unclear else document.doubts
        document = replace(document, organisations=bound, doubts=doubts)
    if "level" not in given:
        document = replace(document, level=_level(document, governance.hierarchy))
    provisions = provisions_of(stem, document.title, stored, reading.metadata)
    return IngestedDocument(document, stored.text, stored.marks, provisions)


def _level(document: GoverningDocument, hierarchy: Hierarchy) -> Level:
    """The kind's rung on the ladders of those it binds, where they have one in common; else the usual one."""
    bound = [hierarchy.organisation(organisation) for organisation in document.organisations]
    levels = {level_for_kind(document.kind, organisation) for organisation in bound}
    return levels.pop() if len(levels) == 1 else level_for_kind(document.kind)
