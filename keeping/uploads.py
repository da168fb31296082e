"""Files that a person hands in: held against the limits and against what they claim to be, then put in place.

Nothing of a file's content is opened here but its first bytes and, for a DOCX, the archive's own list of
members; reading is the reading process's, with its limits.
"""

import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.limits import Limits, check_archive
from ingest.readers import check_content
from keeping.changes import Change, Kind
from keeping.errors import Refused
from keeping.ledger import Ledger
from keeping.names import file_name, free_name

MOST_FILES = 50
"""Files handed in at once."""


class Taken(StrEnum):
    """What to do with a file whose name is taken."""

    REPLACE = "replace"
    KEEP_BOTH = "keep_both"
    SKIP = "skip"


@dataclass(frozen=True)
class Upload:
    """A file as it came: the name that the browser gave it, and its content."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Accepted:
    """A file that may be put in place; `held` is what stands there under its name, None for nothing."""

    name: str
    content: bytes
    held: bytes | None

    @property
    def same(self) -> bool:
        """Whether it is there already, so that nothing needs doing."""
        return self.held == self.content

    @property
    def taken(self) -> bool:
        """Whether another content has the name."""
        return self.held is not None and not self.same


def accepted(upload: Upload, folder: Path, limits: Limits) -> Accepted:
    """The file with the name that it will have. Raises Refused."""
    name = file_name(upload.name)
    try:
        check_archive(BytesIO(upload.content), len(upload.content), limits)
        named = check_content(Path(name).suffix, upload.content)
    except UnreadableFile as error:
        raise Refused(f"{name}: {error.reason}", error.remedy) from error
    if not upload.content.strip():
        raise Refused(f"{name}: filen är tom.", "Spara om dokumentet från källan och lägg in det igen.")
    if named == "DOCX" and not _is_word(upload.content):
        raise Refused(f"{name}: filen är ett arkiv, inget Word-dokument.", "Spara dokumentet som DOCX.")
    if named not in ("PDF", "DOCX") and not _is_text(upload.content):
        raise Refused(f"{name}: filen är inte text.", f"Spara dokumentet som {named}.")
    there = _there(folder, name)
    return Accepted(there.name if there else name, upload.content, there.read_bytes() if there else None)


def put(
    ledger: Ledger, by: str, folder: Path, files: Sequence[Accepted], choices: Mapping[str, Taken]
) -> Change | None:
    """Puts the files in the folder as one change; None where there is nothing to do.

    `choices` by name, for those whose name is taken; one that is not there is skipped. Raises KeepingError.
    """
    wanted: dict[Path, bytes | None] = {}
    seen: dict[Path, bytes | None] = {}
    names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
    replaced = False
    for file in files:
        twice = folder / file.name in wanted
        choice = Taken.KEEP_BOTH if twice else choices.get(file.name, Taken.SKIP)
        if file.same or (file.taken and choice is Taken.SKIP):
            continue
        name, held = file.name, file.held
        if twice or (file.taken and choice is Taken.KEEP_BOTH):
            name, held = free_name(name, {*names, *(path.name for path in wanted)}), None
        replaced = replaced or held is not None
        wanted[folder / name] = file.content
        seen[folder / name] = held
    if not wanted:
        return None
    kind = Kind.REPLACE if replaced else Kind.UPLOAD
    return ledger.carry_out(by, kind, wanted, seen, [path.name for path in wanted])


def remove(ledger: Ledger, by: str, path: Path) -> Change:
    """Takes a document's file away; the library keeps the document for questions about the time before."""
    held = path.read_bytes() if path.is_file() else None
    if held is None:
        raise Refused(f"”{path.name}” finns inte längre i mappen.", "Läs in mappen på nytt.")
    return ledger.carry_out(by, Kind.REMOVE, {path: None}, {path: held}, [path.name])


def _there(folder: Path, name: str) -> Path | None:
    """The file with the name, whatever its letters' case and composition."""
    if not folder.is_dir():
        return None
    wanted = unicodedata.normalize("NFC", name).casefold()
    found = (
        entry for entry in folder.iterdir() if unicodedata.normalize("NFC", entry.name).casefold() == wanted
    )
    there = next(found, None)
    if there is not None and (there.is_symlink() or not there.is_file()):
        raise Refused(f"{name}: namnet är upptaget av en länk eller mapp.", "Byt namn på filen.")
    return there


def _is_text(content: bytes) -> bool:
    """Whether it may be text: no empty bytes, unless it begins as UTF-16 does."""
    return b"\x00" not in content or content.startswith((b"\xff\xfe", b"\xfe\xff"))


def _is_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return content.startswith(b"\xd0\xcf\x11\xe0")  # the reader says what such a file is
