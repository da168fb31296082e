"""Labelled values and statements of adoption: "Beslutat av Rektor", "Fastställd av … 2016-02-17, § 11"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ingest.dates import find_dates, find_placeholder
from ingest.identity_columns import column_values
from ingest.label_words import ANY_LABEL, DONE, PATTERNS
from ingest.stored_text import PlacedBlock, StoredText

T = TypeVar("T")

_SUBJECT = (
    r"(?:(?:denna|detta|dessa|den\s+här|föreliggande)\s+[^\W\d]+"
    r"|[^\W\d]*(?:policyn|riktlinjen|riktlinjerna|reglerna|rutinen|instruktionen|anvisningen|anvisningarna|ordningen|reglementet"
    r"|dokumentet|koden|föreskrifterna|avtalet|överenskommelsen|planen|strategin|handboken))"
)
_STATEMENT = re.compile(
    rf"(?<!\w)(?:{_SUBJECT}(?:\s+[^\W\d]+){{0,5}}?\s+{DONE}"
    r"|beslut(?:et)?\s+(?:i\s+(?:detta|det\s+här)\s+ärendet?\s+)?har\s+fattats|ärendet\s+har\s+avgjorts)\s+(?:av|i)\s+",
    re.IGNORECASE,
)
_BODY_ENDS = re.compile(
    r"[,;(.§\d]|\s(?:den|vid|genom|enligt|efter|på\s+föredragning|som|med|för\s+att|och\s+(?:gäller|träder|ska|ersätter))\s|\b(?:19|20)(?:\d\d|xx)\b",
    re.IGNORECASE,
)
_DIARY = re.compile(
    r"(?:[A-ZÅÄÖ]{1,8}(?:[ -][A-ZÅÄÖ]{1,6})?[ \u00a0/-]?)?\d[\dA-ZÅÄÖ/:.-]*\d(?![\w])", re.IGNORECASE
)
_DATE_THEN_BODY = re.compile(r"[\d./-]{8,10},?\s+(?:av|i)\s+", re.IGNORECASE)
_BODIES = {
    "KF": "kommunfullmäktige",
    "KS": "kommunstyrelsen",
    "RF": "regionfullmäktige",
    "RS": "regionstyrelsen",
    "LF": "landstingsfullmäktige",
    "LS": "landstingsstyrelsen",
}
_DECISION = re.compile(r"§{1,2}\s?\d+(?:/\d{2,4})?(?:\s(?:[A-ZÅÄÖ]{2,3})\b)?")
_CONTACT = re.compile(
    r"handläggare|kontakt(?:person)?\b|ansvarig\b|dokument(?:ansvarig|ägare)|föredragande", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"(?:\b(?:t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|dvs|bl\.a|t\.ex)\.|[^.!?\n]|\.(?=\S))+[.!?]?", re.IGNORECASE
)
_MOST_WORDS_OF_A_BODY = 8
_FRONT_BLOCKS = 25
_BACK_BLOCKS = 8
_LONGEST_LABELLED_BLOCK = 300
_LONGEST_HEAD = 120
_ADOPTED_RULES = re.compile(
    rf"[A-ZÅÄÖ][^\W\d]*(?:policy|regler|rutin|riktlinjer?|anvisning(?:ar)?|instruktion|plan|program|strategi|reglemente)?,?\s{DONE}\s+(?:av|i)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding(Generic[T]):
    """A value and the span `[start, end)` of the stored text that it was read from."""

    value: T
    start: int
    end: int


def identity_spans(stored: StoredText) -> tuple[tuple[int, int], ...]:
    """Where a document says what it is: its header blocks, and labelled lines at its front and back."""
    blocks = stored.blocks
    spans = [(placed.start, placed.end) for placed in blocks if placed.block.kind == "header"]
    edges = edge_blocks(stored)
    for position, placed in enumerate(edges):
        if placed.block.kind != "header" and _is_labelled(placed):
            bare = bool(_labels_of(placed.block.text))
            following = edges[position + 1] if bare and position + 1 < len(edges) else placed
            spans.append((placed.start, following.end))
    return tuple(spans)


def own_sentences(stored: StoredText) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences at front and back in which the document speaks of itself."""
    return tuple(
        sentence.span()
        for placed in edge_blocks(stored)
        for sentence in _SENTENCE.finditer(stored.text, placed.start, placed.end)
        if self_reference(sentence.group())
    )


