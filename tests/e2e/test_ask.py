"""Asking, in a real browser, at three widths."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import WIDTHS, Visit, overflow, picture, settled, violations

pytestmark = pytest.mark.browser
QUESTION = "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_question_is_answered_by_the_deciding_rung_in_its_own_words(visit: Visit, width: str) -> None:
    page = visit(width=width)
    page.get_by_placeholder("Skriv din fråga").fill(QUESTION)
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("[class*='st-key-rung-decides-'] blockquote").first).to_contain_text(
        "direktupphandl", ignore_case=True
    )
    assert overflow(page) == 0
    assert violations(page) == []
    picture(page, f"ask-answer-{width}")
