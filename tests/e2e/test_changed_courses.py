"""What becomes of a course when its documents change, in a real browser: for its trainer and its learners.

Each test has a document and a course of its own, changes the document in its folder and has it read anew.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from index.library import Library
from learning.course import Course, Kind, made_item, source_of
from people import courses, keepers
from people.database import Database
from people.person import Person, Role, give_role, id_of
from tests.e2e.conftest import Visit, overflow, picture, settled, violations
from tests.e2e.course_steps import answer, begin, open_item, turn_to
from tests.e2e.keep_steps import read_in_again
from tests.keeping import small_region

pytestmark = pytest.mark.browser
SECRET = "k" * 43
"""Of one who keeps the library and makes courses."""
RECEIPT = "Kvittot ska lämnas inom tio dagar."
LOAN = "Ett kort får inte lånas ut till någon annan."
TAXI = "Taxi bokas i regionens app."
HOTEL = "Hotell bokas senast tre dagar före resan."
DOCUMENTS = {
    "regel-om-kort": f"# Regel om kort\n\n## Kvitton\n\n{RECEIPT}\n\n## Utlåning\n\n{LOAN}\n",
    "regel-om-taxi": f"# Regel om taxi\n\n## Resor\n\n{TAXI}\n\n## Bokning\n\nBokningen görs i god tid.\n",
    "regel-om-hotell": f"# Regel om hotell\n\n## Bokning\n\n{HOTEL}\n",
}
ENTRY = """
  - document: {document}
    title: {title}
    kind: regel
    level: rule
    status: adopted
    organisations: [norr]
    valid_from: 2025-01-01
    confirmed: {{by: Åsa Öst, on: 2026-01-02}}
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_region.write(tmp_path_factory.mktemp("region") / "dokument")
    for name, text in DOCUMENTS.items():
        add(folder, name, text)
    return folder


@pytest.fixture(scope="module")
def site_data(documents: Path) -> Path:
    data = documents.parent / "data"
    small_region.read_in(data, documents)
    keeper = Person(id_of(SECRET))
    give_role(Database(data), keeper, Role.ADMINISTRATOR)
    keepers.give_name(Database(data), keeper.id, "Eva Ek")
    return data


def add(folder: Path, document: str, text: str, more: str = "") -> None:
    """A new rule, with an entry in the register; `more` goes into the entry."""
    (folder / "norr" / f"{document}.md").write_text(text, "utf-8")
    title = text.partition("\n")[0].removeprefix("# ")
    with (folder / "register.yaml").open("a", encoding="utf-8") as register:
        register.write(ENTRY.format(document=document, title=title) + more)


def change(folder: Path, document: str, text: str) -> None:
    (folder / "norr" / f"{document}.md").write_text(text, "utf-8")


def publish(data: Path, document: str, *quotes: str) -> Course:
    """A course with a question on each quote, all of one document."""
    library = Library(data)
    known, text = library.document(document), library.text(document)
    assert known is not None
    items = []
    for quote in quotes:
        start = text.index(quote)
        around = next(p for p in library.provisions(document) if p.start <= start < p.end)
        source = source_of(known, around, text, start, start + len(quote))
        items.append(made_item(Kind.OWN, f"Vad gäller om {around.address.lower()}?", quote, ["Nej."], source))
    library.close()
    trainer = Person(id_of(SECRET), Role.TRAINER)
    course = Course("", f"Kurs om {document}", organisation="norr", items=tuple(items))
    made = courses.new_course(Database(data), trainer, course)
    courses.publish(Database(data), trainer, made.id, True)
    return made


def looked_through(page: Page, course: Course) -> Page:
    """The course's content, from the page of all courses, as its trainer finds it."""
    page.get_by_role("link", name=f"Ändra: {course.title}").press("Enter")
    expect(page.get_by_role("heading", name=course.title, level=1)).to_be_visible()
    settled(page)
    turn_to(page, "Innehåll")
    return page


def flag(page: Page, course: Course) -> str:
    """What the page of all courses says of a course that needs its trainer; empty where it says nothing."""
    card = page.locator(f".st-key-work-{course.id}")
    expect(card).to_be_visible()
    return " ".join(card.locator(".rs-flag").all_inner_texts())


