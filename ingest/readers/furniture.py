"""What stands around the text of a page: running heads, page numbers, e-signature feet, address blocks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.pdf_lines import Line

_PAGE_WORD = r"(?:sid(?:a|an|or)?|page|blad)"
_PAGE_OF = re.compile(
    rf"(?:{_PAGE_WORD}\.?:?\s*|[A-ZÅÄÖ][a-zåäö]+\s+)?(?P<n>\d{{1,3}})\s*"
    r"(?:\(\s*(?P<of>\d{1,3})\s*\)|(?:av|of|/)\s*(?P<of2>\d{1,3}))",
    re.IGNORECASE,
)
_PAGE_NAMED = re.compile(rf"{_PAGE_WORD}\.?:?\s*(?P<n>\d{{1,3}})", re.IGNORECASE)
_PAGE_BARE = re.compile(r"[-–]?\s*(?P<n>\d{1,3})\s*[-–]?")
_SIGNATURE = re.compile(
    r"(?:comfact|scrive|docusign|adobe acrobat sign|verified|penneo|visma (?:add)?sign|assently|getaccept"
    r"|zignsec|elektroniskt? (?:signerad|underskriven|undertecknad)|signerat(?:s)? (?:med|av)|signera[dt] av"
    r"|undertecknats av|e-signerad|transaktion \d{10,})|.*signature referen(?:ce|snummer)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:postadress|besöksadress|leveransadress|fakturaadress|telefon(?:växel)?|telefax|fax|växel|vxl"
    r"|org\.?\s?(?:nr|nummer)|organisationsnummer|vat[ -]?n[ro]|webbadress|hemsida|e-?post(?:adress)?"
    r"|bankgiro|plusgiro|tel)\b|\bwww\.|[\w.-]+@[\w-]+\.\w+|\b\d{6} ?- ?\d{4}\b"
    r"|\b\d{3} ?\d{2} [A-ZÅÄÖ][a-zåäö]+$|^(?:\+46|0\d{1,3})[ -]?\d[\d -]{4,}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:vårt|ert|vår|er)\s+)?(?:(?:sammanträdes)?datum|diarie(?:nummer|nr)|dnr|beteckning|referens|handläggare"
    r"|dokumentnummer|dokumentnr|ärendenummer)\b[.:]?",
    re.IGNORECASE,
)
_OF_A_STATUTE = re.compile(r"\d+(?: [a-z])? §|(?:Lag|Förordning) \(\d{4}:\d+\)\.?")
"""A section's number or amendment note: many pages may happen to begin or end with one."""
_VALUE = re.compile(r"\d{4}-\d{2}-\d{2}|[A-ZÅÄÖ]{1,5}[ -]?[A-Z0-9]*\d[\w/-]*(?: [\w/-]+)?")
_SENTENCE = re.compile(r"[.!?:;][\"”’)]*$")
_TOP, _BOTTOM = 0.925, 0.085
"""Where the margins begin, as parts of the page's height from below."""
_NEAR = 6.0
_PITCH = 1.6
"""The distance from one line of a running head to the next, at most, in font sizes."""
_LOOSE = 3
"""This many unrecognised short lines may stand between two recognised ones of an address block."""


@dataclass(frozen=True)
class Stripped:
    """A document without its furniture.

    `pages`: the lines that are left, one tuple a page, in reading order. `printed`: the number
    printed on each page, or None. `dropped`: what was removed, each text once. `heads`: those
    removed lines that name the document (kind, date, number), from where they first stand.
    """

    pages: tuple[tuple[Line, ...], ...]
    printed: tuple[str | None, ...]
    dropped: tuple[str, ...]
    heads: tuple[Line, ...]


@dataclass(frozen=True)
class _Number:
    page: int
    n: str
    line: int


