"""Whether the disk is full: what writes there, and only says that it failed, can't tell."""

import shutil
from pathlib import Path

_NEXT_TO_NOTHING = 1_000_000
"""Bytes that a database may ask for at once."""


def is_full(folder: Path) -> bool:
    """Whether next to nothing can be written in the folder, which is there."""
    return shutil.disk_usage(folder).free < _NEXT_TO_NOTHING
