"""Debian's Chromium without a window, driven by Playwright."""

import shutil

from playwright.sync_api import Browser, Playwright

# The first starts and draws quicker: it is the same engine without the browser's own interface.
_PROGRAMS = "chromium-headless-shell", "chromium"


def find_chromium() -> str | None:
    """The program's path; None where Debian's package `chromium-headless-shell` or `chromium` is missing."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def start_chromium(playwright: Playwright, program: str) -> Browser:
    """Starts `program`. Its sandbox needs rights that containers lack, and only our own pages are opened."""
    return playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
