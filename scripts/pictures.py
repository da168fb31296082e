"""The pictures of the README: every page as a visitor sees it, over the library of the sample region.

`python -m scripts.pictures [NAME ...]` makes `docs/pictures/NAME.png`, all of them or those that are named.
Needs Debian's `chromium` and the extra `dev`. A page joins with a line in `SHOTS`.
"""

import argparse
import io
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from commands.usage import CommandFailed
from people import person as persons
from people.database import Database
from people.person import COOKIE, Person, Role
from scripts.browser import find_chromium, start_chromium
from scripts.serving import ROOT, Served, served

PICTURES = ROOT / "docs" / "pictures"
QUESTION = "Hur många offerter behöver jag ta in vid en direktupphandling på 60 000 kronor?"
PATIENCE_MS = 60_000
LARGEST = 250_000
"""Bytes of a picture; one that is larger gets fewer colours."""
DESKTOP, PHONE = (1280, 900), (390, 844)


def _as_it_is(page: Page) -> None:
    del page


def _ask(page: Page) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".rs-lead").filter(visible=True).last).to_be_visible()
    settle(page)


def _open_quote(page: Page) -> None:
    _ask(page)
    opener = page.locator("[class*='st-key-ladder-'] [class*='st-key-source-'] button").first
    opener.click()
    expect(page.locator(".rs-context").first).to_be_visible()
    settle(page)


def _share(page: Page) -> None:
    """The answer as whoever has the link sees it."""
    _ask(page)
    page.get_by_role("button", name="Dela", exact=True).click()
    page.goto(page.get_by_role("dialog").locator("code").inner_text())
    expect(page.locator(".rs-given").first).to_be_visible()
    settle(page)


def _buy(page: Page) -> None:
    page.get_by_role("textbox", name="Vad kostar köpet, i kronor?").fill("650 tkr")
    page.get_by_role("button", name="Visa vad som gäller").click()
    expect(page.locator(".rs-lead")).to_be_visible()
    settle(page)
    page.locator("h1").evaluate("element => element.scrollIntoView({ block: 'end' })")


def _make_course(page: Page) -> None:
    """A course of what is proposed, as a trainer makes it."""
    title = page.get_by_label("Titel")
    if not title.is_visible():
        page.get_by_text("Ny kurs").click()
    title.fill("Köpa rätt")
    page.get_by_label("Beskrivning").fill("Det du behöver veta innan du köper något.")
    page.get_by_role("button", name="Skapa kursen").click()
    page.get_by_text("Föreslå frågor", exact=True).first.click()
    page.get_by_role("button", name="Ge förslag").click()
    expect(page.get_by_role("button", name="Lägg till 1")).to_be_visible()
    settle(page)


def _propose(page: Page) -> None:
    _make_course(page)
    page.get_by_role("heading", name=re.compile("^Förslag")).scroll_into_view_if_needed()
    page.mouse.wheel(0, 500)


def _take_course(page: Page) -> None:
    _make_course(page)
    page.get_by_role("button", name="Lägg till alla").click()
    expect(page.get_by_text("Kursen har nu")).to_be_visible()
    page.get_by_text("Gå kursen", exact=True).first.click()
    page.get_by_role("button", name="Börja kursen").click()
    page.locator("[class*='st-key-chosen-'] input[type='radio']").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Svara").click()
    expect(page.locator(".rs-verdict")).to_be_visible()
    settle(page)


def _judge(page: Page) -> None:
    """An answer is asked for and judged, and the judgement looked at."""
    quality = page.url
    page.goto(urljoin(quality, "/"))
    settle(page)
    _ask(page)
    page.get_by_role("radio", name="Nej").click()
    page.get_by_role("button", name="Skicka", exact=True).click()
    expect(page.get_by_text("Skickat.")).to_be_visible()
    page.goto(quality)
    settle(page)
    page.get_by_text(re.compile("^Hjälpte inte · ")).first.click()
    expect(page.get_by_role("button", name="Gör till testfråga")).to_be_visible()
    settle(page)


