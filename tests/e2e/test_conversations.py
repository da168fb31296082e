"""Conversations in a real browser: one's own after a reload, never another's; named, shared and deleted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from people import conversations
from people.database import Database
from people.person import COOKIE, Person, id_of
from tests.e2e.conftest import WIDTHS, Visit, overflow, picture, settled, violations
from tests.people.asking import turn
from ui.ask.history import A_PAGE

pytestmark = pytest.mark.browser
FIRST = "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?"
SECOND = "Vem beslutar om inköp?"


def ask(page: Page, question: str) -> None:
    asked = page.locator(".rs-question").count()
    page.get_by_placeholder("Skriv din fråga").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".rs-question").nth(asked)).to_have_text(question)
    settled(page)


def has_asked(page: Page, *questions: str) -> None:
    expect(page.locator(".rs-question")).to_have_text(list(questions))
    settled(page)


def choose(page: Page, deed: str) -> None:
    """Something to do with the open conversation, by keyboard alone."""
    page.locator(".st-key-scope").get_by_role("button", name=deed, exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()


@pytest.fixture
def filled(visit: Visit, site_data: Path) -> Page:
    """A browser on a wide window whose person has asked a great deal before."""
    page = visit()
    [cookie] = [c for c in page.context.cookies() if c.get("name") == COOKIE]
    database, person = Database(site_data), Person(id_of(str(cookie.get("value"))))
    for number in range(30):
        conversations.begin(database, person, turn(f"Fråga nummer {number} om köp av möbler och annat"))
    page.reload()
    settled(page)
    return page


def test_two_people_at_once_never_see_each_others_and_a_reload_keeps_ones_own(visit: Visit) -> None:
    eva, ali = visit(), visit()
    ask(eva, FIRST)
    ask(ali, SECOND)
    for page, own, others in ((eva, FIRST, SECOND), (ali, SECOND, FIRST)):
        page.reload()
        settled(page)
        has_asked(page, own)
        expect(page.locator("body")).not_to_contain_text(others)
    ali.goto(eva.url)
    settled(ali)
    expect(ali.get_by_text("Samtalet finns inte bland dina.")).to_be_visible()
    expect(ali.locator("body")).not_to_contain_text(FIRST)


def test_one_goes_on_in_a_conversation_and_back_between_two(visit: Visit) -> None:
    page = visit()
    ask(page, FIRST)
    page.reload()
    settled(page)
    ask(page, "och om det är bråttom?")
    expect(page.locator(".rs-followed")).to_contain_text("enligt lagen om det är bråttom?")
    page.get_by_role("button", name="Nytt samtal").click()
    has_asked(page)
    ask(page, SECOND)
    page.go_back()
    has_asked(page)
    page.go_back()
    has_asked(page, FIRST, "och om det är bråttom?")
    page.get_by_role("link", name="Inköp").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vad kräver inköpet?")
    page.get_by_role("link", name="Fråga").click()
    has_asked(page, FIRST, "och om det är bråttom?")


def test_a_conversation_is_renamed_taken_away_deleted_and_taken_back_by_keyboard(visit: Visit) -> None:
    page = visit()
    ask(page, SECOND)
    choose(page, "Byt namn")
    assert violations(page) == []
    page.get_by_label("Samtalets namn").fill("Inköp i höst")
    page.keyboard.press("Enter")
    expect(page.locator(".rs-talk-now")).to_have_text("Inköp i höst")
    choose(page, "Hämta samtalet")
    for form, ending in (("Word", "docx"), ("PDF", "pdf"), ("Markdown", "md")):
        page.get_by_role("button", name=form, exact=True).focus()
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename.endswith(f".{ending}")
        assert download.value.path().stat().st_size > 500
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    choose(page, "Ta bort")
    assert violations(page) == []
    picture(page, "conversation-delete-desktop")
    page.get_by_role("dialog").get_by_role("button", name="Ta bort", exact=True).focus()
    page.keyboard.press("Enter")
    has_asked(page)
    assert violations(page) == []
    page.get_by_role("button", name="Ångra").focus()
    page.keyboard.press("Enter")
    has_asked(page, SECOND)
    expect(page.locator(".rs-talk-now")).to_have_text("Inköp i höst")


def test_one_answer_is_taken_away_in_each_form(visit: Visit, tmp_path: Path) -> None:
    page = visit(width="tablet")
    ask(page, SECOND)
    page.get_by_role("button", name="Hämta", exact=True).press("Enter")
    page.get_by_role("dialog").wait_for()
    assert violations(page) == []
    said = page.locator("blockquote").first.inner_text().split()
    for form, ending in (("Word", "docx"), ("PDF", "pdf"), ("Markdown", "md")):
        with page.expect_download() as download:
            page.get_by_role("button", name=form, exact=True).press("Enter")
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.suffix == f".{ending}"
    words = saved.read_text("utf-8").replace("\\", "").split()
    assert set(said) <= set(words)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_shared_answer_is_opened_by_anyone_until_it_is_withdrawn(visit: Visit, width: str) -> None:
    page = visit(width=width)
    ask(page, SECOND)
    page.get_by_role("button", name="Dela", exact=True).click()
    link = page.get_by_role("dialog").locator("code").inner_text()
    page.get_by_role("button", name="Kopiera länken").press("Enter")
    expect(page.locator(".rs-copying [role=status]")).to_have_text("Kopierad.")
    assert violations(page) == []
    other = visit(link[link.index("/svar") :], width=width, dark=True)
    has_asked(other, SECOND)
    expect(other.locator(".rs-given").first).to_contain_text("Biblioteket har inte ändrats")
    assert other.get_by_role("button", name="Sluta dela").count() == 0
    assert overflow(other) == 0
    assert violations(other) == []
    picture(other, f"shared-answer-{width}-dark")
    page.get_by_role("button", name="Sluta dela").click()
    expect(page.get_by_text("Svaret delas inte längre.")).to_be_visible()
    other.reload()
    settled(other)
    expect(other.get_by_text("Svaret delas inte.")).to_be_visible()
    assert violations(other) == []


def test_many_conversations_are_searched_and_paged(filled: Page) -> None:
    expect(filled.get_by_role("button", name="Fråga nummer")).to_have_count(A_PAGE)
    assert violations(filled) == []
    picture(filled, "conversations-many-desktop")
    filled.get_by_role("searchbox", name="Sök bland dina samtal").fill("NUMMER 17")
    filled.keyboard.press("Enter")
    found = filled.get_by_role("button", name="Fråga nummer 17 om köp av möbler och annat")
    expect(found).to_be_visible()
    expect(filled.get_by_text("1 samtal innehåller orden.")).to_be_visible()
    found.click()
    has_asked(filled, "Fråga nummer 17 om köp av möbler och annat")
    expect(filled.get_by_text("Biblioteket har ändrats sedan svaret gavs.")).to_be_visible()
    assert violations(filled) == []
    picture(filled, "conversation-stale-desktop")


@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_the_panel_gives_way_to_what_was_chosen_in_it(visit: Visit, dark: bool) -> None:
    page = visit(width="phone", dark=dark)
    ask(page, SECOND)
    assert overflow(page) == 0
    assert violations(page) == []
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_role("button", name="Nytt samtal")).to_be_visible()
    assert violations(page) == []
    picture(page, f"conversations-panel-phone{'-dark' * dark}")
    page.get_by_role("button", name="Nytt samtal").click()
    has_asked(page)
    expect(page.get_by_role("button", name="Nytt samtal")).not_to_be_in_viewport()


def test_the_language_chosen_on_one_page_holds_on_the_next(visit: Visit) -> None:
    page = visit()
    page.locator(".st-key-choices button").first.click()
    page.get_by_text("English").click()
    expect(page.locator(".rs-subtitle")).to_contain_text("Which rule applies?")
    page.get_by_role("link", name="Purchase").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Regelstegen")
    settled(page)
    assert "inköp" not in page.get_by_role("heading", level=1).inner_text().lower()
