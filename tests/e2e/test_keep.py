"""Keeping a library, in a real browser: from the code to the undo, over a small region of its own."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from people.person import Role
from people.roles import code_of
from tests.e2e.conftest import WIDTHS, Visit, overflow, picture, settled, violations
from tests.e2e.keep_steps import PARTS, hand_in, open_part, read_in, sign
from tests.keeping import small_region

pytestmark = pytest.mark.browser
NEW_RULE = small_region.RULE.replace("450 000", "400 000")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_region.write(tmp_path_factory.mktemp("region") / "dokument")


@pytest.fixture(scope="module")
def site_data(documents: Path) -> Path:
    data = documents.parent / "data"
    small_region.read_in(data, documents)
    return data


def signed_in(visit: Visit, data: Path, **how: object) -> Page:
    page = visit("/forvalta", **how)
    page.get_by_label("Kod", exact=True).fill(code_of(data, Role.ADMINISTRATOR))
    page.keyboard.press("Enter")
    sign(page)
    return page


def right(page: Page) -> None:
    assert violations(page) == []
    assert overflow(page) == 0


def test_a_reader_is_asked_for_the_code_and_told_kindly_that_it_is_wrong(visit: Visit) -> None:
    page = visit("/forvalta", width="phone")
    expect(page.get_by_role("heading", name="Lägg in dokument")).to_have_count(0)
    page.get_by_label("Kod", exact=True).fill("fel kod")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Koden stämmer inte.")).to_be_visible()
    right(page)
    picture(page, "keep-code-phone")


def test_every_part_fits_every_width(visit: Visit, site_data: Path) -> None:
    page = signed_in(visit, site_data)
    for name, heading in PARTS.items():
        open_part(page, name)
        for width, size in WIDTHS.items():
            page.set_viewport_size(size)
            picture(page, f"keep-{heading.split()[-1].lower()}-{width}")
            assert overflow(page) == 0
        page.set_viewport_size({"width": 320, "height": 700})
        assert overflow(page) == 0
        page.set_viewport_size(WIDTHS["desktop"])


def test_a_file_is_handed_in_read_and_taken_back(visit: Visit, site_data: Path, documents: Path) -> None:
    page = signed_in(visit, site_data)
    before = {file: file.read_bytes() for file in documents.rglob("*") if file.is_file()}
    hand_in(page, "arkiv.md", b"# Regel om arkiv\n\n## Gallring\n\nHandlingar gallras <b>aldrig</b>.\n")
    page.get_by_role("button", name="Lägg in filen").click()
    read_in(page)
    assert (documents / "arkiv.md").is_file()
    open_part(page, "Inläsning")
    expect(page.get_by_text("Nya dokument")).to_be_visible()
    picture(page, "keep-read-desktop")
    right(page)
    open_part(page, "Ändringar")
    put = page.locator("[class*='st-key-keep-row-']").filter(has_text="Nya filer").first
    put.get_by_role("button", name="Ångra", exact=True).click()
    read_in(page)
    picture(page, "keep-undone-desktop")
    right(page)
    assert {file: file.read_bytes() for file in documents.rglob("*") if file.is_file()} == before


def test_a_limit_whose_text_was_replaced_is_switched_off_and_mended(
    visit: Visit, site_data: Path, documents: Path
) -> None:
    page = signed_in(visit, site_data)
    page.get_by_role("combobox", name="Mapp").click()
    page.get_by_role("option", name="dokument/norr").click()
    settled(page)
    hand_in(page, "regel-om-kop.md", NEW_RULE.encode())
    expect(page.get_by_text("Vad ska göras?")).to_be_visible()
    right(page)
    page.get_by_text("Ersätt med den nya utgåvan").click()
    page.get_by_role("button", name="Lägg in filen").click()
    read_in(page)
    open_part(page, "Inläsning")
    expect(page.get_by_text("Beloppsgränser som stängts av")).to_be_visible()
    right(page)
    open_part(page, "Gränser")
    page.get_by_role("button", name="Öppna", exact=True).click()
    expect(page.get_by_text("Så stod det när gränsen bekräftades")).to_be_visible()
    settled(page)
    picture(page, "keep-limit-desktop")
    right(page)
    page.get_by_label("Belopp utan moms").fill("400 000")
    page.get_by_label("Citat ur Belopp").fill(
        "Direktupphandling får användas om värdet understiger 400 000 kronor."
    )
    page.get_by_role("button", name="Spara gränsen").click()
    expect(page.get_by_text("Gränsen är sparad")).to_be_visible()
    text = (documents / "thresholds.yaml").read_text("utf-8")
    assert "amount: 400000\n" in text
    assert "# regionens egen" in text
    expect(page.get_by_text("En ändring är gjord sedan den senaste inläsningen.")).to_be_visible()
    right(page)
    open_part(page, "Ändringar")
    page.get_by_role("button", name="Ångra", exact=True).first.click()
    expect(page.get_by_text("Ändringen är ångrad")).to_be_visible()
    assert "amount: 450000\n" in (documents / "thresholds.yaml").read_text("utf-8")


def test_a_file_that_is_not_what_it_is_named_is_refused_in_a_sentence(
    visit: Visit, site_data: Path, documents: Path
) -> None:
    page = signed_in(visit, site_data, width="tablet")
    hand_in(page, "<b>arkiv</b>.pdf", b"Inte alls en PDF.")
    refused = page.get_by_test_id("stMain").get_by_role("alert").filter(has_text="arkiv")
    expect(refused).to_be_visible()
    assert refused.locator("b").count() == 0
    expect(page.get_by_role("button", name="Lägg in filen")).to_have_count(0)
    right(page)
    picture(page, "keep-refused-tablet")
    assert not list(documents.rglob("*arkiv*.pdf"))


def test_a_document_is_taken_away_and_brought_back(visit: Visit, site_data: Path, documents: Path) -> None:
    page = signed_in(visit, site_data, width="phone")
    file = documents / "norr" / "gavor.md"
    row = page.locator("[class*='st-key-keep-row-']").filter(has_text="Regel om gåvor")
    row.get_by_role("button", name="Ta bort").click()
    right(page)
    page.get_by_role("dialog").get_by_role("button", name="Ta bort dokumentet").click()
    read_in(page)
    assert not file.exists()
    open_part(page, "Inläsning")
    expect(page.get_by_text("Dokument som inte gäller längre, för att filen är borta")).to_be_visible()
    right(page)
    picture(page, "keep-removed-phone")
    open_part(page, "Ändringar")
    taken = page.locator("[class*='st-key-keep-row-']").filter(has_text="Borttaget").first
    taken.get_by_role("button", name="Ångra", exact=True).click()
    read_in(page)
    assert file.is_file()


def test_the_full_report_of_an_ingest_is_made_and_fetched(
    visit: Visit, site_data: Path, tmp_path: Path
) -> None:
    page = signed_in(visit, site_data)
    open_part(page, "Inläsning")
    page.get_by_text("Gör också den utförliga rapporten").click()
    settled(page)
    page.get_by_role("button", name="Läs in nu").click()
    read_in(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta den utförliga rapporten").click()
    saved = tmp_path / "inlasning.html"
    download.value.save_as(saved)
    assert "Riktlinje för resor" in saved.read_text("utf-8")


def test_a_field_is_confirmed_beside_its_page_and_undone_and_the_access_given_back(
    visit: Visit, site_data: Path, documents: Path
) -> None:
    register = documents / "register.yaml"
    before = register.read_bytes()
    page = signed_in(visit, site_data)
    open_part(page, "Uppgifter")
    page.get_by_role("button", name="Granska", exact=True).first.click()
    expect(page.get_by_role("img", name="Sidan 1 i filen, med orden markerade.")).to_be_visible()
    settled(page)
    picture(page, "keep-review-desktop")
    right(page)
    page.get_by_role("button", name="Stämmer", exact=True).click()
    expect(page.get_by_text("Sparat i registret.")).to_be_visible()
    assert "by: Eva Ek" in register.read_text("utf-8")
    page.get_by_role("button", name="Alla dokument").click()
    open_part(page, "Ändringar")
    page.get_by_role("button", name="Ångra", exact=True).first.click()
    expect(page.get_by_text("Ändringen är ångrad")).to_be_visible()
    assert register.read_bytes() == before
    page.get_by_role("link", name="Din behörighet").click()
    expect(page.get_by_text("Du är administratör")).to_be_visible()
    settled(page)
    right(page)
    picture(page, "keep-access-desktop")
    page.get_by_role("button", name="Lämna tillbaka behörigheten").click()
    expect(page.get_by_text("Du är läsare i den här webbläsaren.")).to_be_visible()
    right(page)
