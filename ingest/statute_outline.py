"""How the blocks of a statute divide: sections, annexes, and each amending act's transitional provisions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.outline import ADDRESS_SEPARATOR, Section, title_block
from ingest.section_parts import amendments_at_end
from ingest.statute_markers import TimeMark, read_mark
from ingest.stored_text import PlacedBlock, StoredText

TRANSITIONAL = "Övergångsbestämmelser"

_NUMBER = r"\d+(?:\s?[a-zåäö])?"
_GONE = r"(?:[Hh]ar\s)?[Uu]pphäv(?:d|t|da|ts)\sgenom\b"
_CHAPTER = re.compile(rf"({_NUMBER})\s?kap\b\.?(?:\s+|$)", re.IGNORECASE)
_SECTION = re.compile(rf"({_NUMBER})\s?§")
_REPEALED_SECTIONS = re.compile(rf"({_NUMBER})\s?[-–]\s?({_NUMBER})\s?§§")
# Sveriges riksdag prints the number before the text of the section: "2 § Denna lag …".
_SECTION_TEXT = re.compile(
    rf"(?:{_NUMBER}\s?§\s+(?=[A-ZÅÄÖ”\"/]|{_GONE})|{_NUMBER}\s?[-–]\s?{_NUMBER}\s?§§\s+(?={_GONE}))"
)
_TRANSITIONAL = re.compile(rf"(?:Ikraftträdande-?\s+och\s+)?{TRANSITIONAL}\b|Ikraftträdande\b", re.IGNORECASE)
_ANNEX = re.compile(r"Bilaga(?:\s+(?:\d+(?:\s?[a-z]\b)?|[A-Z]\b))?(?=$|[\s.:])")
_ACT = re.compile(r"(?:Lag|Förordning)?\s*\(?(\d{4}:\d{1,4})\)?\.?")
_ACT_BEFORE_TEXT = re.compile(r"(\d{4}:\d{1,4})\s+(?=[A-ZÅÄÖ]|\d{1,2}\.\s)")
_LONGEST_SWALLOWED = 200
_ITEM = re.compile(r"(\d{1,2}(?: ?[a-z])?)\.\s")


@dataclass(frozen=True)
class StatuteSection:
    """A run of blocks with the address that a lawyer gives it, and the marks on when it is in force."""

    section: Section
    address: str
    marks: tuple[TimeMark, ...] = ()


def section_number(text: str) -> str | None:
    """The number in the usual spelling ("5 a §") where `text` is the number of a section and nothing else."""
    found = _SECTION.fullmatch(text)
    if found is not None:
        return f"{spaced(found[1])} §"
    several = _REPEALED_SECTIONS.fullmatch(text)
    return f"{spaced(several[1])}–{spaced(several[2])} §§" if several else None


def number_before_text(text: str) -> re.Match[str] | None:
    """The number of a section with the white space after it, where it stands before the section's text."""
    return _SECTION_TEXT.match(text)


def chapter_number(heading: str) -> str | None:
    """ "19 a" for "19 a kap. Direktupphandling"; None for other headings."""
    found = _CHAPTER.match(heading)
    return spaced(found[1]) if found else None


def spaced(number: str) -> str:
    """A number with its letter apart: "5a" as "5 a"."""
    return re.sub(r"(\d)\s*([a-zåäö])", r"\1 \2", number)


def statute_sections(title: str, stored: StoredText) -> Iterator[StatuteSection]:
    """The statute's parts in reading order; text outside sections is addressed by its heading."""
    yield from _Walk(title).over(stored)


