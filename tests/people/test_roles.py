"""The codes that make somebody a trainer or an administrator."""

import stat
import threading
from pathlib import Path

import pytest

from people.errors import NotKept
from people.person import Role
from people.roles import code_file, code_of, role_of_code

CODED = [Role.TRAINER, Role.ADMINISTRATOR]


@pytest.mark.parametrize("role", CODED)
def test_a_code_gives_its_role_however_it_is_pasted(tmp_path: Path, role: Role) -> None:
    assert role_of_code(tmp_path, f"  {code_of(tmp_path, role)}\n") is role


@pytest.mark.parametrize("given", ["", " ", "å", "trainer", "x" * 10_000])
def test_anything_else_gives_none(tmp_path: Path, given: str) -> None:
    assert role_of_code(tmp_path, given) is None


@pytest.mark.parametrize("role", CODED)
def test_a_code_stays_the_same_and_is_for_its_owners_eyes(tmp_path: Path, role: Role) -> None:
    assert code_of(tmp_path, role) == code_of(tmp_path, role)
    assert stat.S_IMODE(code_file(tmp_path, role).stat().st_mode) == 0o600


def test_the_two_codes_differ(tmp_path: Path) -> None:
    assert len({code_of(tmp_path, role) for role in CODED}) == 2


def test_those_who_ask_at_once_for_the_first_time_get_one_code(tmp_path: Path) -> None:
    got: list[str] = []
    threads = [
        threading.Thread(target=lambda: got.append(code_of(tmp_path, Role.TRAINER))) for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 16
    assert len(set(got)) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["trainer.code"]


def test_an_empty_code_opens_nothing(tmp_path: Path) -> None:
    code_file(tmp_path, Role.ADMINISTRATOR).write_text("\n", "utf-8")
    with pytest.raises(NotKept, match="är tom"):
        role_of_code(tmp_path, "")


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotKept, match="gick inte att läsa"):
        code_of(tmp_path / "borta", Role.TRAINER)
