"""How somebody becomes a trainer or an administrator: by a code that lies beside the library.

Whoever can read the data folder on the server can read the codes; that is the person who may hand them out.
"""

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from people.errors import NotKept
from people.person import Role

_FILES = {Role.TRAINER: "trainer.code", Role.ADMINISTRATOR: "administrator.code"}
_BYTES = 12


def code_file(data: Path, role: Role) -> Path:
    """Where the code of `role` (a trainer's or an administrator's) lies."""
    return data / _FILES[role]


def code_of(data: Path, role: Role) -> str:
    """The code that gives `role`, made the first time it is asked for. Raises `NotKept`."""
    file = code_file(data, role)
    try:
        if not file.exists():
            _make(file)
        code = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise NotKept(
            f"Koden i {file} gick inte att läsa.", "Se om mappen går att läsa och skriva."
        ) from error
    if not code:
        raise NotKept(f"Filen {file} är tom.", "Ta bort den, så görs en ny kod.")
    return code


def _make(file: Path) -> None:
    """A new code, which is whole from the moment that others see it; the first of two that are made stays."""
    unseen = file.with_suffix(f".{secrets.token_hex(4)}")
    descriptor = os.open(unseen, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as made:
            made.write(secrets.token_urlsafe(_BYTES) + "\n")
        with suppress(FileExistsError):
            os.link(unseen, file)
    finally:
        unseen.unlink()


def role_of_code(data: Path, given: str) -> Role | None:
    """The role that a code gives; None where it is nobody's. Raises `NotKept`."""
    right = [
        role for role in _FILES if hmac.compare_digest(code_of(data, role).encode(), given.strip().encode())
    ]
    return right[0] if right else None
