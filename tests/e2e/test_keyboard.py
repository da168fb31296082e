"""From the question to the page of the original, and what one thinks of the answer, by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visit, settled
from tests.e2e.states import ANSWERED_BY_PDF, POLICY

pytestmark = pytest.mark.browser
MOST_PRESSES = 60
SOURCE = "[class*='st-key-source-'] button"


def _ask(page: Page) -> None:
    _tab_to(page, page.get_by_test_id("stChatInputTextArea"))
    page.keyboard.type(ANSWERED_BY_PDF)
    page.keyboard.press("Enter")
    expect(page.locator(".rs-lead").first).to_be_visible()
    settled(page)


def _open_a_citation(page: Page) -> None:
    opener = page.locator(SOURCE).filter(visible=True)
    _tab_to(page, opener.first, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".rs-context mark").first).to_be_visible()
    settled(page)


def _look_at_the_original_page(page: Page) -> None:
    expect(page.get_by_role("img", name="Citatet är markerat").first).to_be_visible()
    page.keyboard.press("Tab")
    _is_seen(page)


def _say_what_one_thinks(page: Page) -> None:
    # The verdicts are one stop of Tab: the last of them, since the way to the citation came from below.
    _tab_to(page, page.get_by_role("radio", name="Rapportera som fel").filter(visible=True))
    page.keyboard.press("ArrowLeft")
    _is_seen(page)
    page.keyboard.press("Enter")
    sends = page.get_by_role("button", name="Skicka", exact=True).filter(visible=True)
    expect(sends).to_be_visible()
    settled(page)
    _tab_to(page, page.get_by_test_id("stTextArea").filter(visible=True).locator("textarea").last)
    page.keyboard.type("Beloppet är ändrat.")
    _tab_to(page, sends)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Skickat.")).to_be_visible()


def _close_the_citation(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)


WAY: tuple[Callable[[Page], None], ...] = (
    _ask,
    _open_a_citation,
    _look_at_the_original_page,
    _close_the_citation,
    _say_what_one_thinks,
)
"""What is done, in order; a step joins with its name."""


def test_the_way_from_question_to_page_and_feedback_needs_no_mouse(visit: Visit) -> None:
    page = visit()
    for step in WAY:
        step(page)


@pytest.mark.parametrize("path", ["/", "/inkop", "/bibliotek", POLICY, "/lar", "/tillganglighet"])
def test_every_stop_of_tab_is_seen_and_comes_in_order(visit: Visit, path: str) -> None:
    page = visit(path)
    page.evaluate("() => document.activeElement.blur()")
    stops = 0
    while stops < MOST_PRESSES:
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        _is_seen(page)
        forward = page.evaluate(
            """() => {
              const before = window.regelstegenStop, now = document.activeElement;
              window.regelstegenStop = now;
              return !before || (before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
            }"""
        )
        assert forward, page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
        stops += 1
    assert stops > 5


def _tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Presses until the target has focus; each stop on the way is seen."""
    for _ in range(MOST_PRESSES):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
        if page.evaluate("() => document.activeElement !== document.body"):
            _is_seen(page)
    raise AssertionError(f"{target} can't be reached with {key}")


def _is_seen(page: Page) -> None:
    """What has focus is within the window, hidden behind nothing, and marked."""
    fault = page.evaluate(
        """() => {
          const focused = document.activeElement, box = focused.getBoundingClientRect();
          const what = focused.outerHTML.slice(0, 160);
          let around = focused, marked = false;
          for (let steps = 0; around && steps < 6 && !marked; steps++, around = around.parentElement) {
            const { outlineStyle, outlineWidth } = getComputedStyle(around);
            marked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
          }
          if (!marked) return 'no mark: ' + what;
          const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
          const inside = [box.top + 3, box.top + box.height / 2, box.bottom - 3];
          const seen = inside.filter(y => y >= 0 && y < innerHeight);
          if (!seen.length) return 'outside the window: ' + what;
          const uncovered = seen.some(y => {
            const top = document.elementFromPoint(x, y);
            return top && (focused.contains(top) || top.contains(focused));
          });
          return uncovered ? '' : 'covered: ' + what;
        }"""
    )
    assert fault == ""
