"""Judging an answer, and the page on quality, in a real browser."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from people import asked, feedback_queue
from people.database import Database
from people.feedback_queue import State, Wanted
from people.person import COOKIE, Person, Role, give_role, id_of
from tests.e2e.conftest import Visit, copied, overflow, picture, settled, violations
from tests.e2e.quality_data import fill_feedback, fill_log

pytestmark = pytest.mark.browser
QUESTION = "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?"
PARTS = {
    "feedback": "Återkoppling",
    "unanswered": "Obesvarade frågor",
    "measures": "Mätvärden",
    "coverage": "Täckning",
    "latency": "Svarstider",
}


@pytest.fixture(scope="module")
def site_data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(sample_library, tmp_path_factory)


@pytest.fixture(scope="module")
def filled(site_data: Path) -> Database:
    database = Database(site_data)
    fill_log(database)
    fill_feedback(database)
    return database


def as_administrator(page: Page, database: Database) -> Page:
    """The browser's person, given the role; the page is then drawn again."""
    (secret,) = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == COOKIE]
    give_role(database, Person(id_of(secret)), Role.ADMINISTRATOR)
    page.reload()
    settled(page)
    return page


def faults(page: Page) -> list[object]:
    return [*violations(page), *([f"{overflow(page)} px too wide"] if overflow(page) else [])]


def test_an_answer_is_judged_by_the_keyboard_alone_and_reaches_the_queue(
    visit: Visit, site_data: Path
) -> None:
    page = visit(width="phone")
    page.get_by_placeholder("Skriv din fråga").fill(QUESTION)
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("radio", name="Nej").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("men inte vem du är")).to_be_visible()
    settled(page)
    # What was pressed keeps the focus, so that the next key goes on from there.
    expect(page.get_by_role("radio", name="Nej")).to_be_focused()
    assert faults(page) == []
    for key in ("Tab", "Tab", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.get_by_role("radio", name="Föråldrat")).to_be_focused()
    picture(page, "feedback-asked-phone")
    for key in ("Space", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Beloppet är **ändrat**.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skicka", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_text("Skickat.")).to_be_visible()
    (item,) = feedback_queue.listed(Database(site_data), Wanted(tuple(State)), 1, 10)
    assert (item.question, item.reason, item.comment) == (QUESTION, "outdated", "Beloppet är **ändrat**.")
    assert asked.tally(Database(site_data), date.today()).asked == 1


@pytest.mark.parametrize(("width", "dark"), [("desktop", False), ("tablet", False), ("phone", True)])
def test_every_part_is_readable(
    visit: Visit, filled: Database, site_data: Path, width: str, dark: bool
) -> None:
    page = as_administrator(visit("/kvalitet", width=width, dark=dark), filled)
    for part, name in PARTS.items():
        page.get_by_test_id("stMain").get_by_text(name, exact=True).first.click()
        expect(page.get_by_role("heading", name=name, level=2)).to_be_visible()
        settled(page)
        assert overflow(page) == 0, part
        picture(page, f"quality-{part}-{width}")
    assert page.get_by_role("heading", level=1).count() == 1


def test_a_judged_answer_becomes_a_test_question_and_is_undone(
    visit: Visit, filled: Database, site_data: Path
) -> None:
    page = as_administrator(visit("/kvalitet?del=feedback"), filled)
    page.get_by_text(re.compile("^Hjälpte · Får vi köpa direkt")).first.click()
    expect(page.get_by_role("button", name="Gör till testfråga")).to_be_visible()
    settled(page)
    assert faults(page) == []
    page.get_by_role("button", name="Gör till testfråga").click()
    settled(page)
    expect(page.get_by_text("ligger nu i judged-questions.yaml")).to_be_visible()
    file = site_data / "judged-questions.yaml"
    assert "sfs-2016-1145" in file.read_text("utf-8")
    page.get_by_role("button", name="Ångra").click()
    expect(page.get_by_text("ligger nu i judged-questions.yaml")).to_have_count(0)
    assert file.read_text("utf-8") == ""


@pytest.fixture
def own_questions(site_data: Path) -> Iterator[Path]:
    """The installation's own question file, with one question."""
    file = site_data / "judged-questions.yaml"
    file.write_text('- {id: månvarv, question: "Hur många månvarv?", expect: {abstain: true}}\n', "utf-8")
    yield file
    file.unlink()


def test_the_installations_own_questions_are_measured_at_a_press(
    visit: Visit, filled: Database, own_questions: Path
) -> None:
    page = as_administrator(visit("/kvalitet?del=measures"), filled)
    page.get_by_role("button", name="Mät nu").click()
    expect(page.get_by_text(re.compile("^Senaste mätningen: .*, 1 frågor$"))).to_be_visible()
    settled(page)
    expect(page.get_by_role("rowheader", name="Avstår när svar saknas")).to_be_visible()
    assert faults(page) == []
    picture(page, "quality-measured-desktop")


def test_a_reader_is_told_whom_the_page_is_for(visit: Visit) -> None:
    page = visit("/kvalitet", width="phone")
    expect(page.get_by_text("Sidan är till för administratörer.")).to_be_visible()
    assert faults(page) == []
