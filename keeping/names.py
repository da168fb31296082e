"""File names as people give them, made such that any system can hold them, or refused with a reason.

Pure. What a browser sends as a name is text from outside: it may hold a path, control characters or marks
that turn the direction of reading, and å, ä and ö as two characters each.
"""

import unicodedata
from collections.abc import Collection

from ingest.readers import SUPPORTED
from keeping.errors import Refused

LONGEST = 120
"""Characters; with å, ä and ö as two bytes each this stays below what file systems hold (255 bytes)."""
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
_FORBIDDEN = frozenset('/\\:*?"<>|')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RENAME = "Byt namn på filen och lägg in den igen."


def file_name(given: str) -> str:
    """The name that the file gets: the given one in NFC with single spaces. Raises Refused."""
    name = " ".join(unicodedata.normalize("NFC", given).split(" ")).strip()
    shown = "".join("\ufffd" if unicodedata.category(c) in _UNSEEN else c for c in name)[:LONGEST]
    if any(unicodedata.category(character) in _UNSEEN for character in name):
        raise Refused(f"Filnamnet ”{shown}” innehåller tecken som inte syns.", _RENAME)
    if any(character in _FORBIDDEN for character in name):
        raise Refused(f"Filnamnet ”{shown}” innehåller tecken som inte får stå i ett filnamn.", _RENAME)
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem.strip():
        raise Refused(f"Filen ”{shown}” saknar namn eller filändelse.", _RENAME)
    if f".{suffix.lower()}" not in SUPPORTED:
        raise Refused(
            f"Filtypen .{suffix[:12]} kan inte läsas in (”{shown}”).",
            "Spara dokumentet som PDF, DOCX, HTML, Markdown eller text.",
        )
    if name.startswith((".", "~$")) or stem.upper() == "README":
        raise Refused(f"En fil som heter ”{shown}” läses aldrig in.", _RENAME)
    if stem.split(".")[0].strip().lower() in _RESERVED:
        raise Refused(f"Namnet ”{shown}” är upptaget av operativsystem.", _RENAME)
    if len(name) > LONGEST:
        raise Refused(f"Filnamnet ”{shown}…” är längre än {LONGEST} tecken.", _RENAME)
    return f"{stem.rstrip(' .')}.{suffix.lower()}"


def free_name(name: str, taken: Collection[str]) -> str:
    """The name with the lowest number that makes it another than those taken, letter case apart."""
    held = {other.casefold() for other in taken}
    stem, _, suffix = name.rpartition(".")
    number = 2
    while f"{stem}-{number}.{suffix}".casefold() in held:
        number += 1
    return f"{stem}-{number}.{suffix}"
