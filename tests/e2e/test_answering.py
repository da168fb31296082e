"""An answer in a real browser: decided by its rung, opened at its place, followed up, and asked of nobody."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import PATIENCE_MS, Visit, overflow, picture, settled
from tests.e2e.states import QUESTION, ask

pytestmark = pytest.mark.browser
DECIDING = "[class*='st-key-rung-decides-']"


def test_a_question_about_the_law_is_decided_by_the_law_in_its_own_words(visit: Visit) -> None:
    page = visit()
    ask(page, QUESTION)
    deciding = page.locator(f"{DECIDING}[class*='-law']").first
    expect(deciding.locator(".rs-rung").first).to_contain_text("Avgör")
    quotes = deciding.locator(".rs-quote blockquote").all_inner_texts()
    assert any("direktupphandl" in quote.lower() for quote in quotes), quotes


def test_a_follow_up_says_what_it_is_read_as_and_can_be_asked_alone(visit: Visit) -> None:
    page = visit()
    ask(page, QUESTION)
    ask(page, "och om det är bråttom?")
    expect(page.locator(".rs-followed")).to_contain_text("enligt lagen om det är bråttom?")
    page.locator("[class*='st-key-alone-1'] button").filter(visible=True).click()
    expect(page.locator(".rs-question")).to_have_count(3)
    settled(page)
    expect(page.locator(".rs-followed")).to_have_count(1)


def test_a_suggestion_is_asked_at_a_press_and_so_is_a_question_to_go_on_with(visit: Visit) -> None:
    page = visit(width="tablet")
    for heading, key in (("Börja till exempel här", "example"), ("Fråga vidare", "next")):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        suggested = page.locator(f".st-key-{key}-0 button").filter(visible=True)
        question = suggested.locator("p").inner_text()
        suggested.press("Enter")
        expect(page.locator(".rs-question").last).to_have_text(question)
        settled(page)
    expect(page.locator(".rs-question")).to_have_count(2)
    expect(page.locator(".rs-lead").filter(visible=True).last).to_be_visible()
    picture(page, "ask-on-tablet")


def test_what_is_asked_is_shown_as_text_whatever_it_looks_like(visit: Visit) -> None:
    page = visit()
    question = "Får man <b>köpa</b> $x^2$ **nu** [här](https://exempel.example)?"
    ask(page, question)
    expect(page.locator(".rs-question").last).to_have_text(question)
    assert page.locator("main a[href*='exempel.example'], main .katex, main b:text-is('köpa')").count() == 0
    expect(page.locator(".rs-talk-now")).to_contain_text("**nu**")


def test_the_page_is_marked_as_swedish(visit: Visit) -> None:
    expect(visit().locator("html")).to_have_attribute("lang", "sv")


def test_an_answer_fits_a_narrow_screen(visit: Visit) -> None:
    page = visit(width="phone")
    page.set_viewport_size({"width": 360, "height": 740})
    ask(page, QUESTION)
    assert overflow(page) == 0
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('[class*="rs-"]')]
          .filter(part => part.getBoundingClientRect().right > 361).map(part => part.outerHTML)"""
    )
    assert beyond == []


def test_the_page_asks_nothing_of_any_other_machine(chromium: Browser, site: str) -> None:
    page = chromium.new_page(locale="sv-SE")
    asked: set[str | None] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    page.on("websocket", lambda socket: asked.add(urlsplit(socket.url).hostname))
    page.set_default_timeout(PATIENCE_MS)
    try:
        page.goto(site)
        settled(page)
        ask(page, QUESTION)
        assert asked - {None} == {"127.0.0.1"}
    finally:
        page.close()
