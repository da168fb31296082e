"""Everything that is kept of one person, taken away."""

from people.database import Database
from people.person import Person

_OWN = (
    "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
    "WHERE m.type = 'table' AND c.name = 'person' ORDER BY m.name"
)
"""The tables whose rows say in the column `person` whose they are; what hangs on them goes with them."""


def forget(database: Database, person: Person) -> int:
    """Deletes every row that is the person's, also their role; returns how many. Raises `NotKept`.

    What was given to everyone without its person (a judgement, a question in the statistics) stays: nothing
    in it leads back to anybody.
    """
    with database.write() as connection:
        tables = [row["name"] for row in connection.execute(_OWN)]
        deleted = sum(
            connection.execute(f'DELETE FROM "{table}" WHERE person = ?', (person.id,)).rowcount
            for table in tables
        )
        return deleted + connection.execute("DELETE FROM person WHERE id = ?", (person.id,)).rowcount
