"""Provisions of a statute: one for each section (§), addressed by chapter and number."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hierarchy.documents import Provision
from ingest.outline import provision
from ingest.section_parts import amendments_at_end
from ingest.statute_markers import UNSET, TimeMark, leading_marks
from ingest.statute_outline import StatuteSection, number_before_text, section_number, statute_sections
from ingest.stored_text import StoredText

_REPEALED = re.compile(r"[Uu]pphäv(?:d|t|ts) genom (?:lag|förordning) \(\d{4}:\d+\)\.?\s*$")
_ACT = re.compile(r"\((\d{4}):(\d+)\)")
_TOLD_APART = re.compile(r" \((?:träder i kraft .*|\d+)\)$")
_ENOUGH_SECTIONS = 3


def is_statute(stored: StoredText, metadata: dict[str, str]) -> bool:
    """Whether the document is built of numbered sections, by its metadata or by its own text."""
    if "beteckning" in metadata:
        return True
    sections = sum(
        1
        for placed in stored.blocks
        if section_number(placed.block.text) or number_before_text(placed.block.text)
    )
    return sections >= _ENOUGH_SECTIONS


def statute_provisions(document: str, title: str, stored: StoredText) -> tuple[Provision, ...]:
    """The sections in reading order; text outside sections is addressed by its heading.

    Of several wordings of one section each has the days that it is in force, and those to come say so in
    their addresses.
    """
    found = [_provision(document, stored, section) for section in statute_sections(title, stored)]
    return tuple(_with_wordings_named(found))


def wording_doubts(provisions: Iterable[Provision]) -> tuple[str, ...]:
    """What is uncertain about when the wordings are in force, as sentences for a reader."""
    wordings: dict[str, list[Provision]] = {}
    for found in provisions:
        wordings.setdefault(_TOLD_APART.sub("", found.address), []).append(found)
    doubts = []
    for address, several in wordings.items():
        if not address.endswith("§"):
            continue
        if any(found.valid_from == UNSET for found in several):
            doubts.append(
                f"{address} träder i kraft en dag som inte är bestämd; lägg in texten på nytt när den är det."
            )
        if _overlap(several):
            doubts.append(
                f"{address} står i flera lydelser, och det framgår inte vilken av dem som gäller när."
            )
    return tuple(doubts)


def _provision(document: str, stored: StoredText, found: StatuteSection) -> Provision:
    section = found.section
    start, end = section.start, section.end
    text = stored.text[start:end]
    lead = number_before_text(text)
    lead_end = lead.end() if lead else 0
    marks, rest = leading_marks(text[lead_end:])
    lead_end = len(text) - len(rest)
    notes = amendments_at_end(text)
    # A section that is nothing but its amendment note keeps it: there would be nothing left to cite.
    if notes and notes.start() > lead_end:
        end = section.start + notes.start()
    valid_from, valid_to = _period((*found.marks, *(mark for mark in marks if not mark.of_heading)))
    return provision(
        document,
        stored,
        section,
        address=found.address,
        start=start + (lead_end if rest else 0),
        end=end,
        amended_by=_latest_amendment(text),
        valid_from=valid_from,
        valid_to=valid_to,
    )


def _latest_amendment(text: str) -> str | None:
    """The youngest act among the notes at the ends of paragraphs."""
    ending = [note for line in text.split("\n") for note in _notes(line)]
    youngest = max(ending, key=lambda act: (int(act[0]), int(act[1])), default=None)
    return ":".join(youngest) if youngest else None


def _notes(line: str) -> Iterator[tuple[str, str]]:
    notes = amendments_at_end(line) or _REPEALED.search(line)
    if notes is not None:
        yield from ((found[1], found[2]) for found in _ACT.finditer(notes.group()))


def _period(marks: Sequence[TimeMark]) -> tuple[date | None, date | None]:
    begins = [mark.valid_from for mark in marks if mark.valid_from is not None]
    ends = [mark.valid_to for mark in marks if mark.valid_to is not None]
    return (max(begins) if begins else None), (min(ends) if ends else None)


def _with_wordings_named(provisions: Sequence[Provision]) -> Iterator[Provision]:
    times = Counter(found.address for found in provisions)
    for found in provisions:
        if times[found.address] > 1 and found.valid_from is not None:
            day = "senare" if found.valid_from == UNSET else found.valid_from.isoformat()
            yield replace(found, address=f"{found.address} (träder i kraft {day})")
        else:
            yield found


def _overlap(wordings: Sequence[Provision]) -> bool:
    """Whether two wordings of one section are in force on the same day."""
    periods = sorted((p.valid_from or date.min, p.valid_to or date.max) for p in wordings)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(periods))
