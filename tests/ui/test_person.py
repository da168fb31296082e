"""Who is looking at the page."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from people.database import Database
from people.person import COOKIE, Role, give_role, id_of, known, new_secret
from ui.person import current_person


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The cookies of a browser that has just opened a page."""
    cookies: dict[str, str] = {}
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "context", SimpleNamespace(cookies=cookies))
    monkeypatch.setattr(st, "session_state", state)
    return cookies


def test_a_person_is_known_by_their_cookie(browser: dict[str, str], tmp_path: Path) -> None:
    database, secret = Database(tmp_path), new_secret()
    give_role(database, known(database, secret), Role.TRAINER)
    browser[COOKIE] = secret
    person = current_person(database)
    assert (person.id, person.role) == (id_of(secret), Role.TRAINER)


@pytest.mark.parametrize("cookie", [None, "", "x", "'; DROP TABLE person; --"])
def test_a_browser_without_a_right_cookie_is_one_and_the_same_while_the_page_is_open(
    browser: dict[str, str], tmp_path: Path, cookie: str | None
) -> None:
    if cookie is not None:
        browser[COOKIE] = cookie
    database = Database(tmp_path)
    person = current_person(database)
    assert current_person(database) == person
    assert person.role is Role.READER
    assert person.id != id_of(cookie or "")


def test_a_role_that_is_given_holds_from_the_next_look(browser: dict[str, str], tmp_path: Path) -> None:
    database = Database(tmp_path)
    give_role(database, current_person(database), Role.ADMINISTRATOR)
    assert current_person(database).role is Role.ADMINISTRATOR
