"""What a document says of other documents: approved, referred back, replaced, reported, conditional.

A protocol or a proposal decides nothing for a reader, yet it is evidence of what became of other documents.
Each statement is a proposed change to another document's entry in the register; a person decides whether to
take it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from hierarchy.documents import Confidence, GoverningDocument, Status
from hierarchy.editions import says_it_replaces
from ingest.dates import find_dates
from ingest.document import IngestedDocument
from ingest.document_names import (
    OLD,
    by_decision,
    by_name,
    by_number,
    decision_references,
    names_a_document,
    same_number,
    title_words,
)
from ingest.matter_names import names_in, spoken_of, subject_of
from ingest.protocol_items import ProtocolItem, protocol_items
from ingest.protocol_parts import PartKind, part_kind
from ingest.said import REPORTED, SUPPORTS_FIELD, SaidOfOther
from ingest.statement_patterns import (
    ACTIVE,
    CONDITION,
    DRAFTED,
    HOLDS_FROM,
    NOTICE,
    PASSIVE,
    RELATIVE,
    REPLACED,
    REPLACES,
    SENTENCE,
    STARTS,
    SUPPORTS,
    TO_ANOTHER_BODY,
    TO_THE_COUNCIL,
    Act,
    act_of,
    notices,
)
from ingest.stored_text import mark_at

_STATUS = {
    Act.ADOPTS: Status.ADOPTED,
    Act.REFERS_BACK: Status.REFERRED_BACK,
    Act.POSTPONES: Status.PROPOSED,
    Act.REPEALS: Status.REPEALED,
}
_REPEAL_OF = re.compile(r"upphävande\s+av\s+", re.IGNORECASE)
_INCLUSIVE = re.compile(r"vid\s+utgången|till\s+och\s+med|t\.?\s?o\.?\s?m\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\bsamma\s+dag\b", re.IGNORECASE)
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
        for statement in dict.fromkeys(_Source(source, known).statements())
        if statement.document != source.document.document
    )


class _Source:
    """Reads one document's statements."""

    def __init__(self, ingested: IngestedDocument, known: tuple[GoverningDocument, ...]) -> None:
        self.ingested = ingested
        self.document = ingested.document
        self.text = ingested.text
        self.known = known
        self.proposes = self.document.status is Status.PROPOSED

    def statements(self) -> Iterator[SaidOfOther]:
        if self.document.level.is_rung:
            yield from self._replacements()
            return
        items = protocol_items(self.ingested) if self.document.kind == "protokoll" else ()
        for item in items:
            yield from self._item(item)
        if not items:
            yield from self._case()

    def _replacements(self) -> Iterator[SaidOfOther]:
        """A rule names the documents that it replaces by number."""
        evidence = self.document.evidence.get("supersedes")
        if evidence is None or not evidence.quote or evidence.quote not in self.text:
            return
        start = self.text.index(evidence.quote)
        for other in self.known:
            if says_it_replaces(self.document, other):
                yield replace(
                    self._said(other.title, "status", Status.SUPERSEDED, start, start + len(evidence.quote)),
                    document=other.document,
                    on=self.document.valid_from,
                    proposed=self.document.status is not Status.ADOPTED,
                    confidence=evidence.confidence or Confidence.READ,
                )

    def _item(self, item: ProtocolItem) -> Iterator[SaidOfOther]:
        subject = subject_of(item.title)
        spoken = subject
        adopted: list[frozenset[str]] = []
        for point in item.decisions:
            for sentence in SENTENCE.finditer(self.text, point.start, point.end):
                for said in self._decided(sentence, item, spoken):
                    if said.field == "status" and said.value is Status.ADOPTED:
                        spoken = said.name
                        adopted.append(title_words(said.name))
                    yield replace(said, section=item.section, confidence=Confidence.STATED)
        for part in item.parts:
            if part.kind in _NARRATIVE:
                for said in self._told(part.start, part.end, subject):
                    # The draft that the record tells of is the document that the item then adopts.
                    words = title_words(said.name)
                    drafted = said.value is Status.PROPOSED and any(
                        words <= other or other <= words for other in adopted
                    )
                    if not drafted:
                        yield replace(said, section=item.section)

    def _case(self) -> Iterator[SaidOfOther]:
        """A proposal or another record that isn't divided into items."""
        subject = subject_of(self.document.title)
        for provision in self.ingested.provisions:
            kinds = {part_kind(name) for name in provision.path}
            if PartKind.PROPOSAL in kinds:
                for sentence in SENTENCE.finditer(self.text, provision.start, provision.end):
                    for said in self._conditions(sentence, subject):
                        yield replace(said, section=provision.address, confidence=Confidence.STATED)
            elif not kinds & {PartKind.BASIS, PartKind.DISPATCH}:
                for said in self._told(provision.start, provision.end, subject):
                    yield replace(said, section=provision.address)

    def _decided(self, sentence: re.Match[str], item: ProtocolItem, subject: str) -> Iterator[SaidOfOther]:
        """What a sentence of a decision does to a document."""
        words, start, end = sentence.group(), *sentence.span()
        yield from self._conditions(sentence, subject)
        for found in (PASSIVE.search(words), ACTIVE.search(words)):
            if found is None:
                continue
            act, rest = act_of(found["verb"]), words[found.end("verb") :]
            for name in spoken_of(found["name"], subject):
                day = _day(rest, self._begun(item)) if act is Act.REPEALS else None
                known = self._of_case(item, act) or self._resolve(
                    name, words, None if act is Act.REPEALS else self.document.date
                )
                made = replace(self._said(name, "status", _STATUS[act], start, end), document=known)
                if act is Act.ADOPTS and (TO_ANOTHER_BODY.search(rest) or self._forwarded(item)):
                    yield replace(made, value=Status.PROPOSED, on=self.document.date)
                    continue
                made = replace(made, proposed=self._forwarded(item))
                yield replace(made, on=day or self.document.date)
                if act is Act.ADOPTS:
                    yield from self._adoption(made, item)
                    begins = _day(rest, None) if HOLDS_FROM.search(rest) else None
                    if begins is not None:
                        yield replace(made, field="valid_from", value=begins)
                elif act is Act.REPEALS and day is not None:
                    yield replace(made, field="valid_to", value=_last_day(rest, day), on=day)
            return
        found = STARTS.search(words)
        day = _day(words[found.end() - 1 :], None) if found else None
        if found is not None and day is not None:
            for name in spoken_of(found["name"], subject):
                known = self._resolve(name, words, self.document.date)
                yield replace(self._said(name, "valid_from", day, start, end), document=known)
        yield from self._support(sentence)

    def _support(self, sentence: re.Match[str]) -> Iterator[SaidOfOther]:
        supports = SUPPORTS.search(sentence.group())
        if supports is not None:
            what = supports["what"].strip(" .")
            yield self._said(supports["name"], SUPPORTS_FIELD, what, *sentence.span())

    def _of_case(self, item: ProtocolItem, act: Act) -> str | None:
        """The one document of the item's own case that the decision can be about.

        What is adopted is a rule or already adopted, what is sent back or put off is a proposal; what is
        repealed is of another case.
        """
        if item.diary_number is None or act is Act.REPEALS:
            return None
        waits = act is not Act.ADOPTS
        fits = [
            document
            for document in self.known
            if document.document != self.document.document
            and document.diary_number is not None
            and same_number(document.diary_number, item.diary_number)
            and waits is not document.level.is_rung
        ]
        return fits[0].document if len(fits) == 1 else None

    def _forwarded(self, item: ProtocolItem) -> bool:
        """Whether the decision as a whole is a proposal to the council."""
        parts = [self.text[p.start : p.end] for p in item.parts if p.kind is PartKind.DECISION]
        return any(TO_THE_COUNCIL.search(words) for words in (*parts, *(p.text for p in item.decisions)))

    def _adoption(self, made: SaidOfOther, item: ProtocolItem) -> Iterator[SaidOfOther]:
        yield replace(made, field="decision", value=item.section)
        if self.document.date is not None:
            yield replace(made, field="date", value=self.document.date)
        if self.document.adopted_by is not None:
            yield replace(made, field="adopted_by", value=self.document.adopted_by)

    def _begun(self, item: ProtocolItem) -> date | None:
        """The day that another point of the decision gives for the new document: "upphör samma dag"."""
        for point in item.decisions:
            if STARTS.search(point.text):
                return next((found.value for found in find_dates(point.text)), None)
        return None

    def _conditions(self, sentence: re.Match[str], subject: str) -> Iterator[SaidOfOther]:
        words = sentence.group()
        condition = CONDITION.search(words)
        if condition is None:
            return
        found = PASSIVE.search(words) or ACTIVE.search(words)
        for name in spoken_of(found["name"] if found else subject, subject):
            known = self._resolve(name, words, self.document.date)
            waits_for = " ".join(condition["what"].split())
            said = self._said(name, "conditional_on", waits_for, *sentence.span())
            yield replace(said, document=known)

    def _told(self, start: int, end: int, subject: str) -> Iterator[SaidOfOther]:
        """What a record relates in passing: earlier decisions, replacements, notices."""
        yield from self._notices(start, end)
        for sentence in SENTENCE.finditer(self.text, start, end):
            words = sentence.group()
            for found in RELATIVE.finditer(words):
                yield from self._status(found["name"], act_of(found["verb"]), sentence, found, subject)
            for found in PASSIVE.finditer(words):
                told = found["verb"].lower().endswith(("des", "ogs")) and not OLD.search(found["name"])
                if told or act_of(found["verb"]) in (Act.REFERS_BACK, Act.POSTPONES):
                    yield from self._status(found["name"], act_of(found["verb"]), sentence, found, subject)
            for found in DRAFTED.finditer(words):
                for name in spoken_of(found["name"], subject):
                    if self.proposes and title_words(name) <= title_words(subject):
                        continue  # a proposal that speaks of itself
                    said = self._said(name, "status", Status.PROPOSED, *sentence.span())
                    yield replace(said, document=self._resolve(name, words, self.document.date))
            for found in (*REPLACES.finditer(words), *REPLACED.finditer(words)):
                yield from self._replaced(found, sentence)
            yield from self._support(sentence)
            yield from self._decisions(sentence)

    def _status(
        self, name: str, act: Act, sentence: re.Match[str], found: re.Match[str], subject: str
    ) -> Iterator[SaidOfOther]:
        rest = sentence.group()[found.end("verb") :]
        day = next((written.value for written in find_dates(rest)), None)
        for named in spoken_of(name, subject):
            said = self._said(named, "status", _STATUS[act], *sentence.span())
            known = self._resolve(named, sentence.group(), None)
            yield replace(said, on=day, document=known, proposed=False)

    def _replaced(self, found: re.Match[str], sentence: re.Match[str]) -> Iterator[SaidOfOther]:
        """The document that gives way, by the decisions that the words name, else by its name."""
        old = found["old"]
        references = list(decision_references(old))
        for reference in references:
            known = by_decision(reference, self.document, self.known)
            day = f" {reference.date.isoformat()}" if reference.date else ""
            name = known.title if known else f"{reference.section}{day}"
            said = self._said(name, "status", Status.SUPERSEDED, *sentence.span())
            yield replace(said, document=known.document if known else None)
        if not references and names_a_document(old):
            name = " ".join(old.split())
            said = self._said(name, "status", Status.SUPERSEDED, *sentence.span())
            yield replace(said, document=self._resolve(name, old, None))

    def _decisions(self, sentence: re.Match[str]) -> Iterator[SaidOfOther]:
        """The day that a text gives for a decision by which the library has a document."""
        words = sentence.group()
        for reference in decision_references(words):
            known = by_decision(reference, self.document, self.known)
            if known is not None and reference.date is not None:
                start, end = sentence.start() + reference.start, sentence.start() + reference.end
                day = next((d for d in find_dates(words) if d.value == reference.date), None)
                if day is not None:
                    start = min(start, sentence.start() + day.start)
                    end = max(end, sentence.start() + day.end)
                said = self._said(known.title, "date", reference.date, start, end)
                yield replace(said, document=known.document, proposed=False)

    def _notices(self, start: int, end: int) -> Iterator[SaidOfOther]:
        for found in notices(self.text, start, end):
            detail = NOTICE.match(found.group())
            if detail is None:
                continue
            value = " ".join(filter(None, (detail["number"], detail["body"], detail["section"])))
            for name in names_in(subject_of(" ".join(detail["title"].split()))):
                repealed = _REPEAL_OF.match(name)
                said = self._said(name, REPORTED, " ".join(value.split()), *found.span())
                if repealed is not None:
                    name = name[repealed.end() :]
                    said = replace(said, name=name, field="status", value=Status.REPEALED)
                yield replace(said, document=self._resolve(name, name, None), proposed=False)

    def _resolve(self, name: str, words: str, decided_on: date | None) -> str | None:
        for reference in decision_references(words):
            known = by_decision(reference, self.document, self.known)
            if known is not None:
                return known.document
        found = by_number(words, self.document, self.known) or by_name(
            name, self.document, self.known, decided_on
        )
        return found.document if found else None

    def _said(self, name: str, field: str, value: Status | date | str, start: int, end: int) -> SaidOfOther:
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        mark = mark_at(self.ingested.marks, start)
        return SaidOfOther(
            document=None,
            name=" ".join(name.split()).strip(" .,–-"),
            field=field,
            value=value,
            quote=words.strip(),
            page=mark.page if mark else None,
            printed_page=mark.printed_page if mark else None,
            source=self.document.document,
            section=None,
            start=start,
            end=start + len(words.strip()),
            proposed=self.proposes,
        )


def _last_day(rest: str, day: date) -> date:
    """The last day of validity: the day before the one on which it ends, unless that is the end of a
    month.
    """
    following = day + timedelta(days=1)
    inclusive = _INCLUSIVE.search(rest) is not None or following.day == 1
    return day if inclusive else day - timedelta(days=1)


def _day(rest: str, same_day: date | None) -> date | None:
    found = next((day.value for day in find_dates(rest)), None)
    return found or (same_day if _SAME_DAY.search(rest) else None)
