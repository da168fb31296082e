"""The letters that every PDF is written in, and any text in no others."""

import unicodedata
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ui.paper.model import visible

# Bitstream Vera comes with reportlab, has every letter and sign of the European languages in Latin script,
# and is put into the file, which then looks the same everywhere.
PLAIN, BOLD = "Vera", "VeraBd"
_NEAR = {"→": "->", "←": "<-", "☐": "[ ]", "☒": "[x]", "☑": "[x]", "✓": "x", "□": "[ ]", "▪": "•", "●": "•"}


def marked(text: str) -> str:
    """`text` in reportlab's markup: nothing of it is markup but its line breaks."""
    return escape(drawable(visible(text))).replace("\n", "<br/>")


def drawable(text: str) -> str:
    """`text` in characters that the font has: a letter without its accent, a hyphen for another, else "?"."""
    return "".join(c if c in "\n\t" or ord(c) in _drawn() else _instead(c) for c in text)


@cache
def register_fonts() -> None:
    """Makes the fonts known to reportlab, before anything is set in them."""
    for name in (PLAIN, BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def _instead(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)
    if unicodedata.category(character) == "Pd":
        return "-"
    if character in _NEAR:
        return _NEAR[character]
    kept = "".join(c for c in plain if ord(c) in _drawn())
    return kept or ("" if unicodedata.combining(character) else "?")


@cache
def _drawn() -> frozenset[int]:
    register_fonts()
    font: Any = pdfmetrics.getFont(PLAIN)
    return frozenset(font.face.charToGlyph)
