"""A database of its own for each test."""

from pathlib import Path

import pytest

from people.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path)
