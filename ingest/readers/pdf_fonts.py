"""The fonts of a PDF: what the codes that a page shows mean, and how wide they are.

Decoding is pypdf's; this is the one place that knows where pypdf keeps it.
"""

import re

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

from ingest.readers.characters import GAP

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_USUAL_SPACE = 250.0
_SOFT_HYPHEN = "\u00ad"
"""Where a page shows one, it is a hyphen that a reader sees; many programs give every hyphen this code."""

Glyph = tuple[str, float, bool]
"""The characters of one code, its width as a part of the font size, and whether word spacing widens it."""


class PdfFont:
    """One font of a file. `name` is as the file has it, with slash and subset tag ("/ABCDEF+Arial-Bold").

    An empty resource gives what stands in for a font that a file names but lacks.
    """

    def __init__(self, resource: DictionaryObject) -> None:
        self.name = str(resource.get("/BaseFont", ""))
        self.bold = bool(_BOLD.search(self.name))
        self.italic = bool(_ITALIC.search(self.name))
        self._font = Font.from_font_resource(resource)
        self._unit = _unit(resource)
        self.space = float(self._font.space_width or _USUAL_SPACE) * self._unit
        """The width of a space as a part of the font size."""
        self._known: dict[str | int, Glyph] = {}

    def glyphs(self, shown: bytes) -> list[Glyph]:
        """What a string of the content stream shows."""
        known, encoding = self._known, self._font.encoding
        if isinstance(encoding, str):
            text = _decoded(shown, encoding)
            return [known.get(char) or self._glyph(char, char, char, False) for char in text]
        return [
            known.get(code) or self._glyph(code, chr(code), encoding.get(code, chr(code)), code == 32)
            for code in shown
        ]

    def _glyph(self, key: str | int, measured: str, char: str, spaced: bool) -> Glyph:
        font = self._font
        widths = font.character_widths
        wide = font.space_width if measured == font.space_char else widths.get(measured, widths["default"])
        text = str(font.character_map.get(char, char)).replace(GAP, " ")
        if text == _SOFT_HYPHEN:
            text = "-" if wide else ""
        found = (text, float(wide) * self._unit, spaced)
        self._known[key] = found
        return found


def _decoded(shown: bytes, encoding: str) -> str:
    try:
        return shown.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return shown.decode(encoding, "replace")


def _unit(resource: DictionaryObject) -> float:
    """What a font's widths are counted in, as a part of the font size: a thousandth but in Type 3 fonts."""
    if resource.get("/Subtype") != "/Type3":
        return 0.001
    matrix = resource.get("/FontMatrix")
    first = matrix.get_object()[0] if matrix is not None else 0.001
    return abs(float(first)) or 0.001
