"""Which lines of a PDF are headings, by typography or by the shape of the text, and how deep they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.characters import ends_sentence
from ingest.readers.lists import heading_number, mark
from ingest.readers.pdf_lines import Line
from ingest.readers.typography import Profile, family

_LONGEST = 170
_LONGEST_PLAIN = 70
_LETTER_WIDTH, _APART = 0.5, 2.0
"""The usual width of a letter, and what sets a column off from a heading, in font sizes."""
_NOT_AT_END = (",", ";", ".", "–", "-")
_SECTION = re.compile(r"\d{1,3}(?: [a-z])? (?:§|kap\.)\s")
_FORM = re.compile(r"…|_{3,}|\.{4,}")


@dataclass(frozen=True)
class Heading:
    """A heading as found: its lines are `lines[start:end]`."""

    start: int
    end: int


def heading_at(lines: Sequence[Line], i: int, profile: Profile, plain: bool) -> Heading | None:
    """The heading that begins at line `i`, or None; `plain` when the typography marks no headings."""
    if not (_by_typography(lines, i, profile) or (plain and _by_shape(lines, i, profile))):
        return None
    end = i + 1
    while end < len(lines) and _wraps(lines[end - 1], lines[end], profile):
        end += 1
    end = _plain_tail(lines, i, end, profile)
    if end < len(lines) and _goes_on(lines[end - 1], lines[end], profile):
        return None
    text = " ".join(line.text for line in lines[i:end])
    said = text.endswith(".") and len(text.split()) > 7
    return None if said or len(text) > _LONGEST * 1.5 else Heading(i, end)


def has_typographic_headings(lines: Sequence[Line], profile: Profile) -> bool:
    """Whether typography marks headings apart from a title."""
    return sum(_by_typography(lines, i, profile) for i in range(len(lines))) >= 3


def depths(headings: Sequence[Line]) -> list[int]:
    """The depth from 1 of each heading, given by its first line.

    Larger stands over smaller and bold over plain; among headings that look alike, fewer parts in the
    number stand over more. A number below another heading's number stands below that heading.
    """
    looks = [_look(line) for line in headings]
    order = sorted(set(looks), reverse=True)
    numbers = [heading_number(line.text) for line in headings]
    shortest: dict[tuple[float, ...], int] = {}
    for look, number in zip(looks, numbers, strict=True):
        if number:
            shortest[look] = min(shortest.get(look, 9), len(number))
    found: list[int] = []
    numbered: dict[tuple[int, ...], int] = {}
    for look, number in zip(looks, numbers, strict=True):
        depth = order.index(look) + 1
        if number:
            above = numbered.get(number[:-1])
            depth = depth + len(number) - shortest[look] if above is None else above + 1
            numbered[number] = depth
        found.append(depth)
    used = sorted(set(found))
    return [used.index(depth) + 1 for depth in found]


def column_heads(line: Line) -> str:
    """The names of columns that stand on a numbered heading's line, where it is a table's first row too.

    They begin with a capital, far to the right of the heading's own words. Empty where there are none.
    """
    number_apart = bool(line.cells) and not any(c.isalpha() for c in line.cells[0])
    for i in range(2 if number_apart else 1, len(line.cells)):
        width = _LETTER_WIDTH * line.size * len(line.cells[i - 1])
        apart = line.columns[i] - (line.columns[i - 1] + width) > _APART * line.size
        if apart and line.cells[i][0].isupper():
            return " ".join(line.cells[i:])
    return ""


def _look(line: Line) -> tuple[float, ...]:
    size = round(line.size * 2) / 2
    capitals = line.capitals
    return (size, line.bold and capitals, line.bold, capitals, not line.italic, line.text.startswith("§"))


def _possible(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST or not any(c.isalpha() or c == "§" for c in text) or _FORM.search(text):
        return False
    found = mark(text)
    if found and found.marker in ("bullet", "dash", "letter"):
        return False
    return not (text[0].islower() or text.endswith(_NOT_AT_END))


def _by_typography(lines: Sequence[Line], i: int, profile: Profile) -> bool:
    line = lines[i]
    if not line.placed or not _possible(line):
        return False
    if len(line.cells) > 1 and not heading_number(line.text):
        return False
    if profile.stands_out(line):
        return not line.italic or line.bold or _alone(lines, i, profile)
    small = line.size < profile.size - 0.6
    return small and line.bold and _over_smaller(lines, i)


def _alone(lines: Sequence[Line], i: int, profile: Profile) -> bool:
    """An italic line is a heading only by itself, above running text and set off from what is before it."""
    line = lines[i]
    if line.text.endswith(("?", ":")) and len(line.text) > 60:
        return False
    before = lines[i - 1] if i else None
    after = lines[i + 1] if i + 1 < len(lines) else None
    if after is None or after.italic or not profile.is_body(after) or after.page != line.page:
        return False
    if before is None or before.page != line.page:
        return True
    return before.y - line.y > (profile.pitch + 0.3) * line.size and abs(before.size - line.size) < 6


def _over_smaller(lines: Sequence[Line], i: int) -> bool:
    """Bold in small print is a heading where the print below it is as small."""
    line = lines[i]
    for after in lines[i + 1 : i + 4]:
        if not after.bold:
            return after.page - line.page <= 1 and after.size <= line.size + 1.1
    return False


def _by_shape(lines: Sequence[Line], i: int, profile: Profile) -> bool:
    """A short line in title case or capitals, after a sentence's end and before another's beginning."""
    line = lines[i]
    if not _possible(line) or len(line.text) > _LONGEST_PLAIN or len(line.cells) > 1:
        return False
    if line.text.endswith(":"):
        return False
    if not line.text[0].isupper() and not heading_number(line.text):
        return False
    before = lines[i - 1] if i else None
    after = lines[i + 1] if i + 1 < len(lines) else None
    if after is None or not (after.text[0].isupper() or mark(after.text)):
        return False
    if before is not None and not (ends_sentence(before.text) or before.capitals):
        return False
    if line.capitals:
        return True
    longer = len(after.text) > len(line.text) + 15 or ends_sentence(after.text)
    if before is not None and before.placed and before.page == line.page:
        set_off = before.y - line.y > (profile.pitch + 0.2) * line.size
    else:
        set_off = True
    return longer and set_off and not re.search(r"\d{4}-\d{2}-\d{2}|@|\d{3} \d{2}", line.text)


def _wraps(line: Line, after: Line, profile: Profile) -> bool:
    """Whether a heading's line goes on in the next one, set in the same type."""
    if not line.placed or after.page != line.page or line.text.endswith((":", "?", ".")):
        return False
    same = abs(line.size - after.size) < 0.3 and line.bold == after.bold and line.italic == after.italic
    if not same or family(line.font) != family(after.font) or profile.is_body(after):
        return False
    close = 0 < line.y - after.y <= 1.45 * line.size
    if not close or len(after.cells) > 1 or mark(after.text) or heading_number(after.text):
        return False
    if after.text[0].islower():
        return True
    return abs(line.x - after.x) < 3 and line.right > 0.6 * profile.right


