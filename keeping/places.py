"""Where an administrator's library lies on the disk: the documents' folders, and what people keep by hand."""

import os
from dataclasses import dataclass
from pathlib import Path

from hierarchy.levels import Hierarchy
from index.library import Library
from ingest.governance import HIERARCHY_FILE, REGISTER_FILE
from keeping.errors import KeepingError


@dataclass(frozen=True)
class Places:
    """`roots` are the folders that the library is read from, `governance` the one with `register.yaml`."""

    roots: tuple[Path, ...]
    governance: Path

    @property
    def all(self) -> tuple[Path, ...]:
        return (*self.roots, self.governance)

    def unwritable(self) -> list[Path]:
        """The folders, and the files that people keep in them, that may not be written."""
        files = [self.governance / name for name in (REGISTER_FILE, "thresholds.yaml")]
        places = [*self.roots, self.governance, *(file for file in files if file.exists())]
        return [place for place in dict.fromkeys(places) if not os.access(place, os.W_OK)]


def places_of(library: Library) -> Places:
    """The folders that the library was read from. Raises KeepingError where they are not there."""
    roots = tuple(sorted({Path(state.root) for state in library.files()}))
    there = tuple(root for root in roots if root.is_dir())
    if not there:
        gone = f"”{roots[0]}” finns inte längre." if roots else "Biblioteket är inte inläst från någon mapp."
        raise KeepingError(gone, "Läs in en mapp med: regelstegen ingest MAPP")
    return Places(there, governance_folder(library, None))


def governance_folder(library: Library, chosen: Path | None) -> Path:
    """The chosen folder, else the one that the library was read with. Raises KeepingError."""
    if chosen is not None:
        if not chosen.is_dir():
            raise KeepingError(f"Mappen ”{chosen}” finns inte.", "Ange en annan med --governance.")
        return chosen.resolve()
    if library.governance is not None and library.governance.is_dir():
        return library.governance
    roots = sorted({Path(state.root) for state in library.files()})
    for folder in (*roots, *(root.parent for root in roots)):
        if any((folder / name).is_file() for name in (HIERARCHY_FILE, REGISTER_FILE)):
            return folder
    if len(roots) == 1 and roots[0].is_dir():
        return roots[0]
    raise KeepingError("Det framgår inte var registret finns.", "Ange mappen med --governance.")


def folders(places: Places, hierarchy: Hierarchy, library: Library) -> list[Path]:
    """Where a document may be put: the roots, the folders that hold documents, and the organisations' own."""
    held = {Path(state.path).parent for state in library.files() if state.document}
    top = {root / organisation.id for root in places.roots for organisation in hierarchy.organisations}
    within = {folder for folder in held | top if any(folder.is_relative_to(root) for root in places.roots)}
    return sorted({*places.roots, *(folder for folder in within if folder.is_dir() or folder in top)})
