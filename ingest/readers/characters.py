"""Characters as a reader sees them: ligatures, accents, special spaces and hyphens, spread letters."""

import re
from collections.abc import Sequence

from ingest.readers.plain import composed

GAP = "\u2009"
"""Stands for a space that a page does not show but leaves open."""

_PLAIN = str.maketrans(
    {
        **{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"},
        # Codes that WinAnsi leaves unused stand for a bullet (ISO 32000-1, Annex D).
        **{chr(code): "•" for code in (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)},
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\x00"),
    }
)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile("[⁰¹²³⁴-⁹]+(?:, ?[⁰¹²³⁴-⁹]+)*")
_ACCENTED = re.compile("(?:([¨˚])([aouAOU]))")
_COMBINING = {"¨": "\u0308", "˚": "\u030a"}
_SPREAD = re.compile(rf"(?<![^\W\d_])[^\W\d_](?:[{GAP} ][^\W\d_]){{3,}}(?![^\W\d_])")
_SENTENCE_END = re.compile(r"[.!?:][\"”’)]*$")
_EVEN = 1.5
"""Gaps up to this many times the smallest one lie between the letters of one word."""


def clean(text: str) -> str:
    """`text` with ligatures spelled out, å ä ö as single characters, invisible characters gone, plain hyphens
    and white space made single."""
    plain = " ".join(text.translate(_PLAIN).split())
    if plain.isascii():
        return plain
    plain = _ACCENTED.sub(lambda found: found[2] + _COMBINING[found[1]], plain)
    return composed(plain)


def close_up(text: str, gaps: Sequence[float]) -> str:
    """`text` with words set in spread letters closed up, where the gaps inside them are even.

    `gaps` are the widths of the gaps in `text`, from left to right.
    """
    if len(gaps) < 3:
        return text
    closed: list[str] = []
    done = 0
    for found in _SPREAD.finditer(text):
        first = text.count(GAP, 0, found.start())
        inside = gaps[first : first + found[0].count(GAP)]
        if len(inside) < 3:
            continue
        most = _EVEN * min(inside)
        widths = iter(inside)
        letters = (("" if next(widths) <= most else " ") if char == GAP else char for char in found[0])
        closed += [text[done : found.start()], "".join(letters)]
        done = found.end()
    return "".join(closed) + text[done:]


def superscript(number: str) -> str:
    """The digits of `number` as superscripts."""
    return number.translate(_SUPERSCRIPTS)


def without_references(text: str, notes: frozenset[int]) -> str:
    """`text` without the raised numbers that lead to `notes`; others, such as powers, stay."""

    def kept(found: re.Match[str]) -> str:
        numbers = {int(number) for number in found[0].translate(_DIGITS).split(",")}
        if not numbers <= notes:
            return found[0]
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        return " " if before.isalnum() and (after.isalnum() or after == "(") else ""

    return _RAISED.sub(kept, text)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, or with the colon before a list."""
    return bool(_SENTENCE_END.search(text))
