"""Bytes to clean Swedish text: what the readers of text-like formats share."""

import re
import unicodedata
from pathlib import Path

from ingest.errors import UnreadableFile

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MOST_MARKS = 30
_NO_LETTERS = re.compile(rf"[^\w\s!-~]{{{_MOST_MARKS + 1},}}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

NO_TEXT_REASON = "Filen innehåller ingen dokumenttext."
NO_TEXT_REMEDY = "Lägg in en fil där dokumentets text finns med, eller ta bort filen."


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises `UnreadableFile` where it is absent, not a file, unreadable or empty."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"Filen kan inte öppnas ({error.strerror or 'okänt fel'}).",
            "Kontrollera att filen finns och att programmet får läsa den.",
        ) from error
    if not data.strip():
        raise UnreadableFile("Filen är tom.", "Spara om dokumentet från källan och lägg in det igen.")
    return data


def decode(data: bytes) -> str:
    """`data` as text with composed letters and "\\n" line ends: UTF-8 first, else Windows-1252.

    Raises `UnreadableFile` for bytes that are text in neither encoding.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = _decode_windows(data, error)
    if _CONTROL.search(text):
        raise UnreadableFile(
            "Filen innehåller binära data och är inte ett textdokument.",
            "Spara dokumentet som PDF, DOCX, HTML, Markdown eller text och lägg in det igen.",
        )
    return composed(text).replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    """`text` on one line: invisible characters removed, every run of white space one space."""
    return " ".join(composed(_INVISIBLE.sub("", text)).split())


def composed(text: str) -> str:
    """`text` with each letter and its marks as one character (NFC).

    Of more than thirty marks on one letter the rest are left out, as Unicode's stream-safe format has it:
    composing takes time with the square of their number.
    """
    return unicodedata.normalize("NFC", _NO_LETTERS.sub(_with_fewer_marks, text))


def _with_fewer_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _decode_windows(data: bytes, cause: UnicodeDecodeError) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableFile(
            "Filens teckenkodning känns inte igen.", "Spara om filen med teckenkodningen UTF-8."
        ) from cause
