"""Which files below a folder are documents to read, and what there can't be taken in."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.registrar.journal import JOURNAL_FILE
from ingest.thresholds_file import PROPOSALS_FILE, THRESHOLDS_FILE

# Kept by people beside the documents, or for them; read as what they are, not as documents.
GOVERNANCE_FILES = frozenset(
    {"hierarchy.yaml", "register.yaml", "synonyms.yaml", JOURNAL_FILE, THRESHOLDS_FILE, PROPOSALS_FILE}
)
_GOVERNANCE_FOLDERS = frozenset({"keys"})

_OUTSIDE = ("Länken leder ut ur mappen.", "Lägg dokumentet i mappen, eller läs in den mapp som det ligger i.")
_NOWHERE = ("Länken leder ingenstans, eller till sig själv.", "Ta bort länken eller rätta den.")
_CLOSED = (
    "Mappen får inte läsas; dess dokument är kvar som de var.",
    "Ge läsrätt till mappen och läs in igen.",
)
_MISNAMED = ("Filnamnet är inte skrivet i UTF-8.", "Byt namn på filen.")


@dataclass(frozen=True)
class Obstacle:
    """A link, file or folder that is not taken in, with reason and remedy as Swedish sentences."""

    path: Path
    reason: str
    remedy: str


@dataclass
class Listing:
    """The files to read, in a stable order; what is refused; the folders that could not be looked into."""

    files: list[Path] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    closed: list[Path] = field(default_factory=list)


def documents_below(root: Path, data: Path) -> Listing:
    """Every file below `root` (absolute), without hidden files, governance files and READMEs.

    The library's own folder `data` (absolute) is left out where it lies below `root`. What lies there in its
    own place and is linked to as well is listed once; links that lead out of the folder are refused: a
    document belongs to the folder that was named.
    """
    walk = _Walk(root, data if data != root and data.is_relative_to(root) else None)
    walk.folder(root)
    walk.links()
    listing = walk.listing
    listing.files.sort()
    listing.obstacles.sort(key=lambda obstacle: obstacle.path)
    return listing


class _Walk:
    def __init__(self, root: Path, own: Path | None) -> None:
        self.listing = Listing()
        self._root = root
        self._own = own
        self._links: list[Path] = []
        self._seen: set[Path] = set()

    def folder(self, folder: Path) -> None:
        """List what is in the folder and in the folders below it, and set links aside."""
        below = [folder]
        while below:
            now = below.pop()
            self._seen.add(now.resolve())
            for entry in self._entries(now):
                path = Path(entry.path)
                if self._is_left_out(path):
                    continue
                if not _is_utf8(entry.name):
                    self._refuse(path, _MISNAMED)
                elif entry.is_symlink():
                    self._links.append(path)
                elif entry.is_dir():
                    below.append(path)
                elif entry.is_file():
                    self._seen.add(path.resolve())
                    self.listing.files.append(path)

    def links(self) -> None:
        """Follow each link once everything has been seen in its own place; a linked folder may hold more."""
        while self._links:
            path = min(self._links)
            self._links.remove(path)
            try:
                target = path.resolve(strict=True)
            except (OSError, RuntimeError):  # RuntimeError: a loop, before Python 3.13
                self._refuse(path, _NOWHERE)
                continue
            if not target.is_relative_to(self._root):
                self._refuse(path, _OUTSIDE)
            elif target not in self._seen and not self._is_own(target):
                self._seen.add(target)
                if target.is_dir():
                    self.folder(path)
                elif target.is_file():
                    self.listing.files.append(path)

    def _entries(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                yield from entries
        except OSError:
            self.listing.closed.append(folder)
            self._refuse(folder, _CLOSED)

    def _refuse(self, path: Path, why: tuple[str, str]) -> None:
        self.listing.obstacles.append(Obstacle(path, *why))

    def _is_left_out(self, path: Path) -> bool:
        if path.name.startswith((".", "~$")) or self._is_own(path):
            return True
        if path.parent == self._root and path.name in _GOVERNANCE_FOLDERS and path.is_dir():
            return True
        return (path.name in GOVERNANCE_FILES or path.stem.upper() == "README") and not path.is_dir()

    def _is_own(self, path: Path) -> bool:
        return self._own is not None and path.is_relative_to(self._own)


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
