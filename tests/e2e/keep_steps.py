"""What an administrator does on the page that keeps the library, step by step."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import settled

PARTS = {
    "Dokument": "Lägg in dokument",
    "Inläsning": "Läs in dokumenten",
    "Uppgifter": "Uppgifter att bekräfta",
    "Gränser": "Förslag ur texten",
    "Ändringar": "Ändringar",
}
"""The parts of the keepers' page, and the heading of each."""


def sign(page: Page, name: str = "Eva Ek") -> None:
    """Gives the name that changes are signed with."""
    page.get_by_label("Ditt namn").fill(name)
    page.get_by_role("button", name="Spara namnet").click()
    expect(page.get_by_role("radiogroup", name="Del av sidan")).to_be_visible()
    settled(page)


def open_part(page: Page, name: str) -> None:
    page.get_by_role("radiogroup", name="Del av sidan").get_by_text(name, exact=True).click()
    expect(page.get_by_role("heading", name=PARTS[name], exact=True)).to_be_visible()
    settled(page)


def read_in(page: Page) -> None:
    """Waits until the ingest that was started is done."""
    expect(page.get_by_text("Inläsningen är klar.", exact=True)).to_be_visible()
    settled(page)


def read_in_again(page: Page) -> None:
    """Has the folder read anew, for what somebody has changed in it."""
    open_part(page, "Inläsning")
    page.get_by_role("button", name="Läs in nu").click()
    read_in(page)


def hand_in(page: Page, name: str, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
