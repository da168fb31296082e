"""The lines of a PDF gathered to what will be its blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.blocks import BlockKind
from ingest.readers.column_edges import with_column_edges
from ingest.readers.footnotes import Footnotes
from ingest.readers.line_flow import Flow, ends, place, step
from ingest.readers.lists import Mark, mark
from ingest.readers.pdf_headings import Heading, column_heads, has_typographic_headings, heading_at
from ingest.readers.pdf_lines import Line
from ingest.readers.pdf_sections import Sections, begins_with_section
from ingest.readers.tables import row_ends
from ingest.readers.typography import Profile, profile

_HANG = 6.0
_WORDS_OF_A_NAME = 10


@dataclass
class Draft:
    """A block in the making: its lines, and the text of each with an item's marker made usual."""

    kind: BlockKind
    lines: list[Line]
    depth: int = 0
    texts: list[str] = field(default_factory=list)

    def add(self, line: Line, text: str | None = None) -> None:
        self.lines.append(line)
        self.texts.append(line.text if text is None else text)


class _Builder:
    """Reads lines one by one and keeps the paragraph or item that is still open."""

    def __init__(self, lines: Sequence[Line], shape: Profile) -> None:
        self.lines = lines
        self.shape = shape
        self.rows = row_ends(lines)
        self.sections = Sections(lines)
        self.plain = not has_typographic_headings(lines, shape)
        self.hanging = _has_hanging_items(lines)
        self.flow = Flow(lines, shape)
        self.footnotes = Footnotes(lines, shape.size)
        self.drafts: list[Draft] = []
        self.open: Draft | None = None
        self.notes: list[Draft] = []
        self.levels: list[float] = []

    def build(self) -> list[Draft]:
        i = 0
        while i < len(self.lines):
            i = self._read(i)
        self._close()
        for draft, after in pairwise((*self.drafts, None)):
            if draft is not None and draft.kind == "paragraph" and self._heads(draft, after):
                draft.kind = "heading"
        return self.drafts

    def _heads(self, draft: Draft, after: Draft | None) -> bool:
        """Whether a paragraph turns out to be a heading by what stands below it."""
        return self._heads_section(draft, after) if self.sections.present else self._asks(draft)

    def _heads_section(self, draft: Draft, after: Draft | None) -> bool:
        """In a statute: set apart from the running text, above a section or another heading."""
        if after is None or len(draft.lines) > 2 or ends(draft.lines[-1]):
            return False
        apart = all(line.placed and self.shape.stands_out(line) for line in draft.lines)
        return apart and (after.kind == "heading" or begins_with_section(after.lines[0]))

    def _asks(self, draft: Draft) -> bool:
        """A question that stands by itself in a document of statements is what the text below it answers."""
        text = " ".join(draft.texts)
        return (
            len(draft.lines) <= 2
            and text.endswith("?")
            and not re.search(r"[.!?:;] ", text)
            and text[0].isupper()
        )

    def _read(self, i: int) -> int:
        line, opened = self.lines[i], self.open
        end = self._read_from(i, line)
        if self.open is not opened:
            self.sections.passed(line)
        return end

    def _read_from(self, i: int, line: Line) -> int:
        if self.footnotes.begin_at(i):
            return self._note(i)
        heading = heading_at(self.lines, i, self.shape, self.plain)
        if heading is not None and not self._runs_on(line) and not self._says(heading):
            self._heading(heading)
            self.levels = []
            return heading.end
        if i in self.rows and not self._spaced_prose(i):
            return self._row(i, self.rows[i])
        found = mark(line.text)
        if found is not None and not self._ambiguous_continues(found, line):
            self._end_open()
            self.open = Draft("item", [], self._depth(line))
            self.open.add(line, found.text)
        elif self.open is not None and self._continues(line):
            self.open.add(line)
        else:
            self._close()
            self.levels = [] if self.open is None else self.levels
            self.open = Draft("paragraph", [])
            self.open.add(line)
        return i + 1

    def _runs_on(self, line: Line) -> bool:
        """A line that only stands out because a whole line of a sentence is emphasised."""
        if self.open is None or not line.placed:
            return False
        last = self.open.lines[-1]
        return (
            last.page == line.page
            and abs(last.size - line.size) < 0.3
            and not ends(last)
            and step(last, line) <= (self.shape.pitch + 0.12) * line.size
            and not self.flow.could_hold(last, line)
        )

    def _says(self, heading: Heading) -> bool:
        """Small bold print of many words states something; it names no part of the document."""
        lines = self.lines[heading.start : heading.end]
        small = lines[0].placed and lines[0].size < self.shape.size - 0.6
        return small and sum(len(line.text.split()) for line in lines) > _WORDS_OF_A_NAME

    def _spaced_prose(self, i: int) -> bool:
        """A line of a sentence that only looks like a table row because it is set with wide spaces."""
        line = self.lines[i]
        if self.open is not None and line.text[0].islower():
            last = self.open.lines[-1]
            return not ends(last) and self.flow.near(last, line) and abs(last.x - line.x) < 3
        after = self.lines[i + 1] if i + 1 < len(self.lines) else None
        if after is None or not self.flow.full(line) or len(line.cells) > 2 or not after.text[0].islower():
            return False
        return not ends(line) and self.flow.near(line, after) and abs(after.x - line.x) < 3

    def _emit(self, kind: BlockKind, start: int, end: int, depth: int = 0) -> None:
        self._close()
        draft = Draft(kind, [], depth)
        for line in self.lines[start:end]:
            draft.add(line)
        self.drafts.append(draft)

    def _heading(self, heading: Heading) -> None:
        line = self.lines[heading.start]
        above = self.drafts[-1] if self.drafts and self.open is None else None
        if above is not None and above.kind == "heading" and line.text.startswith("("):
            last = above.lines[-1]
            if last.page == line.page and 0 < step(last, line) <= 2 * line.size:
                for added in self.lines[heading.start : heading.end]:
                    above.add(added)
                return
        self._emit("heading", heading.start, heading.end)
        heads = column_heads(line)
        if heads and heading.end == heading.start + 1:
            self.drafts[-1].texts = [line.text.removesuffix(heads).rstrip()]
            row = Draft("row", [])
            row.add(line, heads)
            self.drafts.append(row)

    def _row(self, start: int, end: int) -> int:
        found = mark(self.lines[start].text)
        kind: BlockKind = "item" if found is not None and found.marker in ("point", "number") else "row"
        self._emit(kind, start, end, 1 if kind == "item" else 0)
        return end

    def _close(self) -> None:
        """End what is open, and the list that it may belong to: now the notes under it can follow."""
        self._end_open()
        self.drafts.extend(self.notes)
        self.notes = []

    def _end_open(self) -> None:
        if self.open is not None:
            self.drafts.append(self.open)
        self.open = None

    def _note(self, start: int) -> int:
        end = self.footnotes.read(start)
        draft = Draft("note", [])
        for line in self.lines[start:end]:
            draft.add(line)
        self.notes.append(draft)
        return end

    def _depth(self, line: Line) -> int:
        """How deep an item is nested, by where its marker stands."""
        if not line.placed:
            return 1
        while self.levels and self.levels[-1] > line.x + 4:
            self.levels.pop()
        if not self.levels or line.x > self.levels[-1] + 4:
            self.levels.append(line.x)
        return len(self.levels)

    def _ambiguous_continues(self, found: Mark, line: Line) -> bool:
        """Whether a dash, number or letter that could mark an item only begins a line of a sentence."""
        if found.marker == "bullet" or self.open is None:
            return False
        last = self.open.lines[-1]
        if ends(last) or last.text.endswith(","):
            return False
        if found.marker == "point" or not line.placed:
            return (
                line.placed
                and self.flow.full(last)
                and self.flow.near(last, line)
                and abs(last.x - line.x) < 3
            )
        if self.open.kind == "item" and abs(self.open.lines[0].x - line.x) < 3:
            opened = mark(self.open.lines[0].text)
            return (
                opened is not None
                and opened.marker != found.marker
                and self.flow.near(last, line)
                and self.flow.full(last)
            )
        return self.flow.near(last, line) and abs(last.x - line.x) < 3 and self.flow.full(last)

    def _continues(self, line: Line) -> bool:
        """Whether `line`, which bears no marker, goes on with the open block."""
        assert self.open is not None
        last = self.open.lines[-1]
        lower = line.text[0].islower() or (line.text[0] == "(" and not ends(last))
        if self.sections.begin_at(line, last, ended=ends(last)):
            return False
        if not line.placed or not last.placed:
            return lower or not ends(last)
        if last.text.endswith(("-", "\u00ad")) and lower:
            return True
        if abs(line.size - last.size) > 0.6 and not lower:
            return False
        if place(line) != place(last):
            new = ends(last) or self.flow.could_hold(last, line) or self.flow.turns(last, line)
            return (lower or not new) and not (
                self.open.kind == "item" and self._left_of_item(line) and not lower
            )
        if line.y > last.y + 2:
            return lower and not ends(last)
        if self.open.kind == "item" and self._left_of_item(line):
            return lower and not ends(last) and self.flow.near(last, line)
        if not self.flow.near(last, line):
            return lower and not ends(last)
        if self.open.kind == "paragraph" and ends(last):
            turns_back = line.x < last.x - 8 and len(self.open.lines) > 1
            turns_in = line.x > last.x + 8 and len(self.open.lines) > 1
            if turns_back or turns_in:
                return False
        if line.bold != last.bold and not lower and ends(last):
            return False
        return lower or not self.flow.could_hold(last, line)

    def _left_of_item(self, line: Line) -> bool:
        assert self.open is not None
        return self.hanging and line.x < self.open.lines[0].x + 4


def drafts(lines: Sequence[Line]) -> list[Draft]:
    """The blocks in the making of a document's `lines`, in reading order, without depths of headings."""
    shape = profile(lines)
    return _Builder(with_column_edges(lines, shape), shape).build()


def _has_hanging_items(lines: Sequence[Line]) -> bool:
    return any(
        mark(a.text)
        and not mark(b.text)
        and a.page == b.page
        and a.placed
        and _HANG < b.x - a.x < 60
        and 0 < a.y - b.y < 2 * a.size
        for a, b in pairwise(lines)
    )
