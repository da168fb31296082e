"""Every state of every page that the accessibility tests go through: a page joins with a line here."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from people.person import Role
from tests.e2e.conftest import settled
from tests.e2e.course_data import TITLE as COURSE
from tests.e2e.keep_steps import open_part, sign

QUESTION = "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?"
ANSWERED_BY_PDF = "Hur många offerter behöver jag ta in vid en direktupphandling på 60 000 kronor?"
POLICY = "/dokument?id=inkopspolicy-2025"
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
    page.locator("[class*='st-key-ladder-'] [class*='st-key-source-'] button").first.click()
    expect(page.locator(".rs-context").first).to_be_visible()
    settled(page)


def _original_page(page: Page) -> None:
    _quote_opened(page, ANSWERED_BY_PDF)
    expect(page.get_by_role("img", name="Citatet är markerat").first).to_be_visible()


def _in_english(page: Page) -> None:
    choices = page.locator(".st-key-choices button")
    if choices.count():
        choices.first.click()
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


def _course(page: Page) -> None:
    page.get_by_role("link", name=f"Till kursen: {COURSE}").click()
    expect(page.get_by_role("heading", name=COURSE, level=1)).to_be_visible()
    settled(page)


def _exercise(page: Page) -> None:
    _course(page)
    page.get_by_role("button", name="Börja kursen").click()
    expect(page.get_by_role("button", name="Svara")).to_be_visible()
    settled(page)


def _answered_exercise(page: Page) -> None:
    _exercise(page)
    page.locator("[class*='st-key-chosen-'] input[type='radio']").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Svara").click()
    expect(page.locator(".rs-verdict")).to_be_visible()
    settled(page)


def _course_part(page: Page, name: str) -> None:
    _course(page)
    page.get_by_test_id("stMain").get_by_text(name, exact=True).first.click()
    expect(page.locator("h2.rs-section").first).to_be_visible()
    settled(page)


def _content(page: Page) -> None:
    _course_part(page, "Innehåll")
    page.locator("[class*='st-key-open-item-'] summary").first.click()
    expect(page.get_by_role("button", name="Flytta ned")).to_be_visible()
    settled(page)


def _proposals(page: Page) -> None:
    _course_part(page, "Föreslå frågor")
    page.get_by_role("button", name="Ge förslag").click()
    expect(page.get_by_role("button", name="Lägg till 1")).to_be_visible()
    settled(page)


def _results(page: Page) -> None:
    _course_part(page, "Resultat")


def _judgement(page: Page) -> None:
    page.get_by_text(re.compile("^Hjälpte · ")).first.click()
    expect(page.get_by_role("button", name="Gör till testfråga")).to_be_visible()
    settled(page)


def _judging(page: Page) -> None:
    ask(page)
    page.get_by_role("radio", name="Nej").click()
    expect(page.get_by_role("button", name="Skicka", exact=True)).to_be_visible()
    settled(page)


def _keep_part(name: str) -> Callable[[Page], None]:
    def arrange(page: Page) -> None:
        sign(page)
        open_part(page, name)

    return arrange


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
    State("ask-page", "/", _original_page),
    State("ask-english", "/", _asked_in_english),
    State("purchase", "/inkop"),
    State("purchase-outcome", "/inkop", _bought),
    State("purchase-fault", "/inkop", _bought_for_nothing),
    State("access", "/tillganglighet"),
    State("access-delete", "/tillganglighet", _about_to_delete),
    State("access-english", "/tillganglighet", _in_english),
    State("ask-judging", "/", _judging),
    State("library", "/bibliotek"),
    State("library-timeline", "/bibliotek?visa=tidslinje"),
    State("library-nothing", "/bibliotek?sok=zebra"),
    State("document", POLICY),
    State("document-identity", f"{POLICY}&visa=uppgifter"),
    State("document-cites", f"{POLICY}&visa=hanvisningar"),
    State("document-editions", f"{POLICY}&visa=utgavor"),
    State("document-pages", f"{POLICY}&visa=sidor"),
    State("document-compare", f"{POLICY}&visa=jamfor"),
    State("document-unknown", "/dokument?id=nix"),
    State("learn", "/lar"),
    State("learn-workshop", "/lar", role=Role.TRAINER),
    State("course", "/lar", _course),
    State("course-exercise", "/lar", _exercise),
    State("course-answered", "/lar", _answered_exercise),
    State("course-content", "/lar", _content, Role.TRAINER),
    State("course-proposals", "/lar", _proposals, Role.TRAINER),
    State("course-results", "/lar", _results, Role.TRAINER),
    State("course-unknown", "/kurs?id=nix"),
    State("quality-closed", "/kvalitet"),
    State("quality-feedback", "/kvalitet?del=feedback", role=Role.ADMINISTRATOR),
    State("quality-judgement", "/kvalitet?del=feedback", _judgement, Role.ADMINISTRATOR),
    State("quality-unanswered", "/kvalitet?del=unanswered", role=Role.ADMINISTRATOR),
    State("quality-measures", "/kvalitet?del=measures", role=Role.ADMINISTRATOR),
    State("quality-coverage", "/kvalitet?del=coverage", role=Role.ADMINISTRATOR),
    State("quality-latency", "/kvalitet?del=latency", role=Role.ADMINISTRATOR),
    State("keep-closed", "/forvalta"),
    State("keep-name", "/forvalta", role=Role.ADMINISTRATOR),
    State("keep-documents", "/forvalta", sign, Role.ADMINISTRATOR),
    State("keep-reading", "/forvalta", _keep_part("Inläsning"), Role.ADMINISTRATOR),
    State("keep-review", "/forvalta", _keep_part("Uppgifter"), Role.ADMINISTRATOR),
    State("keep-limits", "/forvalta", _keep_part("Gränser"), Role.ADMINISTRATOR),
    State("keep-changes", "/forvalta", _keep_part("Ändringar"), Role.ADMINISTRATOR),
    State("role", "/behorighet"),
)
