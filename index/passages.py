"""Units: the pieces of a provision that are embedded, found and quoted; stored, each is a passage.

A unit is a paragraph, or list items with the lead-in they need. All offsets address the document's stored
text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.sentences import sentence_spans

UNIT_CHARACTERS = 500

_ITEM = re.compile(r"(?:[-–•*·]|o(?= )|\d{1,2}[.)]|[a-zåäö]\)|\d{1,2}(?:\.\d{1,2})+\.?)\s")


@dataclass(frozen=True)
class Span:
    """`[start, end)` in characters."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def text_in(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True)
class Unit:
    """What can answer: `span` is quoted; `lead` is the lead-in of a list, where `span` lacks it."""

    span: Span
    lead: Span | None = None

    def text_in(self, text: str) -> str:
        """The unit's words with the lead-in before them."""
        own = self.span.text_in(text)
        return f"{self.lead.text_in(text)} {own}" if self.lead else own


@lru_cache(maxsize=10_000)
def units(text: str, start: int, end: int) -> tuple[Unit, ...]:
    """The paragraphs and lists of the provision `text[start:end]`, none much over 500 characters.

    Remembered, since the same provisions are read for one question after another.
    """
    return tuple(_units(text, start, end))


def _units(text: str, start: int, end: int) -> Iterator[Unit]:
    position = start
    for paragraph in text[start:end].split("\n\n"):
        lines = list(_lines(paragraph, position))
        position += len(paragraph) + 2
        if any(is_item for _, is_item in lines):
            yield from _list_units(lines)
        else:
            yield from (Unit(piece) for piece in _joined(p for line, _ in lines for p in _cut(text, line)))


def sentences(text: str, unit: Unit) -> list[Span]:
    """The sentences and items of a unit, each quotable by itself."""
    spans: list[Span] = []
    for line, is_item in _lines(unit.span.text_in(text), unit.span.start):
        spans.extend([line] if is_item else _sentences(text, line))
    return spans


def _list_units(lines: list[tuple[Span, bool]]) -> Iterator[Unit]:
    """The lead-in with as many items as fit, then further items with the lead-in named apart."""
    lead: Span | None = None
    current: Span | None = None
    apart = False
    for span, is_item in lines:
        if not is_item and (current is None or lead is None or current.end != lead.end):
            # A line without marker before the list is its lead-in; after items it begins anew.
            if current:
                yield Unit(current, lead if apart else None)
            lead, current, apart = span, span, False
        elif current and span.end - current.start > UNIT_CHARACTERS and current != lead:
            yield Unit(current, lead if apart else None)
            current, apart = span, lead is not None
        else:
            current = Span(current.start, span.end) if current else span
    if current:
        yield Unit(current, lead if apart else None)


def _joined(pieces: Iterator[Span]) -> Iterator[Span]:
    """Lines that belong together, as a table's rows or a title block's, up to the length of a unit."""
    current: Span | None = None
    for piece in pieces:
        if current and piece.end - current.start <= UNIT_CHARACTERS:
            current = Span(current.start, piece.end)
        else:
            if current:
                yield current
            current = piece
    if current:
        yield current


def _cut(text: str, line: Span) -> Iterator[Span]:
    current: Span | None = None
    for sentence in _sentences(text, line):
        if current and sentence.end - current.start > UNIT_CHARACTERS:
            yield current
            current = sentence
        else:
            current = Span(current.start, sentence.end) if current else sentence
    if current:
        yield current


def _sentences(text: str, line: Span) -> list[Span]:
    return [Span(line.start + a, line.start + b) for a, b in sentence_spans(line.text_in(text))]


def _lines(paragraph: str, offset: int) -> Iterator[tuple[Span, bool]]:
    for line in paragraph.split("\n"):
        text = line.strip()
        if text:
            start = offset + line.index(text)
            yield Span(start, start + len(text)), bool(_ITEM.match(text))
        offset += len(line) + 1
