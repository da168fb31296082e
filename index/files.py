"""The files as they are now against what the library knows of them: what is new, changed, gone or refused."""

import hashlib
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.keys import Keys
from index.library import FileState
from index.naming import content_of, name_files
from index.scan import documents_below
from ingest.document import READING
from ingest.governance import Governance
from ingest.limits import Limits

if TYPE_CHECKING:
    from index.reading import Readings

_UNREADABLE = ("Filen får inte läsas.", "Ge läsrätt till filen och läs in igen.")


@dataclass
class Files:
    """Every file below the folders of an ingest.

    `states`: how each is now, by path; `names`: the document that each is or is to be. `changed`: those to
    read, as (path, root), and `gone`: those known that are no longer there. `elsewhere`: the documents of
    other folders' files, with their paths. `limits` names the limits in a refusal's digest.
    """

    known: dict[str, FileState]
    states: dict[str, FileState] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    changed: list[tuple[Path, Path]] = field(default_factory=list)
    gone: list[FileState] = field(default_factory=list)
    elsewhere: dict[str, str] = field(default_factory=dict)
    limits: str = ""
    unchanged: int = 0

    def had_document(self, path: Path) -> bool:
        before = self.known.get(str(path))
        return before is not None and before.document is not None

    def lost(self, readings: "Readings") -> list[str]:
        """The documents that no file gives any more: their files are gone, or can't be read now."""
        refused = [s for s in readings.states.values() if s.reason]
        found = (s.document for s in (*self.gone, *refused) if s.document)
        return [document for document in dict.fromkeys(found) if document not in readings.taken]

    def superseded(self, readings: "Readings") -> list[str]:
        """The documents whose files are now read under another id."""
        found = []
        for path, state in readings.states.items():
            before = self.known.get(path)
            if before and before.document and not state.reason and state.document != before.document:
                found.append(before.document)
        return [document for document in found if document not in readings.taken]

    def left_behind(self, readings: "Readings") -> list[str]:
        """The paths of gone files to forget; a withdrawn document's is kept, to know it if it returns."""
        return [s.path for s in self.gone if not s.document or s.document in readings.taken]


@dataclass(frozen=True)
class Ways:
    """What besides its content decides what a file is read as; `scanning` names how pictures are read."""

    governance: Governance
    keys: Keys
    limits: Limits
    scanning: str = ""


def look_at(
    roots: Sequence[Path], data: Path, known: dict[str, FileState], withdrawn: Collection[str], ways: Ways
) -> Files:
    """See how every file below the roots (absolute) is now, by its content's digest alone.

    `withdrawn` are ids of documents that are kept without a file: one that is back is read again.
    """
    files = Files(known, limits=_short_digest(repr(ways.limits)))
    found: dict[str, tuple[Path, Path]] = {}
    closed: list[Path] = []
    for root in roots:
        listing = documents_below(root, data)
        closed += listing.closed
        for path in listing.files:
            found.setdefault(str(path), (path, root))
        for obstacle in listing.obstacles:
            shown = os.fsencode(obstacle.path).decode("utf-8", "backslashreplace")
            files.states[shown] = _refused(shown, root, obstacle.reason, obstacle.remedy, known)
    seen: dict[str, FileState] = {}
    for name, (path, root) in found.items():
        try:
            seen[name] = _seen(path, root, known.get(name))
        except FileNotFoundError:
            continue  # It was taken away since the folder was listed.
        except OSError:
            files.states[name] = _refused(name, root, *_UNREADABLE, known)
    here = {*seen, *files.states}
    absent = [s for s in known.values() if s.path not in here and not _is_in(s.path, closed)]
    files.gone = [s for s in absent if _is_in(s.path, roots)]
    # A folder that was moved takes its names with it: only a file that is there holds one.
    away = [s for s in absent if s not in files.gone]
    shut = [s for s in known.values() if s.path not in here and _is_in(s.path, closed)]
    held = [*(s for s in away if Path(s.path).is_file()), *shut]
    files.elsewhere = {s.document: s.path for s in held if s.document and not s.reason}
    in_place = {known[path].document for path in here if path in known} | files.elsewhere.keys()
    files.names = name_files(
        {path: content_of(state) for path, state in seen.items()},
        known,
        [s for s in absent if s not in held and s.document not in in_place],
        ways.governance.register.entries.keys(),
    )
    for name, state in seen.items():
        _compare(files, name, state, found[name], withdrawn, ways)
    # The file that had the name keeps it, whatever order the files come in.
    files.changed.sort(key=lambda pair: not files.had_document(pair[0]))
    return files


def _compare(
    files: Files,
    path: str,
    state: FileState,
    place: tuple[Path, Path],
    withdrawn: Collection[str],
    ways: Ways,
) -> None:
    """Note a file as unchanged or to be read."""
    before, name = files.known.get(path), files.names[path]
    state = replace(state, digest=f"{state.digest}+{_governed(name, place[0], ways)}")
    same = before is not None and before.digest in (state.digest, f"{state.digest}+{files.limits}")
    if before is None or not same or (not before.reason and (before.document != name or name in withdrawn)):
        files.changed.append(place)
    else:
        state = replace(before, size=state.size, mtime_ns=state.mtime_ns, root=state.root)
        files.unchanged += before.reason is None
    files.states[path] = state


def _seen(path: Path, root: Path, before: FileState | None) -> FileState:
    """The file with the digest of its content, computed only where it may have changed."""
    stat = path.stat()
    state = FileState(str(path), str(root), stat.st_size, stat.st_mtime_ns, "")
    if before and before.digest and (before.size, before.mtime_ns) == (state.size, state.mtime_ns):
        return replace(state, digest=content_of(before))
    with path.open("rb") as file:
        content = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16))
    return replace(state, digest=content.hexdigest())


def _governed(name: str, path: Path, ways: Ways) -> str:
    """Changes when what a person keeps about this document does (register, hierarchy or keys), and with
    the way that its pages are read."""
    entry = ways.governance.register.entry(name)
    number = entry.document.number if entry else None
    # Without a number in the register only the text tells which act this is: any act's key may be its own.
    own = ways.keys.digest(number) if number else ways.keys.digest_of_any(name)
    scanning = ways.scanning if path.suffix.lower() == ".pdf" else ""
    return _short_digest(f"{READING}|{scanning}|{entry!r}|{ways.governance.hierarchy!r}|{own}")


def _short_digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _is_in(path: str, folders: Sequence[Path]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)


def _refused(path: str, root: Path, reason: str, remedy: str, known: Mapping[str, FileState]) -> FileState:
    """What couldn't even be looked at: without a digest it is tried again each time."""
    before = known.get(path)
    return FileState(path, str(root), 0, 0, "", before.document if before else None, reason, remedy)
