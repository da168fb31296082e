"""What can go wrong in any command, as a sentence with its remedy and an exit status."""

import sqlite3

from commands.usage import CommandFailed, UsageError, usage_failure
from index.errors import LibraryError
from ingest.yaml_fields import GovernanceError

EXPECTED = (CommandFailed, UsageError, LibraryError, GovernanceError, sqlite3.DatabaseError, OSError)
"""What a command may raise; anything else is a fault in the program."""


def as_failure(error: Exception) -> CommandFailed:
    """One of `EXPECTED`, said in Swedish. Raises TypeError for anything else."""
    match error:
        case CommandFailed():
            return error
        case UsageError():
            return usage_failure(error)
        case LibraryError():
            return CommandFailed(error.message, error.remedy)
        case GovernanceError():
            return CommandFailed(str(error))
        case sqlite3.OperationalError():
            return CommandFailed(
                f"Biblioteket kan inte användas just nu ({error}).",
                "Försök igen, eller läs in dokumenten på nytt: regelstegen ingest MAPP",
            )
        case sqlite3.DatabaseError():
            return CommandFailed(
                f"Biblioteket kan inte läsas ({error}).",
                "Ta bort dess mapp och läs in dokumenten på nytt: regelstegen ingest MAPP",
            )
        case OSError():
            where = f"”{error.filename}”: " if error.filename else ""
            return CommandFailed(f"{where}{error.strerror or error}.", "Kontrollera sökväg och rättigheter.")
    raise TypeError(f"not an expected failure: {error!r}")
