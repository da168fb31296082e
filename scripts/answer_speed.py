"""How soon a reader sees something after asking, measured in the browser.

    python scripts/answer_speed.py http://localhost:8501 [QUESTIONS]

Needs a server that is running and the tests' browser (Chromium, Playwright). Asks QUESTIONS (20) in one
conversation and prints, for each, the milliseconds from the key to the question, to the frame of the ladder
and to the answer on the screen. The first question warms the server and is left out of the medians.
"""

import statistics
import sys

from playwright.sync_api import Page, sync_playwright

from scripts.browser import find_chromium, start_chromium

_PATIENCE_MS = 60_000
_ASKED = (
    "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?",
    "Hur många offerter behövs vid ett köp på 60 000 kr?",
    "Vem får skriva under avtal?",
    "Hur länge ska anbud sparas?",
    "Vad gäller för gåvor från leverantörer?",
)
_PARTS = ("question", "frame", "answer")
# Times are taken in the page itself, when what is looked for is first there.
_WATCH = """at => {
  const from = performance.now(), times = {};
  const look = () => {
    const there = {
      question: document.querySelectorAll('.rs-question').length > at,
      frame: document.querySelector('.rs-frame') !== null,
      answer: document.querySelectorAll("[class*='st-key-answer-']:has(.rs-lead)").length > at,
    };
    for (const part in there) if (there[part]) times[part] ??= performance.now() - from;
  };
  window.answerTimes = times;
  window.answerWatch?.disconnect();
  window.answerWatch = new MutationObserver(look);
  window.answerWatch.observe(document.body, {childList: true, subtree: true});
}"""


def measured(page: Page, at: int) -> dict[str, float]:
    """Milliseconds to each part of turn `at`, which is asked here."""
    field = page.locator("[data-testid='stChatInput'] textarea")
    field.fill(_ASKED[at % len(_ASKED)])
    page.evaluate(_WATCH, at)
    field.press("Enter")
    page.wait_for_function("() => window.answerTimes.answer !== undefined", timeout=_PATIENCE_MS)
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=_PATIENCE_MS)
    times: dict[str, float] = page.evaluate("() => window.answerTimes")
    return times


def main(address: str, questions: int) -> None:
    chromium = find_chromium()
    if chromium is None:
        sys.exit("Det behövs Debians chromium.")
    with sync_playwright() as playwright:
        browser = start_chromium(playwright, chromium)
        page = browser.new_page(locale="sv-SE", reduced_motion="reduce")
        page.goto(address)
        page.wait_for_selector("[data-testid='stChatInput'] textarea", timeout=_PATIENCE_MS)
        rows = []
        for at in range(questions):
            rows.append(measured(page, at))
            told = "  ".join(f"{part} {rows[-1].get(part, float('nan')):6.0f} ms" for part in _PARTS)
            print(f"{at + 1:3}  {told}", flush=True)
        for part in _PARTS:
            known = [row[part] for row in rows[1:] if part in row]
            if known:
                print(f"median {part}: {statistics.median(known):.0f} ms, longest {max(known):.0f} ms")
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 20)
