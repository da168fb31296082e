"""What a document is, read from the document itself: kind, level, who decided it, when, and what it replaces.

Nothing read here is confirmed: a person does that in the register. Each field carries the words that it was
read from, and what an honest reader would question is said in `doubts`.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from ingest import identity_labels as labels
from ingest import identity_relations as relations
from ingest.blocks import Reading
from ingest.contact import read_contact
from ingest.dates import first_date
from ingest.identity_dates import (
    change,
    dated,
    day_of_draft,
    day_of_signing,
    decided_on,
    last_day,
    lone_date,
    number_alone,
    validity,
)
from ingest.identity_doubts import doubts_about
from ingest.identity_finds import Finds
from ingest.identity_kind import KindFound, head_lines, read_kind
from ingest.kinds import PROPOSAL_KINDS, UNKNOWN_KIND, level_for_kind
from ingest.language import language_of
from ingest.meeting import body_that_met, day_of_meeting
from ingest.protocols import first_item
from ingest.statute_identity import is_statute, statute_identity, statute_number
from ingest.text_doubts import text_doubts
from ingest.titles import in_sentence_case, is_draft, likeness, read_title, title_from_stem
from references.acts import abbreviation_of

_DRAFT = re.compile(r"(?:utkast|förslag|remissversion|arbetsversion|koncept)\b(?!\s+på)", re.IGNORECASE)
_REPEALED = re.compile(
    r"(?:(?:denna|detta|dessa)?\s*[^\W\d]+(?:en|et|n|na)\s+(?:har|är)\s+)?"
    r"(?:upphävd|upphävt|upphört\s+att\s+gälla|inte\s+längre\s+giltig\w*)\b.{0,40}",
    re.IGNORECASE,
)
_INFERRED = Confidence.INFERRED
_BOARD = re.compile(r"fullmäktige\b|(?:kommun|region|landstings)styrelsen\b|^[KRL][FS]$", re.IGNORECASE)
_LABELLED = (
    "valid_from",
    "valid_to",
    "adopted_by",
    "date",
    "decision",
    "diary_number",
    "supersedes",
    "contact",
)
_STEM_DATE = re.compile(r"^(?:19|20)\d\d-?\d\d-?\d\d(?!\d)")


def read_identity(stem: str, reading: Reading, text: str) -> GoverningDocument:
    """The document's identity as far as it can be read from the document; never confirmed.

    `text` is the stored text of `reading.blocks`: evidence quotes are slices of it, or values of the front
    matter. What a running head alone says has evidence with a page and no quote, as it is no stored text.
    """
    if is_statute(reading.metadata):
        return statute_identity(stem, reading.metadata)
    return _Reader(reading=reading, text=text, stem=stem).read()


@dataclass(kw_only=True)
class _Reader(Finds):
    """Reads the fields of one document, and notes what an honest reader would doubt of them."""

    stem: str
    doubts: list[str] = field(default_factory=list)
    first_item: int | None = None

    def read(self) -> GoverningDocument:
        title = self._title()
        found = self._kind(title)
        kind, proposed = found.kind, found.proposes
        if kind == "protokoll":
            # What is labelled inside an item is the item's own.
            first = self.first_item = first_item(self.stored)
            self.spans = tuple(span for span in self.spans if first is None or span[0] < first)
        adopted_by = self.find("adopted_by", labels.adopter)
        decision = self.find("decision", labels.decision)
        if adopted_by is None and decision is not None:
            adopted_by = labels.body_of(decision)
            self.evidence["adopted_by"] = replace(self.evidence["decision"], confidence=Confidence.READ)
        number = statute_number(self.reading.metadata)
        document = GoverningDocument(
            document=self.stem,
            title=title,
            kind=kind,
            level=level_for_kind(kind),
            status=Status.UNCONFIRMED,
            adopted_by=None if proposed else adopted_by,
            decision=decision,
            date=self._date(kind),
            valid_from=self._valid_from(),
            valid_to=self._valid_to(),
            diary_number=self._diary_number(),
            number=number,
            abbreviation=abbreviation_of(number or ""),
            supersedes=None if proposed else self._supersedes(),
            conditional_on=self.take("conditional_on", relations.condition(self.stored), Confidence.READ),
            contact=self.find("contact", read_contact),
            pages=self.reading.pages or None,
            language=language_of(self.reading.metadata, self.text, self.stored.marks),
        )
        if kind == "protokoll":
            document = self._as_record(document)
        status = self._status(document, proposed)
        document = replace(document, status=status)
        if status is Status.REPEALED and document.valid_to is None:
            document = replace(document, valid_to=self._repealed_on())
        if "kind" in self.evidence:
            self.evidence["level"] = self.evidence["kind"]
        has_head = any(placed.block.kind == "header" for placed in self.stored.blocks)
        doubts = (
            *self.doubts,
            *doubts_about(document, has_head=has_head),
            *text_doubts(document, self.reading, self.stored),
        )
        return replace(document, doubts=doubts, evidence=self._checked_evidence(document))

    def _title(self) -> str:
        found = read_title(self.stem, self.stored, self.reading.metadata)
        alike = found is not None and likeness(self.stem, found.value) > 0
        title = self.take("title", found, Confidence.READ if alike else _INFERRED)
        if title is not None:
            return in_sentence_case(title, self.text)
        return title_from_stem(self.stem, self.text)

    def _kind(self, title: str) -> KindFound:
        found = read_kind(self.stem, title, self.reading, self.stored, self.spans)
        if found.shown is not None:
            self.take("kind", found.shown, found.confidence)
        elif found.by_title and "title" in self.evidence:
            self.evidence["kind"] = replace(self.evidence["title"], confidence=found.confidence)
        elif found.kind != UNKNOWN_KIND:
            self.evidence["kind"] = Evidence(page=found.page, confidence=found.confidence)
        return found

    def _date(self, kind: str) -> date | None:
        """The day of the decision; of a proposal, which none is shown of, the day that it bears."""
        days_from = dated if kind in PROPOSAL_KINDS else decided_on
        found = days_from(self.stored, self.spans)
        named = _STEM_DATE.match(self.stem)
        from_name = first_date(named.group()) if named else None
        drafted = day_of_draft(self.stored)
        if drafted is not None:
            return self.take("date", drafted, Confidence.READ)
        if found is not None:
            return self.take("date", found, self._sureness(found.value, from_name))
        printed = self.find("date", days_from)
        if printed is not None:
            return printed
        if from_name is not None:
            self.doubts.append("Datumet står bara i filens namn.")
            self.evidence["date"] = Evidence(confidence=_INFERRED)
            return from_name
        if level_for_kind(kind).is_rung:
            # A rule's day is that of a decision: any other day on it would only seem to be one.
            return None
        return self.take("date", lone_date(self.stored) or day_of_signing(self.stored), _INFERRED)

    def _sureness(self, day: date, from_name: date | None) -> Confidence:
        """How sure the day of the decision is, with a doubt where the file's name or a later change stands
        against it.
        """
        sure = Confidence.STATED
        if from_name is not None and from_name != day:
            self.doubts.append(f"Filens namn anger {from_name}, men dokumentet {day.isoformat()}.")
            sure = _INFERRED
        changed = change(self.stored, day)
        if changed is not None:
            self.doubts.append(
                f"Dokumentet beslutades {day.isoformat()} och är ändrat senast {changed.value.isoformat()}."
            )
            sure = _INFERRED
        return sure

    def _valid_from(self) -> date | None:
        first, _, _ = validity(self.stored, self.spans)
        if first is not None:
            return self.take("valid_from", first)
        return self._validity("valid_from")

    def _valid_to(self) -> date | None:
        _, last, told = validity(self.stored, self.spans)
        if last is not None:
            return self.take("valid_to", last, Confidence.STATED if told else _INFERRED)
        return self._validity("valid_to")

    def _validity(self, name: str) -> date | None:
        """By its label, else in a sentence in which the document speaks of itself."""
        found = self.find(name, partial(labels.labelled_date, label=name))
        if found is not None:
            return found
        own = labels.own_sentences(self.stored)
        found = self.take(name, labels.labelled_date(self.stored, own, name), Confidence.READ)
        if found is None and name == "valid_to":
            return self.take(name, last_day(self.stored, (*self.spans, *own)), Confidence.READ)
        return found

    def _diary_number(self) -> str | None:
        """The case's number; the document's own only where there is no other, and then as a guess."""
        found = self.find("diary_number", labels.diary_number)
        found = found or self.find("diary_number", labels.document_number, _INFERRED)
        alone = None if found else number_alone(self.stored)
        if alone is not None and self.first_item is not None and alone.start >= self.first_item:
            return None
        return found or self.take("diary_number", alone, _INFERRED)

    def _supersedes(self) -> str | None:
        found = relations.replaced(self.stored, self.spans)
        named = self.take("supersedes", *found) if found is not None else None
        version = relations.former_version(self.text)
        if version is None:
            return named
        return f"{named}; {version.value}" if named else self.take("supersedes", version, Confidence.READ)

    def _as_record(self, document: GoverningDocument) -> GoverningDocument:
        """A protocol is its body's own record: the body that met is the one that decided."""
        body, day = document.adopted_by, document.date
        if body is None:
            body = self.take("adopted_by", body_that_met(self.stored, self.heads), Confidence.READ)
        if day is None or "date" not in self.evidence or self.evidence["date"].confidence is _INFERRED:
            day = self.take("date", day_of_meeting(self.stored, self.heads), Confidence.READ) or day
        document = replace(document, date=day)
        for name in ("conditional_on", "supersedes"):
            self.evidence.pop(name, None)
        if body is not None and "adopted_by" in self.evidence:
            self.evidence["body"] = self.evidence["adopted_by"]
        title = document.title
        if "title" not in self.evidence or "protokoll" not in title.lower():
            self.evidence.pop("title", None)
            title = f"Protokoll {body.lower()}" if body else title
            title = f"{title} {document.date.isoformat()}" if document.date else title
            # Made of the body and the day, which have their own evidence.
            self.evidence["title"] = Evidence(confidence=Confidence.READ)
        return replace(
            document, title=title, adopted_by=body, body=body, conditional_on=None, supersedes=None
        )

    def _status(self, document: GoverningDocument, proposed: bool) -> Status:
        """Adopted only where the document names who adopted it and a real date; never on the file's name."""
        missing = labels.placeholder(self.stored, self.spans)
        if proposed or self._is_draft(document.title):
            shown = self.evidence.get("kind", Evidence(confidence=Confidence.READ))
            self.evidence.setdefault("status", shown)
            return Status.PROPOSED
        for start, line in head_lines(self.stored):
            if _REPEALED.fullmatch(line.strip()):
                self.evidence["status"] = self.show(start, start + len(line), Confidence.STATED)
                return Status.REPEALED
        if missing is not None:
            self.take("status", missing)
            self.doubts.append(f"En uppgift är inte ifylld: ”{missing.value}”.")
            return Status.UNCONFIRMED
        dated = "date" in self.evidence or "valid_from" in self.evidence
        if document.adopted_by and dated:
            self.evidence["status"] = self.evidence.get("adopted_by", Evidence(confidence=Confidence.READ))
            return Status.ADOPTED
        return Status.UNCONFIRMED

    def _repealed_on(self) -> date | None:
        """The day beside the words that repeal it, for want of another the last on which it held."""
        shown = self.evidence["status"]
        day = first_date(shown.quote or "")
        if day is not None:
            self.evidence["valid_to"] = replace(shown, confidence=_INFERRED)
        return day

    def _is_draft(self, title: str) -> bool:
        lines = [line.strip() for _, line in head_lines(self.stored)] + list(self.reading.dropped)
        return _DRAFT.match(title) is not None or any(is_draft(line) for line in lines)

    def _checked_evidence(self, document: GoverningDocument) -> dict[str, Evidence]:
        """Only words that stand in the stored text are evidence, and only of a field that has a value; or, as
        a doubt, the label of one that has none, for what stands beside it could not be read.
        """
        unread: dict[str, Evidence] = {}
        for name in () if document.kind == "protokoll" else _LABELLED:
            if not getattr(document, name) and (label := labels.spoken_of(name, self.stored, self.spans)):
                unread[name] = self.show(label.start, label.end, _INFERRED)
            elif not getattr(document, name) and labels.spoken_of(name, self.heads, self.head_spans):
                unread[name] = self.on_paper(_INFERRED)
        if (
            _BOARD.search(document.adopted_by or "")
            and not document.decision
            and document.kind != "protokoll"
        ):
            # A board decides by §: that none was read is no proof that none stands there.
            unread["decision"] = replace(self.evidence["adopted_by"], confidence=_INFERRED)
        return unread | {
            name: given
            for name, given in self.evidence.items()
            if getattr(document, name) and (given.quote is None or given.quote in self.text)
        }
