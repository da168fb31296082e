"""Courses in a real browser: a trainer makes one, a learner takes it, repeats, and gets a certificate."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from learning.course import Course
from learning.spacing import Reply
from people import progress
from people.database import Database
from people.person import Person, Role, give_role, id_of
from tests.e2e.conftest import PATIENCE_MS, Visit, copied, overflow, picture, settled, violations
from tests.e2e.course_data import publish_course
from tests.e2e.course_steps import answer, choose, go_on

pytestmark = pytest.mark.browser
SECRET = "u" * 43


@pytest.fixture(scope="module")
def site_data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(sample_library, tmp_path_factory)


@pytest.fixture(scope="module")
def course(site_data: Path) -> Course:
    """A published course of four exercises on the sample region's rules."""
    return publish_course(site_data)


@pytest.fixture
def trainer_page(visit: Visit, site_data: Path, course: Course) -> Page:
    """The page of all courses as a trainer sees it, on a phone."""
    del course  # made before the page is opened
    give_role(Database(site_data), Person(id_of(SECRET)), Role.TRAINER)
    return visit("/lar", width="phone", secret=SECRET)


def shown(locator: Locator) -> None:
    """Waits for it as long as a slow machine may need."""
    expect(locator).to_be_visible(timeout=PATIENCE_MS)


def test_a_learner_goes_through_a_course_by_keyboard_and_gets_a_certificate(
    visit: Visit, course: Course, tmp_path: Path
) -> None:
    page = visit("/lar")
    assert overflow(page) == 0
    picture(page, "learn-desktop")
    page.get_by_role("link", name="Köpa rätt").press("Enter")
    page.get_by_role("button", name="Börja kursen").press("Enter")
    for at, item in enumerate(course.items):
        wrong = (item.right + 1) % len(item.options)
        answer(page, item.options, wrong if at == 0 else item.right)
        expect(page.locator(".rs-quote blockquote")).to_have_text(item.source.quote, timeout=PATIENCE_MS)
        expect(page.locator(".rs-verdict")).to_contain_text("Inte rätt." if at == 0 else "Rätt.")
        if at == 0:
            assert violations(page) == []
            picture(page, "learn-answered-desktop")
            page.reload()
            settled(page)
            page.get_by_role("button", name="Fortsätt").press("Enter")
            shown(page.get_by_role("heading", name="Fråga 2 av 4"))
        else:
            go_on(page)
    shown(page.get_by_text("3 av 4 rätt, 75 %."))
    assert (overflow(page), violations(page)) == (0, [])
    page.get_by_role("button", name="Svara igen på det du missade").press("Enter")
    answer(page, course.items[0].options, course.items[0].right)
    go_on(page)
    page.get_by_label("Ditt namn").fill("Åsa Öberg")
    page.get_by_role("button", name="Gör intyget").press("Enter")
    shown(page.get_by_text("Intyget är klart."))
    assert violations(page) == []
    picture(page, "learn-certificate-desktop")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta intyget som PDF").click()
    saved = tmp_path / "intyg.pdf"
    download.value.save_as(saved)
    printed = PdfReader(saved).pages[0].extract_text()
    code = download.value.suggested_filename.removeprefix("intyg-").removesuffix(".pdf")
    assert all(said in printed for said in ("Åsa Öberg", "Köpa rätt", code))
    page.get_by_role("link", name="Alla kurser").press("Enter")
    page.get_by_text("Kontrollera ett intyg").click()
    page.get_by_label("Kontrollkod").fill(code.lower())
    page.get_by_label("Namnet på intyget").fill("Åsa Öberg")
    page.get_by_role("button", name="Kontrollera", exact=True).press("Enter")
    shown(page.get_by_text("Intyget stämmer."))
    assert violations(page) == []


@pytest.mark.parametrize(("width", "dark"), [("phone", True), ("tablet", False)])
def test_an_exercise_reads_well_at_every_width(visit: Visit, course: Course, width: str, dark: bool) -> None:
    page = visit(f"/kurs?id={course.id}", width=width, dark=dark)
    picture(page, f"learn-course-{width}")
    page.get_by_role("button", name="Börja kursen").click()
    shown(page.get_by_role("button", name="Svara"))
    assert overflow(page) == 0
    picture(page, f"learn-exercise-{width}")
    answer(page, course.items[0].options, course.items[0].right)
    page.set_viewport_size({"width": 320, "height": 700})
    assert overflow(page) == 0
    picture(page, f"learn-answered-{width}-320")


