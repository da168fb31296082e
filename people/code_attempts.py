"""Codes that people give to become trainers or administrators: right ones give a role, wrong ones wait.

A code can't be guessed (96 bits); what is held back is the trying, by person and, since a browser may throw
its cookie away, by address.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from people.database import Database
from people.person import Person, Role, give_role
from people.roles import role_of_code

MOST_BY_PERSON = 5
MOST_BY_ADDRESS = 30
"""Wrong codes within `WINDOW`; behind a proxy many people share an address."""
WINDOW = 15 * 60.0
"""Seconds that a wrong code counts."""
LONGEST_CODE = 200


@dataclass(frozen=True)
class Outcome:
    """What came of a code: the person, with another role where it was right. `wait`: minutes until the next
    try counts, 0 where it counts at once; `right`: whether the code was."""

    person: Person
    right: bool
    wait: int = 0


def give_code(
    database: Database,
    person: Person,
    address: str | None,
    code: str,
    now: Callable[[], float] = time.time,
) -> Outcome:
    """Gives the person the role of the code. Raises NotKept.

    A code for less than the person may already changes nothing.
    """
    tried = {person.id: MOST_BY_PERSON}
    if address:
        tried[hashlib.sha256(f"address {address}".encode()).hexdigest()] = MOST_BY_ADDRESS
    moment = now()
    with database.write() as connection:
        connection.execute("DELETE FROM wrong_code WHERE at < ?", (moment - WINDOW,))
        for who, most in tried.items():
            row = connection.execute(
                "SELECT count(*) AS many, min(at) AS first FROM wrong_code WHERE who = ?", (who,)
            ).fetchone()
            if row["many"] >= most:
                return Outcome(person, False, max(1, ceil((row["first"] + WINDOW - moment) / 60)))
        # Counted before it is looked at, so that many at once don't slip through.
        connection.executemany("INSERT INTO wrong_code (who, at) VALUES (?, ?)", [(w, moment) for w in tried])
    role = role_of_code(database.path.parent, code[:LONGEST_CODE])
    if role is None:
        return Outcome(person, False)
    with database.write() as connection:
        connection.executemany(
            "DELETE FROM wrong_code WHERE who = ? AND at = ?", [(who, moment) for who in tried]
        )
    return Outcome(person if person.may(role) else give_role(database, person, role), True)


def give_back(database: Database, person: Person) -> Person:
    """The person as a reader again. Raises NotKept."""
    return give_role(database, person, Role.READER)
