"""The way through the library in a real browser: choosing, citings, editions, and what applied when."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit, picture, settled

pytestmark = pytest.mark.browser
POLICY = "Inköpspolicy för Region Exempel"
LAW = "Sammanfattning av lagen om offentlig upphandling"
OLD_POLICY = "Inköpspolicy för Landstinget Exempel"


def choose(page: Page, field: str, option: str) -> None:
    """Chooses by the beginning of the option, which goes on with how many documents it has."""
    box = page.get_by_label(field, exact=True)
    box.select_option(box.locator("option").filter(has_text=re.compile(f"^{option}")).inner_text())


def show(page: Page) -> None:
    page.get_by_role("button", name="Visa", exact=True).click()


def lists(page: Page, *titles: str) -> None:
    expect(page.locator(".rs-doc a")).to_have_text(list(titles))
    settled(page)


@pytest.mark.parametrize("width", ["desktop", "tablet", "phone"])
def test_the_list_is_narrowed_to_a_level_and_a_status(visit: Visit, width: str) -> None:
    page = visit("/bibliotek", width=width)
    choose(page, "Nivå", "Policyer och reglementen")
    show(page)
    lists(page, POLICY, OLD_POLICY)
    choose(page, "Status", "Ersatt")
    show(page)
    lists(page, OLD_POLICY)
    expect(page.locator(".rs-standing").first).to_have_text("Ersatt")
    picture(page, f"library-chosen-{width}")
    page.get_by_role("link", name="Rensa urvalet").click()
    expect(page.get_by_label("Nivå", exact=True)).to_have_value("")


def test_the_list_tells_what_applied_on_another_day(visit: Visit) -> None:
    page = visit("/bibliotek?sok=inköpspolicy", width="phone")
    page.get_by_text("Fler val").click()
    page.get_by_label("Läget den dagen").fill("2019-05-02")
    show(page)
    expect(page.locator("#rs-found")).to_contain_text("1 gäller som regel den 2 maj 2019")
    expect(page.locator(".rs-doc.rs-holding")).to_contain_text(OLD_POLICY)
    expect(page.locator(".rs-doc.rs-not-holding")).to_contain_text(POLICY)


def test_the_timeline_tells_when_each_edition_applied_and_leads_to_it(visit: Visit) -> None:
    page = visit("/bibliotek", width="tablet")
    page.get_by_role("link", name="Tidslinje").click()
    old = page.get_by_role("row").filter(has_text=OLD_POLICY)
    expect(old).to_contain_text(re.compile("gäll|giltigt"))
    expect(old).to_contain_text("Ersatt")
    old.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(OLD_POLICY)
    expect(page.get_by_text("Dokumentet är ersatt och gäller inte längre.")).to_be_visible()


def test_the_contents_of_a_document_lead_to_its_provisions(visit: Visit) -> None:
    page = visit("/dokument?id=inkopspolicy-2025")
    contents = page.get_by_role("navigation", name="Innehåll")
    contents.get_by_role("link", name=re.compile("Tolkningsordning")).click()
    settled(page)
    expect(page.locator("#rs-asked")).to_be_in_viewport()
    expect(page.locator("#rs-asked")).to_contain_text("Tolkningsordning")


def test_what_a_document_cites_and_what_cites_it_are_followed_there_and_back(visit: Visit) -> None:
    page = visit("/dokument?id=riktlinje-for-direktupphandling")
    page.get_by_role("link", name="Hänvisningar", exact=True).click()
    page.locator(".rs-leads a").filter(has_text=re.compile(r"19\sa\skap\.\s15\s§")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(LAW)
    expect(page.locator("#rs-asked")).to_contain_text("15 §")
    settled(page)
    page.get_by_role("link", name="Hänvisningar", exact=True).click()
    page.locator(".rs-citing h3").get_by_role(
        "link", name="Riktlinje för direktupphandling", exact=True
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Riktlinje för direktupphandling")


def test_two_editions_stand_side_by_side_with_what_is_new_and_what_is_gone_marked(visit: Visit) -> None:
    page = visit("/dokument?id=inkopspolicy-2025")
    page.get_by_role("link", name="Jämför", exact=True).click()
    change = page.locator(".rs-change").filter(has=page.locator("del")).filter(has=page.locator("ins")).first
    expect(change).to_be_visible()
    before, after = (change.locator(".rs-side-text").nth(side).bounding_box() for side in (0, 1))
    assert before is not None
    assert after is not None
    assert after["x"] >= before["x"] + before["width"]
    page.set_viewport_size({"width": 390, "height": 844})
    before, after = (change.locator(".rs-side-text").nth(side).bounding_box() for side in (0, 1))
    assert before is not None
    assert after is not None
    assert after["y"] >= before["y"] + before["height"]
    change.locator(".rs-side-text h4 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(OLD_POLICY)