def test_a_trainer_sees_what_is_missed_never_by_whom_and_takes_it_along(
    visit: Visit, trainer_page: Page, course: Course, tmp_path: Path
) -> None:
    learner = visit(f"/kurs?id={course.id}")
    learner.get_by_role("button", name="Börja kursen").press("Enter")
    answer(learner, course.items[0].options, (course.items[0].right + 1) % len(course.items[0].options))
    page = trainer_page
    page.get_by_role("link", name=f"Ändra: {course.title}").press("Enter")
    shown(page.get_by_role("heading", name=course.title, level=1))
    page.get_by_text("Resultat", exact=True).first.click()
    missed = page.get_by_role("row").filter(has_text=course.items[0].question)
    expect(missed).to_contain_text("%")
    settled(page)
    assert (overflow(page), violations(page)) == (0, [])
    picture(page, "learn-results-phone")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta som CSV").click()
    saved = tmp_path / "resultat.csv"
    download.value.save_as(saved)
    assert course.items[0].source.title in saved.read_text("utf-8-sig")


def test_a_trainer_makes_a_course_of_proposals_and_takes_it_away_and_back(trainer_page: Page) -> None:
    page = trainer_page
    page.get_by_text("Ny kurs").click()
    page.get_by_label("Titel").fill("Kort och kvitton")
    page.get_by_role("button", name="Skapa kursen").press("Enter")
    shown(page.get_by_role("heading", name="Kort och kvitton", level=1))
    page.get_by_text("Föreslå frågor", exact=True).first.click()
    shown(page.get_by_role("button", name="Ge förslag"))
    settled(page)
    choose(page, "Slags fråga", "Vad regeln säger")
    page.get_by_role("button", name="Ge förslag").press("Enter")
    shown(page.get_by_role("button", name="Lägg till 1"))
    assert (overflow(page), violations(page)) == (0, [])
    picture(page, "learn-proposals-phone")
    page.get_by_role("button", name="Lägg till 1").press("Enter")
    shown(page.get_by_text("Kursen har nu 1 frågor."))
    page.get_by_role("button", name="Lägg till 1").press("Enter")
    shown(page.get_by_text("Kursen har nu 2 frågor."))
    page.get_by_text("Innehåll", exact=True).first.click()
    page.locator("[class*='st-key-open-item-'] summary").first.press("Enter")
    page.get_by_role("button", name="Flytta ned").press("Enter")
    shown(page.get_by_text("Frågan är nu nummer 2."))
    assert (overflow(page), violations(page)) == (0, [])
    picture(page, "learn-editor-phone")
    page.get_by_role("button", name="Publicera").press("Enter")
    shown(page.get_by_text("Kursen är publicerad."))
    page.get_by_text("Resultat", exact=True).first.click()
    shown(page.get_by_text("Ingen har börjat kursen än."))
    assert (overflow(page), violations(page)) == (0, [])
    page.get_by_text("Innehåll", exact=True).first.click()
    page.get_by_role("button", name="Ta bort kursen").press("Enter")
    shown(page.get_by_text("är borttagen."))
    page.get_by_role("button", name="Ångra").press("Enter")
    shown(page.get_by_role("link", name="Ändra: Kort och kvitton").first)
    assert (overflow(page), violations(page)) == (0, [])
    picture(page, "learn-workshop-phone")


def test_what_was_missed_comes_back_another_day(visit: Visit, site_data: Path, course: Course) -> None:
    secret, missed = "w" * 43, course.items[2]
    yesterday = date.today() - timedelta(days=1)
    progress.begin(Database(site_data), id_of(secret), course.id, yesterday)
    progress.add_reply(Database(site_data), id_of(secret), course.id, Reply(missed.id, yesterday, False))
    page = visit("/lar", width="tablet", secret=secret)
    expect(page.get_by_role("heading", name="Att repetera i dag")).to_be_visible()
    assert (overflow(page), violations(page)) == (0, [])
    picture(page, "learn-due-tablet")
    page.get_by_role("link", name=f"{course.title}: 1 att repetera").press("Enter")
    page.get_by_role("button", name="Repetera det som är dags i dag (1)").press("Enter")
    answer(page, missed.options, missed.right)
    go_on(page)
    shown(page.get_by_text("Nästa repetition:"))
    expect(page.get_by_role("button", name=re.compile("^Repetera"))).to_have_count(0)
