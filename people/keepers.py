"""The name that a person signs changes with."""

from people.database import Database

LONGEST = 80


def name_of(database: Database, person: str) -> str:
    """The name that the person has given; empty where none has been. Raises NotKept."""
    with database.read() as connection:
        row = connection.execute("SELECT name FROM keeper WHERE person = ?", (person,)).fetchone()
    return str(row["name"]) if row else ""


def give_name(database: Database, person: str, name: str) -> str:
    """Keeps the name, on one line, and gives it as kept; empty for a text that is no name. Raises NotKept."""
    kept = " ".join(name.split())
    if not kept or not kept.isprintable() or len(kept) > LONGEST:
        return ""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO keeper (person, name) VALUES (?, ?) "
            "ON CONFLICT (person) DO UPDATE SET name = excluded.name",
            (person, kept),
        )
    return kept
