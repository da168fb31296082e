"""What kind of document it is: from its own head first, from its title last."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from hierarchy.documents import Confidence
from ingest import identity_labels as labels
from ingest.blocks import Reading
from ingest.identity_labels import Finding
from ingest.kinds import PROPOSAL_KINDS, UNKNOWN_KIND, exact_kind, kind_in_capitals, kind_in_title
from ingest.running_heads import running_heads
from ingest.stored_text import StoredText
from ingest.titles import is_draft, title_from_stem

_PROPOSED_DECISION = re.compile(
    r"(?:[^\W\d]+s\s+)?(?:förslag\s+till\s+(?:[^\W\d]+\s+)?beslut|beslutsförslag)\s*:?", re.IGNORECASE
)
_CASE_HEADING = re.compile(
    r"ärende(?:t|beskrivning|ts\s+beredning)?\b.*|beslutet\s+skickas\s+till|(?:beslut\s+)?expedieras\s+till"
    r"|beslutsunderlag|detaljerad\s+beskrivning.*|sammanfattning(?:\s+av\s+ärendet)?",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(r"\b(?:denna|detta|dessa|föreliggande)\s+([^\W\d]+)", re.IGNORECASE)
_RECORD = (
    re.compile(r"^(?:plats\s+och\s+tid|tid\s+och\s+plats|plats|tid)\b", re.IGNORECASE | re.MULTILINE),
    re.compile(
        r"^(?:justera(?:re|nde|s|d|ts)|utsedd?\s+att\s+justera|att\s+justera|justering)",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(r"§", re.MULTILINE),
)
_FRONT_OF_A_RECORD = 40
_SECTIONS = frozenset(("sammanfattning", "beslut", "förslag", "utredning", "plan", "program", "rapport"))
"""Kinds whose names head sections of other documents: a line of its own in small letters is one of those."""
_HEAD_BLOCKS = 12
_LONGEST_HEAD_LINE = 60


@dataclass(frozen=True)
class KindFound:
    """The kind, how sure it is, and what shows it: words of the stored text, the title, or a page alone."""

    kind: str
    confidence: Confidence
    shown: Finding[str] | None = None
    by_title: bool = False
    page: int | None = None

    @property
    def proposes(self) -> bool:
        return self.kind in PROPOSAL_KINDS


def read_kind(
    stem: str, title: str, reading: Reading, stored: StoredText, spans: tuple[tuple[int, int], ...]
) -> KindFound:
    """The kind of the document called `title`; `UNKNOWN_KIND` where nothing tells.

    What a letterhead says is a guess where the title names another kind.
    """
    found = _found_kind(stem, title, reading, stored, spans)
    named = kind_in_title(title)
    differs = named is not None and named != found.kind and found.confidence is Confidence.READ
    return replace(found, confidence=Confidence.INFERRED) if differs else found


def _found_kind(
    stem: str, title: str, reading: Reading, stored: StoredText, spans: tuple[tuple[int, int], ...]
) -> KindFound:
    labelled = labels.labelled_text(stored, spans, "kind")
    kind = exact_kind(labelled.value) if labelled is not None else None
    if kind:
        return KindFound(kind, Confidence.STATED, labelled)
    # Kinds are printed in capitals; a line of the title that was cut off may happen to name one too.
    for start, line in sorted(head_lines(stored), key=lambda placed: not placed[1].isupper()):
        if (kind := exact_kind(line)) and (line.isupper() or kind not in _SECTIONS) and not is_draft(line):
            return KindFound(kind, Confidence.STATED, Finding(kind, start, start + len(line)))
    heads = running_heads(reading).text.split("\n")
    page = 1 if reading.pages else None
    for line in heads:
        if (kind := exact_kind(line)) and not is_draft(line):
            return KindFound(kind, Confidence.READ, page=page)
    for start, line in head_lines(stored):
        if line.strip() != title and not is_draft(line) and (kind := kind_in_capitals(line)):
            return KindFound(kind, Confidence.READ, Finding(kind, start, start + len(line)))
    for line in heads:
        if not is_draft(line) and (kind := kind_in_capitals(line)):
            return KindFound(kind, Confidence.READ, page=page)
    if "protokoll" in (title.lower().split() or [""])[0] or "protokoll" in stem.lower().split("-"):
        return KindFound("protokoll", Confidence.READ, by_title=True)
    proposal = _proposed_decision(stored)
    if proposal is not None:
        return KindFound("tjänsteutlåtande", Confidence.READ, proposal)
    if _is_record_of_a_meeting(stored):
        return KindFound("protokoll", Confidence.READ, page=page)
    if kind := kind_in_title(title):
        return KindFound(kind, Confidence.READ, by_title=True)
    for line in heads:
        if kind := kind_in_title(line):
            return KindFound(kind, Confidence.INFERRED, page=page)
    if kind := kind_in_title(title_from_stem(stem, stored.text)):
        return KindFound(kind, Confidence.READ, by_title=True)
    named = _own_name(stored)
    if named is not None:
        return KindFound(named.value, Confidence.INFERRED, named)
    return KindFound(UNKNOWN_KIND, Confidence.INFERRED)


def head_lines(stored: StoredText) -> list[tuple[int, str]]:
    """Lines, with their offsets, of header blocks and of what stands before the running text begins."""
    lines: list[tuple[int, str]] = []
    running = False
    for placed in stored.blocks[:_HEAD_BLOCKS]:
        text = placed.block.text
        ended = text.rstrip().endswith((".", "!", "?", ":")) or len(text) > 2 * _LONGEST_HEAD_LINE
        running = running or (placed.block.kind == "paragraph" and len(text) > _LONGEST_HEAD_LINE and ended)
        start = placed.start
        if placed.block.kind == "header" or not running:
            for line in placed.block.text.split("\n"):
                lines.append((start, line))
                start += len(line) + 1
    return lines


def _is_record_of_a_meeting(stored: StoredText) -> bool:
    """Whether the front says where a meeting was held and who checks the record of it."""
    front = "\n".join(placed.block.text for placed in stored.blocks[:_FRONT_OF_A_RECORD])
    return all(word.search(front) for word in _RECORD)


def _proposed_decision(stored: StoredText) -> Finding[str] | None:
    """The heading over a proposed decision, where the document is also set up as a case."""
    short = [placed for placed in stored.blocks if len(placed.block.text) < 80]
    if not any(_CASE_HEADING.fullmatch(placed.block.text.strip()) for placed in short):
        return None
    for placed in short:
        if _PROPOSED_DECISION.fullmatch(placed.block.text.strip()):
            return Finding(placed.block.text, placed.start, placed.end)
    return None


def _own_name(stored: StoredText) -> Finding[str] | None:
    """The kind that the text calls itself by most often ("denna policy", "dessa riktlinjer")."""
    found = [(kind, match) for match in _OWN_NAME.finditer(stored.text) if (kind := exact_kind(match[1]))]
    if not found:
        return None
    kind = Counter(kind for kind, _ in found).most_common(1)[0][0]
    first = next(match for named, match in found if named == kind)
    return Finding(kind, first.start(), first.end())
