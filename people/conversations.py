"""The conversations of a person: begun, gone on with, found again, renamed and deleted by that person alone.

Every function takes the person; another's conversation is to it as if it were not there. Nothing is ever
deleted but by whoever it belongs to.
"""

import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from people.database import Database
from people.errors import NotKept
from people.person import Person
from people.turns import Turn, columns_of, now, sought, turn_from

LONGEST_TITLE = 80
MOST_CONVERSATIONS = 5_000
MOST_TURNS = 200
_MOST_WORDS = 8
_ID_BYTES = 12

Row = dict[str, str | int | bytes | None]


@dataclass(frozen=True)
class Conversation:
    """`title`: the first question, shortened, until the person gives another. `turns`: how many."""

    id: str
    title: str
    created: datetime
    updated: datetime
    turns: int


@dataclass(frozen=True)
class Listing:
    """One page of a person's conversations, the latest first; `total` counts those on every page."""

    conversations: tuple[Conversation, ...]
    total: int


@dataclass(frozen=True)
class Deleted:
    """Conversations that are no longer kept, as they were: `restore` takes the deletion back."""

    conversations: tuple[Row, ...]
    turns: tuple[Row, ...]


def begin(database: Database, person: Person, turn: Turn) -> Conversation:
    """A new conversation with its first turn. Raises `NotKept`, also where the person has too many."""
    at = now()
    made = Conversation(secrets.token_urlsafe(_ID_BYTES), title_of(turn.question), at, at, 1)
    with database.write() as connection:
        held = connection.execute("SELECT count(*) FROM conversation WHERE person = ?", (person.id,))
        if held.fetchone()[0] >= MOST_CONVERSATIONS:
            raise NotKept(
                "Du har så många samtal att inga fler sparas.",
                "Ta bort samtal som du inte behöver. Inget tas bort utan att du själv gör det.",
            )
        connection.execute(
            "INSERT INTO conversation (id, person, title, sought, created, updated) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (made.id, person.id, made.title, sought(made.title), at.isoformat(), at.isoformat()),
        )
        _put(connection, made.id, 0, turn)
    return made


def add(database: Database, person: Person, conversation: str, turn: Turn) -> bool:
    """Puts a turn last; False where the person has no such conversation (any more). Raises `NotKept`."""
    with database.write() as connection:
        found = _one(connection, person, conversation)
        if found is None:
            return False
        if found.turns >= MOST_TURNS:
            raise NotKept("Samtalet är så långt att fler frågor inte sparas i det.", "Börja ett nytt samtal.")
        _put(connection, conversation, found.turns, turn)
        connection.execute(
            "UPDATE conversation SET updated = ? WHERE id = ? AND person = ?",
            (now().isoformat(), conversation, person.id),
        )
    return True


def find(database: Database, person: Person, conversation: str) -> Conversation | None:
    """The person's own conversation with that id. Raises `NotKept`."""
    with database.read() as connection:
        return _one(connection, person, conversation)


def turns_of(database: Database, person: Person, conversation: str) -> list[Turn]:
    """The turns of the person's own conversation, oldest first; none for another's. Raises `NotKept`."""
    with database.read() as connection:
        rows = connection.execute(
            "SELECT turn.* FROM turn JOIN conversation ON conversation.id = turn.conversation "
            "WHERE conversation.id = ? AND conversation.person = ? ORDER BY place",
            (conversation, person.id),
        ).fetchall()
    return [turn_from(row) for row in rows]


def listed(database: Database, person: Person, words: str = "", *, limit: int, offset: int = 0) -> Listing:
    """The person's conversations, the latest first. Raises `NotKept`.

    With `words`, those whose title, questions and answers hold every one of them, letter case apart.
    """
    wanted = sought(words).split()[:_MOST_WORDS]
    holds = (
        " AND (instr(sought, ?) OR EXISTS (SELECT 1 FROM turn "
        "WHERE turn.conversation = conversation.id AND instr(turn.sought, ?)))"
    )
    where = "FROM conversation WHERE person = ?" + holds * len(wanted)
    given = [person.id, *(word for word in wanted for _ in range(2))]
    with database.read() as connection:
        total = connection.execute(f"SELECT count(*) {where}", given).fetchone()[0]
        rows = connection.execute(
            f"{_COLUMNS} {where} ORDER BY updated DESC, id LIMIT ? OFFSET ?", (*given, limit, offset)
        ).fetchall()
    return Listing(tuple(_conversation(row) for row in rows), total)


def rename(database: Database, person: Person, conversation: str, title: str) -> None:
    """Gives the person's own conversation another title; an empty one changes nothing. Raises `NotKept`."""
    given = title_of(title)
    if not given:
        return
    with database.write() as connection:
        connection.execute(
            "UPDATE conversation SET title = ?, sought = ? WHERE id = ? AND person = ?",
            (given, sought(given), conversation, person.id),
        )


def delete(database: Database, person: Person, conversation: str) -> Deleted:
    """Deletes the person's own conversation with that id, if there is one. Raises `NotKept`."""
    with database.write() as connection:
        return _delete(
            connection, "conversation.id = ? AND conversation.person = ?", (conversation, person.id)
        )


def delete_all(database: Database, person: Person) -> Deleted:
    """Deletes all that the person has asked. Raises `NotKept`."""
    with database.write() as connection:
        return _delete(connection, "conversation.person = ?", (person.id,))


def restore(database: Database, person: Person, deleted: Deleted) -> None:
    """Puts back what the same person deleted, as it was. Raises `NotKept`."""
    own = [row for row in deleted.conversations if row["person"] == person.id]
    ids = {row["id"] for row in own}
    with database.write() as connection:
        for row in own:
            _insert(connection, "conversation", row)
        for row in deleted.turns:
            if row["conversation"] in ids:
                _insert(connection, "turn", row)


def title_of(text: str) -> str:
    """`text` on one line, cut between words where it is longer than a title may be."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_TITLE:
        return line
    cut = line[: LONGEST_TITLE - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:.–-')}…"


_COLUMNS = (
    "SELECT id, title, created, updated, "
    "(SELECT count(*) FROM turn WHERE turn.conversation = conversation.id) AS turns"
)


def _one(connection: sqlite3.Connection, person: Person, conversation: str) -> Conversation | None:
    row = connection.execute(
        f"{_COLUMNS} FROM conversation WHERE id = ? AND person = ?", (conversation, person.id)
    ).fetchone()
    return _conversation(row) if row else None


def _conversation(row: sqlite3.Row) -> Conversation:
    created, updated = datetime.fromisoformat(row["created"]), datetime.fromisoformat(row["updated"])
    return Conversation(row["id"], row["title"], created, updated, row["turns"])


def _put(connection: sqlite3.Connection, conversation: str, place: int, turn: Turn) -> None:
    _insert(connection, "turn", {"conversation": conversation, "place": place, **columns_of(turn)})


def _delete(connection: sqlite3.Connection, where: str, given: Iterable[str]) -> Deleted:
    """Deletes the conversations that `where` picks out, their turns with them."""
    values = tuple(given)
    conversations = connection.execute(f"SELECT * FROM conversation WHERE {where}", values).fetchall()
    turns = connection.execute(
        "SELECT turn.* FROM turn JOIN conversation ON conversation.id = turn.conversation "
        f"WHERE {where} ORDER BY place",
        values,
    ).fetchall()
    connection.execute(f"DELETE FROM conversation WHERE {where}", values)
    return Deleted(tuple(dict(row) for row in conversations), tuple(dict(row) for row in turns))


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    # The names are those of our own tables; what people wrote is in the values alone.
    names, places = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})", tuple(row.values()))