def _goes_on(line: Line, after: Line, profile: Profile) -> bool:
    """Whether the line below finishes what `line` begins, so that they are one sentence and no heading."""
    if not after.placed or after.page != line.page or not after.text[0].islower() or mark(after.text):
        return False
    near = 0 < line.y - after.y <= (profile.pitch + 0.15) * max(line.size, after.size)
    return near and after.x - line.x < 60


def _plain_tail(lines: Sequence[Line], start: int, end: int, profile: Profile) -> int:
    """Extend a heading to short lines under it that begin in lower case: its own end in ordinary type."""
    first, last = lines[start], lines[end - 1]
    if not last.placed or last.text.endswith((":", "?", ".", "!")):
        return end
    tail = end
    while tail < len(lines) and tail < end + 3:
        line, above = lines[tail], lines[tail - 1]
        near = line.page == above.page and 0 < above.y - line.y <= 1.45 * max(above.size, line.size)
        short = len(line.text) < _LONGEST_PLAIN and line.right < 0.75 * profile.right
        starts = line.text[0].islower() or line.text[0].isdigit()
        if not (near and short and starts and abs(line.x - first.x) < 3):
            break
        if mark(line.text) or _SECTION.match(line.text) or line.text.endswith((".", ",", ":")):
            break
        tail += 1
    if tail == end:
        return end
    if tail == len(lines) or lines[tail].page != first.page:
        return tail
    set_off = lines[tail - 1].y - lines[tail].y > (profile.pitch + 0.2) * lines[tail].size
    return tail if set_off else end