@dataclass
class _Walk:
    """Where reading has come: at most one of `chapter`, `annex` and `act` is set."""

    title: str
    chapter: str | None = None
    chapter_marks: tuple[TimeMark, ...] = ()
    annex: str | None = None
    transitional: bool = False
    act: str | None = None
    number: str | None = None
    heading: str | None = None
    heading_names_all: bool = False
    annex_is_named: bool = False
    marks: tuple[TimeMark, ...] = ()
    coming_marks: tuple[TimeMark, ...] = ()
    pending: list[PlacedBlock] = field(default_factory=list)

    def over(self, stored: StoredText) -> Iterator[StatuteSection]:
        for placed in stored.blocks:
            yield from self._read(placed)
        yield from self._flush()

    def _read(self, placed: PlacedBlock) -> Iterator[StatuteSection]:
        text, kind = placed.block.text, placed.block.kind
        mark = read_mark(text) if kind == "note" or text.startswith("/") else None
        if kind == "header":
            yield from self._flush()
            yield StatuteSection(title_block(placed), title_block(placed).path[0])
        elif mark is not None:
            yield from self._mark(mark)
        elif self.transitional and _starts_transitional(text, kind):
            yield from self._flush()
            self._transitional_entry(placed)
        elif section_number(text) and not self.transitional:
            heading = self._swallowed_heading()
            yield from self._flush()
            self._section(section_number(text))
            self.heading = heading or self.heading
        elif kind == "heading":
            yield from self._flush()
            self._heading(text)
        else:
            before = None if self.transitional else number_before_text(text)
            if before:
                yield from self._flush()
                self._section(section_number(before[0].strip()))
            self.pending.append(placed)

    def _flush(self) -> Iterator[StatuteSection]:
        if self.pending:
            path = self._path()
            section = Section(path, self.heading, tuple(self.pending))
            yield StatuteSection(section, self._address(path), self.marks or self.chapter_marks)
            self.pending = []

    def _path(self) -> tuple[str, ...]:
        if self.transitional:
            above = f"{TRANSITIONAL} {self.act}" if self.act else self.heading or TRANSITIONAL
            return (above, self.number) if self.number else (above,)
        if self.annex:
            return (self.annex, self.number) if self.number else (self.annex,)
        return tuple(part for part in (self.chapter, self.number or self.heading) if part) or (self.title,)

    def _address(self, path: tuple[str, ...]) -> str:
        """How the section is cited: "19 a kap. 2 §", without the chapter's title."""
        if self.transitional or self.annex:
            return ADDRESS_SEPARATOR.join(path)
        chapter = chapter_number(path[0])
        if chapter and len(path) > 1:
            return " ".join([f"{chapter} kap.", *path[1:]])
        return " ".join(path)

    def _section(self, number: str | None) -> None:
        self.number = number
        self.marks = ()
        if self.heading_names_all:
            self.heading, self.heading_names_all = None, False

    def _swallowed_heading(self) -> str | None:
        """The next section's heading, where conversion has left it as the last paragraph of the one above.

        It stays there too, for nothing but its shape tells it from a rule: short, no sentence, after one.
        """
        if len(self.pending) < 2:
            return None
        above, last = (placed.block for placed in self.pending[-2:])
        if last.kind != "paragraph" or len(last.text) > _LONGEST_SWALLOWED or not last.text[0].isupper():
            return None
        after_a_sentence = above.text.endswith(".") or amendments_at_end(above.text) is not None
        said = re.search(r"[.:,;]$|\. [A-ZÅÄÖ]", last.text)
        return last.text if after_a_sentence and not said else None

    def _heading(self, text: str) -> None:
        if self.annex and not (_leaves_annex(text) or chapter_number(text)):
            if self.annex_is_named:
                self.number = self.heading = text
            else:
                self.heading, self.annex_is_named = text, True
            return
        annex = _ANNEX.match(text)
        self.number = self.act = self.annex = None
        self.marks = ()
        self.transitional = False
        self.heading_names_all = False
        if chapter_number(text):
            self.chapter, self.heading = text, None
            self.chapter_marks, self.coming_marks = self.coming_marks, ()
        elif annex:
            self._leave_chapters()
            self.annex = annex[0]
            self.heading = text[annex.end() :].strip(" .:") or text
            self.annex_is_named = self.heading != text
        elif _TRANSITIONAL.match(text):
            self._leave_chapters()
            self.transitional, self.heading = True, text
        elif text != self.title:
            self.heading = text
            self.heading_names_all = _without_number(text) == _without_number(self.title)

    def _leave_chapters(self) -> None:
        self.chapter, self.chapter_marks = None, self.coming_marks
        self.coming_marks = ()

    def _mark(self, mark: TimeMark) -> Iterator[StatuteSection]:
        """A chapter's mark stands above its heading or right below it, a section's below its number."""
        if mark.of_heading:
            return
        if not mark.of_chapter:
            if self.pending:
                # Only a mark that comes first says something of the whole.
                return
            self.marks = (*self.marks, mark)
        elif self.number is None and not self.pending:
            self.chapter_marks = (*self.chapter_marks, mark)
        else:
            yield from self._flush()
            self.coming_marks = (*self.coming_marks, mark)

    def _transitional_entry(self, placed: PlacedBlock) -> None:
        text = placed.block.text
        act = _ACT.fullmatch(text)
        if act is not None:
            self.act, self.number = act[1], None
            return
        before = _ACT_BEFORE_TEXT.match(text)
        if before is not None:
            self.act, self.number = before[1], None
            text = text[before.end() :]
        item = _ITEM.match(text)
        self.number = spaced(item[1]) if item else None
        self.pending.append(placed)


def _starts_transitional(text: str, kind: str) -> bool:
    """Whether a block begins another act's transitional provisions, or another of their items."""
    if _ACT.fullmatch(text):
        return True
    return kind != "heading" and bool(_ACT_BEFORE_TEXT.match(text) or _ITEM.match(text))


def _leaves_annex(heading: str) -> bool:
    return bool(_ANNEX.match(heading) or _TRANSITIONAL.match(heading))


def _without_number(title: str) -> str:
    return " ".join(re.sub(r"\(\d{4}:\d+\)", "", title).split())
