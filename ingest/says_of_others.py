"""What a document says of other documents: approved, referred back, replaced, reported, conditional.

A protocol or a proposal decides nothing for a reader, yet it is evidence of what became of other documents.
Each statement is a proposed change to another document's entry in the register; a person decides whether to
take it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hierarchy.documents import Confidence, GoverningDocument, Status
from hierarchy.editions import says_it_replaces
from ingest.document import IngestedDocument
from ingest.document_names import title_words
from ingest.matter_names import subject_of
from ingest.protocol_items import ProtocolItem, protocol_items
from ingest.protocol_parts import PartKind, part_kind
from ingest.said import SaidOfOther
from ingest.said_in_decisions import conditions, decided
from ingest.said_in_passing import told_in_passing
from ingest.speaker import Speaker
from ingest.statement_patterns import SENTENCE

_NARRATIVE = frozenset((PartKind.MATTER, PartKind.PREPARATION, PartKind.OTHER))


def says_of_others(
    documents: Iterable[IngestedDocument], library: Iterable[GoverningDocument] | None = None
) -> tuple[SaidOfOther, ...]:
    """What each of `documents` says of other documents, in reading order, each statement once.

    `library`: the documents that names are resolved to; by default those of `documents` themselves.
    """
    sources = tuple(documents)
    known = tuple(library) if library is not None else tuple(source.document for source in sources)
    return tuple(
        statement
        for source in sources
        for statement in dict.fromkeys(_statements(Speaker(source, known)))
        if statement.document != source.document.document
    )


def _statements(speaker: Speaker) -> Iterator[SaidOfOther]:
    if speaker.document.level.is_rung:
        yield from _replacements(speaker)
        return
    items = protocol_items(speaker.ingested) if speaker.document.kind == "protokoll" else ()
    for item in items:
        yield from _item(speaker, item)
    if not items:
        yield from _case(speaker)


def _replacements(speaker: Speaker) -> Iterator[SaidOfOther]:
    """A rule names the documents that it replaces by number."""
    evidence = speaker.document.evidence.get("supersedes")
    if evidence is None or not evidence.quote or evidence.quote not in speaker.text:
        return
    start = speaker.text.index(evidence.quote)
    for other in speaker.known:
        if says_it_replaces(speaker.document, other):
            yield replace(
                speaker.said(other.title, "status", Status.SUPERSEDED, start, start + len(evidence.quote)),
                document=other.document,
                on=speaker.document.valid_from,
                proposed=speaker.document.status is not Status.ADOPTED,
                confidence=evidence.confidence or Confidence.READ,
            )


def _item(speaker: Speaker, item: ProtocolItem) -> Iterator[SaidOfOther]:
    subject = subject_of(item.title)
    spoken = subject
    adopted: list[frozenset[str]] = []
    for point in item.decisions:
        for sentence in SENTENCE.finditer(speaker.text, point.start, point.end):
            for said in decided(speaker, sentence, item, spoken):
                if said.field == "status" and said.value is Status.ADOPTED:
                    spoken = said.name
                    adopted.append(title_words(said.name))
                yield replace(said, section=item.section, confidence=Confidence.STATED)
    for part in item.parts:
        if part.kind in _NARRATIVE:
            for said in told_in_passing(speaker, part.start, part.end, subject):
                # The draft that the record tells of is the document that the item then adopts.
                words = title_words(said.name)
                drafted = said.value is Status.PROPOSED and any(
                    words <= other or other <= words for other in adopted
                )
                if not drafted:
                    yield replace(said, section=item.section)


def _case(speaker: Speaker) -> Iterator[SaidOfOther]:
    """A proposal or another record that isn't divided into items."""
    subject = subject_of(speaker.document.title)
    for provision in speaker.ingested.provisions:
        kinds = {part_kind(name) for name in provision.path}
        if PartKind.PROPOSAL in kinds:
            for sentence in SENTENCE.finditer(speaker.text, provision.start, provision.end):
                for said in conditions(speaker, sentence, subject):
                    yield replace(said, section=provision.address, confidence=Confidence.STATED)
        elif not kinds & {PartKind.BASIS, PartKind.DISPATCH}:
            for said in told_in_passing(speaker, provision.start, provision.end, subject):
                yield replace(said, section=provision.address)
