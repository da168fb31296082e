"""The list of changes with the way back from each: nothing is written in the documents' folder but by it.

It lies in `keeping/` of the data folder, not in `people.sqlite` and not beside the documents. A change moves
files, and no database can make a file's renaming part of its transaction; here the renaming of one small file
is what makes a change done. And nobody who tidies the documents' folder tidies the way back away, nor is it
ever ingested.

`files/` holds every content that a change has put in place or taken away, by its SHA-256; `changes/` an entry
for each change. A change is first written down whole as `intended.json`, then made file by file, then renamed
into `changes/`. What was cut short in between is finished the next time the list is opened.
"""

import errno
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from glob import escape as glob_escape
from pathlib import Path

from index.disk import is_full
from ingest.registrar.kept_file import put_in_place
from keeping import changes as values
from keeping.changes import Change, FileChange, Kind
from keeping.errors import ChangedMeanwhile, KeepingError
from keeping.merging import taken_back

FOLDER = "keeping"
_INTENDED = "intended.json"
_TEXTS = frozenset({".yaml"})
"""Files that people go on writing in, where a change may be taken back among later ones."""

Check = Callable[[Path, bytes], None]
"""Raises for content that may not stand in a file."""


class Ledger:
    """The changes of one library. Safe between processes: whoever changes something is alone meanwhile."""

    def __init__(self, data: Path, folders: Sequence[Path]) -> None:
        """`folders` are those that changes may be made in; raises KeepingError."""
        self._home = data / FOLDER
        self._folders = [folder.resolve() for folder in folders]
        with said(self._home):
            for name in ("changes", "files"):
                (self._home / name).mkdir(parents=True, exist_ok=True)
        with self._alone():
            pass

    def changes(self) -> list[Change]:
        """Every change, newest first; an entry that can't be read is left out."""
        found = []
        for file in (self._home / "changes").glob("*.json"):
            try:
                found.append(values.from_json(file.read_text("utf-8")))
            except (OSError, ValueError, KeyError, TypeError):
                continue
        return sorted(found, key=lambda change: -change.number)

    def carry_out(
        self,
        by: str,
        kind: Kind,
        wanted: Mapping[Path, bytes | None],
        seen: Mapping[Path, bytes | None],
        subjects: Sequence[str],
    ) -> Change:
        """Gives each file its wanted content (None: takes it away), all of them or none.

        `seen` is what whoever asks believes to stand there. Raises ChangedMeanwhile where something else
        does, and KeepingError; nothing has then been done.
        """
        with self._alone(), said(self._home):
            files = []
            for path, content in wanted.items():
                held = self._held(path)
                if held != seen.get(path):
                    raise _changed(path)
                files.append(FileChange(str(path), self._store(held), self._store(content)))
            return self._made(self._next(by, kind, tuple(subjects), tuple(files)))

    def undo(self, number: int, by: str, check: Check) -> Change:
        """Takes a change back, an ingest's with all that it took in.

        Raises ChangedMeanwhile, KeepingError, and what `check` raises.
        """
        with self._alone(), said(self._home):
            listed = self.changes()
            change = next((one for one in listed if one.number == number), None)
            if change is None:
                raise KeepingError("Ändringen finns inte i listan.", "Ladda om sidan.")
            if number in values.undone(listed):
                raise KeepingError("Ändringen är redan ångrad.", "Ladda om sidan.")
            files = self._concerned(change, listed)
            if not files:
                raise KeepingError(
                    "Inläsningen tog bara in sådant som ändrats direkt i mappen.",
                    "Ändra tillbaka filerna där, och läs in igen.",
                )
            back = tuple(self._back(file, check) for file in files)
            return self._made(replace(self._next(by, Kind.UNDO, change.subjects, back), undoes=change.number))

    def note_ingest(self, by: str, subjects: Sequence[str], upto: int) -> Change:
        """Writes down that an ingest has taken in the changes up to a number. Raises KeepingError."""
        with self._alone(), said(self._home):
            return self._made(replace(self._next(by, Kind.INGEST, tuple(subjects), ()), upto=upto))

    def last_number(self) -> int:
        """The number of the newest change; 0 where there is none."""
        return max((change.number for change in self.changes()), default=0)

    # --- the way there and back ----------------------------------------------------------------

    def _concerned(self, change: Change, listed: Sequence[Change]) -> tuple[FileChange, ...]:
        if change.kind is not Kind.INGEST:
            return change.files
        gone = values.undone(listed)
        return values.together([c for c in values.taken_in(listed, change) if c.number not in gone])

    def _back(self, file: FileChange, check: Check) -> FileChange:
        path = Path(file.path)
        held = self._held(path)
        if _digest(held) == file.after:
            # Read before anything is intended: a change that can't be finished would shut the list for good.
            self._content(file.before)
            return FileChange(file.path, self._store(held), file.before)
        # Somebody has gone on writing: the change alone is taken out, or nothing is done.
        after, before = self._content(file.after), self._content(file.before)
        if path.suffix not in _TEXTS or held is None or after is None:
            raise _changed(path)
        text = taken_back(held.decode("utf-8"), after.decode("utf-8"), (before or b"").decode("utf-8"))
        if text is None:
            raise _changed(path)
        check(path, text.encode("utf-8"))
        return FileChange(file.path, self._store(held), self._store(text.encode("utf-8")))

    def _next(self, by: str, kind: Kind, subjects: tuple[str, ...], files: tuple[FileChange, ...]) -> Change:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Change(self.last_number() + 1, now, by, kind, subjects, files)

    def _made(self, change: Change) -> Change:
        intended = self._home / _INTENDED
        put_in_place(intended, values.to_json(change).encode())
        try:
            return self._finish(intended, change)
        except OSError:
            self._take_back(change)
            intended.unlink()
            raise

    def _take_back(self, change: Change) -> None:
        """As it was before a change that could not be made to its end."""
        for file in change.files:
            path = Path(file.path)
            if _digest(self._held(path)) == file.after:
                self._put(path, file.before)

    def _put(self, path: Path, digest: str | None) -> None:
        content = self._content(digest)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            put_in_place(path, content)
        if path.parent.is_dir():
            _settle(path.parent)

    def _finish(self, intended: Path, change: Change) -> Change:
        """Makes what is not made yet; a file that is neither as before nor as after is somebody else's."""
        kept = []
        for file in change.files:
            path = Path(file.path)
            held = _digest(self._held(path))
            if held == file.after:
                continue
            if held != file.before:
                kept.append(file.path)
                continue
            self._put(path, file.after)
        if kept:
            change = replace(change, kept_edits=tuple(kept))
            put_in_place(intended, values.to_json(change).encode())
        intended.replace(self._home / "changes" / f"{change.number:06}.json")
        _settle(self._home / "changes")
        return change

    def _recover(self) -> None:
        intended = self._home / _INTENDED
        try:
            change = values.from_json(intended.read_text("utf-8"))
        except FileNotFoundError:
            return
        except (ValueError, KeyError, TypeError):
            intended.unlink()
            return
        for file in change.files:
            path = Path(file.path)
            for half in path.parent.glob(f".{glob_escape(path.name)}.*.tmp"):
                half.unlink(missing_ok=True)
        self._finish(intended, change)

    # --- files ---------------------------------------------------------------------------------

    def _held(self, path: Path) -> bytes | None:
        """What stands in the file; None where there is none. Raises KeepingError outside the folders."""
        if not any(path.resolve().is_relative_to(folder) for folder in self._folders):
            raise KeepingError(
                f"”{path.name}” ligger utanför bibliotekets mappar.", "Ändra filen där den ligger."
            )
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def _store(self, content: bytes | None) -> str | None:
        """Keeps a content and gives its digest."""
        digest = _digest(content)
        if content is not None and digest is not None:
            file = self._home / "files" / digest
            if not file.is_file():
                put_in_place(file, content)
        return digest

    def _content(self, digest: str | None) -> bytes | None:
        if digest is None:
            return None
        try:
            content = (self._home / "files" / digest).read_bytes()
        except FileNotFoundError:
            content = b""
        if _digest(content) != digest:
            raise KeepingError(
                "Den sparade filen är skadad eller borta, så ändringen kan inte ångras.",
                "Lägg tillbaka filen från en säkerhetskopia.",
            )
        return content

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with alone(self._home):
            self._recover()
            yield


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Waits until nobody else is changing anything; the lock goes with the process. Raises KeepingError."""
    with said(home):
        home.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def said(folder: Path) -> Iterator[None]:
    """What the system refuses, in a sentence with its remedy (KeepingError)."""
    try:
        yield
    except OSError as error:
        where = Path(str(error.filename or folder))
        existing = next((p for p in (folder, *folder.parents) if p.is_dir()), Path("/"))
        if error.errno == errno.ENOSPC or is_full(existing):
            raise KeepingError(
                "Disken är full, och inget är ändrat.", "Frigör utrymme och försök igen."
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise KeepingError(
                f"Det går inte att skriva i ”{where.parent if where.suffix else where}”.",
                "Ge den användare som servern körs som rätt att skriva i mappen och dess filer.",
            ) from error
        raise KeepingError(
            f"”{where.name}” kunde inte skrivas ({error.strerror}).", "Se om disken är hel och försök igen."
        ) from error


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _settle(folder: Path) -> None:
    """Has the folder's own content, the names in it, written to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _changed(path: Path) -> ChangedMeanwhile:
    return ChangedMeanwhile(
        f"”{path.name}” har ändrats sedan dess, och inget är skrivet över.",
        "Ångra den senare ändringen först, eller se vad som ändrats och försök igen.",
    )
