"""What learners and trainers do on the pages of courses, step by step."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import settled


def begin(page: Page) -> None:
    page.get_by_role("button", name="Börja kursen").press("Enter")
    expect(page.get_by_role("button", name="Svara")).to_be_visible()
    settled(page)


def answer(page: Page, item_options: tuple[str, ...], chosen: int) -> None:
    """Chooses with the keyboard alone, and waits for what is said of it."""
    radios = page.locator("[class*='st-key-chosen-'] input[type='radio']")
    expect(radios).to_have_count(len(item_options))
    _answer(page, radios.nth(chosen))


def answer_with(page: Page, option: str) -> None:
    """As `answer`, where the option is known by its words."""
    _answer(page, page.get_by_role("radio", name=option, exact=True))


def _answer(page: Page, radio: Locator) -> None:
    radio.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Svara").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rs-verdict")).to_be_visible()
    settled(page)


def go_on(page: Page) -> None:
    page.locator("[class*='st-key-next-'] button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rs-verdict")).to_have_count(0)
    settled(page)


def turn_to(page: Page, view: str) -> None:
    """To another view of a course, for a trainer."""
    page.get_by_role("radiogroup", name="Visa").get_by_text(view, exact=True).click()
    settled(page)


def open_item(page: Page, at: int) -> None:
    """Opens an exercise of the course's content, the first being 1."""
    line = page.locator("[class*='st-key-open-item-'] summary").filter(has_text=f"{at}. ").first
    line.press("Enter")
    expect(page.get_by_role("button", name="Flytta ned").filter(visible=True)).to_be_visible()
    settled(page)


def choose(page: Page, field: str, option: str) -> None:
    """Chooses in a list by keyboard; what is typed narrows it down."""
    box = page.get_by_role("combobox", name=field)
    # A list closes when the page is scrolled, and reaching the field may scroll to it.
    box.scroll_into_view_if_needed()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    box.fill(option)
    expect(page.get_by_role("option", name=option, exact=True)).to_be_visible()
    box.press("Enter")
    expect(page.get_by_role("option")).to_have_count(0)


def propose(page: Page) -> Locator:
    """Asks for proposals; they are what is given back."""
    page.get_by_role("button", name="Ge förslag").press("Enter")
    expect(page.get_by_role("button", name="Lägg till alla")).to_be_visible()
    settled(page)
    return page.locator("[class*='st-key-proposal-']:not([class*='st-key-proposal-do-'])")
