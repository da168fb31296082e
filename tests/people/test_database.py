"""The file that keeps what people do."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from people.database import PEOPLE_FILE, Database
from people.errors import NotKept


def add_person(database: Database, person: str) -> None:
    with database.write() as connection:
        connection.execute("INSERT INTO person (id, first_seen) VALUES (?, '2026-11-02')", (person,))


def people(database: Database) -> list[str]:
    with database.read() as connection:
        return [row["id"] for row in connection.execute("SELECT id FROM person ORDER BY id")]


def test_what_is_written_is_there_for_the_next_that_opens_it(tmp_path: Path) -> None:
    add_person(Database(tmp_path), "eva")
    assert people(Database(tmp_path)) == ["eva"]


def test_changes_are_kept_together_or_not_at_all(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write() as connection:
            connection.execute("INSERT INTO person (id, first_seen) VALUES ('eva', '')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert people(database) == []


def test_writers_wait_for_each_other(database: Database) -> None:
    threads = [threading.Thread(target=add_person, args=(database, f"p{n:02}")) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert people(database) == [f"p{n:02}" for n in range(12)]


def test_only_its_owner_may_read_the_file(database: Database) -> None:
    assert stat.S_IMODE(database.path.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotKept) as told:
        Database(tmp_path / "borta")
    assert "gick inte att spara" in told.value.message
    assert PEOPLE_FILE in told.value.remedy


def test_a_damaged_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / PEOPLE_FILE).write_bytes(b"ingen databas" * 400)
    with pytest.raises(NotKept, match="skadad"):
        Database(tmp_path)


def test_once_a_damaged_file_is_moved_away_a_new_one_is_begun(database: Database) -> None:
    for file in database.path.parent.iterdir():
        file.unlink()
    assert people(database) == []
    add_person(database, "eva")
    assert people(database) == ["eva"]


def test_a_fault_of_the_programs_is_not_blamed_on_the_file(database: Database) -> None:
    add_person(database, "eva")
    with pytest.raises(sqlite3.IntegrityError):
        add_person(database, "eva")


def test_a_full_disk_is_named(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.database.is_full", lambda folder: True)
    with pytest.raises(NotKept, match="Disken är full"), database.read() as connection:
        connection.execute("SELECT * FROM nothing_of_the_kind")
