"""Conversations on the page: kept, found again, and held against the library as it is now."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from answers.earlier import Earlier
from index.version import Version
from people import conversations, shared
from people.database import Database
from people.errors import NotKept
from people.person import Person, id_of
from people.turns import Asked
from tests.people.asking import turn
from ui.ask.history import A_PAGE, age_of

APP = Path(__file__).parents[2] / "ui" / "navigation.py"
EVA, ALI = "e" * 43, "a" * 43


def opened(secret: str = EVA, talk: str | None = None) -> AppTest:
    """The page in a browser with that secret, at the address of a conversation where one is given."""
    app = AppTest.from_file(str(APP), default_timeout=20)
    app.session_state["person_secret"] = secret
    if talk:
        app.query_params["samtal"] = talk
    return app.run()


def asked(app: AppTest, question: str = "Får vi köpa direkt?") -> AppTest:
    return app.chat_input[0].set_value(question).run()


def address(app: AppTest) -> str:
    return str(app.query_params["samtal"])


def soup(part: Any) -> BeautifulSoup:
    return BeautifulSoup("\n".join(piece.proto.body for piece in part.get("html")), "html.parser")


def words(app: AppTest) -> str:
    return " ".join(soup(app.main).get_text(" ").split())


def questions(app: AppTest) -> list[str]:
    return [question.get_text() for question in soup(app.main).select(".rs-question")]


def listed(app: AppTest) -> list[str]:
    """The titles in the side panel: of those that can be opened, and of the one that is."""
    buttons = [b.label.replace("\\", "") for b in app.sidebar.button if str(b.key).startswith("talk-")]
    return [b for b in buttons if b != "Nytt samtal"] + [
        now.get_text() for now in soup(app.sidebar).select(".rs-talk-now")
    ]


def database(folder: Path) -> Database:
    return Database(folder)


EVA_PERSON = Person(id_of(EVA))


def test_a_reload_keeps_the_conversation(assistant: Any, ladder: Any) -> None:
    assistant.queue += [ladder, ladder]
    app = asked(asked(opened()), "Och i Granne?")
    again = opened(talk=address(app))
    assert questions(again) == ["Får vi köpa direkt?", "Och i Granne?"]
    assert [quote.get_text() for quote in soup(again.main).find_all("blockquote")] == [
        quote.get_text() for quote in soup(app.main).find_all("blockquote")
    ]


def test_a_conversation_goes_on_where_it_was_left(assistant: Any, ladder: Any) -> None:
    assistant.queue += [ladder, ladder]
    again = opened(talk=address(asked(opened())))
    asked(again, "och i Granne?")
    assert assistant.asked[1][1]["after"] == [Earlier("Får vi köpa direkt?")]
    assert questions(opened(talk=address(again))) == ["Får vi köpa direkt?", "och i Granne?"]


def test_it_is_opened_with_the_choices_it_was_asked_with(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    app = opened()
    app.selectbox(key="organisation").set_value("granne")
    app.date_input(key="as_of").set_value(date(2024, 5, 1))
    again = opened(talk=address(asked(app)))
    assert again.selectbox(key="organisation").value == "granne"
    assert again.date_input(key="as_of").value == date(2024, 5, 1)
    again.button(key="talk-new").click().run()
    assert again.date_input(key="as_of").value is None


def test_an_organisation_that_is_no_longer_there_is_no_choice(assistant: Any, tmp_path: Path) -> None:
    old = replace(turn(), asked=Asked("nedlagd"))
    made = conversations.begin(database(tmp_path), EVA_PERSON, old)
    app = opened(talk=made.id)
    assert not app.exception
    assert app.selectbox(key="organisation").value == ""


def test_anothers_conversation_is_as_if_it_were_not_there(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    evas = address(asked(opened()))
    alis = opened(ALI, talk=evas)
    assert questions(alis) == []
    assert "Samtalet finns inte bland dina." in words(alis)
    assert "samtal" not in alis.query_params
    assert listed(alis) == []


@pytest.mark.parametrize("talk", ["finns-inte", "%", "<b>x</b>", "å" * 300])
def test_an_address_to_nothing_is_a_sentence(assistant: Any, talk: str) -> None:
    app = opened(talk=talk)
    assert "Samtalet finns inte bland dina." in words(app)
    assert not app.exception


def test_each_sees_their_own_in_the_panel(assistant: Any, ladder: Any) -> None:
    assistant.queue += [ladder, ladder]
    asked(opened(), "Evas fråga")
    asked(opened(ALI), "Alis fråga")
    assert listed(opened()) == ["Evas fråga"]
    assert listed(opened(ALI)) == ["Alis fråga"]


def test_another_conversation_is_opened_from_the_panel(assistant: Any, tmp_path: Path) -> None:
    first = conversations.begin(database(tmp_path), EVA_PERSON, turn("Ett"))
    conversations.begin(database(tmp_path), EVA_PERSON, turn("Två"))
    app = opened()
    app.button(key=f"talk-{first.id}").click().run()
    assert questions(app) == ["Ett"]
    assert address(app) == first.id
    app.button(key="talk-new").click().run()
    assert questions(app) == []
    assert "samtal" not in app.query_params


def test_the_parts_of_one_conversation_have_other_keys_than_anothers(assistant: Any, tmp_path: Path) -> None:
    first = conversations.begin(database(tmp_path), EVA_PERSON, turn("Ett"))
    app = opened(talk=conversations.begin(database(tmp_path), EVA_PERSON, turn("Två")).id)
    before = {button.key for button in app.main.button}
    app.button(key=f"talk-{first.id}").click().run()
    assert not before & {button.key for button in app.main.button if "share" in str(button.key)}


def test_few_conversations_need_no_search_and_many_are_searched_and_paged(
    assistant: Any, tmp_path: Path
) -> None:
    store = database(tmp_path)
    for number in range(3):
        conversations.begin(store, EVA_PERSON, turn(f"Fråga {number}"))
    assert list(opened().sidebar.text_input) == []
    for number in range(3, 30):
        conversations.begin(store, EVA_PERSON, turn(f"Fråga {number}"))
    app = opened()
    assert len(listed(app)) == A_PAGE
    app.sidebar.text_input(key="talk-search").set_value("fråga 17").run()
    assert listed(app) == ["Fråga 17"]
    assert "1 samtal innehåller orden." in soup(app.sidebar).get_text(" ")
    app.sidebar.text_input(key="talk-search").set_value("finns inte").run()
    assert "Inget samtal innehåller de orden." in soup(app.sidebar).get_text(" ")


def test_a_page_that_is_no_longer_there_is_the_last_one(assistant: Any, tmp_path: Path) -> None:
    store = database(tmp_path)
    for number in range(A_PAGE + 1):
        conversations.begin(store, EVA_PERSON, turn(f"Fråga {number}"))
    app = AppTest.from_file(str(APP), default_timeout=20)
    app.session_state["person_secret"], app.session_state["talk-page"] = EVA, 9
    assert listed(app.run()) == ["Fråga 0"]
    assert not app.exception


def test_they_stand_under_today_the_past_week_and_earlier() -> None:
    one = conversations.Conversation("x", "x", turn().asked_at, turn().asked_at, 1)
    days = [date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 11)]
    assert [age_of(one, day) for day in days] == ["today", "week", "earlier"]


def test_markup_in_a_title_is_shown_as_text(assistant: Any, tmp_path: Path) -> None:
    hostile = "<img src=x> **fet** :red[x] $x$"
    made = conversations.begin(database(tmp_path), EVA_PERSON, turn(hostile))
    assert listed(opened()) == [hostile]
    assert listed(opened(talk=made.id)) == [hostile]
    assert soup(opened(talk=made.id).sidebar).find("img") is None


def test_of_a_long_conversation_the_last_questions_are_shown_first(assistant: Any, tmp_path: Path) -> None:
    store = database(tmp_path)
    made = conversations.begin(store, EVA_PERSON, turn("Fråga 0"))
    for number in range(1, 20):
        conversations.add(store, EVA_PERSON, made.id, turn(f"Fråga {number}"))
    app = opened(talk=made.id)
    assert questions(app)[0] == "Fråga 8"
    app.button(key="earlier-0").click().run()
    assert len(questions(app)) == 20


def test_an_answer_from_the_same_library_stands_without_caution(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    told = words(asked(opened()))
    assert "ur biblioteket i version 3f9a2c01, inläst 2 november 2026." in told
    assert "Biblioteket har ändrats" not in told


def test_an_answer_from_an_older_library_says_so_and_can_be_asked_again(assistant: Any, ladder: Any) -> None:
    assistant.queue += [ladder, ladder]
    talk = address(asked(opened()))
    assistant.library.version = Version("77777777", date(2026, 12, 1))
    app = opened(talk=talk)
    assert "Nu är det biblioteket i version 77777777, inläst 1 december 2026." in words(app)
    assert "Så stod det" not in words(app)
    app.button(key="again-0").click().run()
    assert assistant.asked[1] == (
        "Får vi köpa direkt?",
        {"organisation": None, "as_of": None, "language": "sv", "after": []},
    )


def test_a_quote_that_no_longer_stands_is_told_to_be_of_its_day(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    talk = address(asked(opened()))
    assistant.library.version = Version("77777777", None)
    assistant.library.gone.add("lag")
    app = opened(talk=talk)
    told = words(app)
    assert "Så stod det när svaret gavs (biblioteket i version 3f9a2c01, inläst 2 november 2026)." in told
    assert "vid 1 av citaten" in told
    assert ladder.citations[0].quote in told


def test_an_answer_that_no_longer_parses_is_shown_as_text_with_a_sentence(
    assistant: Any, tmp_path: Path
) -> None:
    store = database(tmp_path)
    made = conversations.begin(store, EVA_PERSON, turn())
    with store.write() as connection:
        connection.execute("UPDATE turn SET answer = x'00'")
    app = opened(talk=made.id)
    assert not app.exception
    assert "Svaret är sparat av en annan version av Regelstegen." in words(app)
    assert "Ja, om värdet understiger 700 000 kronor. Lagen avgör." in words(app)


def test_where_nothing_can_be_kept_one_can_ask_all_the_same(
    assistant: Any, ladder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(settings: Any) -> Any:
        raise NotKept("Disken är full.", "Gör plats.")

    monkeypatch.setattr("ui.ask.conversation.open_database", full)
    assistant.queue += [ladder, ladder]
    app = asked(asked(opened()), "Och då?")
    assert not app.exception
    assert "Samtalet sparas inte. Disken är full. Gör plats." in words(app)
    assert questions(app) == ["Får vi köpa direkt?", "Och då?"]


def test_a_conversation_deleted_elsewhere_is_kept_on_with_as_a_new_one(
    assistant: Any, ladder: Any, tmp_path: Path
) -> None:
    assistant.queue += [ladder, ladder]
    app = asked(opened())
    before = address(app)
    talk = app.session_state["talk"]
    conversations.delete(database(tmp_path), EVA_PERSON, before)
    assert talk.id == before
    asked(app, "Och då?")
    assert questions(opened(talk=address(app))) == ["Och då?"]


def shared_page() -> None:
    """A script of the page alone."""
    from ui.ask import shared

    shared.page()


def at_link(token: str, secret: str = ALI) -> AppTest:
    app = AppTest.from_function(shared_page, default_timeout=20)
    app.session_state["person_secret"] = secret
    app.query_params["id"] = token
    return app.run()


def test_a_link_opens_the_answer_to_anyone_without_the_rest(
    assistant: Any, ladder: Any, tmp_path: Path
) -> None:
    store = database(tmp_path)
    made = conversations.begin(store, EVA_PERSON, turn("Evas hemliga fråga"))
    conversations.add(store, EVA_PERSON, made.id, turn())
    app = at_link(shared.share(store, EVA_PERSON, made.id, 1))
    told = words(app)
    assert questions(app) == ["Får vi köpa direkt?"]
    assert "Gäller Region Exempel, så som reglerna var 1 mars 2026." in told
    assert "ur biblioteket i version 3f9a2c01" in told
    assert "Biblioteket har inte ändrats sedan svaret gavs." in told
    assert "hemliga" not in told
    assert [b.key for b in app.button if b.key == "share-withdraw"] == []


def test_a_shared_answer_says_that_the_library_has_changed_since(assistant: Any, tmp_path: Path) -> None:
    store = database(tmp_path)
    made = conversations.begin(store, EVA_PERSON, turn())
    assistant.library.version = Version("77777777", None)
    assistant.library.gone.add("lag")
    told = words(at_link(shared.share(store, EVA_PERSON, made.id, 0)))
    assert "Biblioteket har ändrats sedan svaret gavs." in told
    assert "Så stod det när svaret gavs" in told


def test_whoever_shared_can_withdraw_it_on_the_page(assistant: Any, tmp_path: Path) -> None:
    store = database(tmp_path)
    made = conversations.begin(store, EVA_PERSON, turn())
    token = shared.share(store, EVA_PERSON, made.id, 0)
    app = at_link(token, EVA)
    app.button(key="share-withdraw").click().run()
    assert "Svaret delas inte längre." in words(app)
    assert "Svaret delas inte." in words(at_link(token))


@pytest.mark.parametrize("token", ["", "finns-inte", "<script>"])
def test_a_link_to_nothing_is_a_sentence(assistant: Any, token: str) -> None:
    app = at_link(token)
    assert "Svaret delas inte. Länken kan vara avskriven fel" in words(app)
    assert not app.exception
