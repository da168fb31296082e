"""Judging an answer, and the page on quality, in a real browser."""

import re
from collections.abc import Iterator
from csv import reader
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evals.questions import load_questions
from people import asked, feedback_queue
from people.database import Database
from people.feedback_queue import State, Wanted
from people.person import COOKIE, Person, Role, give_role, id_of
from tests.e2e.conftest import Visit, copied, overflow, picture, settled, violations
from tests.e2e.quality_data import UNANSWERED, fill_feedback, fill_log

pytestmark = pytest.mark.browser
REPORTED = "Hur många offerter behöver jag ta in vid en direktupphandling på 60 000 kronor?"
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


def test_an_answer_reported_as_wrong_becomes_a_test_question_of_what_is_right(
    visit: Visit, filled: Database, site_data: Path
) -> None:
    reader = visit(width="tablet")
    reader.get_by_placeholder("Skriv din fråga").fill(REPORTED)
    reader.keyboard.press("Enter")
    expect(reader.locator(".rs-lead").first).to_be_visible()
    settled(reader)
    reader.get_by_role("radio", name="Rapportera som fel").click()
    expect(reader.get_by_text("Svaret ligger nu överst hos dem som sköter biblioteket")).to_be_visible()
    reader.get_by_role("radio", name="Saknar en regel").click()
    reader.get_by_label("Berätta gärna mer").fill("Den anställdas <b>chef</b> beslutar.")
    reader.get_by_role("button", name="Skicka", exact=True).click()
    expect(reader.get_by_text("Skickat.")).to_be_visible()

    page = as_administrator(visit("/kvalitet?del=feedback"), filled)
    page.get_by_text(f"Rapporterat fel · {REPORTED}").click()
    item = page.locator("[class*='st-key-judgement-']").filter(has_text=REPORTED)
    expect(item).to_contain_text("Rapporterat fel: Saknar en regel")
    expect(item).to_contain_text("Den anställdas <b>chef</b> beslutar.")
    settled(page)
    assert faults(page) == []
    picture(page, "quality-reported-desktop")
    item.get_by_text("Inget i dokumenten svarar").click()
    expect(item.get_by_text("Testfrågan kommer att vänta sig att inget svar ges.")).to_be_visible()
    settled(page)
    item.get_by_role("button", name="Gör till testfråga").click()
    expect(page.get_by_text("ligger nu i judged-questions.yaml")).to_be_visible()
    (made,) = load_questions(site_data / "judged-questions.yaml")
    assert (made.question, made.expect.abstain) == (REPORTED, True)
    page.get_by_role("button", name="Ångra").click()
    expect(page.get_by_text("ligger nu i judged-questions.yaml")).to_have_count(0)


def test_unanswered_questions_are_told_by_topic_and_taken_along(
    visit: Visit, filled: Database, tmp_path: Path
) -> None:
    page = as_administrator(visit("/kvalitet?del=unanswered"), filled)
    topics = page.locator("[class*='st-key-topic-']")
    topics.filter(has_text=re.compile("semester", re.IGNORECASE)).first.locator("summary").click()
    for question in UNANSWERED[:2]:
        expect(page.get_by_text(question)).to_be_visible()
    picture(page, "quality-topic-desktop")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta som CSV").click()
    saved = tmp_path / "obesvarade.csv"
    download.value.save_as(saved)
    cells = [cell for row in reader(saved.read_text("utf-8-sig").splitlines(), delimiter=";") for cell in row]
    assert UNANSWERED[0] in cells
    # A table program would take the last for a formula, as it stands.
    assert any(cell.endswith(UNANSWERED[-1]) for cell in cells)
    assert not any(cell.startswith("=") for cell in cells)


@pytest.fixture
def own_questions(site_data: Path) -> Iterator[Path]:
    """The installation's own question file: a question that nothing answers, and one that awaits a refusal
    and gets an answer."""
    file = site_data / "judged-questions.yaml"
    file.write_text(
        '- {id: månvarv, question: "Hur många månvarv?", expect: {abstain: true}}\n'
        f'- {{id: gräns, question: "{QUESTION}", organisation: exempel, expect: {{abstain: true}}}}\n',
        "utf-8",
    )
    yield file
    file.unlink()


def test_the_installations_own_questions_are_measured_at_a_press_and_a_failure_is_looked_into(
    visit: Visit, filled: Database, own_questions: Path
) -> None:
    page = as_administrator(visit("/kvalitet?del=measures"), filled)
    page.get_by_role("button", name="Mät nu").click()
    expect(page.get_by_text(re.compile("^Senaste mätningen: .*, 2 frågor$"))).to_be_visible()
    settled(page)
    expect(page.get_by_role("rowheader", name="Avstår när svar saknas")).to_be_visible()
    assert faults(page) == []
    expect(page.get_by_role("heading", name="Frågor som brast: 1 av 2")).to_be_visible()
    failed = page.locator("[class*='st-key-failed-']")
    failed.locator("summary").click()
    expect(failed.get_by_text(re.compile("^Enligt Sammanfattning av lagen")).first).to_be_visible()
    expect(failed).to_contain_text("Väntat")
    assert faults(page) == []
    picture(page, "quality-measured-desktop")


def test_a_reader_is_told_whom_the_page_is_for(visit: Visit) -> None:
    page = visit("/kvalitet", width="phone")
    expect(page.get_by_text("Sidan är till för administratörer.")).to_be_visible()
    assert faults(page) == []
