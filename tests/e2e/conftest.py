"""The application as a person meets it: a server of its own, and Chromium driven by Playwright.

Each test gets a browser that remembers nothing. Pictures that a test takes lie in `test-output/pictures`.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from commands.serve import HOST, free_port, server_command, wait_until_it_answers
from tests.conftest import ROOT

PICTURES = ROOT / "test-output" / "pictures"
PATIENCE_MS = 60_000
"""How long anything may take before a test gives up: the first visit loads the engines."""
WIDTHS = {
    "desktop": ViewportSize(width=1280, height=900),
    "tablet": ViewportSize(width=820, height=1100),
    "phone": ViewportSize(width=390, height=844),
}
_READY = "[data-testid='stApp'][data-test-script-state='notRunning']"
_SEVERITIES = "wcag2a", "wcag2aa", "wcag21a", "wcag21aa"


@contextmanager
def served(data: Path, **settings: str) -> Iterator[str]:
    """The address of a server over the library in `data`; `settings` as in `REGELSTEGEN_*`."""
    port = free_port(8700)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REGELSTEGEN_")}
    environment |= {f"REGELSTEGEN_{name.upper()}": value for name, value in settings.items()}
    environment["REGELSTEGEN_DATA"] = str(data)
    written = data / "server.log"
    with written.open("wb") as log:
        server = subprocess.Popen(
            server_command(port), cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_until_it_answers(server, port, written)
            yield f"http://{HOST}:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("needs chromium (Debian: apt-get install chromium)")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site_data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample region's data folder that the tests of a module may change."""
    data = tmp_path_factory.mktemp("site") / "data"
    shutil.copytree(sample_library, data)
    return data


@pytest.fixture(scope="module")
def site(chromium: Browser, site_data: Path) -> Iterator[str]:
    """The address of a server of the module's own, over `site_data`."""
    with served(site_data) as address:
        yield address


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, site: str) -> Iterator[Visit]:
    """Opens a path in a new browser and waits until it is ready: `visit("/inkop", width="phone")`."""
    contexts = []

    def opened(path: str = "/", *, width: str = "desktop", dark: bool = False) -> Page:
        context = chromium.new_context(
            viewport=WIDTHS[width],
            color_scheme="dark" if dark else "light",
            locale="sv-SE",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.goto(site + path)
        settled(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def settled(page: Page) -> None:
    """Waits until the server has drawn the page and nothing is worked on."""
    expect(page.locator("h1")).to_have_count(1, timeout=PATIENCE_MS)
    expect(page.locator(_READY)).to_be_visible(timeout=PATIENCE_MS)
    for unfinished in ("stSpinner", "stSkeleton"):
        expect(page.get_by_test_id(unfinished)).to_have_count(0, timeout=PATIENCE_MS)


def picture(page: Page, name: str) -> None:
    """Keeps what the page shows as `test-output/pictures/NAME.png`."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.1 A and AA: the rule, and where, one string for each element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(_SEVERITIES)}})
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))} {node['html'][:120]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window; 0 where nothing is cut off."""
    return int(page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"))
