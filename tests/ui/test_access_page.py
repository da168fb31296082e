"""The accessibility statement, and what is kept of a person."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from people import person as persons
from people.database import Database
from people.person import Person, Role
from settings import Settings
from ui.access.page import contact_html, statement_html
from ui.access.remaining import REMAINING
from ui.paper.model import Paper, Text
from ui.paper.pdf import as_pdf
from ui.texts import load_texts

SV = load_texts("sv")
PAGE = """
from ui.access import page
page.page()
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REGELSTEGEN_DATA", str(tmp_path))
    return tmp_path


def test_the_statement_names_who_answers_for_the_service_and_when_it_was_judged() -> None:
    settings = Settings(
        organisation_name="Region Exempel",
        accessibility_assessed=date(2026, 3, 1),
        accessibility_supervisor="Tillsynsmyndigheten, tillsyn@example.org",
        contact="Inköp, inkop@example.org",
    )
    told = statement_html(settings, SV)
    assert "Region Exempel står bakom" in told
    assert "1 mars 2026" in told
    assert "tillsyn@example.org" in told
    assert "<a href='mailto:inkop@example.org'>" in told


def test_what_the_organisation_has_not_said_is_said_to_be_missing() -> None:
    told = statement_html(Settings(), SV)
    assert SV("access.no_contact") in told
    assert SV("access.not_assessed") in told


def test_the_statement_says_partly_for_as_long_as_something_remains() -> None:
    told = statement_html(Settings(), SV)
    assert ("delvis förenlig" in told) == bool(REMAINING)
    assert all(SV(f"access.remaining.{flaw.name}") in told for flaw in REMAINING)


def test_a_contact_is_text_and_never_markup() -> None:
    assert "<b>" not in contact_html("<b>Inköp</b> a@b.se' onclick='x", SV)


def test_a_downloaded_pdf_has_no_tags_as_the_statement_says(tmp_path: Path) -> None:
    file = tmp_path / "underlag.pdf"
    file.write_bytes(as_pdf(Paper("Underlag", (Text("Regionen"),))))
    assert "/StructTreeRoot" not in PdfReader(file).trailer["/Root"]


def test_what_is_kept_of_a_person_is_deleted_at_their_word(data: Path) -> None:
    database, secret = Database(data), persons.new_secret()
    me, other = Person(persons.id_of(secret)), Person(persons.id_of(persons.new_secret()))
    for person in (me, other):
        persons.give_role(database, person, Role.TRAINER)
    page = AppTest.from_string(PAGE, default_timeout=20)
    page.session_state["person_secret"] = secret
    page.session_state["turns"] = ["en fråga"]
    page.run().button(key="privacy-delete").click().run()
    assert "Allt som var sparat om dig är raderat." in "".join(
        part.proto.body for part in page.main.get("html")
    )
    assert "turns" not in page.session_state
    with database.read() as connection:
        assert [row["id"] for row in connection.execute("SELECT id FROM person")] == [other.id]
