"""Provisions of a statute: one for each section (§), addressed by chapter and number."""

import re
from collections.abc import Iterator

from hierarchy.documents import Provision
from ingest.outline import Section, provision, title_block
from ingest.stored_text import PlacedBlock, StoredText

_CHAPTER = re.compile(r"^(\d+(?: [a-z])?) kap\.?(?:\s+|$)")
_SECTION_HEADING = re.compile(r"^(\d+(?: [a-z])?) §$")
# Sveriges riksdag prints the number before the text of the section: "2 § Denna lag …".
_SECTION_TEXT = re.compile(r"^(\d+(?: [a-z])?) §\s+(?=[A-ZÅÄÖ])")
_AMENDMENT = re.compile(r"\s*(?:Lag|Förordning|Kungörelse|Tillkännagivande) \((\d{4}:\d+)\)\.\s*$")
_ENOUGH_SECTIONS = 3


def is_statute(stored: StoredText, metadata: dict[str, str]) -> bool:
    """Whether the document is built of numbered sections, by its metadata or by its own text."""
    if "beteckning" in metadata:
        return True
    sections = sum(
        1
        for placed in stored.blocks
        if _SECTION_HEADING.match(placed.block.text) or _SECTION_TEXT.match(placed.block.text)
    )
    return sections >= _ENOUGH_SECTIONS


def statute_provisions(document: str, title: str, stored: StoredText) -> tuple[Provision, ...]:
    """The sections in reading order; text outside sections is addressed by its heading."""
    return tuple(_provision(document, stored, section) for section in _sections(title, stored))


def _provision(document: str, stored: StoredText, section: Section) -> Provision:
    start, end = section.start, section.end
    text = stored.text[start:end]
    lead = _SECTION_TEXT.match(text)
    if lead:
        start += lead.end()
    amendment = _AMENDMENT.search(text)
    # A section that is nothing but its amendment note keeps it: there would be nothing left to cite.
    if amendment and amendment.start() > (lead.end() if lead else 0):
        end = section.start + amendment.start()
    return provision(
        document,
        stored,
        section,
        address=_address(section.path),
        start=start,
        end=end,
        amended_by=amendment[1] if amendment else None,
    )


def _address(path: tuple[str, ...]) -> str:
    """How the section is cited: "19 a kap. 2 §", without the chapter's title."""
    chapter = _CHAPTER.match(path[0])
    if chapter and len(path) > 1:
        return " ".join([f"{chapter[1]} kap.", *path[1:]])
    return " ".join(path)


def _sections(title: str, stored: StoredText) -> Iterator[Section]:
    chapter: str | None = None
    number: str | None = None
    heading: str | None = None
    pending: list[PlacedBlock] = []

    def flush() -> Iterator[Section]:
        if pending:
            path = tuple(part for part in (chapter, number or heading) if part) or (title,)
            yield Section(path, heading, tuple(pending))
            pending.clear()

    for placed in stored.blocks:
        block = placed.block
        as_heading = _SECTION_HEADING.match(block.text)
        as_text = _SECTION_TEXT.match(block.text)
        if block.kind == "header":
            yield from flush()
            yield title_block(placed)
        elif as_heading:
            yield from flush()
            number = f"{as_heading[1]} §"
        elif block.kind == "heading":
            yield from flush()
            number = None
            in_chapter = _CHAPTER.match(block.text)
            if in_chapter:
                chapter, heading = block.text, None
            elif block.text != title:
                if _leaves_the_chapters(block.text):
                    chapter = None
                heading = block.text
        else:
            if as_text:
                yield from flush()
                number = f"{as_text[1]} §"
            pending.append(placed)
    yield from flush()


def _leaves_the_chapters(heading: str) -> bool:
    return bool(re.match(r"(?:Bilaga|Övergångsbestämmelser|Ikraftträdande)\b", heading))