def test_a_course_whose_document_is_reworded_is_flagged_until_its_trainer_has_seen_to_it(
    visit: Visit, site_data: Path, documents: Path
) -> None:
    course = publish(site_data, "regel-om-kort", RECEIPT, LOAN)
    learner = visit(f"/kurs?id={course.id}", width="phone")
    trainer = visit("/lar", width="tablet", secret=SECRET)
    assert flag(trainer, course) == ""

    change(documents, "regel-om-kort", DOCUMENTS["regel-om-kort"].replace("tio dagar", "fem dagar"))
    read_in_again(visit("/forvalta", secret=SECRET))
    trainer.reload()
    settled(trainer)
    assert flag(trainer, course) == "Frågor att se på, eftersom deras dokument har ändrats: 1"
    assert (overflow(trainer), violations(trainer)) == (0, [])
    picture(trainer, "course-flagged-tablet")

    learner.reload()
    settled(learner)
    expect(learner.get_by_text("Frågor som vilar tills utbildaren har sett på dem")).to_be_visible()
    begin(learner)
    expect(learner.get_by_role("heading", name="Fråga 1 av 1")).to_be_visible()
    expect(learner.get_by_text("Vad gäller om utlåning?").first).to_be_visible()
    picture(learner, "course-resting-phone")

    looked_through(trainer, course)
    expect(trainer.get_by_text("1. Vad gäller om kvitton? – texten har ändrats")).to_be_visible()
    open_item(trainer, 1)
    expect(trainer.get_by_text("Citatet står inte längre i dokumentet.")).to_be_visible()
    expect(trainer.locator(".rs-was")).to_have_text(RECEIPT)
    assert (overflow(trainer), violations(trainer)) == (0, [])
    picture(trainer, "course-reworded-tablet")
    trainer.get_by_role("button", name="Ta bort", exact=True).press("Enter")
    expect(trainer.get_by_text("Fråga 1 är borttagen.")).to_be_visible()
    trainer.get_by_role("link", name="Alla kurser").press("Enter")
    expect(trainer.get_by_role("heading", name="Gör kurser")).to_be_visible()
    settled(trainer)
    assert flag(trainer, course) == ""


def test_a_quote_that_has_moved_is_shown_where_it_stands_now(
    visit: Visit, site_data: Path, documents: Path
) -> None:
    course = publish(site_data, "regel-om-taxi", TAXI)
    item = course.items[0]
    moved = f"# Regel om taxi\n\n## Resor\n\nDen som kan går.\n\n## Bokning\n\n{TAXI}\n"
    change(documents, "regel-om-taxi", moved)
    read_in_again(visit("/forvalta", secret=SECRET))

    def learners_source() -> None:
        learner = visit(f"/kurs?id={course.id}")
        begin(learner)
        answer(learner, item.options, item.right)
        expect(learner.locator(".rs-quote blockquote")).to_have_text(TAXI)
        expect(learner.locator(".rs-quote figcaption")).to_contain_text("Bokning")
        picture(learner, "course-moved-quote-desktop")

    learners_source()
    trainer = visit("/lar", width="phone", secret=SECRET)
    assert flag(trainer, course) == ""
    looked_through(trainer, course)
    expect(trainer.get_by_text("1. Vad gäller om resor? – citatet har flyttats")).to_be_visible()
    open_item(trainer, 1)
    expect(trainer.get_by_text("Citatet står ordagrant på en annan plats")).to_be_visible()
    expect(trainer.locator(".rs-quote figcaption")).to_contain_text("Bokning")
    assert (overflow(trainer), violations(trainer)) == (0, [])
    picture(trainer, "course-moved-phone")
    trainer.get_by_role("button", name="Låt frågan vila på den nya platsen").press("Enter")
    expect(trainer.get_by_text("Fråga 1 vilar på den nya platsen.")).to_be_visible()
    expect(trainer.get_by_text("citatet har flyttats")).to_have_count(0)
    learners_source()


def test_a_question_goes_over_to_the_edition_that_replaces_its_document(
    visit: Visit, site_data: Path, documents: Path
) -> None:
    course = publish(site_data, "regel-om-hotell", HOTEL)
    item = course.items[0]
    text = f"# Regel om hotell och konferens\n\n## Så bokas hotell\n\n{HOTEL}\n"
    add(documents, "regel-om-hotell-och-konferens", text, "    supersedes: regel-om-hotell\n")
    read_in_again(visit("/forvalta", secret=SECRET))
    trainer = visit("/lar", secret=SECRET)
    assert flag(trainer, course).endswith(": 1")
    looked_through(trainer, course)
    expect(trainer.get_by_text("1. Vad gäller om bokning? – dokumentet gäller inte längre")).to_be_visible()
    open_item(trainer, 1)
    same = "Samma ord står i Regel om hotell och konferens, Så bokas hotell."
    expect(trainer.get_by_text(same)).to_be_visible()
    assert violations(trainer) == []
    picture(trainer, "course-replaced-desktop")
    trainer.get_by_role("button", name="Låt frågan vila på den nya platsen").press("Enter")
    expect(trainer.get_by_text("Fråga 1 vilar på den nya platsen.")).to_be_visible()
    learner = visit(f"/kurs?id={course.id}")
    begin(learner)
    answer(learner, item.options, item.right)
    expect(learner.locator(".rs-quote cite")).to_have_text("Regel om hotell och konferens")
