"""Headings of statutes as automatic conversion leaves them.

Conversion from flat statute text loses what a reader sees at once. A remark between slashes, or a piece
of a reference that happened to stand between two slashes ("2014/24/EU"), is swept into the next heading. A
table row without a full stop looks like a heading, and so does the last sentence of a section.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.readers.flat_tables import looks_tabular, row_text
from ingest.readers.plain import clean

_SWEPT = re.compile(r"^((?:/[^/]*/\s*)+)(?=\S)")
_SWEPT_BEFORE_SECTION = re.compile(r"^(/.*/)\s*(\d+(?:\s?[a-z])?\s§)$")
_REMARK = re.compile(r"/\s*([A-ZÅÄÖ][^/]*?)\s*/")
_AMENDED = re.compile(r"\b(?:Lag|Förordning|Kungörelse|Tillkännagivande)\s\(\d{4}:\d+\)\.?$")
_SENTENCE_END = re.compile(r"(?<=[\wåäö§)])(?<!\bkap)\.\s+(?=[A-ZÅÄÖ])")
_FEWEST_WORDS_OF_A_SENTENCE = 5


@dataclass(frozen=True)
class Piece:
    """What a heading line turns out to hold; `text` still carries no white space at its ends."""

    kind: Literal["heading", "paragraph", "row", "note"]
    text: str


def unpick_heading(heading: str) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The pieces of one heading line (its links stripped, its gaps kept), and the debris left out.

    A remark becomes a note under its heading: it may say that the section is yet to enter into force.
    Swept-in pieces of references are debris; where in the next paragraph they belong cannot be told
    for certain, so the caller reports them.
    """
    if looks_tabular(heading):
        return (Piece("row", row_text(heading)),), ()
    rest, swept = _without_sweepings(clean(heading))
    notes = tuple(Piece("note", remark) for remark in _REMARK.findall(swept))
    debris = _REMARK.sub("", swept).strip()
    pieces = _sentence_or_heading(rest) if rest else ()
    return pieces + notes, (debris,) if debris else ()


def _without_sweepings(heading: str) -> tuple[str, str]:
    found = _SWEPT_BEFORE_SECTION.match(heading)
    if found is not None:
        return found.group(2), found.group(1)
    found = _SWEPT.match(heading)
    if found is not None:
        return heading[found.end() :].strip(), found.group(1).strip()
    return heading, ""


def _sentence_or_heading(text: str) -> tuple[Piece, ...]:
    end = _SENTENCE_END.search(text)
    if end is None or len(text[: end.start()].split()) < _FEWEST_WORDS_OF_A_SENTENCE:
        return (Piece("heading", text),)
    if _AMENDED.search(text):
        return (Piece("paragraph", text),)
    sentence, rest = text[: end.start() + 1], text[end.end() :]
    last: Literal["heading", "paragraph"] = "paragraph" if rest.endswith((".", ":")) else "heading"
    return Piece("paragraph", sentence), Piece(last, rest)
