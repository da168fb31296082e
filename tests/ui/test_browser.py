"""The whole way in a real browser: a server over the sample region's library, a question, its rung and quote.

The library comes from the session fixture `sample_library` (a data folder built from `corpus/`).
"""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds to wait for the server, which loads its engines on the first visit."""
QUESTION = "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?"


@pytest.fixture(scope="module")
def chromium() -> str:
    found = shutil.which("chromium")
    if found is None or shutil.which("chromedriver") is None:
        pytest.skip("needs chromium and chromedriver (Debian: apt-get install chromium chromium-driver)")
    return found


@pytest.fixture(scope="module")
def address(chromium: str, sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own on a free port, over the sample region."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "REGELSTEGEN_DATA": str(sample_library)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture
def browser(chromium: str, tmp_path: Path, address: str) -> Iterator[WebDriver]:
    """A new browser with nothing remembered, on the page, which is ready for a question."""
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        f"--user-data-dir={tmp_path / 'profile'}",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        WebDriverWait(driver, PATIENCE).until(lambda _: answers_at(address))
        driver.get(address)
        wait_for(driver, FIELD)
        yield driver
    finally:
        driver.quit()


FIELD = "[data-testid='stChatInput'] textarea"
DECIDING = "[class*='st-key-rung-decides-']"
OPENER = "[class*='st-key-open-'] button"


def answers_at(address: str) -> bool:
    parts = urlsplit(address)
    with socket.socket() as probe:
        return probe.connect_ex((parts.hostname, parts.port)) == 0


def wait_for(browser: WebDriver, selector: str) -> str:
    """The words of the first element that matches, once there are any or it takes input."""

    def shown(driver: WebDriver) -> str | None:
        for found in driver.find_elements(By.CSS_SELECTOR, selector):
            return found.text or found.tag_name
        return None

    return str(WebDriverWait(browser, PATIENCE).until(shown))


def ask(browser: WebDriver, question: str = QUESTION) -> None:
    browser.find_element(By.CSS_SELECTOR, FIELD).send_keys(question, Keys.ENTER)
    wait_for(browser, ".rs-lead")


def test_a_question_about_the_law_is_decided_by_the_law_in_its_own_words(browser: WebDriver) -> None:
    ask(browser)
    wait_for(browser, f"{DECIDING} .rs-quote blockquote")
    deciding = browser.find_element(By.CSS_SELECTOR, DECIDING)
    assert deciding.get_attribute("class").count("-law")
    assert "Avgör" in deciding.find_element(By.CSS_SELECTOR, ".rs-rung").text
    quotes = [quote.text for quote in deciding.find_elements(By.CSS_SELECTOR, "blockquote")]
    assert any("direktupphandl" in quote.lower() for quote in quotes), quotes


def test_a_quote_opens_by_keyboard_to_its_place_in_the_document(browser: WebDriver) -> None:
    ask(browser)
    quote = wait_for(browser, "blockquote")
    wait_for(browser, OPENER)
    browser.find_element(By.CSS_SELECTOR, OPENER).send_keys(Keys.ENTER)
    marked = WebDriverWait(browser, PATIENCE).until(
        lambda driver: "".join(
            found.text for found in driver.find_elements(By.CSS_SELECTOR, ".rs-context mark")
        )
    )
    assert marked.split() == quote.split()


def test_a_follow_up_says_what_it_is_read_as_and_can_be_asked_alone(browser: WebDriver) -> None:
    ask(browser)
    browser.find_element(By.CSS_SELECTOR, FIELD).send_keys("och om det är bråttom?", Keys.ENTER)
    assert "enligt lagen om det är bråttom?" in wait_for(browser, ".rs-followed")
    wait_for(browser, "[class*='st-key-alone-1'] button")
    browser.find_element(By.CSS_SELECTOR, "[class*='st-key-alone-1'] button").click()
    WebDriverWait(browser, PATIENCE).until(
        lambda driver: len(driver.find_elements(By.CSS_SELECTOR, ".rs-question")) == 3
    )
    assert len(browser.find_elements(By.CSS_SELECTOR, ".rs-followed")) == 1


def test_the_page_is_marked_as_swedish(browser: WebDriver) -> None:
    WebDriverWait(browser, PATIENCE).until(
        lambda driver: driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == "sv"
    )


def test_an_answer_fits_a_narrow_screen(browser: WebDriver) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True},
    )
    ask(browser)
    wait_for(browser, OPENER)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
    assert (
        browser.execute_script(
            "return [...document.querySelectorAll('[class*=\"rs-\"]')]"
            ".filter(part => part.getBoundingClientRect().right > 361).length"
        )
        == 0
    )


def test_the_page_asks_nothing_of_any_other_machine(browser: WebDriver) -> None:
    ask(browser)
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {
        urlsplit(event["params"]["request"]["url"])
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    }
    assert {url.hostname for url in asked if url.scheme in {"http", "https", "ws", "wss"}} == {"127.0.0.1"}
