"""How an answer looks and is read, in a real browser: the ladder, the source behind a quote, and no jumps."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PATIENCE_MS, WIDTHS, Visit, overflow, picture, settled, violations
from tests.e2e.drawing import Drawing

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE_MS)
LAW = "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?"
OFFERS = "Hur många offerter behövs vid direktupphandling för 60 000 kr?"
NOTHING = "Hur många semesterdagar har jag?"
SOURCE = "[class*='st-key-source-'] button"
# The last picture of the page's own beginning is no part of what an answer moves.
_SHIFTS = """async () => {
  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({type: 'layout-shift', buffered: false});
}"""


def ask(page: Page, question: str) -> None:
    answers = page.locator("[class*='st-key-answer-']")
    before = answers.count()
    page.locator("[data-testid='stChatInput'] textarea").fill(question)
    page.keyboard.press("Enter")
    expect(answers).to_have_count(before + 1)
    settled(page)


def opened(page: Page, at: int = 0) -> None:
    page.locator(SOURCE).nth(at).press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)


@pytest.mark.parametrize(("width", "dark"), [("desktop", False), ("tablet", True), ("phone", True)])
def test_the_first_screen_holds_the_rule_who_says_it_and_the_ladders_top(
    visit: Visit, width: str, dark: bool
) -> None:
    page = visit(width=width, dark=dark)
    ask(page, LAW)
    tall = WIDTHS[width]["height"]
    for part in (".rs-question", ".rs-lead-source", ".rs-lead", ".rs-rung"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= tall, part
    expect(page.locator("[class*='st-key-rung-decides-'] blockquote").first).to_contain_text(
        "direktupphandl", ignore_case=True
    )
    assert overflow(page) == 0
    picture(page, f"answer-first-screen-{width}")


@pytest.mark.parametrize(("width", "dark"), [("desktop", True), ("tablet", False), ("phone", False)])
def test_a_quote_opens_to_its_marked_page_beside_the_provision(visit: Visit, width: str, dark: bool) -> None:
    page = visit(width=width, dark=dark)
    ask(page, OFFERS)
    quote = page.locator("blockquote").first.inner_text()
    opened(page)
    marked = "".join(page.get_by_role("dialog").locator("mark").all_inner_texts())
    assert quote.split() == marked.split()
    expect(page.locator(".rs-told")).to_contain_text("Citatet är markerat på sidan.")
    shown = page.locator(".st-key-reading-page img")
    expect(shown).to_be_visible()
    assert shown.get_attribute("alt")
    text, original = (page.locator(f".st-key-reading-{part}").bounding_box() for part in ("text", "page"))
    assert text is not None
    assert original is not None
    beside = original["x"] > text["x"] + text["width"] / 2
    assert beside == (width == "desktop")
    assert overflow(page) == 0
    picture(page, f"answer-source-{width}")


def test_pages_are_turned_from_there_by_keyboard_and_the_view_is_left_by_it(visit: Visit) -> None:
    page = visit()
    ask(page, OFFERS)
    opened(page)
    page.locator(".st-key-reading-next button").press("Enter")
    expect(page.locator(".rs-told")).to_contain_text("Citatet står på sida 2.")
    page.locator(".st-key-reading-back button").press("Enter")
    expect(page.locator(".rs-told")).to_contain_text("Citatet är markerat på sidan.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_reference_is_copied_as_it_is_written(visit: Visit) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, OFFERS)
    opened(page)
    page.get_by_role("button", name="Kopiera hänvisningen").press("Enter")
    expect(page.locator(".rs-copying [role=status]")).to_have_text("Kopierad.")
    copied = str(page.evaluate("() => navigator.clipboard.readText()"))
    assert copied == page.locator(".rs-cited-text").inner_text()
    assert copied.startswith("Riktlinje för direktupphandling, avsnitt 4.")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Vem kan få ett kontokort?", id="docx"),
        pytest.param("Hur beställer jag i inköpssystemet?", id="html"),
        pytest.param("Får jag ta emot en chokladask av en patient?", id="markdown"),
    ],
)
def test_a_source_without_pages_opens_as_text_with_the_same_mark(visit: Visit, question: str) -> None:
    page = visit()
    ask(page, question)
    quote = page.locator("blockquote").first.inner_text()
    opened(page)
    dialog = page.get_by_role("dialog")
    assert quote.split() == "".join(dialog.locator("mark").first.inner_text()).split()
    expect(dialog.locator("img")).to_have_count(0)
    assert violations(page) == []


def test_the_document_behind_a_quote_is_told_with_how_that_is_known_and_leads_to_the_whole(
    visit: Visit,
) -> None:
    page = visit(width="tablet")
    ask(page, OFFERS)
    opened(page)
    about = page.locator(".st-key-reading-about")
    terms = about.locator(".rs-identity").first
    for told in ("Beslutat avregionstyrelsen", "Giltighetfrån och med 1 januari 2026", "StatusBeslutat"):
        expect(terms).to_contain_text(told)
    expect(about).to_contain_text("Bekräftat av")
    with page.expect_popup() as whole:
        about.get_by_role("link", name="Hela dokumentet").click()
    settled(whole.value)
    expect(whole.value.get_by_role("heading", level=1)).to_have_text("Riktlinje för direktupphandling")
    expect(whole.value.locator("#rs-asked")).to_be_in_viewport()


def test_a_lower_rung_that_adds_to_the_law_says_so(visit: Visit) -> None:
    page = visit()
    ask(page, "Räcker det att jag själv öppnar anbuden?")
    adds = page.locator("[class*='st-key-rung-speaks-'][class*='-guideline']")
    expect(adds.locator(".rs-rung").first).to_contain_text("Preciserar")
    expect(adds.locator("blockquote").first).to_be_visible()


def test_a_warning_stands_at_the_quote_that_it_concerns(visit: Visit) -> None:
    page = visit(width="phone")
    ask(page, "Får vi flyga inom Sverige om tåget tar fyra timmar?")
    quoted = page.locator("[class*='st-key-rung-decides-'][class*='-rule']")
    expect(quoted.locator(".rs-caution, .rs-notice").first).to_contain_text("Resor och möten")
    assert overflow(page) == 0
    picture(page, "answer-warning-phone")


@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_where_nothing_is_found_the_page_helps_on(visit: Visit, width: str) -> None:
    page = visit(width=width)
    ask(page, NOTHING)
    stream = page.locator(".st-key-stream")
    for told in ("Så kan du gå vidare", "Det här är genomsökt", "Kanske relaterat"):
        expect(stream).to_contain_text(told)
    assert overflow(page) == 0
    picture(page, f"answer-nothing-{width}")


def test_nothing_jumps_while_answers_come(visit: Visit) -> None:
    page = visit()
    page.evaluate(_SHIFTS)
    for question in (LAW, OFFERS):
        ask(page, question)
    assert float(page.evaluate("() => window.shifted")) < 0.1


def test_every_rung_is_shown_while_it_is_searched(visit: Visit) -> None:
    page = visit()
    drawing = Drawing(page)
    settled(page)
    drawing.hold(after="rs-frame")
    page.get_by_test_id("stChatInputTextArea").fill(LAW)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Letar här …")).to_have_count(4)
    drawing.let_go()
    settled(page)
    expect(page.get_by_text("Letar här …")).to_have_count(0)
    expect(page.locator(".rs-lead")).to_be_visible()


def test_whose_rules_are_asked_for_is_told_and_changed_beside_the_field_on_a_phone(visit: Visit) -> None:
    page = visit(width="phone")
    line = page.locator(".st-key-choices button")
    expect(line).to_contain_text("Region Exempel · i dag · Svenska")
    line.press("Enter")
    page.get_by_text("English", exact=True).click()
    settled(page)
    expect(line).to_contain_text("today · English")
    assert overflow(page) == 0