def strip(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Stripped:
    """Remove from `pages`, of the given `heights` in points, what belongs to the page and not to the text."""
    gone: list[set[int]] = [set() for _ in pages]
    numbers = _page_numbers(pages, heights)
    for number in numbers:
        gone[number.page].add(number.line)
    printed: list[str | None] = [None] * len(pages)
    for number in (*numbers, *_numbers_beside_heads(pages, heights)):
        printed[number.page] = printed[number.page] or number.n
    for page, line in _signatures(pages):
        gone[page].add(line)
    for page, line in _repeated(pages, heights):
        gone[page].add(line)
    known = _words_of(pages, gone)
    heads = [pages[p][i] for p, found in enumerate(gone) for i in sorted(found)]
    for p, lines in enumerate(pages):
        top = _block_at_top(lines, gone[p], known, p)
        bottom = _block_at_bottom(lines, gone[p])
        if bottom and not top and p + 1 < len(pages) and printed[p + 1] is None:
            moved = [number for number in numbers if number.page == p and number.line in bottom]
            if moved and _block_at_top(pages[p + 1], gone[p + 1], known, p + 1):
                printed[p + 1], printed[p] = moved[0].n, None
        heads.extend(lines[i] for i in sorted(top | bottom))
        gone[p] |= top | bottom
    kept = tuple(
        tuple(line for i, line in enumerate(lines) if i not in gone[p]) for p, lines in enumerate(pages)
    )
    dropped = dict.fromkeys(lines[i].text for p, lines in enumerate(pages) for i in sorted(gone[p]))
    return Stripped(kept, tuple(printed), tuple(dropped), _naming(heads))


def _in_margin(line: Line, i: int, count: int, height: float) -> bool:
    if not line.placed:
        return i < 5 or i >= count - 5
    return line.y > height * _TOP or line.y < height * _BOTTOM


def _page_numbers(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[_Number]:
    """Lines that are nothing but a page's number, in the form that the document uses."""
    found: list[_Number] = []
    bare: list[_Number] = []
    for p, lines in enumerate(pages):
        for i, line in enumerate(lines):
            margin = _in_margin(line, i, len(lines), heights[p])
            if match := _PAGE_OF.fullmatch(line.text):
                total = int(match["of"] or match["of2"])
                named = match[0][0].isalpha()
                plausible = margin or total == len(pages) or (named and total >= len(pages))
                if int(match["n"]) <= total and plausible:
                    found.append(_Number(p, match["n"], i))
            elif match := _PAGE_NAMED.fullmatch(line.text):
                found.append(_Number(p, match["n"], i))
            elif margin and (match := _PAGE_BARE.fullmatch(line.text)):
                bare.append(_Number(p, match["n"], i))
    if bare:
        shifts = [int(number.n) - number.page for number in bare]
        usual = max(set(shifts), key=shifts.count)
        found.extend(number for number, shift in zip(bare, shifts, strict=True) if shift == usual)
    return found


def _numbers_beside_heads(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[_Number]:
    """Page numbers at the end of a running head, set apart from its words: "Nämnden    PROTOKOLL   5 (9)"."""
    return [
        _Number(p, match["n"], i)
        for p, lines in enumerate(pages)
        for i, line in enumerate(lines)
        if len(line.cells) > 1 and line.placed and _in_margin(line, i, len(lines), heights[p])
        for match in (_PAGE_OF.fullmatch(line.cells[-1]), _PAGE_NAMED.fullmatch(line.cells[-1]))
        if match
    ]


def _signatures(pages: Sequence[Sequence[Line]]) -> list[tuple[int, int]]:
    return [
        (p, i)
        for p, lines in enumerate(pages)
        for i, line in enumerate(lines)
        # "undertecknats av" in lower case goes on with a sentence about signing.
        if _SIGNATURE.match(line.text) and not line.text[0].islower()
    ]


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[tuple[int, int]]:
    """Margin lines that stand in the same place on at least two pages, digits apart."""
    stamped = _stamped(pages)
    places: dict[str, list[tuple[int, int]]] = {}
    for p, lines in enumerate(pages):
        for i, line in enumerate(lines):
            if _OF_A_STATUTE.fullmatch(line.text):
                continue
            if _in_margin(line, i, len(lines), heights[p]) or line.text in stamped:
                places.setdefault(_shape(line.text), []).append((p, i))
    found: list[tuple[int, int]] = []
    for spots in places.values():
        for p, i in spots:
            line = pages[p][i]
            others = [pages[q][j] for q, j in spots if q != p]
            if line.placed:
                same = any(abs(o.y - line.y) < _NEAR and abs(o.x - line.x) < _NEAR for o in others)
            else:
                same = len(pages) > 2 and len({o.page for o in others}) > len(pages) / 2
            if same:
                found.append((p, i))
    return [*found, *_below_heads(pages, heights, found)]


def _below_heads(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], heads: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Lines that go on a running head further down the paper: directly below it, word for word on two pages.

    A value under its label ("Sammanträdesdatum", "2026-03-12") is the usual one.
    """
    lowest: dict[int, Line] = {}
    for p, i in heads:
        line = pages[p][i]
        if line.placed and line.y > heights[p] / 2 and (p not in lowest or line.y < lowest[p].y):
            lowest[p] = line
    known = set(heads)
    places: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for p, head in lowest.items():
        for i, line in enumerate(pages[p]):
            below = 0 <= head.y - line.y <= _PITCH * max(line.size, head.size)
            if line.placed and below and (p, i) not in known:
                places.setdefault((line.text, round(line.x), round(line.y)), []).append((p, i))
    return [spot for spots in places.values() if len(spots) > 1 for spot in spots]


def _stamped(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Small print that stands word for word in one place on most of at least three pages, wherever it is."""
    sizes = Counter(round(line.size) for lines in pages for line in lines)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    seen: dict[tuple[str, int, int], set[int]] = {}
    for p, lines in enumerate(pages):
        for line in lines:
            if line.placed and line.size < usual - 0.5:
                seen.setdefault((line.text, round(line.x / 4), round(line.y / 4)), set()).add(p)
    most = max(3.0, 0.6 * len(pages))
    return frozenset(text for (text, _, _), where in seen.items() if len(where) >= most)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _words_of(pages: Sequence[Sequence[Line]], gone: Sequence[set[int]]) -> frozenset[str]:
    texts = (pages[p][i].text for p, found in enumerate(gone) for i in found)
    return frozenset(word for text in texts for word in text.casefold().split())


def _recognised(line: Line, known: frozenset[str]) -> bool:
    """Whether a line could belong to an address block.

    It is a label, a value, a way to reach someone, or known from the furniture of other pages.
    """
    text = line.text
    if len(text) > 110 or (_SENTENCE.search(text) and not text.endswith(":")):
        return False
    if _LABEL.fullmatch(text) or _VALUE.fullmatch(text) or _CONTACT.search(text):
        return True
    return bool(known) and all(word in known for word in text.casefold().split())


def _block_at_top(lines: Sequence[Line], gone: set[int], known: frozenset[str], page: int) -> set[int]:
    """An address or identity block that begins a page after the first, wherever on the paper it stands."""
    if page == 0:
        return set()
    order = [i for i in range(len(lines)) if i not in gone]
    found: list[int] = []
    hits = strong = 0
    pending: list[int] = []
    for i in order[:25]:
        line = lines[i]
        if _recognised(line, known):
            found += [*pending, i]
            pending = []
            hits += 1
            strong += bool(_CONTACT.search(line.text) or _LABEL.fullmatch(line.text))
        elif len(line.text) < 45 and not _SENTENCE.search(line.text) and len(pending) < _LOOSE and found:
            pending.append(i)
        else:
            break
    return set(found) if hits >= 3 and strong >= 2 else set()


def _block_at_bottom(lines: Sequence[Line], gone: set[int]) -> set[int]:
    """A contact block that ends a page and cuts a sentence in two; it begins with the page's number."""
    numbers = [i for i in gone if _PAGE_OF.fullmatch(lines[i].text)]
    for start in numbers:
        tail = [i for i in range(start, len(lines)) if i == start or i not in gone]
        before = [i for i in range(start) if i not in gone]
        if not before or not 2 <= len(tail) <= 6 or _SENTENCE.search(lines[before[-1]].text):
            continue
        short = all(len(lines[i].text) < 60 and not _SENTENCE.search(lines[i].text) for i in tail)
        if short and _CONTACT.search(lines[tail[-1]].text):
            return set(tail)
    return set()


def _naming(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Of the removed lines those that say what the document is, each once; no page numbers or signatures."""
    chosen: dict[str, Line] = {}
    said: set[str] = set()
    labelled = False
    for line in lines:
        text = line.text
        if _SIGNATURE.match(text) or any(f.fullmatch(text) for f in (_PAGE_OF, _PAGE_NAMED, _PAGE_BARE)):
            continue
        labelled = labelled or bool(_LABEL.match(text))
        words = set(text.casefold().split())
        if not words <= said:
            chosen[text] = line
        said |= words
    return tuple(chosen.values()) if labelled else ()
