"""Files written whole: a reader sees the former file or the new one, never a part."""

import os
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write the text in UTF-8 in the place of what is there, with the permissions it had. Raises OSError."""
    path = path.resolve()
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with new.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            new.chmod(path.stat().st_mode & 0o777)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
