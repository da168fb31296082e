"""Contents pages: lists of headings with page numbers, which repeat the document and rule nothing."""

import re
from collections.abc import Sequence

from ingest.blocks import Block
from ingest.readers.pdf_lines import Line

_TITLE = re.compile(r"(?:innehåll(?:sförteckning|söversikt)?|(?:table of )?contents)[.:]?", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}$|…{2,}\s*\d{0,3}$|_{4,}\s*\d{1,3}$")
_ENTRY_END = re.compile(r"\s\d{1,3}$|\b[A-ZÅÄÖ]{1,4}[-\w]*\d{2,}[-/]\d+(?:-\d+)?$")
_PAGE_AT_END = re.compile(r"[^\W\d_].*\s\d{1,3}$")
_NUMBER = re.compile(r"[\d.:§/\s-]+")
_FEWEST_ENTRIES = 2
_REACH = 2
"""How many lines of an entry may stand before the one with the leader."""


def without_contents(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """`lines` in reading order parted into those that stay and those of contents lists."""
    later = _starts(lines)
    gone: set[int] = set()
    for i, line in enumerate(lines):
        if _LEADER.search(line.text) and not _is_form(lines, i):
            gone.add(i)
        elif _TITLE.fullmatch(line.text) or _TITLE.fullmatch(_NUMBER.sub(" ", line.text).strip()):
            gone.update(_list_after(lines, i, later))
    gone.update(_gaps(lines, gone))
    kept = [line for i, line in enumerate(lines) if i not in gone]
    return kept, [line for i, line in enumerate(lines) if i in gone]


def blocks_without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """`blocks` parted likewise, for files that have no pages: a list typed by hand under its title."""
    kept: list[Block] = []
    gone: list[Block] = []
    i = 0
    while i < len(blocks):
        end = i + 1
        if _TITLE.fullmatch(blocks[i].text):
            while end < len(blocks) and _is_typed_entry(blocks[end]):
                end += 1
        listed = end - i - 1 >= _FEWEST_ENTRIES
        (gone if listed else kept).extend(blocks[i : end if listed else i + 1])
        i = end if listed else i + 1
    return kept, gone


def _is_typed_entry(block: Block) -> bool:
    return block.kind != "heading" and bool(_LEADER.search(block.text) or _PAGE_AT_END.search(block.text))


def _is_form(lines: Sequence[Line], i: int) -> bool:
    """A dotted line to write on has no page number, and no other line beside it has one."""
    near = lines[max(0, i - 3) : i + 4]
    return not any(re.search(r"(?:\.\s?|…|_){4,}\s*\d{1,3}$", line.text) for line in near)


def _list_after(lines: Sequence[Line], title: int, later: dict[str, list[int]]) -> set[int]:
    """The title at index `title` and the entries under it; empty when no entries follow."""
    end = title + 1
    entries = misses = 0
    last = title
    listed: set[str] = set()
    while end < len(lines) and misses <= _REACH:
        key = _key(lines[end].text)
        if lines[end].page > lines[title].page and key in listed:
            break
        listed.add(key)
        if _is_entry(lines, end, later):
            entries, misses, last = entries + 1, 0, end
        elif _is_sentence(lines[end].text):
            break
        else:
            misses += 1
        end += 1
    return set(range(title, last + 1)) if entries >= _FEWEST_ENTRIES else set()


def _is_entry(lines: Sequence[Line], i: int, later: dict[str, list[int]]) -> bool:
    line = lines[i]
    if _LEADER.search(line.text) or _ENTRY_END.search(line.text):
        return True
    return any(j > i + 1 and lines[j].page > line.page for j in later.get(_key(line.text), ()))


def _is_sentence(text: str) -> bool:
    return len(text) > 60 and text.endswith(".")


def _gaps(lines: Sequence[Line], gone: set[int]) -> set[int]:
    """First lines of entries whose leader stands on a later line, and the list's title."""
    found: set[int] = set()
    for i in sorted(gone):
        for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
            if j in gone:
                found.update(range(j + 1, i))
                break
            if lines[j].page != lines[i].page or _is_sentence(lines[j].text):
                break
    return found


def _starts(lines: Sequence[Line]) -> dict[str, list[int]]:
    starts: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        starts.setdefault(_key(line.text), []).append(i)
    return starts


def _key(text: str) -> str:
    """An entry and the heading it stands for have their first words in common."""
    return " ".join(re.sub(r"[.…_]{3,}.*$", "", text).casefold().split()[:4])
