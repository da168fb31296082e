"""A certificate: who has passed which course when, on which editions, and a code that proves it."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from learning.course import Item

# Without letters and figures that are taken for each other: 0 O, 1 I L.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_GROUPS, _GROUP = 3, 4
LONGEST_NAME = 80


@dataclass(frozen=True)
class Certificate:
    """What is printed. `editions`: each document that the course rests on, with what tells its edition."""

    code: str
    name: str
    course: str
    issued: date
    percent: int
    editions: tuple[tuple[str, str], ...]


def new_code() -> str:
    """A code of twelve signs that nobody can guess (59 bits), as it is printed: "7KQM-X2PD-9RTW"."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))


def read_code(written: str) -> str | None:
    """A code as somebody types it, spaces and small letters apart; None where it can't be one."""
    signs = "".join(sign for sign in written.upper() if sign.isalnum())
    if len(signs) != _GROUPS * _GROUP or any(sign not in _ALPHABET for sign in signs):
        return None
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def name_digest(code: str, name: str) -> str:
    """What is kept of the name: SHA-256 of it with the code, so that a name can be checked and not read."""
    return hashlib.sha256(f"{code}\n{' '.join(name.split()).casefold()}".encode()).hexdigest()


def editions(items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
    """The documents that exercises rest on, by title, with their editions."""
    return tuple(sorted({(item.source.title, item.source.edition) for item in items}))
