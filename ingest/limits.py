"""How much one file may cost to read, and what is said of a file that would cost more.

Each limit is a setting of the same name, so that the sentence can say what to raise.
"""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ingest.errors import LimitExceeded

_MEGABYTE = 1_000_000
_MARKUP_FOR_TEXT = 5
"""Bytes of markup that a character of text may cost, over a whole document."""
_SPLIT = "Dela upp dokumentet, eller höj gränsen med inställningen"


@dataclass(frozen=True)
class Limits:
    """Seconds and megabytes of memory for reading one file, megabytes of a file as it is stored and as it
    unpacks, and millions of characters of text in it.
    """

    read_seconds: int = 300
    read_memory_mb: int = 2048
    largest_file_mb: int = 100
    largest_text_mb: int = 10


DEFAULT_LIMITS = Limits()


def check_size(path: Path, limits: Limits) -> None:
    """Raises LimitExceeded for a file that is too large, as it is or (DOCX, a zip archive) unpacked."""
    try:
        size = path.stat().st_size
    except OSError:
        return  # The reader says what is wrong with it.
    check_archive(path, size, limits)


def check_archive(file: Path | BinaryIO, size: int, limits: Limits) -> None:
    """Raises LimitExceeded for a file of `size` bytes that is too large, as it is or unpacked."""
    largest = limits.largest_file_mb * _MEGABYTE
    if size > largest:
        raise LimitExceeded(
            f"Filen är {_megabytes(size)} MB, och gränsen är {limits.largest_file_mb} MB.",
            f"{_SPLIT} largest_file_mb.",
        )
    # A member never unpacks to more than the archive says: the reader stops there.
    unpacked, markup = _unpacked_sizes(file)
    if unpacked > largest:
        raise LimitExceeded(
            f"Filen packar upp till {_megabytes(unpacked)} MB, och gränsen är {limits.largest_file_mb} MB.",
            f"{_SPLIT} largest_file_mb.",
        )
    most = limits.largest_text_mb * _MARKUP_FOR_TEXT
    if markup > most * _MEGABYTE:
        raise LimitExceeded(
            f"Dokumentets text med uppmärkning är {_megabytes(markup)} MB, och gränsen är {most} MB.",
            f"{_SPLIT} largest_text_mb.",
        )


def check_text(characters: int, limits: Limits) -> None:
    """Raises LimitExceeded for a document with more text than a person would put in one."""
    if characters > limits.largest_text_mb * _MEGABYTE:
        raise LimitExceeded(
            f"Dokumentet har {_megabytes(characters)} miljoner tecken text, "
            f"och gränsen är {limits.largest_text_mb} miljoner.",
            f"{_SPLIT} largest_text_mb.",
        )


def unpacks_too_far(size: int) -> LimitExceeded:
    """For a part of a file that unpacks to more than `size` bytes."""
    return LimitExceeded(
        f"En del av filen packar upp till mer än {_megabytes(size)} MB, som är gränsen.",
        "Spara om dokumentet från källan, utan inbäddade data.",
    )


def out_of_time(limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"Läsningen avbröts efter {limits.read_seconds} sekunder, som är gränsen för en fil.",
        f"{_SPLIT} read_seconds.",
    )


def out_of_memory(limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"Läsningen behövde mer minne än {limits.read_memory_mb} MB, som är gränsen för en fil.",
        f"{_SPLIT} read_memory_mb.",
    )


def too_deep() -> LimitExceeded:
    """For a structure with levels beyond what the readers, and any sensible document, go down to."""
    return LimitExceeded(
        "Filens innehåll är nästlat i fler nivåer än gränsen för läsningen.",
        "Spara om dokumentet från källan, eller som PDF eller text.",
    )


def _unpacked_sizes(file: Path | BinaryIO) -> tuple[int, int]:
    """Bytes that a zip archive unpacks to, and how many of them are XML; nothing for any other file."""
    try:
        if not zipfile.is_zipfile(file):
            return 0, 0
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return 0, 0  # Likewise.
    xml = (member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    return sum(member.file_size for member in members), sum(xml)


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.0f}".replace(",", " ")
