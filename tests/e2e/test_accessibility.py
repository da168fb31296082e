"""Every page and state is usable by everyone: WCAG 2.1 A and AA, as the law (2018:1937) asks."""

from collections.abc import Callable, Iterator
from pathlib import Path
from secrets import token_urlsafe
from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from evals.history import HISTORY_FILE, file_of
from people.database import Database
from people.person import Person, give_role, id_of
from tests.conftest import ROOT
from tests.e2e import quality_data
from tests.e2e.conftest import (
    WIDTHS,
    Visit,
    copied,
    overflow,
    picture,
    served,
    settled,
    violations,
    violations_meanwhile,
)
from tests.e2e.course_data import publish_course
from tests.e2e.drawing import Drawing
from tests.e2e.states import STATES, State, ask
from ui.access.remaining import REMAINING, Remaining

pytestmark = pytest.mark.browser
NARROWEST, ZOOMED = 320, 640
"""CSS pixels: reflow (1.4.10), and a desktop of 1280 at 200 per cent (1.4.4)."""
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""
"""What a reader may set without losing anything (1.4.12)."""
KNOWN = {rule for flaw in REMAINING for rule in flaw.rules}


@pytest.fixture(scope="module")
def site_data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample region with a course to take, and with what readers have asked and thought."""
    data = copied(sample_library, tmp_path_factory)
    publish_course(data)
    database = Database(data)
    quality_data.fill_log(database)
    quality_data.fill_feedback(database)
    measured = ROOT / "evals" / "sample" / "questions.yaml"
    quality_data.fill_history(data, file_of(measured, data / HISTORY_FILE))
    return data


@pytest.fixture
def arranged(visit: Visit, site_data: Path) -> Callable[[State], Page]:
    """A new browser with a page in a state."""

    def opened(state: State) -> Page:
        secret = token_urlsafe(32)
        give_role(Database(site_data), Person(id_of(secret)), state.role)
        page = visit(state.path, secret=secret)
        state.arrange(page)
        return page

    return opened


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_no_page_hinders_anybody(arranged: Callable[[State], Page], state: State) -> None:
    page = arranged(state)
    faults = _faults_of_structure(page) + _foreign_figures(page)
    faults += _found(page, "desktop", state.name, "light")
    _fold_the_panel(page)
    faults += _found(page, "phone", state.name, "dark") + _small_targets(page)
    for width in (ZOOMED, NARROWEST):
        faults += _too_wide(page, width)
    page.add_style_tag(content=SPACING)
    faults += [f"with wider spacing: {fault}" for fault in _too_wide(page, NARROWEST) + _cut_off(page)]
    assert faults == []


def test_each_page_and_answer_has_a_name_of_its_own_in_the_window(visit: Visit) -> None:
    page = visit()
    names = []
    for path in dict.fromkeys(state.path.partition("?")[0] for state in STATES):
        page.goto(urljoin(page.url, path))
        settled(page)
        names.append(page.title())
    page.goto(urljoin(page.url, "/"))
    settled(page)
    ask(page)
    names.append(page.title())
    assert len(set(names)) == len(names)
    assert all(name.endswith("Regelstegen") and name != "Regelstegen" for name in names[1:])


def test_quotes_keep_their_own_language_on_a_page_in_another(
    arranged: Callable[[State], Page],
) -> None:
    page = arranged(next(state for state in STATES if state.name == "ask-english"))
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".rs-lead").get_attribute("lang") == "en"
    quoted = page.locator(".rs-lead > span[lang], blockquote, .rs-quote cite").all()
    assert {part.get_attribute("lang") for part in quoted} == {"sv"}


def test_the_first_tab_offers_to_skip_to_the_content(visit: Visit) -> None:
    page = visit()
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Hoppa till innehållet"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_an_answer_is_told_to_who_cannot_see_it(visit: Visit) -> None:
    page = visit()
    ask(page)
    page.get_by_role("status").filter(has_text="Svaret på frågan är framme.").wait_for(state="attached")


def test_streamlits_own_labels_are_in_the_pages_language(visit: Visit) -> None:
    page = visit()
    panel = page.get_by_test_id("stSidebar")
    expect(panel).to_have_attribute("aria-label", "Sidopanel")
    page.locator(".st-key-choices button").first.click()
    year = page.get_by_role("spinbutton", name="år, Så som reglerna gällde den")
    expect(year).to_have_text("åååå")
    year.press_sequentially("2025")
    expect(year).to_have_text("2025")
    year.press("Escape")
    english = page.get_by_role("radio", name="English")
    if not english.is_visible():
        page.locator(".st-key-choices button").first.click()
    english.click()
    page.get_by_role("region", name="Sidebar").wait_for()


def test_nothing_moves_for_who_has_asked_for_stillness(visit: Visit) -> None:
    page = visit()
    ask(page)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('.stApp, .stApp *')].filter(element => {
          const { animationDuration, transitionDuration } = getComputedStyle(element);
          return `${animationDuration},${transitionDuration}`.split(',').some(s => parseFloat(s) > 0.01);
        }).map(element => element.outerHTML.slice(0, 100))"""
    )
    assert moving == []


def test_what_somebody_reads_keeps_its_contrast_while_the_page_is_drawn_anew(visit: Visit) -> None:
    page = visit()
    drawing = Drawing(page)
    ask(page)
    page.locator(".st-key-choices button").first.click()
    drawing.hold()
    page.get_by_role("radio", name="English").click()
    page.locator("[data-stale='true']").first.wait_for()
    page.wait_for_function("() => document.getAnimations().length === 0")
    found = violations_meanwhile(page)
    drawing.let_go()
    assert found == []


