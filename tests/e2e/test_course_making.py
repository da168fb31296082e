"""A trainer makes a course in a real browser: of what is proposed, and of questions of their own."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from learning.cloze import GAP
from learning.course import Course
from people import courses
from people.database import Database
from people.person import Person, Role, give_role, id_of
from tests.e2e.conftest import Visit, copied, overflow, picture, settled, violations
from tests.e2e.course_data import publish_course
from tests.e2e.course_steps import answer_with, begin, choose, open_item, propose, turn_to

pytestmark = pytest.mark.browser
SECRET = "m" * 43
TRAINER = Person(id_of(SECRET), Role.TRAINER)
GIFTS = "Gåvor och representation"
QUOTE = "Gåvor får inte ges i form av kontanter."
ASKED = "Får en gåva till en medarbetare vara *kontanter*?"
RIGHT, WRONG = "Nej, aldrig", ("Ja, upp till 500 kronor", "Ja, om chefen beslutar det")


@pytest.fixture(scope="module")
def site_data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = copied(sample_library, tmp_path_factory)
    give_role(Database(data), TRAINER, Role.TRAINER)
    return data


@pytest.fixture(scope="module")
def published(site_data: Path) -> Course:
    return publish_course(site_data)


@pytest.fixture
def draft(site_data: Path, published: Course) -> Course:
    """A course of one's own with one question."""
    return courses.copy(
        Database(site_data), TRAINER, replace(published, items=published.items[:1]), "Eget utkast"
    )


@pytest.fixture
def empty(site_data: Path) -> Course:
    return courses.new_course(Database(site_data), TRAINER, Course("", "Tom kurs", organisation="exempel"))


def right(page: Page) -> None:
    assert (overflow(page), violations(page)) == (0, [])


def write(page: Page, quote: str) -> None:
    """An own question, which rests on the quote; the fields keep what was written when it is refused."""
    page.get_by_role("textbox", name="Citat som svaret vilar på").fill(quote)
    page.get_by_label("Fråga", exact=True).filter(visible=True).fill(ASKED)
    page.get_by_label("Rätt svar").fill(RIGHT)
    for at, wrong in enumerate(WRONG, start=1):
        page.get_by_label(f"Fel svar {at}").fill(wrong)
    page.get_by_role("button", name="Lägg till frågan").press("Enter")
    settled(page)


def test_a_question_of_ones_own_rests_on_words_of_a_document_and_is_looked_through_before_others_see_it(
    visit: Visit, empty: Course
) -> None:
    page = visit(f"/kurs?id={empty.id}", width="phone", secret=SECRET)
    page.locator(".st-key-open-own summary").press("Enter")
    choose(page, "Dokument", GIFTS)
    write(page, "Gåvor får gärna ges i form av kontanter.")
    expect(page.get_by_text("Citatet står inte ordagrant i dokumentet.")).to_be_visible()
    right(page)
    picture(page, "course-own-question-phone")
    write(page, QUOTE)
    expect(page.get_by_text("Frågan är tillagd.")).to_be_visible()
    expect(page.get_by_text(f"1. {ASKED}")).to_be_visible()

    turn_to(page, "Förhandsgranska")
    begin(page)
    answer_with(page, WRONG[0])
    expect(page.locator(".rs-verdict")).to_contain_text(f"Inte rätt. Rätt svar: {RIGHT}")
    expect(page.locator(".rs-quote blockquote")).to_have_text(QUOTE)
    expect(page.locator(".rs-quote cite")).to_have_text(GIFTS)
    right(page)
    picture(page, "course-preview-phone")
    turn_to(page, "Resultat")
    expect(page.get_by_text("Ingen har börjat kursen än.")).to_be_visible()

    learner = visit(f"/kurs?id={empty.id}")
    expect(learner.get_by_text("Kursen finns inte, eller är inte publicerad.")).to_be_visible()
    turn_to(page, "Innehåll")
    page.get_by_role("button", name="Publicera").press("Enter")
    expect(page.get_by_text("Kursen är publicerad.")).to_be_visible()
    learner.reload()
    settled(learner)
    begin(learner)
    answer_with(learner, RIGHT)
    expect(learner.locator(".rs-quote blockquote")).to_have_text(QUOTE)


def test_a_question_is_worded_anew_and_back(visit: Visit, draft: Course) -> None:
    before = draft.items[0].question
    page = visit(f"/kurs?id={draft.id}", width="tablet", secret=SECRET)
    open_item(page, 1)
    page.get_by_label("Fråga", exact=True).filter(visible=True).fill("Hur är det nu igen?")
    option = page.get_by_role("textbox", name="Svar 1")
    option.fill(draft.items[0].options[1])
    page.get_by_role("button", name="Spara", exact=True).first.press("Enter")
    expect(page.get_by_text("Två svar är lika.")).to_be_visible()
    right(page)
    option.fill(draft.items[0].options[0])
    page.get_by_role("button", name="Spara", exact=True).first.press("Enter")
    expect(page.get_by_text("1. Hur är det nu igen?")).to_be_visible()
    picture(page, "course-edited-tablet")
    page.get_by_role("button", name="Ångra").press("Enter")
    expect(page.get_by_text("Ändringen är ångrad.")).to_be_visible()
    expect(page.get_by_text(f"1. {before[:60]}")).to_be_visible()


@pytest.mark.parametrize(
    ("field", "choice", "title"),
    [
        ("Ämne", "gåvor från patienter", GIFTS),
        ("Nivå", "Policyer och reglementen", "Inköpspolicy för Region Exempel"),
        ("Dokument", "Kontokort och utlägg", "Kontokort och utlägg"),
    ],
)
def test_questions_are_proposed_on_what_the_trainer_picks(
    visit: Visit, empty: Course, field: str, choice: str, title: str
) -> None:
    page = visit(f"/kurs?id={empty.id}", secret=SECRET)
    turn_to(page, "Föreslå frågor")
    if field == "Ämne":
        page.get_by_role("textbox", name=field).fill(choice)
    else:
        choose(page, field, choice)
    cited = propose(page).locator(".rs-quote cite").all_inner_texts()
    assert title in cited
    if field != "Ämne":
        assert set(cited) == {title}


def test_every_kind_of_question_is_proposed_with_its_source(visit: Visit, empty: Course) -> None:
    page = visit(f"/kurs?id={empty.id}", width="tablet", secret=SECRET)
    turn_to(page, "Föreslå frågor")

    def proposed(kind: str) -> Locator:
        choose(page, "Slags fråga", kind)
        made = propose(page)
        expect(made.first.get_by_role("heading")).to_have_text(f"1. {kind}")
        assert made.locator("blockquote").count() == made.count()
        return made.first

    options = proposed("Vad regeln säger").locator(".rs-options li")
    assert options.count() >= 3
    expect(proposed("Lucka i ordalydelsen").locator(".rs-asked")).to_contain_text(GAP)
    levels = proposed("Vilken nivå avgör?").locator(".rs-options")
    expect(levels).to_contain_text("Policyer och reglementen")
    case = proposed("Belopp vid en gräns")
    expect(case.locator(".rs-asked")).to_contain_text("Ni ska köpa")
    expect(case.locator(".rs-options li").filter(has_text="rätt svar")).to_have_count(1)
    expect(proposed("Granskad fråga").locator(".rs-asked")).to_contain_text("Vilken regel ger svaret?")
    right(page)
    picture(page, "course-proposals-tablet")
