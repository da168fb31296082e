"""The library in a real browser: the list, the timeline, a document and a comparison, at three widths."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Level
from index.keys import Keys
from index.writer import LibraryWriter
from ingest.document import IngestedDocument
from tests.e2e.conftest import WIDTHS, Visit, copied, overflow, picture, settled, violations

pytestmark = pytest.mark.browser
POLICY = "/dokument?id=inkopspolicy-2025"
HOSTILE = "<script>document.title='tagen'</script><img src=x onerror=\"document.title='tagen'\">"


@pytest.fixture(scope="module")
def site_data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample region with what no tidy library has, and enough documents for several pages."""
    data = copied(sample_library, tmp_path_factory)
    gone = GoverningDocument(
        "borttagen",
        "Borttagen anvisning",
        "anvisning",
        Level.RULE,
        Status.ADOPTED,
        ("exempel",),
        valid_from=date(2024, 1, 1),
        withdrawn=date(2026, 2, 1),
        doubts=("Datumet är läst ur sidfoten.",),
    )
    hostile = replace(gone, document="vild", title=f"Vild {HOSTILE}")
    many = [
        replace(gone, document=f"rad-{n}", title=f"Anvisning nummer {n}", kind="rad", withdrawn=None)
        for n in range(60)
    ]
    writer = LibraryWriter(data)
    for one in (hostile, *many):
        text = f"Texten {HOSTILE} är inte indelad."
        writer.put_document(data / f"{one.document}.txt", IngestedDocument(one, text, (), ()), Keys({}))
    writer.commit()
    writer.close()
    return data


def looked_at(page: Page, name: str, path: str) -> None:
    """Goes to `path` and holds what is there against the promises."""
    origin = re.match(r"https?://[^/]+", page.url)
    page.goto((origin[0] if origin else "") + path)
    settled(page)
    held(page, name)


def held(page: Page, name: str) -> None:
    """What every width keeps, and a picture of it."""
    expect(page.locator("h1")).to_have_count(1)
    assert overflow(page) == 0, name
    picture(page, name)


@pytest.mark.parametrize("width", WIDTHS)
def test_list_timeline_document_and_comparison_hold_at_every_width(visit: Visit, width: str) -> None:
    page = visit("/bibliotek", width=width, dark=width == "tablet")
    held(page, f"library-list-{width}")
    if width != "tablet":
        looked_at(page, f"library-timeline-{width}", "/bibliotek?visa=tidslinje&niva=policy")
    looked_at(page, f"library-document-{width}", f"{POLICY}&bestammelse=3+Tolkningsordning")
    if width != "tablet":
        looked_at(page, f"library-compare-{width}", f"{POLICY}&visa=jamfor")


def test_the_other_views_and_what_is_missing_hold_at_320_pixels(visit: Visit) -> None:
    page = visit("/bibliotek", width="phone")
    page.set_viewport_size({"width": 320, "height": 800})
    views = ("uppgifter", "hanvisningar", "utgavor", "sidor")
    paths = {view: f"{POLICY}&visa={view}" for view in views} | {
        "search": f"{POLICY}&sok=inköp",
        "unknown": "/dokument?id=nix",
        "withdrawn": "/dokument?id=vild",
        "nothing": "/bibliotek?sok=zebra",
    }
    for name, path in paths.items():
        looked_at(page, f"library-{name}-320", path)
        if name in ("search", "withdrawn"):
            assert violations(page) == [], name
    assert page.title() != "tagen"


def test_a_choice_is_a_link_and_the_way_back_leads_through_it(visit: Visit) -> None:
    page = visit("/bibliotek")
    page.get_by_label("Sök på titel eller nummer").fill("inköpspolicy")
    page.keyboard.press("Enter")
    expect(page.locator(".rs-doc")).to_have_count(2)
    assert "sok=ink%C3%B6pspolicy" in page.url
    expect(page.locator("#rs-found")).to_be_focused()
    page.get_by_role("link", name="Inköpspolicy för Region Exempel").click()
    expect(page.locator("h1")).to_be_focused()
    page.get_by_role("link", name="Utgåvor").click()
    expect(page.get_by_role("table")).to_be_visible()
    page.go_back()
    expect(page.locator(".rs-provision").first).to_be_visible()
    page.go_back()
    expect(page.locator(".rs-doc")).to_have_count(2)
    expect(page.get_by_label("Sök på titel eller nummer")).to_have_value("inköpspolicy")


def test_a_link_keeps_the_language_that_was_chosen(visit: Visit) -> None:
    page = visit("/bibliotek")
    page.get_by_text("English").click()
    page.get_by_role("link", name="Timeline").click()
    page.get_by_role("link", name="Inköpspolicy för Region Exempel").first.click()
    expect(page.get_by_role("link", name="Compare", exact=True)).to_be_visible()


def test_the_list_turns_its_pages_by_the_keyboard_alone(visit: Visit) -> None:
    page = visit("/bibliotek?slag=rad")
    expect(page.locator(".rs-doc")).to_have_count(25)
    after = page.get_by_role("link", name="Nästa")
    after.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Sida 2")).to_have_attribute("aria-current", "page")
    assert "sida=2" in page.url


def test_the_provision_asked_for_is_in_sight_and_its_reference_can_be_copied(visit: Visit) -> None:
    page = visit(f"{POLICY}&bestammelse=9+Avsteg")
    chosen = page.locator("#rs-asked")
    expect(chosen).to_be_in_viewport()
    expect(chosen).to_be_focused()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chosen.locator("[role='status']")).to_have_text("Kopierad.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Inköpspolicy för Region Exempel, avsnitt 9 Avsteg")


def test_the_original_is_turned_page_by_page_and_saved_as_a_file(visit: Visit) -> None:
    page = visit(f"{POLICY}&visa=sidor")
    page.get_by_role("link", name="Nästa sida").first.click()
    expect(page.get_by_role("img", name=re.compile("Sida 2 av"))).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name=re.compile("Hämta originalet")).click()
    assert saved.value.suggested_filename == "inkopspolicy-2025.pdf"
    answered = page.context.request.get(saved.value.url)
    assert answered.headers["content-type"] == "application/octet-stream"
    assert answered.headers["content-disposition"].startswith("attachment")
