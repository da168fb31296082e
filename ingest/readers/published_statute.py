"""Statutes as Sveriges riksdag publishes them: labelled lines, then the text, as plain text or HTML.

Both forms become lines first; what is known of a line from its markup goes with it. Then the same reading
makes blocks of them: headings, a heading for every section's number, notes for the marks on what is in force
when, and below them paragraphs, points and rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, BlockKind, Reading
from ingest.errors import UnreadableFile
from ingest.readers.characters import ends_sentence
from ingest.readers.flat_tables import looks_tabular, row_text, with_heads_joined
from ingest.readers.plain import NO_TEXT_REASON, NO_TEXT_REMEDY, clean
from ingest.readers.statute_head import commencement, read_head
from ingest.statute_markers import leading_marks
from ingest.statute_outline import chapter_number, number_before_text, section_number

_ITEM = re.compile(r"^\s*([-*•–]|\d{1,3}(?: [a-z])?[.)]|\(?[a-zåäö]\))\s+(\S.*)$")
_CHAPTER = re.compile(r"\d+(?: ?[a-z])? kap\.(?:\s+(?!\d)|$)", re.IGNORECASE)
_PART = re.compile(r"(?:AVD(?:ELNING)?\b|[A-ZÅÄÖ]+ AVDELNINGEN\b)")
_TRANSITIONAL = re.compile(
    r"(?:Ikraftträdande- och övergångs|Övergångs)bestämmelser\b|Ikraftträdande\b", re.IGNORECASE
)
_ANNEX = re.compile(r"Bilaga(?:n|\s+(?:\d+(?: ?[a-z])?|[A-Z]))?(?=$|[\s.:])")
_ACT = re.compile(r"\d{4}:\d{1,4}")
_REPEALED = re.compile(r"(?:har upphävts|upphävd) genom\b", re.IGNORECASE)
_ENDS = re.compile(r"[.,;:]$")
_ABBREVIATED = re.compile(r"\bm\.\s?(?:m|fl)\.$")
_CONTENTS = re.compile(r"Innehåll(?:sförteckning)?:?", re.IGNORECASE)
_ENOUGH_SECTIONS = 3
_LONGEST_HEADING = 200
_MOST_HEADINGS = 6
"""So many headings may stand above each other."""
_MOST_WORDS_IN_AN_ANNEX = 12
_CHAPTER_DEPTH, _HEADING_DEPTH, _SECTION_DEPTH = 1, 2, 3


@dataclass(frozen=True)
class SourceLine:
    """A line of the published text. `heading` is its level where the markup makes it one, else 0; `section`
    is the number ("2 §") that the markup puts before it."""

    text: str
    heading: int = 0
    section: str = ""


def looks_published(lines: Sequence[SourceLine]) -> bool:
    """Whether the lines are a published statute, by its head or by the numbers of its sections."""
    metadata, _, _ = read_head([line.text for line in lines])
    if "beteckning" in metadata:
        return True
    return sum(1 for line in lines if line.section or _begins_section(line)) >= _ENOUGH_SECTIONS


def read_published(lines: Sequence[SourceLine]) -> Reading:
    """The blocks of a published statute, its head as metadata with the keys of statutes' front matter.

    Raises UnreadableFile where there is a head and no text.
    """
    metadata, title, start = read_head([line.text for line in lines])
    groups, contents = _without_contents(_groups(lines[start:]))
    blocks = list(_blocks(groups))
    if not any(block.kind in ("paragraph", "item", "row") for block in blocks):
        raise UnreadableFile(NO_TEXT_REASON, NO_TEXT_REMEDY)
    if title:
        blocks.insert(0, Block("heading", title, 1))
    begins = commencement(blocks, metadata.get("beteckning", ""))
    if begins and "ikraft_datum" not in metadata:
        metadata["ikraft_datum"] = begins
    return Reading(blocks=with_heads_joined(blocks), metadata=metadata, dropped=contents)


def _groups(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """Runs of lines without a blank one between them; headings and sections begin groups of their own."""
    groups: list[list[SourceLine]] = [[]]
    for line in lines:
        if not line.text.strip() and not line.section:
            groups.append([])
        elif line.heading:
            groups += [[line], []]
        elif line.section or _begins_group(line, groups[-1]):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _begins_group(line: SourceLine, above: list[SourceLine]) -> bool:
    """Whether a line right below another begins a chapter, a section or an act's transitional provisions."""
    if not above:
        return False
    text = line.text.strip()
    if _ACT.fullmatch(text):
        return True
    ended = ends_sentence(above[-1].text.strip()) or _is_chapter(above[-1].text.strip())
    return (ended or len(above) == 1) and (_begins_section(line) or (ended and _is_chapter(text)))


def _without_contents(groups: list[list[SourceLine]]) -> tuple[list[list[SourceLine]], tuple[str, ...]]:
    """The groups after a list of contents, which ends where its first entry stands again, and the list."""
    for i, group in enumerate(groups[:3]):
        if not _CONTENTS.fullmatch(group[0].text.strip()):
            continue
        entries = [line for g in groups[i : i + 1] for line in g[1:]] or (
            groups[i + 1] if i + 1 < len(groups) else []
        )
        if not entries:
            return groups, ()
        first = _plain(entries[0].text)
        for j in range(i + 1, len(groups)):
            repeats = _plain(groups[j][0].text) == first and groups[j] is not entries
            if repeats or groups[j][0].section or _begins_section(groups[j][0]):
                # What stands right above the first section and is no entry belongs to the text.
                left_out = [line.text.strip() for g in groups[i:j] for line in g]
                return groups[:i] + groups[j:], tuple(left_out)
    return groups, ()


