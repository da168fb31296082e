"""The marks that begin list items, and the numbers that begin headings and numbered points."""

import re
from dataclasses import dataclass
from typing import Literal

Marker = Literal["bullet", "dash", "number", "letter", "point"]

_BULLET = re.compile(r"[•▪◦●○■□▫‣⁃∙·➢➤→\uf000-\uf0ff]\s*(?=\S)")
_LETTER_BULLET = re.compile(r"[oO*]\s+(?=\S)")
_DASH = re.compile(r"[-–—−]\s+(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
_LETTER = re.compile(r"\(?[a-zåäö][.)]\s+(?=\S)")
_POINT = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,5}\.?(?:\s?[a-z]\b)?\s+(?=\S)")
_NUMBERED_HEADING = re.compile(r"(\d{1,2}(?:\.\d{1,3})*)\.?\s+(?=[A-ZÅÄÖÉ”\"(])")
_PRIVATE_USE = re.compile(r"^[\ue000-\uf8ff]\s*")


@dataclass(frozen=True)
class Mark:
    """How a line begins an item: the kind of marker, and the line's text with a usual glyph for it."""

    marker: Marker
    text: str


def mark(line: str) -> Mark | None:
    """The item marker that `line` begins with, or None.

    Bullets from symbol fonts, whose code points belong to nobody, become "•".
    """
    if _PRIVATE_USE.match(line):
        rest = _PRIVATE_USE.sub("", line)
        return Mark("bullet", f"• {rest}") if rest else None
    if found := _BULLET.match(line):
        return Mark("bullet", f"{line[0]} {line[found.end() :]}")
    if _LETTER_BULLET.match(line):
        return Mark("bullet", line)
    if _DASH.match(line):
        return Mark("dash", line)
    if _POINT.match(line):
        return Mark("point", line)
    if _NUMBER.match(line):
        return Mark("number", line)
    if _LETTER.match(line):
        return Mark("letter", line)
    return None


def heading_number(line: str) -> tuple[int, ...]:
    """The number that a heading begins with, as (2, 1) for "2.1 Semester"; empty when there is none."""
    found = _NUMBERED_HEADING.match(line)
    return tuple(int(part) for part in found[1].split(".")) if found else ()
