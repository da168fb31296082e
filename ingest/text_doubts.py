"""What an honest reader would question in a document's text, as Swedish sentences.

Only what the file itself shows: what is left of a template, what is referred to and isn't there, numbers that
don't add up. What other documents say is compared in `between_documents`.
"""

import re
from collections import Counter
from datetime import date

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from ingest.blocks import Reading
from ingest.language import pages_in_another_language, pages_of
from ingest.readers.template_text import template_text
from ingest.stored_text import StoredText

_OPEN_YEAR = re.compile(r"(?<![\w-])(?:XX|xx|ÅÅ|åå|20XX|20xx|ÅÅÅÅ|åååå)-\d\d-\d\d\b|\b20(?:XX|xx|ÅÅ|åå)\b")
_ANNEX = re.compile(r"\bbilag(?:a|an|orna)\s+(\d{1,2})(?:\s?[–-]\s?(\d{1,2}))?(?!\d)", re.IGNORECASE)
_ANNEX_HEAD = re.compile(r"^bilaga\s+(\d{1,2})\b", re.IGNORECASE)
_ANOTHERS_ANNEX = re.compile(
    r"bilag(?:a|an)\s+\d{1,2}\s+(?:till|i)\s+(?!(?:denna|detta|dessa|beslutet|policyn|reglerna)\b)", re.I
)
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,3})+(?:\s?[a-z](?=\s))?)\.?\s+\S")
_FORM = re.compile(r"(?:…|\.\s?|_){8,}")
_CONTENTS_ENTRY = re.compile(r"(?:\.\s?|…|_){4,}\s*(\d{1,3})$")
_ACT = re.compile(r"(?<![\d:])(?P<year>\d{4}):(?P<serial>\d{1,4})(?![\d:])")
_NOTE = re.compile(r"^(\d{1,3})\s")
_LETTER_FOR_FIGURE = re.compile(r"\bkap\.?\s+[lI]\s?§|§\s?[lI]\b")
_FORM_LINES = 3
_FIRST_ACT = 1686
"""The year of the oldest act that is still cited by year and number."""


def text_doubts(document: GoverningDocument, reading: Reading, stored: StoredText) -> list[str]:
    """The doubts, each once, in the order that a reader meets them: pages, text, numbers, references."""
    return [
        *_pages(document, reading, stored),
        *_template(stored.text),
        *_numbers(stored),
        *_notes(stored),
        # A statute speaks of other acts' annexes as often as of its own.
        *([] if document.level is Level.LAW else _annexes(stored)),
        *_acts(document, stored.text),
    ]


def _pages(document: GoverningDocument, reading: Reading, stored: StoredText) -> list[str]:
    doubts: list[str] = []
    marks = {mark.page: mark.printed_page for mark in stored.marks}
    if reading.pages > 1 and not any(marks.values()):
        doubts.append("Sidorna har inga tryckta sidnummer.")
    shifted = [
        (page, printed)
        for page, printed in marks.items()
        if printed and printed.isdigit() and int(printed) != page
    ]
    if shifted:
        page, printed = shifted[0]
        doubts.append(f"Sidnumren följer inte filen: filens sida {page} är tryckt som {printed}.")
    other = pages_in_another_language(stored.text, stored.marks, document.language)
    if other:
        name = "engelska" if document.language == "sv" else "svenska"
        doubts.append(f"Sida {_list(other)} är på {name}.")
    forms = [
        page
        for page, words in pages_of(stored.text, stored.marks)
        if sum(1 for line in words.split("\n") if _FORM.search(line)) >= _FORM_LINES
    ]
    if forms:
        doubts.append(f"Sida {_list(tuple(forms))} är en blankett att fylla i.")
    listed = [int(found[1]) for line in reading.dropped if (found := _CONTENTS_ENTRY.search(line))]
    last = max((int(p) for p in marks.values() if p and p.isdigit()), default=reading.pages)
    if reading.pages and listed and max(listed) > max(last, reading.pages):
        doubts.append(
            f"Innehållsförteckningen hänvisar till sida {max(listed)}, men filen har {reading.pages} sidor."
        )
    return doubts


