"""Bytes to clean Swedish text: what the readers of text-like formats share."""

import re
import unicodedata
from pathlib import Path

from ingest.errors import UnreadableFile

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
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
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    """`text` on one line: invisible characters removed, every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


def _decode_windows(data: bytes, cause: UnicodeDecodeError) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableFile(
            "Filens teckenkodning känns inte igen.", "Spara om filen med teckenkodningen UTF-8."
        ) from cause