def _keep(page: Page) -> None:
    page.get_by_label("Ditt namn").fill("Eva Ek")
    page.get_by_role("button", name="Spara namnet").click()
    expect(page.get_by_role("radiogroup", name="Del av sidan")).to_be_visible()
    settle(page)


@dataclass(frozen=True)
class Shot:
    """A picture: the page at `path`, brought into its state by `arrange`, as whoever has `role` sees it."""

    name: str
    path: str
    arrange: Callable[[Page], None] = _as_it_is
    role: Role = Role.READER
    size: tuple[int, int] = DESKTOP
    dark: bool = False


SHOTS = (
    Shot("fraga", "/"),
    Shot("svar", "/", _ask),
    Shot("svar-dark", "/", _ask, dark=True),
    Shot("svar-phone", "/", _ask, size=PHONE),
    Shot("kalla", "/", _open_quote),
    Shot("delat", "/", _share),
    Shot("inkop", "/inkop", _buy),
    Shot("bibliotek", "/bibliotek"),
    Shot("tidslinje", "/bibliotek?visa=tidslinje"),
    Shot("dokument", "/dokument?id=inkopspolicy-2025"),
    Shot("jamforelse", "/dokument?id=inkopspolicy-2025&visa=jamfor"),
    Shot("kursforslag", "/lar", _propose, Role.TRAINER),
    Shot("kurs", "/lar", _take_course, Role.TRAINER),
    Shot("kvalitet", "/kvalitet", _judge, Role.ADMINISTRATOR),
    Shot("forvalta", "/forvalta", _keep, Role.ADMINISTRATOR),
    Shot("behorighet", "/behorighet"),
    Shot("tillganglighet", "/tillganglighet"),
)


def settle(page: Page) -> None:
    """Waits until the page is drawn and nothing is worked on."""
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("[data-testid='stApp'][data-test-script-state='notRunning']")).to_be_visible()
    for unfinished in ("stSpinner", "stSkeleton"):
        expect(page.get_by_test_id(unfinished)).to_have_count(0)


def take(browser: Browser, site: Served, shot: Shot) -> Image.Image:
    """What a new visitor with the shot's role sees."""
    width, height = shot.size
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=height),
        color_scheme="dark" if shot.dark else "light",
        locale="sv-SE",
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        page.goto(site.address)
        settle(page)
        if shot.role is not Role.READER:
            secret = next(c["value"] for c in context.cookies() if c["name"] == COOKIE)
            persons.give_role(Database(site.data), Person(persons.id_of(secret)), shot.role)
        if shot.path != "/" or shot.role is not Role.READER:
            page.goto(site.address + shot.path)
            settle(page)
        shot.arrange(page)
        page.mouse.move(0, 0)
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    finally:
        context.close()


def small_png(picture: Image.Image) -> bytes:
    """The picture with as many colours as its size allows."""
    for colours in (256, 128, 64, 32):
        output = io.BytesIO()
        palette = picture.quantize(colours, dither=Image.Dither.NONE)
        palette.save(output, format="PNG", optimize=True)
        if output.tell() < LARGEST:
            break
    return output.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description="Gör bilderna i README.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(shot.name for shot in SHOTS))
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="bibliotekets mapp")
    given = parser.parse_args()
    chromium = find_chromium()
    if chromium is None or not given.data.is_dir():
        print("Det behövs ett inläst bibliotek (--data) och Debians chromium.", file=sys.stderr)
        return 2
    expect.set_options(timeout=PATIENCE_MS)
    PICTURES.mkdir(parents=True, exist_ok=True)
    try:
        with served(given.data) as site, sync_playwright() as playwright:
            browser = start_chromium(playwright, chromium)
            for shot in SHOTS:
                if not given.names or shot.name in given.names:
                    (PICTURES / f"{shot.name}.png").write_bytes(small_png(take(browser, site, shot)))
                    print(PICTURES / f"{shot.name}.png")
            browser.close()
    except CommandFailed as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
