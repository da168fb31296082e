"""One file in, one governing document with its provisions out."""

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from hierarchy.documents import Evidence, GoverningDocument, Provision
from hierarchy.levels import Hierarchy, Level
from ingest.blocks import PageMark, Reading
from ingest.governance import Governance, merge
from ingest.identity import read_identity
from ingest.issuer import issuer_of
from ingest.kinds import level_for_kind
from ingest.layout import NO_LAYOUT, Layout, layout_of
from ingest.limits import DEFAULT_LIMITS, Limits, check_size, check_text
from ingest.ocr import AUTOMATIC, Ocr
from ingest.organisation import Bound, bound_by
from ingest.readers import read_file
from ingest.reading_doubts import reading_doubts
from ingest.register import RegisterEntry
from ingest.running_heads import paper_of
from ingest.statutes import wording_doubts
from ingest.stored_text import StoredText, assemble
from ingest.structure import provisions_of

NO_ORGANISATION = "Det framgår inte vilken organisation dokumentet gäller för."


READING = "5"
"""Which way of reading made a document; change it when readers or structure change what they give."""


@dataclass(frozen=True)
class IngestedDocument:
    """A document as the library keeps it: identity, stored text, pages by offset, provisions, layout.

    `read` is the identity as the document alone gives it, before the register has had its say; None where
    that is `document` itself.
    """

    document: GoverningDocument
    text: str
    marks: tuple[PageMark, ...]
    provisions: tuple[Provision, ...]
    read: GoverningDocument | None = None
    layout: Layout = NO_LAYOUT


def document_id(path: Path) -> str:
    """The file's stem, with å, ä and ö as single characters whatever system named the file."""
    return unicodedata.normalize("NFC", path.stem)


def ingest_file(
    path: Path,
    root: Path,
    governance: Governance,
    document: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ocr: Ocr = AUTOMATIC,
) -> IngestedDocument:
    """Read one file below `root` as the document of that id, the file's stem unless told otherwise.

    Raises UnreadableFile with reason and remedy. Sizes are held to here; time and memory can only be held
    to by whoever runs this in a process of its own (`ingest.reading_process`).
    """
    check_size(path, limits)
    reading = read_file(path, ocr)
    check_text(sum(len(block.text) for block in reading.blocks), limits)
    return ingest_reading(document or document_id(path), path.relative_to(root), reading, governance)


def ingest_reading(stem: str, source: Path, reading: Reading, governance: Governance) -> IngestedDocument:
    """What a reading says, with the identity from the register where it has one.

    The level follows from the kind of document on its organisation's ladder, and a law binds everyone; only
    the register can say otherwise.
    """
    stored = assemble(reading.blocks)
    read = read_identity(stem, reading, stored.text)
    doubts = (*read.doubts, *reading_doubts(reading))
    found = replace(read, source=source.as_posix(), pages=reading.pages or None, doubts=doubts)
    entry = governance.register.entry(stem)

    def placed(document: GoverningDocument, given: tuple[str, ...]) -> GoverningDocument:
        return _placed(document, given, reading, stored, governance.hierarchy)

    as_read = placed(found, ())
    document = placed(merge(entry, found), entry.given) if entry else as_read
    provisions = provisions_of(stem, document.title, stored, reading.metadata)
    document, as_read = (_doubting(d, wording_doubts(provisions)) for d in (document, as_read))
    return IngestedDocument(
        document, stored.text, stored.marks, provisions, as_read, layout_of(reading, stored)
    )


def identity_now(
    entry: RegisterEntry | None, read: GoverningDocument, hierarchy: Hierarchy
) -> GoverningDocument:
    """What an ingest would make of a document that was `read` so, with the register as it is now."""
    if entry is None:
        return read
    document = merge(entry, read)
    if "organisations" in entry.given:
        doubts = tuple(doubt for doubt in document.doubts if doubt != NO_ORGANISATION)
        document = replace(document, doubts=doubts)
    if "level" not in entry.given:
        document = replace(document, level=rung_of(document, hierarchy))
    if document.level is Level.LAW and "organisations" not in entry.given:
        document = replace(document, organisations=())
    return document


def _placed(
    document: GoverningDocument,
    given: tuple[str, ...],
    reading: Reading,
    stored: StoredText,
    hierarchy: Hierarchy,
) -> GoverningDocument:
    """The document with those it binds, its rung and its issuer, where the register hasn't `given` them."""
    source = Path(document.source)
    if "organisations" not in given and document.level is not Level.LAW:
        bound = bound_by(document, stored.text, source, hierarchy, paper_of(reading))
        unclear = not bound.organisations and bool(hierarchy.organisations)
        doubts = (*document.doubts, NO_ORGANISATION) if unclear else document.doubts
        evidence = (
            {**document.evidence, "organisations": _shown(bound, stored)} if bound.organisations else {}
        )
        document = replace(
            document,
            organisations=bound.organisations,
            doubts=doubts,
            evidence=evidence or document.evidence,
        )
    if "level" not in given:
        document = replace(document, level=rung_of(document, hierarchy))
    issued = issuer_of(document, reading, stored, source, hierarchy)
    if issued is not None and document.level is not Level.LAW:
        document = replace(document, issuer=issued[0], evidence={**document.evidence, "issuer": issued[1]})
    return document


def _doubting(document: GoverningDocument, doubts: tuple[str, ...]) -> GoverningDocument:
    return replace(document, doubts=(*document.doubts, *doubts)) if doubts else document


def _shown(bound: Bound, stored: StoredText) -> Evidence:
    """The words in which the text names those that it binds; without words where only the folder tells."""
    if bound.span is None:
        return Evidence(confidence=bound.confidence)
    start, end = bound.span
    mark = stored.mark_at(start)
    return Evidence(stored.text[start:end], mark.page if mark else None, confidence=bound.confidence)


def rung_of(document: GoverningDocument, hierarchy: Hierarchy) -> Level:
    """The kind's rung on the ladders of those it binds, where they have one in common; else the usual one."""
    bound = [hierarchy.organisation(organisation) for organisation in document.organisations]
    levels = {level_for_kind(document.kind, organisation) for organisation in bound}
    return levels.pop() if len(levels) == 1 else level_for_kind(document.kind)