def _template(text: str) -> list[str]:
    doubts: list[str] = []
    leftover = template_text(text)
    if leftover is not None:
        doubts.append(f"Text från en mall står kvar: ”{leftover}”.")
    year = _OPEN_YEAR.search(text)
    if year is not None:
        doubts.append(f"Årtal är inte ifyllda: ”{year.group()}”.")
    letter = _LETTER_FOR_FIGURE.search(text)
    if letter is not None:
        doubts.append(f"En bokstav står där siffran 1 bör stå: ”{letter.group()}”.")
    return doubts


def _numbers(stored: StoredText) -> list[str]:
    """Numbers of headings and entries that are used twice, or stand under another number than their own.

    An annex begins its own series.
    """
    twice: dict[str, None] = {}
    stray: str | None = None
    counted: Counter[str] = Counter()
    above: list[str] = []
    for placed in stored.blocks:
        block = placed.block
        if block.kind == "heading" and _ANNEX_HEAD.match(block.text):
            counted, above = Counter(), []
        found = _NUMBERED.match(block.text)
        if found is None or block.kind not in ("heading", "paragraph", "item"):
            continue
        number = "".join(found[1].split())
        counted[number] += 1
        if counted[number] > 1:
            twice.setdefault(found[1])
        if block.kind == "heading":
            stray = stray or _stray(number, above)
            above.append(number)
    doubts = [f"Numret {', '.join(list(twice)[:3])} används mer än en gång."] if twice else []
    return [*doubts, stray] if stray else doubts


def _stray(number: str, above: list[str]) -> str | None:
    """A sentence where a heading's number is the child of a sibling of the heading that it stands under."""
    parent = number.rpartition(".")[0]
    same_depth = [other for other in above if other.count(".") == parent.count(".")]
    if not parent.count(".") or not same_depth or same_depth[-1] == parent:
        return None
    siblings = same_depth[-1].rpartition(".")[0] == parent.rpartition(".")[0]
    return f"Rubriken {number} står under {same_depth[-1]}." if siblings else None


def _notes(stored: StoredText) -> list[str]:
    """Footnotes of one page with the same number, or in another order than their numbers."""
    notes: dict[int, list[int]] = {}
    for placed in stored.blocks:
        found = _NOTE.match(placed.block.text) if placed.block.kind == "note" else None
        mark = stored.mark_at(placed.start)
        if found is not None and mark is not None:
            notes.setdefault(mark.page, []).append(int(found[1]))
    for page, numbers in notes.items():
        if len(set(numbers)) < len(numbers):
            return [f"Flera fotnoter på sida {page} har samma nummer."]
        if numbers != sorted(numbers):
            return [f"Fotnoterna på sida {page} står inte i nummerordning."]
    return []


def _annexes(stored: StoredText) -> list[str]:
    """Annexes of the document itself that it refers to and that aren't in the file."""
    present = {
        found[1] for placed in stored.blocks if (found := _ANNEX_HEAD.match(placed.block.text)) is not None
    }
    wanted: dict[str, None] = {}
    for found in _ANNEX.finditer(stored.text):
        if _ANOTHERS_ANNEX.match(stored.text, found.start()):
            continue
        first, last = int(found[1]), int(found[2] or found[1])
        for number in range(first, min(last, first + 20) + 1):
            wanted.setdefault(str(number))
    missing = sorted(int(number) for number in wanted if number not in present)
    if not missing:
        return []
    return [f"Hänvisar till bilaga {_list(tuple(missing))}, men ingen bilaga i filen har det numret."]


def _acts(document: GoverningDocument, text: str) -> list[str]:
    """Acts cited by a year that none can have, or younger than the document says that it is."""
    if not document.level.is_rung or document.level is Level.LAW:
        return []
    doubts: list[str] = []
    first_day: date | None = document.valid_from or document.date
    younger: dict[str, None] = {}
    for found in _ACT.finditer(text):
        year = int(found["year"])
        if year < _FIRST_ACT:
            doubts.append(f"Författningsnumret {found.group()} kan inte vara rätt.")
        elif first_day is not None and first_day.year < year < first_day.year + 50:
            younger.setdefault(found.group())
    if younger and first_day is not None:
        doubts.append(
            f"Anges gälla från {first_day.isoformat()}, men hänvisar till {', '.join(younger)}, som är yngre."
        )
    return list(dict.fromkeys(doubts))


def _list(numbers: tuple[int, ...]) -> str:
    """ "2", "2 och 5", "2–5"."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    *first, last = [str(number) for number in numbers]
    return f"{', '.join(first)} och {last}" if first else last
