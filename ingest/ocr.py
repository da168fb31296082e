"""How scanned pages are read, as an installation chooses it."""

from dataclasses import dataclass
from typing import Literal

OcrMode = Literal["auto", "always", "never"]
"""`auto` reads the pages without a text of their own by picture, `always` every page, `never` none."""


@dataclass(frozen=True)
class Ocr:
    """The choice and its limits.

    `language`: the program's name for the language data. `dpi`: how finely a page is drawn. `seconds`:
    the longest time for one page. `most_pages`: of one document; the rest are named as unread.
    """

    mode: OcrMode = "auto"
    language: str = "swe"
    dpi: int = 300
    seconds: float = 60.0
    most_pages: int = 200


AUTOMATIC = Ocr()
"""The way that an installation has when nobody has chosen another."""
