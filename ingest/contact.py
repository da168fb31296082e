"""Who answers for a document: a labelled name, or the person on its letterhead."""

import re

from ingest.identity_labels import Finding
from ingest.stored_text import StoredText

_LABEL = re.compile(
    r"^(?:kontaktperson(?:er)?|kontakt|handläggare|dokumentansvarig(?:a)?|dokumentägare|ansvarig\s+handläggare|ansvarig"
    r"|framtagen\s+av|upprättad\s+av|föredragande)\s*(?::\s*|$|\s(?=(?-i:[A-ZÅÄÖ])))",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:kontaktperson|handläggare|dokumentansvarig|dokumentägare|(?<!\w )ansvarig):"
    r"\s*(?P<name>[A-ZÅÄÖ][^.;:\n]{2,60})(?=[.;]|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?P<local>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_NAME = re.compile(r"[A-ZÅÄÖ][^\W\d_]+(?:[- ][A-ZÅÄÖ][^\W\d_]+){1,3}")
_TITLE = re.compile(r"[A-ZÅÄÖ][^\W\d_]+(?:[ -][^\W\d_]+){0,4}")
_FOLDED = str.maketrans("åäöéèü", "aaoeeu")
_COLUMN = re.compile(r"\s{2,}|\t|\s(?=(?:Dnr|Diarienr|Diarienummer|Datum|Telefon|Tel|E-post|Version)\b)")
"""Where another column of the same line begins."""
_LINES_UP = 3
_LONGEST = 80


def read_contact(stored: StoredText, spans: tuple[tuple[int, int], ...] = ()) -> Finding[str] | None:
    """Name and title as "Eva Ek, jurist", with the lines they stand on; None where nobody is named.

    Looked for in the first header blocks and rows, then in the `spans` that hold labelled facts. A name
    without a label is one where the e-mail address beside it is made of it.
    """
    header = [placed for placed in stored.blocks if placed.block.kind in ("header", "row")][:3]
    for begun, stop in (*((placed.start, placed.end) for placed in header), *spans):
        lines = _lines(stored.text[begun:stop], begun)
        for position, (start, line) in enumerate(lines):
            label = _LABEL.match(line)
            if label is not None:
                value = _COLUMN.split(line[label.end() :].strip())[0]
                end = start + len(line)
                if not value and position + 1 < len(lines):
                    following, value = lines[position + 1]
                    value, end = value.strip(), following + len(value)
                if value and len(value) <= _LONGEST and not _LABEL.match(value):
                    return Finding(value, start, end)
        for start, line in lines:
            inside = _INSIDE.search(line)
            if inside is not None:
                return Finding(inside["name"].strip(), start + inside.start(), start + inside.end())
        found = _by_address(lines)
        if found is not None:
            return found
    return None


def _by_address(lines: list[tuple[int, str]]) -> Finding[str] | None:
    for position, (start, line) in enumerate(lines):
        address = _ADDRESS.search(line)
        if address is None:
            continue
        parts = [part for part in re.split(r"[._-]+", address["local"].lower()) if len(part) > 1]
        for back in range(max(0, position - _LINES_UP), position):
            begun, name = lines[back]
            if len(parts) < 2 or not _NAME.fullmatch(name) or not _made_of(parts, name):
                continue
            titles = [text for _, text in lines[back + 1 : position] if _TITLE.fullmatch(text)]
            title = titles[0][:1].lower() + titles[0][1:] if titles else ""
            last = lines[back + 1][0] + len(lines[back + 1][1]) if titles else start + len(line)
            return Finding(f"{name}, {title}" if title else name, begun, last)
    return None


def _made_of(parts: list[str], name: str) -> bool:
    words = re.split(r"[ -]", name.lower().translate(_FOLDED))
    return all(part.translate(_FOLDED) in words for part in parts)


def _lines(text: str, start: int) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found