def _blocks(groups: list[list[SourceLine]]) -> Iterator[Block]:
    zone = "main"
    for i, group in enumerate(groups):
        line = group[0]
        text = clean(" ".join(each.text for each in group))
        marks, rest = leading_marks(text)
        notes = [Block("note", mark.text) for mark in marks if not mark.of_heading]
        kind = _zone_of(rest, line.heading > 0 or len(group) <= 2)
        if kind:
            zone = kind
            yield from (Block("heading", rest, _CHAPTER_DEPTH), *notes)
        elif zone == "main" and (line.section or _begins_section(line)):
            yield from _section(group)
        elif _is_chapter(rest) and (line.heading or not _is_said(rest) or _REPEALED.search(rest)):
            zone = "main"
            yield from (Block("heading", rest, _CHAPTER_DEPTH), *notes)
        elif not rest:
            yield from notes
        elif zone == "transitional" and _ACT.fullmatch(line.text.strip()):
            yield Block("paragraph", line.text.strip())
            yield from _running(group[1:])
        elif line.heading or (zone != "transitional" and _is_heading(groups, i, zone)):
            yield Block(
                "heading", rest, _HEADING_DEPTH if zone == "main" else max(line.heading, _HEADING_DEPTH)
            )
        else:
            yield from _running(group)


def _zone_of(text: str, may_be: bool) -> str | None:
    """Which other zone of the statute a heading opens, if any."""
    if not may_be or len(text) > _LONGEST_HEADING or _is_said(text):
        return None
    if _TRANSITIONAL.match(text):
        return "transitional"
    return "annex" if _ANNEX.match(text) else None


def _section(group: list[SourceLine]) -> Iterator[Block]:
    line = group[0]
    text = line.text.strip()
    number = line.section
    if not number:
        before = number_before_text(text)
        number = section_number(before[0].strip() if before else text) or text
        text = text[before.end() :] if before else ""
    yield Block("heading", number, _SECTION_DEPTH)
    # A mark may run over lines: it is looked for in all of them.
    marks, rest = leading_marks(" ".join([text, *(each.text for each in group[1:])]))
    yield from (Block("note", mark.text) for mark in marks)
    if not marks:
        yield from _running([replace(line, text=text, section=""), *group[1:]])
    elif rest.strip():
        lines = [text, *(each.text for each in group[1:])]
        yield from _running([SourceLine(kept) for kept in _after_marks(lines, len(rest))])


def _after_marks(lines: list[str], kept: int) -> Iterator[str]:
    """The last `kept` characters of the lines, as lines again."""
    skip = len(" ".join(lines)) - kept
    for line in lines:
        if skip < len(line):
            yield line[skip:]
        skip = max(0, skip - len(line) - 1)


def _running(lines: Sequence[SourceLine]) -> Iterator[Block]:
    """Paragraphs, points and rows; a line that is none of the last two goes on with the block above it.

    Older texts begin a new stycke by indenting its first line.
    """
    begun: list[tuple[BlockKind, list[str]]] = []
    for line in lines:
        text = clean(line.text)
        if not text:
            continue
        item = _ITEM.match(line.text)
        if looks_tabular(line.text):
            begun.append(("row", [row_text(line.text)]))
        elif item is not None:
            begun.append(("item", [f"{item[1]} {clean(item[2])}"]))
        elif begun and begun[-1][0] != "row" and not _indented(line.text, begun[-1][1][-1]):
            begun[-1][1].append(text)
        else:
            begun.append(("paragraph", [text]))
    for kind, parts in begun:
        yield Block(kind, " ".join(parts), 1 if kind == "item" else 0)


def _indented(line: str, above: str) -> bool:
    return line[:2].isspace() and ends_sentence(above) and line.strip()[:1].isupper()


def _begins_section(line: SourceLine) -> bool:
    text = line.text.strip()
    return bool(number_before_text(text) or section_number(text))


def _is_chapter(text: str) -> bool:
    return bool(_CHAPTER.match(text) and chapter_number(text)) and len(text) <= _LONGEST_HEADING


def _is_said(text: str) -> bool:
    """Whether the words end as a sentence or a part of one does."""
    return bool(_ENDS.search(text)) and not _ABBREVIATED.search(text) and not text.endswith("kap.")


def _is_heading(groups: list[list[SourceLine]], i: int, zone: str) -> bool:
    """Whether a group without markup is a heading: short, no sentence, and above a section or a heading."""
    for j in range(i, min(i + _MOST_HEADINGS, len(groups) - 1)):
        text = _text(groups[j])
        if _PART.match(text):
            return len(text) <= _LONGEST_HEADING
        if not _has_a_headings_shape(groups[j], text):
            return False
        if zone == "annex":
            return len(groups[j]) == 1 and len(text.split()) <= _MOST_WORDS_IN_AN_ANNEX
        if _opens(groups[j + 1]):
            return True
    return False


def _has_a_headings_shape(group: list[SourceLine], text: str) -> bool:
    if len(group) > 3 or len(text) > _LONGEST_HEADING or not text[:1].isupper() or _is_said(text):
        return False
    return not any(_ITEM.match(line.text) or looks_tabular(line.text) for line in group)


def _opens(group: list[SourceLine]) -> bool:
    """Whether a group is sure to begin something that a heading may stand over."""
    if group[0].heading or group[0].section or _begins_section(group[0]):
        return True
    marks, text = leading_marks(_whole(group))
    return _is_chapter(text) or (bool(marks) and not text) or bool(_zone_of(text, len(group) <= 2))


def _text(group: list[SourceLine]) -> str:
    return leading_marks(_whole(group))[1]


def _whole(group: list[SourceLine]) -> str:
    return clean(" ".join(line.text for line in group))


def _plain(text: str) -> str:
    return clean(text).casefold()
