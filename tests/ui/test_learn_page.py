"""The pages of courses, run by Streamlit itself over a small library."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Hierarchy, Level
from index.keys import Keys
from index.records import hierarchy_to_json
from index.writer import LibraryWriter
from ingest.document import IngestedDocument
from learning.course import Course, Kind, made_item, source_of
from people import courses
from people.database import Database
from people.person import Person, Role, give_role, id_of

QUOTE = "Kvittot <b>ska</b> lämnas inom tio dagar."
TEXT = f"Kvitton\n\n{QUOTE}"
DOCUMENT = GoverningDocument(
    "kort", "Regler för *kort*", "lag", Level.LAW, Status.ADOPTED, source="kort.md", confirmed=True
)
PROVISION = Provision("kort", "Kvitton", ("Kvitton",), None, 0, len(TEXT))
SECRET = "s" * 43
TRAINER = Person(id_of(SECRET), Role.TRAINER)
PAGES = """
import streamlit as st
from ui.learn import course, overview
pages = {"kurs": course.page, "lar": overview.page}
made = [st.Page(page, url_path=name, default=name == FIRST) for name, page in pages.items()]
st.navigation(made).run()
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "bibliotek"
    monkeypatch.setenv("REGELSTEGEN_DATA", str(folder))
    st.cache_resource.clear()
    writer = LibraryWriter(folder)
    writer.clear()
    writer.put_document(folder / "kort.md", IngestedDocument(DOCUMENT, TEXT, (), (PROVISION,)), Keys({}))
    writer.set_meta("hierarchy", hierarchy_to_json(Hierarchy(())))
    writer.commit()
    writer.close()
    yield folder
    st.cache_resource.clear()


@pytest.fixture
def course(data: Path) -> Course:
    start = TEXT.index(QUOTE)
    source = source_of(DOCUMENT, PROVISION, TEXT, start, len(TEXT))
    items = tuple(
        made_item(Kind.CLOZE, f"Fråga {n} om $x$?", "tio dagar", ["fem dagar", "30 dagar"], source)
        for n in (1, 2)
    )
    return courses.new_course(Database(data), TRAINER, Course("", "Kort <i>kurs</i>", items=items))


def published(data: Path, course: Course) -> Course:
    courses.publish(Database(data), TRAINER, course.id, True)
    return course


def opened(
    name: str, course: Course | None = None, *, trainer: bool = False, data: Path | None = None
) -> AppTest:
    app = AppTest.from_string(PAGES.replace("FIRST", repr(name)), default_timeout=30)
    if course is not None:
        app.query_params["id"] = course.id
    if trainer and data is not None:
        give_role(Database(data), TRAINER, Role.TRAINER)
        app.session_state["person_secret"] = SECRET
    return app.run()


def words(app: AppTest) -> str:
    page = "\n".join(part.proto.body for part in app.main.get("html"))
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def answered(app: AppTest, option: str) -> AppTest:
    radio = app.radio[0]
    radio.set_value(next(at for at, text in enumerate(radio.options) if text == option))
    submit = next(button for button in app.button if str(button.key).startswith("submit-"))
    return submit.click().run()


def test_an_empty_page_says_what_will_be_there(data: Path) -> None:
    app = opened("lar")
    assert not app.exception
    assert "Här finns inga kurser än." in words(app)


def test_a_learner_sees_published_courses_alone(data: Path, course: Course) -> None:
    assert "Kort <i>kurs</i>" not in words(opened("lar"))
    published(data, course)
    assert "Kort <i>kurs</i>" in words(opened("lar"))


def test_a_draft_has_no_page_for_a_learner(data: Path, course: Course) -> None:
    assert "Kursen finns inte, eller är inte publicerad." in words(opened("kurs", course))


def test_an_answer_is_judged_at_once_and_shows_the_quote(data: Path, course: Course) -> None:
    app = opened("kurs", published(data, course))
    app.button(key=f"start-{course.id}").click().run()
    app = answered(app, "fem dagar")
    assert not app.exception
    assert "Inte rätt. Rätt svar: tio dagar" in words(app)
    assert QUOTE in words(app)


def test_nothing_is_kept_before_an_answer_is_chosen(data: Path, course: Course) -> None:
    app = opened("kurs", published(data, course))
    app.button(key=f"start-{course.id}").click().run()
    next(button for button in app.button if str(button.key).startswith("submit-")).click().run()
    assert "Välj ett av svaren först." in words(app)


def test_all_right_gives_a_certificate_for_a_name(data: Path, course: Course) -> None:
    app = opened("kurs", published(data, course))
    app.button(key=f"start-{course.id}").click().run()
    for _ in course.items:
        app = answered(app, "tio dagar")
        app.button(key=f"next-{course.id}").click().run()
    assert "2 av 2 rätt, 100 %." in words(app)
    app.text_input(key=f"certificate-name-{course.id}").set_value("Åsa Öberg")
    app.button(key=f"certificate-make-{course.id}").click().run()
    assert not app.exception
    assert "Intyget är klart." in words(app)


def test_two_visitors_have_their_own_progress(data: Path, course: Course) -> None:
    app = opened("kurs", published(data, course))
    app.button(key=f"start-{course.id}").click().run()
    answered(app, "tio dagar")
    assert "1 av 2 besvarade" not in words(opened("kurs", course))


def test_a_trainer_may_open_a_draft_and_change_its_order(data: Path, course: Course) -> None:
    app = opened("kurs", course, trainer=True, data=data)
    assert not app.exception
    assert "Frågor i kursen (2)" in words(app)


def test_a_changed_quote_takes_the_question_away_and_tells_the_trainer(data: Path, course: Course) -> None:
    published(data, course)
    writer = LibraryWriter(data)
    changed = IngestedDocument(DOCUMENT, TEXT.replace("tio", "fem"), (), (PROVISION,))
    writer.put_document(data / "kort.md", changed, Keys({}))
    writer.commit()
    writer.close()
    assert "Kursen har inga frågor att visa just nu." in words(opened("kurs", course))
    assert "Frågor att se på, eftersom deras dokument har ändrats: 2" in words(
        opened("lar", trainer=True, data=data)
    )


def test_an_own_question_rests_on_a_rule_that_applies(data: Path, course: Course) -> None:
    old = replace(DOCUMENT, document="kort-2019", status=Status.SUPERSEDED, source="kort-2019.md")
    writer = LibraryWriter(data)
    writer.put_document(data / "kort-2019.md", IngestedDocument(old, TEXT, (), ()), Keys({}))
    writer.commit()
    writer.close()
    app = opened("kurs", course, trainer=True, data=data)
    assert app.selectbox(key="own-document").options == [DOCUMENT.title]


def test_a_wrong_code_is_told_in_a_sentence(data: Path) -> None:
    app = opened("lar")
    app.text_input(key="check-code").set_value("hej")
    app.button(key="check-submit").click().run()
    assert "Inget intyg har den koden och det namnet." in words(app)
