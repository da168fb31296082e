"""A picture of the chat: asks one question in headless Chromium and saves what a visitor sees.

`python -m scripts.screenshot` makes `docs/chat.png` over the library of the sample region. Needs Debian's
`chromium` and `chromium-driver`, and the extra `dev`. Size, colours, question and library are options.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

from commands.serve import HOST, free_port, server_command

ROOT = Path(__file__).parents[1]
QUESTION = "Hur många offerter behöver jag ta in vid en direktupphandling på 60 000 kronor?"
PATIENCE = 60
_FIELD = "[data-testid='stChatInput'] textarea"
_BUSY = "[data-testid='stSpinner']"


@contextmanager
def chat(data: Path) -> Iterator[str]:
    """The address of the chat over the library in `data`, for as long as it is needed."""
    port = free_port(8601)
    environment = {**os.environ, "REGELSTEGEN_DATA": str(data.resolve())}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(server_command(port), cwd=ROOT, env=environment, stdout=quiet, stderr=quiet)
    try:
        _wait_until_it_answers(f"http://{HOST}:{port}/_stcore/health")
        yield f"http://{HOST}:{port}/"
    finally:
        server.terminate()
        server.wait()


def _wait_until_it_answers(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address, timeout=2).close()
            return
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


@contextmanager
def browser(width: int, height: int, dark: bool) -> Iterator[WebDriver]:
    """A new headless Chromium with nothing remembered; `width` and `height` in CSS pixels."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or sys.exit("Chromium saknas: apt install chromium")
    with tempfile.TemporaryDirectory() as profile:
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(
            options=options, service=webdriver.ChromeService(shutil.which("chromedriver"))
        )
        try:
            size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
            yield driver
        finally:
            driver.quit()


def ask(driver: WebDriver, address: str, question: str, opened: int = 0) -> None:
    """Asks, and opens the first `opened` quotes; returns when all of it is on the screen."""
    driver.get(address)
    wait = WebDriverWait(driver, PATIENCE)
    wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, _FIELD))
    if not question:
        _settle(driver)
        return
    driver.find_element(By.CSS_SELECTOR, _FIELD).send_keys(question, Keys.ENTER)
    wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, ".rs-lead"))
    _settle(driver)
    for at in range(opened):
        driver.find_elements(By.CSS_SELECTOR, "[class*='st-key-open-'] button")[at].send_keys(Keys.ENTER)
        _settle(driver)
        for tab in driver.find_elements(By.CSS_SELECTOR, "[role='tab']")[2:3]:
            tab.click()
            _settle(driver)


def _settle(driver: WebDriver) -> None:
    """Waits until nothing is worked on and the page has kept its height for a moment."""
    wait = WebDriverWait(driver, PATIENCE)
    wait.until(lambda d: not d.find_elements(By.CSS_SELECTOR, _BUSY))
    height = -1
    while height != (now := driver.execute_script("return document.body.innerText.length")):
        height = now
        time.sleep(0.7)


def main() -> None:
    parser = argparse.ArgumentParser(description="Sparar en bild av chatten.")
    parser.add_argument("picture", nargs="?", type=Path, default=ROOT / "docs" / "chat.png")
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    parser.add_argument("--question", default=QUESTION)
    parser.add_argument("--size", default="1280x900", help="bredd och höjd i bildpunkter")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--open", type=int, default=0, help="hur många citat som öppnas till sin sida")
    given = parser.parse_args()
    width, height = map(int, given.size.split("x"))
    with chat(given.data) as address, browser(width, height, given.dark) as driver:
        ask(driver, address, given.question, given.open)
        given.picture.parent.mkdir(exist_ok=True)
        driver.save_screenshot(str(given.picture))
    print(given.picture)


if __name__ == "__main__":
    main()
