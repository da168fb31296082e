"""The application as a person meets it: a server of its own, and Chromium driven by Playwright.

Each test visits as somebody new: a browser that is used again has forgotten its person, what it has stored
and what it was allowed, and keeps only the program's own files. Pictures lie in `test-output/pictures`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from people.person import COOKIE
from scripts.browser import find_chromium, start_chromium
from scripts.serving import serving
from tests.conftest import ROOT

PICTURES = ROOT / "test-output" / "pictures"
PATIENCE_MS = 60_000
"""How long anything may take before a test gives up: the first visit loads the engines."""
WIDTHS = {
    "desktop": ViewportSize(width=1280, height=900),
    "tablet": ViewportSize(width=820, height=1100),
    "phone": ViewportSize(width=390, height=844),
}
_SETTLED = """() => document.querySelectorAll('h1').length === 1
  && document.querySelector("[data-testid='stApp'][data-test-script-state='notRunning']")
  && !document.querySelector("[data-testid='stSpinner'], [data-testid='stSkeleton'], [data-stale='true']")"""
_AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
}


@contextmanager
def served(data: Path, **settings: str) -> Iterator[str]:
    """The address of a server over the library in `data`; `settings` as in `REGELSTEGEN_*`."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REGELSTEGEN_")}
    environment |= {f"REGELSTEGEN_{name.upper()}": value for name, value in settings.items()}
    port = 8700 + 100 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
    with serving(data, port, environment) as running:
        yield running.address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    found = find_chromium()
    if found is None:
        pytest.skip("needs Debian's chromium-headless-shell or chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = start_chromium(playwright, found)
        yield browser
        browser.close()


def copied(library: Path, folders: pytest.TempPathFactory) -> Path:
    """A copy of a data folder that tests may change."""
    data = folders.mktemp("site") / "data"
    shutil.copytree(library, data)
    return data


@pytest.fixture(scope="session")
def shared_data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample region as tests share it, each with persons of its own."""
    return copied(sample_library, tmp_path_factory)


@pytest.fixture(scope="session")
def shared_site(shared_data: Path) -> Iterator[str]:
    with served(shared_data) as address:
        yield address


@pytest.fixture(scope="module")
def site_data(shared_data: Path) -> Path:
    """The data folder behind `site`. A module whose tests change what everybody sees gives one of its own."""
    return shared_data


@pytest.fixture(scope="module")
def site(chromium: Browser, site_data: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server over `site_data`."""
    if site_data == request.getfixturevalue("shared_data"):
        yield request.getfixturevalue("shared_site")
        return
    with served(site_data) as address:
        yield address


@pytest.fixture(scope="session")
def idle() -> list[BrowserContext]:
    """Browsers that no test is using."""
    return []


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, site: str, idle: list[BrowserContext]) -> Iterator[Visit]:
    """Opens a path as somebody new and waits until it is ready: `visit("/inkop", width="phone")`.

    `secret`: of a person who has been here before.
    """
    used = []

    def opened(
        path: str = "/", *, width: str = "desktop", dark: bool = False, secret: str | None = None
    ) -> Page:
        context = idle.pop() if idle else chromium.new_context(locale="sv-SE", reduced_motion="reduce")
        used.append(context)
        context.set_default_timeout(PATIENCE_MS)
        if secret is not None:
            context.add_cookies([{"name": COOKIE, "value": secret, "url": site}])
        page = context.new_page()
        page.set_viewport_size(WIDTHS[width])
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.goto(site + path)
        settled(page)
        return page

    yield opened
    for context in used:
        _forget(context)
        idle.append(context)


def _forget(context: BrowserContext) -> None:
    for page in context.pages:
        page.evaluate("() => localStorage.clear()")
        page.close()
    context.clear_permissions()
    context.clear_cookies()


def settled(page: Page) -> None:
    """Waits until the server has drawn the page and nothing is worked on."""
    page.wait_for_function(_SETTLED, timeout=PATIENCE_MS)


def picture(page: Page, name: str) -> None:
    """Keeps what a drawn page shows as `test-output/pictures/NAME.png`."""
    settled(page)
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.1 A and AA on a drawn page: the rule, and where, each."""
    settled(page)
    return violations_meanwhile(page)


def violations_meanwhile(page: Page) -> list[str]:
    """As `violations`, of the page as it is at this moment: it may be half drawn."""
    found = Axe().run(page, options=_AXE)
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))} {node['html'][:120]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """How many pixels a drawn page is wider than its window; 0 where nothing is cut off."""
    settled(page)
    return int(page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"))
