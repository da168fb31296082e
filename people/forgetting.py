"""Everything that is kept of one person, taken away."""

from people.database import Database
from people.person import Person

_OWN = frozenset({"person", "who"})
"""Columns that say whose a row is: it goes, with what hangs on it."""
_MADE_BY = "owner"
"""The column that says who made what is everybody's, a course: it stays, made by nobody."""
_NAMED = (
    "SELECT m.name AS held, c.name AS named FROM sqlite_master m JOIN pragma_table_info(m.name) c "
    "WHERE m.type = 'table' ORDER BY m.name"
)


def forget(database: Database, person: Person) -> int:
    """Deletes every row that is the person's, also their role; returns how many. Raises `NotKept`.

    What was given to everyone without its person (a judgement, a question in the statistics) stays: nothing
    in it leads back to anybody. So do the courses that the person made, for those who take them.
    """
    deleted = 0
    with database.write() as connection:
        for held, named in connection.execute(_NAMED).fetchall():
            if named in _OWN:
                gone = connection.execute(f'DELETE FROM "{held}" WHERE "{named}" = ?', (person.id,))
                deleted += gone.rowcount
            elif named == _MADE_BY:
                connection.execute(f"UPDATE \"{held}\" SET owner = '' WHERE owner = ?", (person.id,))
        return deleted + connection.execute("DELETE FROM person WHERE id = ?", (person.id,)).rowcount
