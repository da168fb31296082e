"""Rules of two regions in a real browser: which goes first where they collide, whose they are, and when."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import ROOT, build_library
from tests.e2e.conftest import Visit, overflow, picture, served, settled, violations
from tests.e2e.states import UNANSWERED, ask

pytestmark = pytest.mark.browser
CORPUS = ROOT / "evals" / "conflicts" / "corpus"
SOFTWARE = "Måste köp av programvara registreras?"
PASSWORD = "Vad gäller för lösenord?"


@pytest.fixture(scope="module")
def site_data(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Two regions with rules that are made to collide."""
    return build_library(tmp_path_factory.mktemp("planted"), CORPUS, CORPUS, pytestconfig)


@pytest.fixture(scope="module")
def site(chromium: Browser, site_data: Path) -> Iterator[str]:
    """A server of Region Granvik's, which tells whom to ask."""
    with served(site_data, default_organisation="granvik", contact="registrator@granvik.example") as address:
        yield address


def rung(page: Page, kind: str, level: str) -> Locator:
    """A rung of the latest answer, by how it stands to the question."""
    return page.locator(f"[class*='st-key-rung-{kind}-'][class*='-{level}']").filter(visible=True).last


def choose_from(page: Page) -> None:
    """Opens the line that says whose rules, as of when, and in which language."""
    page.locator(".st-key-choices button").first.press("Enter")
    expect(page.get_by_role("combobox", name="Organisation")).to_be_visible()


@pytest.mark.parametrize("width", ["desktop", "tablet", "phone"])
def test_a_rule_that_yields_says_so_where_it_stands_and_the_other_what_it_goes_before(
    visit: Visit, width: str
) -> None:
    page = visit(width=width)
    ask(page, SOFTWARE)
    decides, yields = rung(page, "decides", "policy"), rung(page, "yields", "guideline")
    expect(decides.locator(".rs-rung").first).to_contain_text("Avgör")
    expect(decides.locator("blockquote").first).to_contain_text("ska registreras i avtalsdatabasen")
    expect(decides.locator(".rs-prevails")).to_contain_text("Går före")
    expect(yields.locator(".rs-rung").first).to_contain_text("Viker för steget ovanför")
    expect(yields.locator(".rs-conflict")).to_contain_text("Följ inte den här bestämmelsen")
    expect(yields.locator(".rs-conflict")).to_contain_text("lex superior")
    assert (overflow(page), violations(page)) == (0, [])
    picture(page, f"answer-conflict-{width}")


def test_another_organisation_is_asked_at_a_choice_which_the_answer_tells(visit: Visit) -> None:
    page = visit()
    ask(page, PASSWORD)
    expect(page.locator("[class*='st-key-answer-']").last).to_contain_text("Region Granvik")
    choose_from(page)
    page.get_by_role("combobox", name="Organisation").fill("Region Tallmo")
    page.get_by_role("option", name="Region Tallmo").click()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-choices button").first).to_contain_text("Region Tallmo · i dag")
    settled(page)
    ask(page, PASSWORD)
    answer = page.locator("[class*='st-key-answer-']").last
    expect(answer).to_contain_text("Gäller Region Tallmo, så som reglerna var")
    expect(answer.locator("blockquote").first).to_contain_text("minst tolv tecken")
    picture(page, "answer-organisation-desktop")


def test_a_day_is_chosen_and_the_answer_tells_what_applied_then(visit: Visit) -> None:
    page = visit(width="tablet")
    choose_from(page)
    for part, written in (("år", "2020"), ("månad", "05"), ("dag", "02")):
        page.get_by_role("spinbutton", name=f"{part}, Så som reglerna gällde den").press_sequentially(written)
    # The day counts when the field is left, by way of its calendar.
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator(".st-key-choices button").first).to_contain_text("2 maj 2020")
    page.keyboard.press("Escape")
    settled(page)
    ask(page, PASSWORD)
    answer = page.locator("[class*='st-key-answer-']").last
    expect(answer).to_contain_text("så som reglerna var 2 maj 2020")
    expect(answer.locator("blockquote").first).to_contain_text("bytas var tredje månad")
    assert (overflow(page), violations(page)) == (0, [])
    picture(page, "answer-as-of-tablet")


def test_where_nothing_is_found_it_is_told_whom_to_ask(visit: Visit) -> None:
    page = visit(width="phone")
    ask(page, UNANSWERED)
    expect(page.locator("[class*='st-key-answer-']").last).to_contain_text("registrator@granvik.example")
    assert overflow(page) == 0
    picture(page, "answer-contact-phone")
