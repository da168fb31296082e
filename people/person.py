"""Who somebody is to the application: a secret in their own browser, known here by its digest alone."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from people.database import Database

COOKIE = "regelstegen_person"
_BYTES = 32


class Role(StrEnum):
    """What a person may do; each may all that those before it may."""

    READER = "reader"
    TRAINER = "trainer"
    ADMINISTRATOR = "administrator"


_ORDER = list(Role)


@dataclass(frozen=True)
class Person:
    """`id` is the digest of the secret; whoever reads the database can't take the person's place with it."""

    id: str
    role: Role = Role.READER

    def may(self, role: Role) -> bool:
        """Whether the person may do what `role` may."""
        return _ORDER.index(self.role) >= _ORDER.index(role)


def new_secret() -> str:
    """A secret for a browser that has none."""
    return secrets.token_urlsafe(_BYTES)


def is_secret(text: str) -> bool:
    """Whether a cookie's text can be one that `new_secret` made."""
    return 40 <= len(text) <= 64 and text.replace("-", "").replace("_", "").isalnum() and text.isascii()


def id_of(secret: str) -> str:
    """The person's id: SHA-256 of the secret, in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


def known(database: Database, secret: str) -> Person:
    """The person with the secret, as the database knows them; a stranger is a reader. Raises `NotKept`."""
    person = id_of(secret)
    return Person(person, role_of(database, person))


def role_of(database: Database, person: str) -> Role:
    """What the person with an id may do, as the database has it now. Raises `NotKept`."""
    with database.read() as connection:
        row = connection.execute("SELECT role FROM person WHERE id = ?", (person,)).fetchone()
    return Role(row["role"]) if row else Role.READER


def give_role(database: Database, person: Person, role: Role) -> Person:
    """The person with the role `role`, which is kept. Raises `NotKept`."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with database.write() as connection:
        connection.execute(
            "INSERT INTO person (id, role, first_seen) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET role = excluded.role",
            (person.id, role, now),
        )
    return Person(person.id, role)
