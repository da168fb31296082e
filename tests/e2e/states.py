"""Every state of every page that the accessibility tests go through: a page joins with a line here."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from people.person import Role
from tests.e2e.conftest import settled

QUESTION = "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?"
ANSWERED_BY_PDF = "Hur många offerter behöver jag ta in vid en direktupphandling på 60 000 kronor?"
UNANSWERED = "Hur många månvarv går det på ett skottår?"


def ask(page: Page, question: str = QUESTION) -> None:
    asked = page.locator(".rs-question")
    before = asked.count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    expect(asked).to_have_count(before + 1)
    settled(page)
    expect(page.locator(".rs-lead").filter(visible=True).last).to_be_visible()


def _unanswered(page: Page) -> None:
    ask(page, UNANSWERED)


def _quote_opened(page: Page, question: str = QUESTION) -> None:
    ask(page, question)
    page.locator("[class*='st-key-open-'] summary").first.click()
    expect(page.locator(".rs-context").first).to_be_visible()
    settled(page)


def _identity(page: Page) -> None:
    _quote_opened(page)
    page.get_by_role("tab").nth(1).click()
    settled(page)


def _original_page(page: Page) -> None:
    _quote_opened(page, ANSWERED_BY_PDF)
    page.get_by_role("tab").nth(2).click()
    expect(page.get_by_role("img", name="med citatet markerat").first).to_be_visible()


def _in_english(page: Page) -> None:
    page.get_by_role("radio", name="English").click()
    expect(page.locator("html[lang='en']")).to_be_attached()
    settled(page)


def _asked_in_english(page: Page) -> None:
    _in_english(page)
    ask(page, "What is the limit for direct procurement under the law?")


def _bought(page: Page, sum_: str = "650 tkr") -> None:
    page.get_by_role("textbox", name=re.compile("kostar")).fill(sum_)
    page.get_by_role("button", name="Visa vad som gäller").click()
    expect(page.locator(".rs-lead, .rs-error").first).to_be_visible()
    settled(page)


def _bought_for_nothing(page: Page) -> None:
    _bought(page, "gratis")


def _about_to_delete(page: Page) -> None:
    page.get_by_role("button", name="Radera allt om mig").click()
    expect(page.get_by_role("button", name="Ja, radera")).to_be_visible()


def _untouched(page: Page) -> None:
    del page


@dataclass(frozen=True)
class State:
    """`arrange` brings the page at `path` into the state; `role` is what its visitor must be."""

    name: str
    path: str
    arrange: Callable[[Page], None] = _untouched
    role: Role = Role.READER


STATES = (
    State("ask", "/"),
    State("ask-answer", "/", ask),
    State("ask-unanswered", "/", _unanswered),
    State("ask-quote", "/", _quote_opened),
    State("ask-identity", "/", _identity),
    State("ask-page", "/", _original_page),
    State("ask-english", "/", _asked_in_english),
    State("purchase", "/inkop"),
    State("purchase-outcome", "/inkop", _bought),
    State("purchase-fault", "/inkop", _bought_for_nothing),
    State("access", "/tillganglighet"),
    State("access-delete", "/tillganglighet", _about_to_delete),
    State("access-english", "/tillganglighet", _in_english),
)
