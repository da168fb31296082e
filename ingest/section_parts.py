"""The stycken and points of a statute section, with their places in its text.

A stycke is a paragraph with the list that it leads into; the words after a list that end its sentence
belong to it too. Points are numbered, lettered or marked with a dash, and one kind may stand inside another.
So statutes are written (Gröna boken, Ds 2014:1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Literal

Marker = Literal["number", "letter", "dash"]

_LINE = re.compile(r"[^\n]+")
_MARKERS: tuple[tuple[Marker, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(\d{1,3}(?: ?[a-z])?)[.)]\s+(?=\S)")),
    ("letter", re.compile(r"\(?([a-zåäö])\)\s+(?=\S)|([a-z])\.\s+(?=\S)")),
    ("dash", re.compile(r"[-–—•]\s+(?=\S)")),
)
_INLINE = re.compile(r"(?<=\s)(\d{1,2})\.\s(?=[a-zåäö0-9])")
_AMENDING = r"(?:Lag|Förordning|Kungörelse|Tillkännagivande)\s\(\d{4}:\d+\)\.?"
_AMENDMENTS = re.compile(rf"(?:(?:^|(?<=[\w.,:;)”\"?!])\s+){_AMENDING}\s*)+$")


@dataclass(frozen=True)
class Part:
    """A stycke or a point of a section: `[start, end)` in the section's text, and the points inside it.

    `label` is what it is addressed by: a stycke's number, a point's number ("2", "2 a") or letter, or the
    place of a dash among its sisters. `marker` is None for a stycke.
    """

    label: str
    start: int
    end: int
    marker: Marker | None = None
    points: tuple["Part", ...] = ()


@dataclass
class _Open:
    """A part that may still grow."""

    label: str
    start: int
    end: int
    marker: Marker | None = None
    points: list["_Open"] = field(default_factory=list)

    def closed(self) -> Part:
        points = tuple(point.closed() for point in self.points)
        return Part(self.label, self.start, max([self.end, *(p.end for p in points)]), self.marker, points)


def amendments_at_end(text: str) -> re.Match[str] | None:
    """The amendment notes that end a text ("Lag (2021:1110)."), with the white space before them."""
    return _AMENDMENTS.search(text)


def stycken(text: str) -> tuple[Part, ...]:
    """The stycken of a section's text in reading order; amendment notes belong to none.

    `text` has a line for each block: one line end before points and rows, two before a new paragraph.
    """
    found: list[_Open] = []
    stack: list[_Open] = []
    for start, end, apart in _lines(text):
        line = text[start:end]
        marker, label = _marked(line)
        if marker is None:
            if not found or (apart and not line[0].islower()):
                found.append(_Open(str(len(found) + 1), start, end))
            else:
                found[-1].end = end
            stack = [found[-1]]
            continue
        if not found:
            found.append(_Open("1", start, start))
        if not stack:
            stack = [found[-1]]
        while any(part.marker == marker for part in stack) and stack[-1].marker != marker:
            stack.pop()
        if stack[-1].marker == marker:
            stack.pop()
        siblings = stack[-1].points
        point = _Open(label or str(len(siblings) + 1), start, end, marker)
        siblings.append(point)
        stack.append(point)
    return tuple(_with_inline_points(stycke.closed(), text) for stycke in found)


def every_part(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts and all that is inside them, in reading order."""
    for part in parts:
        yield part
        yield from every_part(part.points)


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each line stands without its amendment notes, and whether a blank line is above it."""
    for found in _LINE.finditer(text):
        line = found.group()
        notes = amendments_at_end(line)
        line = line[: notes.start()] if notes else line
        start = found.start() + len(line) - len(line.lstrip())
        end = found.start() + len(line.rstrip())
        if end > start:
            yield start, end, text[max(0, found.start() - 2) : found.start()] == "\n\n"


def _marked(line: str) -> tuple[Marker | None, str]:
    for marker, pattern in _MARKERS:
        found = pattern.match(line)
        if found is not None:
            return marker, next((group for group in found.groups() if group), "")
    return None, ""


def _with_inline_points(stycke: Part, text: str) -> Part:
    """Points that stand in the running text: "… om 1. det behövs, eller 2. det begärs".

    They count up from one and on into the points that have lines of their own, or between two of those.
    """
    lead_end = stycke.points[0].start if stycke.points else stycke.end
    starts = _counting(text, stycke.start, lead_end, 1)
    follow = bool(stycke.points) and stycke.points[0].label == str(len(starts) + 1)
    found: list[Part] = []
    if starts and (follow or (len(starts) > 1 and not stycke.points)):
        found += _cut(text, starts, lead_end)
    for point, after in zip_longest(stycke.points, stycke.points[1:]):
        found += _divided(point, after, text)
    return replace(stycke, points=tuple(found))


def _divided(point: Part, after: Part | None, text: str) -> list[Part]:
    """The point with those that its line holds too, where their numbers are missing before the next line."""
    numbered = after is not None and point.label.isdigit() and after.label.isdigit() and not point.points
    if after is None or not numbered or point.marker != "number" or after.marker != "number":
        return [point]
    first, missing = int(point.label) + 1, int(after.label) - int(point.label) - 1
    starts = _counting(text, point.start + len(point.label) + 2, point.end, first)
    if not missing or len(starts) != missing:
        return [point]
    own_end = point.start + len(text[point.start : starts[0].start()].rstrip())
    return [replace(point, end=own_end), *_cut(text, starts, point.end)]


def _counting(text: str, start: int, end: int, first: int) -> list[re.Match[str]]:
    """The numbers within `[start, end)` that look like points and count up from `first`."""
    found: list[re.Match[str]] = []
    for number in _INLINE.finditer(text, start, end):
        if int(number[1]) == first + len(found):
            found.append(number)
    return found


def _cut(text: str, starts: list[re.Match[str]], end: int) -> list[Part]:
    ends = [*(found.start() for found in starts[1:]), end]
    return [
        Part(found[1], found.start(), found.start() + len(text[found.start() : stop].rstrip()), "number")
        for found, stop in zip(starts, ends, strict=True)
    ]