@pytest.mark.parametrize("flaw", [flaw for flaw in REMAINING if flaw.state], ids=lambda flaw: flaw.name)
def test_a_flaw_that_the_statement_names_is_there(arranged: Callable[[State], Page], flaw: Remaining) -> None:
    page = arranged(next(state for state in STATES if state.name == flaw.state))
    page.locator(flaw.shown_by or "").first.wait_for()


@pytest.fixture(scope="module")
def empty_site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server without a library."""
    with served(tmp_path_factory.mktemp("empty")) as address:
        yield address


def test_a_problem_is_told_to_everyone(chromium: Browser, empty_site: str) -> None:
    page = chromium.new_page(locale="sv-SE", reduced_motion="reduce")
    try:
        page.goto(empty_site)
        page.get_by_role("alert").wait_for()
        settled(page)
        assert _unknown(page) == []
        assert _faults_of_structure(page) == []
    finally:
        page.close()


def _found(page: Page, width: str, name: str, theme: Literal["light", "dark"]) -> list[str]:
    """What axe-core finds at a width and in a theme, and whether the page is too wide; a picture is kept."""
    page.emulate_media(color_scheme=theme)
    expect(page.locator(".stApp")).to_have_css("color-scheme", theme)
    wide = _too_wide(page, WIDTHS[width]["width"])
    picture(page, f"access-{name}-{width}-{theme}")
    return wide + [f"{theme} {width}: {found}" for found in _unknown(page)]


def _too_wide(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    beyond = overflow(page)
    return [f"{beyond} px too wide at {width}"] if beyond else []


def _fold_the_panel(page: Page) -> None:
    """What a narrow window does by itself when it is opened."""
    panel = page.get_by_test_id("stSidebar")
    # Pressed by script, since a dialog may lie over it.
    page.get_by_test_id("stSidebarCollapseButton").locator("button").evaluate("button => button.click()")
    expect(panel).to_have_attribute("data-collapsed", "true")


def _unknown(page: Page) -> list[str]:
    return [found for found in violations(page) if found.partition(":")[0] not in KNOWN]


def _cut_off(page: Page) -> list[str]:
    """Words that their own box hides; tabs that don't fit are scrolled to."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('main *')].filter(box => {
              const style = getComputedStyle(box);
              const hides = axis => ['hidden', 'clip'].includes(style['overflow' + axis]);
              return box.innerText?.trim() && box.offsetParent && box.clientHeight > 1
                && !box.matches('[role=tablist]')
                && ((hides('Y') && box.scrollHeight > box.clientHeight + 2)
                  || (hides('X') && box.scrollWidth > box.clientWidth + 2));
            }).map(box => 'cut off: ' + box.outerHTML.slice(0, 120))"""
        )
    )


def _foreign_figures(page: Page) -> list[str]:
    """Dates and sums of our own that a Swedish page writes as machines or the English do."""
    return list(
        page.evaluate(
            r"""() => {
              const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              const given = '[lang], dd, h2, button, style, script, .rs-context, .rs-said, pre, input';
              const found = [];
              while (document.documentElement.lang === 'sv' && walker.nextNode()) {
                const { data, parentElement } = walker.currentNode;
                if (/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])|\d,\d{3}(?!\d)/.test(data)
                    && !parentElement.closest(`main :is(${given})`)) found.push('not Swedish: ' + data);
              }
              return found;
            }"""
        )
    )


def _small_targets(page: Page) -> list[str]:
    """What is pressed and is neither 24 pixels each way, nor a link in a sentence, nor as far from what else
    is pressed as if it were (WCAG 2.2, 2.5.8)."""
    return list(
        page.evaluate(
            """() => {
              const pressed = 'main :is(a, button, summary, [role=tab], [role=radio])';
              const targets = [...document.querySelectorAll(pressed)]
                .filter(target => target.checkVisibility())
                .map(target => [target, target.getBoundingClientRect()]).filter(([_, box]) => box.width > 1);
              const small = box => box.width < 24 || box.height < 24;
              const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
              const apart = (box, other) => {
                const [x, y] = middle(box), [u, v] = middle(other);
                const dx = Math.max(other.left - x, 0, x - other.right);
                const dy = Math.max(other.top - y, 0, y - other.bottom);
                return small(other) ? Math.hypot(x - u, y - v) >= 24 : Math.hypot(dx, dy) >= 12;
              };
              return targets.filter(([target, box]) => small(box) && !target.closest('p')
                  && targets.some(([other, around]) =>
                    !target.contains(other) && !other.contains(target) && !apart(box, around)))
              .map(([target, box]) => `${box.width}x${box.height}: ${target.outerHTML.slice(0, 100)}`);
            }"""
        )
    )


def _faults_of_structure(page: Page) -> list[str]:
    return list(
        page.evaluate(
            """() => {
              const faults = [];
              const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')]
                .filter(heading => heading.checkVisibility()).map(heading => +heading.tagName[1]);
              if (levels.filter(level => level === 1).length !== 1 || levels[0] !== 1)
                faults.push('not one h1 that comes first: ' + levels);
              levels.forEach((level, at) => {
                if (at && level > levels[at - 1] + 1) faults.push('a level is left out: ' + levels);
              });
              for (const landmark of ['main', 'header'])
                if (document.querySelectorAll(landmark).length !== 1) faults.push('not one ' + landmark);
              if (!['sv', 'en'].includes(document.documentElement.lang)) faults.push('no language');
              if (document.querySelector('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])'))
                faults.push('a place of its own in the order of Tab');
              return faults;
            }"""
        )
    )