def labelled_date(stored: StoredText, spans: tuple[tuple[int, int], ...], label: str) -> Finding[date] | None:
    """The date after a label, where nothing else stands between them."""
    for start, value_start, value_end in values_of(stored.text, spans, label):
        for found in find_dates(stored.text[value_start:value_end]):
            if found.start <= 12:
                return Finding(found.value, start, value_start + found.end)
            break
    return None


def labelled_text(stored: StoredText, spans: tuple[tuple[int, int], ...], label: str) -> Finding[str] | None:
    """The words after a label, up to the next label or the end of the line."""
    for start, value_start, value_end in values_of(stored.text, spans, label):
        value = one_value(stored.text[value_start:value_end])
        if value.strip():
            return Finding(" ".join(value.split()).rstrip(" ."), start, value_start + len(value.rstrip()))
    return None


def spoken_of(name: str, stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[str] | None:
    """The label of a field where nothing could be read from what stands beside it."""
    label = _CONTACT if name == "contact" else PATTERNS.get(name)
    if label is None:
        return None
    for start, end in spans:
        found = label.search(stored.text, start, end)
        if found is not None:
            return Finding(found.group().strip(), found.start(), found.end())
    return None


def diary_number(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[str] | None:
    """The number under which the registry keeps the document's case."""
    return _number(stored, spans, "diary_number")


def document_number(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[str] | None:
    """The number of the document itself in the system that keeps it, which may or may not be a registry's."""
    return _number(stored, spans, "document_number")


def _number(stored: StoredText, spans: tuple[tuple[int, int], ...], label: str) -> Finding[str] | None:
    for start, value_start, value_end in values_of(stored.text, spans, label):
        found = _DIARY.match(stored.text[value_start:value_end])
        if found is not None and not _is_date(found.group()):
            return Finding(" ".join(found.group().split()), start, value_start + found.end())
    return None


def _is_date(text: str) -> bool:
    return any((day.start, day.end) == (0, len(text)) for day in find_dates(text))


def decision(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[str] | None:
    """The § of the decision, by its label or in a statement of adoption."""
    for label in ("decision", "adopted_by", "date"):
        for start, value_start, value_end in values_of(stored.text, spans, label, past_labels=True):
            found = _DECISION.search(stored.text[value_start : min(value_end, value_start + 120)])
            if found is not None:
                return Finding(" ".join(found.group().split()), start, value_start + found.end())
    for start, value_start in _statements(stored):
        found = _DECISION.search(stored.text[value_start : value_start + 120].split("\n")[0])
        if found is not None:
            return Finding(" ".join(found.group().split()), start, value_start + found.end())
    return None


def adopter(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[str] | None:
    """The body or person that adopted the document, by label, else by a sentence about the document."""
    for start, value_start, value_end in values_of(stored.text, spans, "adopted_by"):
        body = _body(stored.text[value_start:value_end])
        if body:
            return Finding(" ".join(body.split()), start, value_start + len(body))
    for start, value_start in _statements(stored):
        body = _body(stored.text[value_start : value_start + 120])
        if body:
            return Finding(" ".join(body.split()), start, value_start + len(body))
    for start, value_start, value_end in values_of(stored.text, spans, "date"):
        after = _DATE_THEN_BODY.match(stored.text, value_start, value_end)
        body = _body(stored.text[after.end() : value_end]) if after else ""
        if after is not None and body:
            return Finding(" ".join(body.split()), start, after.end() + len(body))
    return None


def body_of(decision: str) -> str | None:
    """The body that the abbreviation behind a § stands for: "§ 123 KF"."""
    return next((body for short, body in _BODIES.items() if decision.endswith(f" {short}")), None)


def adoption_date(stored: StoredText, adopted: Finding[str]) -> Finding[date] | None:
    """The date that stands in the same statement as the adopter, directly after it."""
    line = stored.text[adopted.end : adopted.end + 60].split("\n")[0]
    for found in find_dates(line):
        return Finding(found.value, adopted.start, adopted.end + found.end)
    return None


def placeholder(stored: StoredText, spans: tuple[tuple[int, int], ...]) -> Finding[str] | None:
    """A place in the document's identity that is still to be filled in."""
    statements = (
        (start, min(len(stored.text), value_start + 120)) for start, value_start in _statements(stored)
    )
    for start, end in (*spans, *statements, *_of_itself(stored)):
        found = find_placeholder(stored.text[start:end])
        if found is not None:
            return Finding(
                stored.text[start + found[0] : start + found[1]], start + found[0], start + found[1]
            )
    return None


def _of_itself(stored: StoredText) -> list[tuple[int, int]]:
    """Short paragraphs at front and back that begin by speaking of the document; dots divide none of them."""
    return [
        (placed.start, placed.end)
        for placed in edge_blocks(stored)
        if len(placed.block.text) <= _LONGEST_LABELLED_BLOCK and self_reference(placed.block.text)
    ]


def self_reference(text: str) -> bool:
    """Whether a sentence begins by speaking of the document itself ("Denna policy …", "Riktlinjerna …")."""
    return re.match(rf"[\W\d]*{_SUBJECT}", text, re.IGNORECASE) is not None


def edge_blocks(stored: StoredText) -> list[PlacedBlock]:
    """The blocks at a document's front and back, where it says what it is."""
    blocks = stored.blocks
    return [*blocks[:_FRONT_BLOCKS], *blocks[max(_FRONT_BLOCKS, len(blocks) - _BACK_BLOCKS) :]]


def _is_labelled(placed: PlacedBlock) -> bool:
    text = placed.block.text.lstrip("•-–* ")
    if len(text) > _LONGEST_LABELLED_BLOCK:
        return False
    if ANY_LABEL.match(text) or (len(text) <= _LONGEST_HEAD and PATTERNS["diary_number"].search(text)):
        return True
    # One short line says who adopted the rules and when.
    if len(text) <= _LONGEST_HEAD and _ADOPTED_RULES.match(text):
        return True
    return sum(1 for _ in ANY_LABEL.finditer(text)) >= (2 if placed.block.kind == "row" else 3)


def values_of(
    text: str, spans: tuple[tuple[int, int], ...], label: str, past_labels: bool = False
) -> Iterator[tuple[int, int, int]]:
    """(label start, value start, value end) for each place where the label stands in an identity span."""
    for start, end in spans:
        for name, value_start, value_end in column_values(text, start, end, _labels_of, _DIARY, _DECISION):
            if name == label:
                yield value_start, value_start, value_end
        for found in PATTERNS[label].finditer(text, start, end):
            following = None if past_labels else ANY_LABEL.search(text, found.end(), end)
            yield found.start(), found.end(), following.start() if following else end


def _labels_of(line: str) -> list[str] | None:
    """The names of the labels that a line consists of, "" for those of no field here; None for other
    lines.
    """
    found = list(ANY_LABEL.finditer(line))
    if "".join(ANY_LABEL.sub("", line).split(" ")).strip(" :/|"):
        return None
    return [next((n for n, p in PATTERNS.items() if p.fullmatch(one.group())), "") for one in found]


def _statements(stored: StoredText) -> Iterator[tuple[int, int]]:
    """(start, end of the words "… av") of sentences at front and back that say who adopted this document."""
    for placed in edge_blocks(stored):
        for found in _STATEMENT.finditer(stored.text, placed.start, placed.end):
            yield found.start(), found.end()


def one_value(text: str) -> str:
    """The first line; the next as well where the first plainly goes on."""
    lines = text.split("\n")
    value = lines[0]
    for line in lines[1:]:
        goes_on = value.rstrip().endswith(("-", " och", ",", " för", " av")) or line[:1].islower()
        if value.strip() and not goes_on:
            break
        value += "\n" + line
    return value


def _body(text: str) -> str:
    value = one_value(text)
    end = _BODY_ENDS.search(value)
    value = (value[: end.start()] if end else value).rstrip()
    return value if 0 < len(value.split()) <= _MOST_WORDS_OF_A_BODY and value[:1].isalpha() else ""
