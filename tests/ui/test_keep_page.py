"""The page for administrators, run by Streamlit itself: who sees what, and what is said when it can't be."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from keeping.places import Places
from people import keepers
from people.database import Database
from people.person import Person, Role, give_role, id_of, new_secret
from people.roles import code_of
from tests.keeping import small_region

PAGE = "from ui.keep import page\npage.page()"
Opened = Callable[..., AppTest]


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_region.write(tmp_path_factory.mktemp("region") / "dokument")
    small_region.read_in(folder.parent / "data", folder)
    return folder


@pytest.fixture
def opened(region: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    data = region.parent / "data"
    monkeypatch.setenv("REGELSTEGEN_DATA", str(data))
    st.cache_resource.clear()

    def page(role: Role = Role.ADMINISTRATOR, name: str = "Eva Ek", part: str = "files") -> AppTest:
        secret, database = new_secret(), Database(data)
        give_role(database, Person(id_of(secret)), role)
        keepers.give_name(database, id_of(secret), name)
        app = AppTest.from_string(PAGE, default_timeout=60)
        app.session_state["person_secret"] = secret
        app.query_params["del"] = part
        return app.run()

    yield page
    st.cache_resource.clear()


def words(app: AppTest) -> str:
    page = "\n".join(part.proto.body for part in app.main.get("html"))
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


@pytest.mark.parametrize("role", [Role.READER, Role.TRAINER])
def test_whoever_is_no_administrator_sees_the_field_for_the_code_and_nothing_else(
    opened: Opened, role: Role
) -> None:
    app = opened(role)
    assert not app.exception
    assert "Lägg in dokument" not in words(app).replace("Lägg in dokument, läs in dem", "")
    assert [field.key for field in app.text_input] == ["keep-code-text"]


def test_the_code_opens_the_page(opened: Opened, region: Path) -> None:
    app = opened(Role.READER)
    app.text_input(key="keep-code-text").set_value(code_of(region.parent / "data", Role.ADMINISTRATOR))
    app.button(key="keep-code-give").click().run()
    assert not app.exception
    assert "Koden stämmer." in words(app)


def test_wrong_codes_are_answered_kindly_and_then_held_back(opened: Opened) -> None:
    app = opened(Role.READER)
    said = []
    for _ in range(6):
        app.text_input(key="keep-code-text").set_value("fel")
        app.button(key="keep-code-give").click().run()
        said.append(words(app))
    assert "Koden stämmer inte." in said[0]
    assert "Vänta 15 min" in said[-1]


def test_a_name_is_asked_for_before_anything_can_be_done(opened: Opened) -> None:
    app = opened(name="")
    assert "Vad heter du?" in words(app)
    assert [field.key for field in app.text_input] == ["keep-name-text"]


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("files", "Regel om köp"),
        ("reading", "Läs in dokumenten"),
        ("identities", "Uppgifter att bekräfta"),
        ("limits", "understiger 450 000 kr"),
        ("changes", "Ångra lägger tillbaka filerna"),
    ],
)
def test_every_part_is_drawn(opened: Opened, part: str, says: str) -> None:
    app = opened(part=part)
    assert not app.exception
    assert says in words(app).replace("\u00a0", " ")


def test_a_place_that_the_server_may_not_write_is_named_with_the_remedy(
    opened: Opened, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Places, "unwritable", lambda places: [region / "register.yaml"])
    said = words(opened())
    assert "skrivrätt till" in said
    assert str(region / "register.yaml") in said


def test_a_library_whose_folder_is_gone_is_told_in_a_sentence(opened: Opened, region: Path) -> None:
    region.rename(region.with_name("flyttad"))
    try:
        app = opened()
        assert not app.exception
        assert "finns inte längre" in words(app)
    finally:
        region.with_name("flyttad").rename(region)
