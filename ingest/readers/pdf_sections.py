"""Where a typeset statute's sections begin, their numbers set before their text: "2 § Denna lag …"."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_lines import Line

_SECTION = re.compile(r"(\d{1,3})(?: [a-z])? § [A-ZÅÄÖ]")
_NUMBER = re.compile(r"\d{1,3}(?: [a-z])? §(?= [A-ZÅÄÖ]|$)")
_REFERS = re.compile(r"(?:\b(?:enligt|i|och|eller|av|till|med|än|samt|från)|kap\.|,|[-–])$")
_ENOUGH_SECTIONS = 3


class Sections:
    """Follows the sections through the lines of a document; `present` where it has enough to be a statute."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.present = sum(bool(_NUMBER.match(line.text)) for line in lines) >= _ENOUGH_SECTIONS
        self._last = 0

    def passed(self, line: Line) -> None:
        """Take note of a line that begins a block."""
        found = _SECTION.match(line.text)
        if found is not None:
            self._last = int(found[1])

    def begin_at(self, line: Line, above: Line, *, ended: bool) -> bool:
        """Whether `line` begins a section, and does not only refer to one; `ended`: `above` ends a sentence.

        A section comes after a sentence, after a heading, or next in turn.
        """
        found = _SECTION.match(line.text)
        if found is None:
            return False
        if ended or above.italic != line.italic or above.bold != line.bold:
            return True
        return int(found[1]) == self._last + 1 and not _REFERS.search(above.text)


def begins_with_section(line: Line) -> bool:
    """Whether a line begins with the number of a section, the section's text after it."""
    return _SECTION.match(line.text) is not None
