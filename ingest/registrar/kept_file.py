"""A file that a person keeps, read and replaced as a whole: never half, never over somebody's edit."""

import errno
import fcntl
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.yaml_fields import GovernanceError


@dataclass(frozen=True)
class KeptFile:
    """A file as it was when it was read; `content` is None where there was none."""

    path: Path
    content: bytes | None

    @property
    def text(self) -> str:
        return (self.content or b"").decode("utf-8")


def read_kept(path: Path) -> KeptFile:
    """The file as it is now, line ends included. Raises GovernanceError where it can't be read."""
    try:
        kept = KeptFile(path, path.read_bytes())
        kept.text  # noqa: B018 - whether it is UTF-8
    except FileNotFoundError:
        return KeptFile(path, None)
    except UnicodeDecodeError:
        raise GovernanceError(path, "filen är inte i UTF-8.", "Spara den som UTF-8.") from None
    except OSError as error:
        problem = f"filen kan inte läsas ({error.strerror})."
        raise GovernanceError(path, problem, "Kontrollera sökvägen och rättigheterna.") from error
    return kept


def replace_kept(kept: KeptFile, text: str) -> KeptFile:
    """Puts `text` in the file's place, at once and for good; permissions stay, and so does a symbolic link.

    Raises GovernanceError, with the file as it was, where somebody has changed it since it was read and
    where it can't be written.
    """
    # A link is followed: renaming over it would leave the file that it names behind.
    path = kept.path.resolve()
    try:
        with _alone_in(path.parent):
            if read_kept(path).content != kept.content:
                problem = "filen har ändrats av någon annan under tiden, och inget är skrivet."
                raise GovernanceError(kept.path, problem, "Kör kommandot igen.")
            put_in_place(path, text.encode("utf-8"))
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise GovernanceError(
                kept.path, "disken är full, och filen är oförändrad.", "Frigör utrymme och försök igen."
            ) from error
        problem = f"filen kan inte skrivas ({error.strerror}), och är oförändrad."
        raise GovernanceError(kept.path, problem, "Ge skrivrätt till filen och dess mapp.") from error
    return KeptFile(kept.path, text.encode("utf-8"))


def append_line(path: Path, line: str) -> None:
    """Adds a line to a file, for good. Raises OSError."""
    with path.open("ab") as file:
        file.write((line + "\n").encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """One writer of a folder's files at a time; the lock goes with the process that holds it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
        # The new name is the folder's own content.
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(path: Path, content: bytes) -> None:
    """Gives the file this content, whole or not at all; its permissions stay. Raises OSError."""
    before = path.stat() if path.exists() else None
    if before is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if before is not None:
                _keep_rights(file.fileno(), before)
            else:
                os.fchmod(file.fileno(), 0o666 & ~_umask())
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _keep_rights(descriptor: int, before: os.stat_result) -> None:
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        # Only an administrator may give a file away; the group may be kept by its members.
        for owner in (before.st_uid, -1):
            try:
                os.fchown(descriptor, owner, before.st_gid)
                break
            except PermissionError:
                continue
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
