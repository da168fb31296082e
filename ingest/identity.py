"""What a document is, read from the document itself: kind, level, who decided it, when, and what it replaces.

Nothing read here is confirmed: a person does that in the register. Each field carries the words that it was
read from, and what an honest reader would question is said in `doubts`.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from hierarchy.documents import Evidence, GoverningDocument, Status
from ingest import identity_labels as labels
from ingest.blocks import Reading
from ingest.dates import first_date
from ingest.identity_doubts import doubts_about
from ingest.identity_labels import Finding
from ingest.kinds import PROPOSAL_KINDS, UNKNOWN_KIND, exact_kind, kind_in_title, level_for_kind
from ingest.statute_identity import is_statute, statute_identity, statute_number
from ingest.stored_text import StoredText, assemble
from ingest.titles import in_sentence_case, read_title, title_from_stem
from references.acts import abbreviation_of

T = TypeVar("T")

_PROPOSED_DECISION = re.compile(
    r"(?:[^\W\d]+s\s+)?(?:förslag\s+till\s+(?:[^\W\d]+\s+)?beslut|beslutsförslag)\s*:?", re.IGNORECASE
)
_CASE_HEADING = re.compile(
    r"ärende(?:t|beskrivning|ts\s+beredning)?\b.*|beslutet\s+skickas\s+till|(?:beslut\s+)?expedieras\s+till"
    r"|beslutsunderlag|detaljerad\s+beskrivning.*|sammanfattning(?:\s+av\s+ärendet)?",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"(?:utkast|förslag|remissversion|arbetsversion|koncept)\b(?!\s+på)", re.IGNORECASE)
_REPEALED = re.compile(
    r"(?:upphävd|upphävt|upphört\s+att\s+gälla|inte\s+längre\s+giltig\w*)\b.{0,40}", re.IGNORECASE
)
_CONDITION = re.compile(
    r"under\s+förutsättning(?:\s+av)?(?:\s+att)?\s+([^.;]*(?:beslut|fullmäktige|godkän)[^.;]*)", re.I
)
_REPLACES = re.compile(
    r"\b(?:ersätter|upphäver|har\s+företräde\s+i\s+förhållande\s+till)\s+(?!inte\b)((?:[^.;]|\.(?=\d)){4,200})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?!\s)[^.!?\n]*)*[.!?]?")
_MEETING = re.compile(
    r"\b([^\W\d]*(?:nämnd|styrelse|utskott|fullmäktige)(?:n|en|et)?)s?\s+sammanträde", re.IGNORECASE
)
_OWN_NAME = re.compile(r"\b(?:denna|detta|dessa|föreliggande)\s+([^\W\d]+)", re.IGNORECASE)
_STEM_DATE = re.compile(r"^(?:19|20)\d\d-?\d\d-?\d\d(?!\d)")
_SWEDISH = frozenset(("och", "att", "som", "för", "ska", "av", "är", "inte", "med", "till"))
_ENGLISH = frozenset(("the", "and", "of", "to", "shall", "is", "for", "with", "not", "be"))
_HEAD_BLOCKS = 12
_LONGEST_HEAD_LINE = 60


def read_identity(stem: str, reading: Reading, text: str) -> GoverningDocument:
    """The document's identity as far as it can be read from the document; never confirmed.

    `text` is the stored text of `reading.blocks`: evidence quotes are slices of it, or values of the front
    matter. What a running head alone says has evidence with a page and no quote, as it is no stored text.
    """
    if is_statute(reading.metadata):
        return statute_identity(stem, reading.metadata)
    return _Reader(stem, reading, text).read()


@dataclass
class _Reader:
    """Collects fields, their evidence and the doubts of one document."""

    stem: str
    reading: Reading
    text: str
    evidence: dict[str, Evidence] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        stored = assemble(self.reading.blocks)
        self.stored = stored if stored.text == self.text else StoredText(self.text, stored.blocks, ())
        self.spans = labels.identity_spans(self.stored)

    def read(self) -> GoverningDocument:
        title = self._title()
        kind, proposed = self._kind(title)
        adopted_by = self._take("adopted_by", labels.adopter(self.stored, self.spans))
        number = statute_number(self.reading.metadata)
        document = GoverningDocument(
            document=self.stem,
            title=title,
            kind=kind,
            level=level_for_kind(kind),
            status=Status.UNCONFIRMED,
            adopted_by=None if proposed else adopted_by,
            decision=self._take("decision", labels.decision(self.stored, self.spans)),
            date=self._date(),
            valid_from=self._valid_from(),
            valid_to=self._take("valid_to", labels.labelled_date(self.stored, self.spans, "valid_to")),
            diary_number=self._diary_number(),
            number=number,
            abbreviation=abbreviation_of(number or ""),
            supersedes=None if proposed else self._supersedes(),
            conditional_on=self._condition(),
            language=_language(self.reading.metadata, self.text),
        )
        if kind == "protokoll":
            document = self._as_record(document)
        status = self._status(document, proposed)
        document = replace(document, status=status)
        if "kind" in self.evidence:
            self.evidence["level"] = self.evidence["kind"]
        doubts = (*self.doubts, *doubts_about(document, self.text))
        return replace(document, doubts=doubts, evidence=self._checked_evidence())

    def _title(self) -> str:
        found = read_title(self.stem, self.stored, self.reading.metadata)
        title = self._take("title", found)
        if title is not None:
            return in_sentence_case(title, self.text)
        return title_from_stem(self.stem, self.text)

    def _kind(self, title: str) -> tuple[str, bool]:
        """The kind, and whether the document only proposes; its own head first, its title last."""
        labelled = labels.labelled_text(self.stored, self.spans, "kind")
        if labelled is not None and exact_kind(labelled.value):
            return self._kind_found(exact_kind(labelled.value), labelled)
        # Kinds are printed in capitals; a line of the title that was cut off may happen to name one too.
        for start, line in sorted(self._head_lines(), key=lambda placed: not placed[1].isupper()):
            if kind := exact_kind(line):
                return self._kind_found(kind, Finding(kind, start, start + len(line)))
        for line in self.reading.dropped:
            if kind := exact_kind(line):
                self.evidence["kind"] = Evidence(page=1 if self.reading.pages else None)
                return kind, kind in PROPOSAL_KINDS
        if "protokoll" in (title.lower().split() or [""])[0] or "protokoll" in self.stem.lower().split("-"):
            return self._kind_from_title("protokoll")
        proposal = self._proposed_decision()
        if proposal is not None:
            return self._kind_found("tjänsteutlåtande", proposal)
        kind = (
            kind_in_title(title) or kind_in_title(title_from_stem(self.stem, self.text)) or self._own_name()
        )
        return self._kind_from_title(kind) if kind else (UNKNOWN_KIND, False)

    def _kind_found(self, kind: str | None, found: Finding[str]) -> tuple[str, bool]:
        self._take("kind", found)
        return kind or UNKNOWN_KIND, kind in PROPOSAL_KINDS

    def _kind_from_title(self, kind: str) -> tuple[str, bool]:
        if "title" in self.evidence:
            self.evidence["kind"] = self.evidence["title"]
        return kind, kind in PROPOSAL_KINDS

    def _head_lines(self) -> list[tuple[int, str]]:
        """Lines, with their offsets, of header blocks and of what stands before the running text begins."""
        lines: list[tuple[int, str]] = []
        running = False
        for placed in self.stored.blocks[:_HEAD_BLOCKS]:
            running = running or (
                placed.block.kind == "paragraph" and len(placed.block.text) > _LONGEST_HEAD_LINE
            )
            start = placed.start
            if placed.block.kind == "header" or not running:
                for line in placed.block.text.split("\n"):
                    lines.append((start, line))
                    start += len(line) + 1
        return lines

    def _proposed_decision(self) -> Finding[str] | None:
        """The heading over a proposed decision, where the document is also set up as a case."""
        short = [placed for placed in self.stored.blocks if len(placed.block.text) < 80]
        if not any(_CASE_HEADING.fullmatch(placed.block.text.strip()) for placed in short):
            return None
        for placed in short:
            if _PROPOSED_DECISION.fullmatch(placed.block.text.strip()):
                return Finding(placed.block.text, placed.start, placed.end)
        return None

    def _own_name(self) -> str | None:
        """The kind that the text calls itself by most often ("denna policy", "dessa riktlinjer")."""
        names = Counter(filter(None, (exact_kind(name) for name in _OWN_NAME.findall(self.text))))
        return names.most_common(1)[0][0] if names else None

    def _date(self) -> date | None:
        adopted = labels.adopter(self.stored, self.spans)
        found = labels.adoption_date(self.stored, adopted) if adopted is not None else None
        found = found or labels.labelled_date(self.stored, self.spans, "date")
        if found is not None:
            return self._take("date", found)
        from_head = next(
            (first_date(line) for line in self.reading.dropped if re.match(r"datum\b", line, re.I)), None
        )
        if from_head is not None:
            self.evidence["date"] = Evidence(page=1)
            return from_head
        named = _STEM_DATE.match(self.stem)
        from_name = first_date(named.group()) if named else None
        if from_name is not None:
            self.doubts.append("Datumet står bara i filens namn.")
        return from_name

    def _valid_from(self) -> date | None:
        found = labels.labelled_date(self.stored, self.spans, "valid_from")
        own = labels.own_sentences(self.stored)
        return self._take("valid_from", found or labels.labelled_date(self.stored, own, "valid_from"))

    def _diary_number(self) -> str | None:
        return self._take("diary_number", labels.diary_number(self.stored, self.spans))

    def _supersedes(self) -> str | None:
        labelled = labels.labelled_text(self.stored, self.spans, "supersedes")
        if labelled is not None:
            return self._take("supersedes", labelled)
        for placed in self.stored.blocks:
            for sentence in _SENTENCE.finditer(self.text, placed.start, placed.end):
                found = _REPLACES.search(sentence.group())
                about_itself = labels.self_reference(sentence.group()) or "detta dokument" in sentence.group()
                if found is not None and about_itself:
                    start = sentence.start() + found.start()
                    # Precedence over earlier decisions replaces no document by name: then the words say so.
                    named = (
                        found.group(1) if found.group().lower().startswith(("ers", "upp")) else found.group()
                    )
                    finding = Finding(" ".join(named.split()), start, sentence.start() + found.end())
                    return self._take("supersedes", finding)
        return None

    def _condition(self) -> str | None:
        """What the decision waits for: another body's decision, where the text makes that a condition."""
        found = [
            Finding(" ".join(match.group(1).split()), match.start(), match.end())
            for placed in self.stored.blocks
            for match in _CONDITION.finditer(self.text, placed.start, placed.end)
        ]
        found.sort(key=lambda finding: not finding.value.lower().startswith("motsvarande"))
        return self._take("conditional_on", found[0]) if found else None

    def _as_record(self, document: GoverningDocument) -> GoverningDocument:
        """A protocol is its body's own record: the body that met is the one that decided."""
        met = _MEETING.search(self.text)
        body = document.adopted_by
        if body is None and met is not None:
            body = met.group(1)[:1].upper() + met.group(1)[1:].lower()
            self.evidence["adopted_by"] = self._evidence(met.start(), met.end())
        title = document.title
        if "title" not in self.evidence or "protokoll" not in title.lower():
            self.evidence.pop("title", None)
            title = f"Protokoll {body.lower()}" if body else title
            title = f"{title} {document.date.isoformat()}" if document.date else title
        return replace(document, title=title, adopted_by=body, conditional_on=None, supersedes=None)

    def _status(self, document: GoverningDocument, proposed: bool) -> Status:
        """Adopted only where the document names who adopted it and a real date; never on the file's name."""
        missing = labels.placeholder(self.stored, self.spans)
        if proposed or self._is_draft(document.title):
            self.evidence.setdefault("status", self.evidence.get("kind", Evidence()))
            return Status.PROPOSED
        for start, line in self._head_lines():
            if _REPEALED.fullmatch(line.strip()):
                self.evidence["status"] = self._evidence(start, start + len(line))
                return Status.REPEALED
        if missing is not None:
            self._take("status", missing)
            self.doubts.append(f"En uppgift är inte ifylld: ”{missing.value}”.")
            return Status.UNCONFIRMED
        dated = "date" in self.evidence or "valid_from" in self.evidence
        if document.adopted_by and dated:
            self.evidence["status"] = self.evidence.get("adopted_by", Evidence())
            return Status.ADOPTED
        return Status.UNCONFIRMED

    def _is_draft(self, title: str) -> bool:
        lines = [line.strip() for _, line in self._head_lines()] + list(self.reading.dropped)
        return _DRAFT.match(title) is not None or any(_DRAFT.fullmatch(line.strip()) for line in lines)

    def _take(self, name: str, found: Finding[T] | None) -> T | None:
        if found is None:
            return None
        self.evidence[name] = self._evidence(found.start, found.end)
        return found.value

    def _evidence(self, start: int, end: int) -> Evidence:
        mark = self.stored.mark_at(start)
        return Evidence(self.text[start:end].strip(), mark.page if mark else None)

    def _checked_evidence(self) -> dict[str, Evidence]:
        """Only words that stand in the stored text are evidence."""
        return {
            name: given
            for name, given in self.evidence.items()
            if given.quote is None or given.quote in self.text
        }


def _language(metadata: dict[str, str], text: str) -> str:
    """ "sv" or "en": by the text's small words; what the file claims decides only where they do not."""
    words = Counter(text.lower().split())
    swedish = sum(words[word] for word in _SWEDISH)
    english = sum(words[word] for word in _ENGLISH)
    if swedish == english:
        return "en" if metadata.get("language", "").lower().startswith("en") else "sv"
    return "en" if english > swedish else "sv"
