"""The fonts of a PDF: what the codes that a page shows mean, and how wide they are.

Decoding is pypdf's; this is the one place that knows where pypdf keeps it.
"""

import re
from functools import cached_property

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
    """One font of a file. `name` is as the file has it, with slash and subset tag ("/ABCDEF+Arial-BoldMT")."""

    def __init__(self, resource: DictionaryObject | None) -> None:
        self.name = str(resource.get("/BaseFont", "")) if resource is not None else ""
        self._font = Font.from_font_resource(resource) if resource is not None else None
        self._unit = _unit(resource)
        self._known: dict[str | int, Glyph] = {}

    @cached_property
    def bold(self) -> bool:
        return bool(_BOLD.search(self.name))

    @cached_property
    def italic(self) -> bool:
        return bool(_ITALIC.search(self.name))

    @cached_property
    def space(self) -> float:
        """The width of a space as a part of the font size."""
        width = self._font.space_width if self._font is not None else 0
        return float(width or _USUAL_SPACE) * self._unit

    def glyphs(self, shown: bytes | str) -> list[Glyph]:
        """What a string of the content stream shows. A font that the file lacks shows "�"."""
        if self._font is None:
            return [("\ufffd", 0.5, False)] * len(shown)
        if isinstance(shown, bytes) and not isinstance(self._font.encoding, str):
            return [self._known.get(code) or self._simple(code) for code in shown]
        text = shown if isinstance(shown, str) else _decoded(shown, str(self._font.encoding))
        return [self._known.get(char) or self._composite(char) for char in text]

    def _simple(self, code: int) -> Glyph:
        assert self._font is not None and isinstance(self._font.encoding, dict)
        char = self._font.encoding.get(code, chr(code))
        return self._remember(code, chr(code), char, code == 32)

    def _composite(self, char: str) -> Glyph:
        return self._remember(char, char, char, False)

    def _remember(self, key: str | int, measured: str, char: str, spaced: bool) -> Glyph:
        font = self._font
        assert font is not None
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


def _unit(resource: DictionaryObject | None) -> float:
    """What a font's widths are counted in, as a part of the font size: a thousandth but in Type 3 fonts."""
    if resource is None or resource.get("/Subtype") != "/Type3":
        return 0.001
    matrix = resource.get("/FontMatrix")
    first = matrix.get_object()[0] if matrix is not None else 0.001
    return abs(float(first)) or 0.001
