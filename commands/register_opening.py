"""What the register commands work on, and who gives them."""

import getpass
import os

from commands.usage import CommandFailed
from keeping.desk import Desk, open_desk
from keeping.places import governance_folder

__all__ = ["Desk", "governance_folder", "open_desk", "who"]


def who(by: str | None) -> str:
    """Who vouches: as given, else REGELSTEGEN_BY, else the user's own name."""
    name = " ".join((by or os.environ.get("REGELSTEGEN_BY") or _own_name()).split())
    if not name or not name.isprintable():
        raise CommandFailed("Det framgår inte vem som bekräftar.", "Ange namnet med --by.")
    return name


def _own_name() -> str:
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0] or getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""
