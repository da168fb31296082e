"""The page, run by Streamlit itself with a queued fake in the assistant's place."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from answers.earlier import Earlier
from hierarchy.ladder import Carried, CarriedKind, RefusedBecause
from hierarchy.levels import Hierarchy
from index.errors import LibraryMissing, StaleIndex

APP = Path(__file__).parents[2] / "ui" / "navigation.py"


def opened() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=20).run()


def asked(app: AppTest, question: str = "Får vi köpa direkt?") -> AppTest:
    return app.chat_input[0].set_value(question).run()


def soup(app: AppTest) -> BeautifulSoup:
    """What the page has put together as HTML, in reading order."""
    return BeautifulSoup("\n".join(part.proto.body for part in app.main.get("html")), "html.parser")


def words(app: AppTest) -> str:
    return " ".join(soup(app).get_text(" ").split())


def expanders(app: AppTest) -> list[str]:
    return [part.label for part in app.main.get("expander")]


def over(app: AppTest) -> BeautifulSoup:
    """What stands over the page: the reading view, once it is opened."""
    parts = app.get("html")
    return BeautifulSoup("\n".join(part.proto.body for part in parts), "html.parser")


def opened_source(app: AppTest, key: str) -> str:
    app.button(key=f"source-{key}").click().run()
    return " ".join(over(app).get_text(" ").split())


def test_it_begins_with_examples_that_ask_when_pressed(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    app = opened()
    app.button(key="example-0").click().run()
    assert [question for question, _ in assistant.asked] == ["Får vi köpa direkt?"]
    assert "Ja, om värdet understiger 700 000 kronor." in words(app)


def test_the_examples_are_gone_once_something_is_asked(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    app = asked(opened())
    assert [button.key for button in app.button if str(button.key).startswith("example-")] == []


def test_the_rungs_stand_in_order_with_the_deciding_one_marked(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    rungs = [" ".join(rung.get_text(" ").split()) for rung in soup(asked(opened())).select(".rs-rung")]
    assert rungs == [
        "Lagstiftning Avgör",
        "Policy beslutad av fullmäktige Här hittades inget som svarar på frågan.",
        "Riktlinje Preciserar",
        "Regler på intranätet Viker för steget ovanför",
    ]
    assistant.queue.append(ladder)
    assert [mark.get_text() for mark in soup(asked(opened())).select(".rs-decides")] == ["Avgör"]


def test_every_citation_is_shown_verbatim_once(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    shown = [quote.get_text() for quote in soup(asked(opened())).find_all("blockquote")]
    assert shown == [citation.quote for citation in ladder.citations]


def test_background_is_apart_and_said_not_to_decide(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    told = words(asked(opened()))
    assert told.index("Bakgrund – avgör inte") < told.index("Gränsen föreslås höjas till 900 000 kronor.")


def test_warnings_stand_at_their_citation(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    told = words(asked(opened()))
    yielding = told.index("utan att någon tillfrågas")
    assert yielding < told.index("Ingen har bekräftat uppgifterna") < told.index("Bakgrund – avgör inte")
    assert "Följ inte den här bestämmelsen i det här fallet: Riktlinje för köp, Tre anbud går före." in told


def test_an_abstention_names_whom_to_ask_once_and_what_is_near(
    assistant: Any, abstaining: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_CONTACT", "inköpsenheten, inkop@example.org")
    assistant.queue.append(abstaining)
    told = words(asked(opened(), "Hur många semesterdagar har jag?"))
    assert told.count("inkop@example.org") == 1
    assert told.index("Kanske relaterat") < told.index("Undantag beslutas av inköpschefen.")


def test_a_quote_opens_to_its_provision_reference_and_document(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    app = asked(opened())
    assert app.button(key="source-0-law-0").label.replace("\\", "") == "Öppna 1 kap. 2 §"
    assert over(app).find("mark") is None
    told = opened_source(app, "0-law-0")
    assert [mark.get_text() for mark in over(app).find_all("mark")] == [ladder.citations[0].quote]
    assert "Lag om köp, 1 kap. 2 § (beslutat av Riksdagen 14 maj 2020)" in told
    assert "Beslutat av Riksdagen" in told
    links = [link["href"] for link in over(app).select("a[href^='/dokument']")]
    assert links == ["/dokument?id=lag&bestammelse=1+kap.+2+%C2%A7"]


def test_a_quote_from_a_pdf_opens_to_its_page(assistant: Any, ladder: Any, guideline_pdf: Path) -> None:
    assistant.library.sources["riktlinje"] = guideline_pdf
    assistant.queue.append(ladder)
    app = asked(opened())
    assert "Sida 1 av 1. Citatet är markerat på sidan." in opened_source(app, "0-guideline-1")
    assert [button.key for button in app.button if str(button.key).startswith("reading-")] == []


def test_a_pdf_that_is_gone_is_a_sentence(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    told = opened_source(asked(opened()), "0-guideline-1")
    assert "Originalfilen finns inte kvar där den lästes in." in told


def test_a_document_that_is_gone_since_the_answer_is_a_sentence(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    app = asked(opened())
    assistant.library.gone.add("lag")
    assert "Dokumentet har ändrats sedan svaret gavs" in opened_source(app, "0-law-0")
    assert not app.exception


def test_the_whole_answer_can_be_copied_as_text(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(replace(ladder, text="Ja.\n\n**Lagen** säger så."))
    assert [code.value for code in asked(opened()).code] == ["Ja.\n\n**Lagen** säger så."]


def test_the_choices_of_organisation_date_and_language_reach_the_assistant(
    assistant: Any, ladder: Any
) -> None:
    assistant.queue.append(ladder)
    app = opened()
    app.selectbox(key="organisation").set_value("granne")
    app.date_input(key="as_of").set_value(date(2024, 5, 1))
    asked(app)
    assert assistant.asked == [
        (
            "Får vi köpa direkt?",
            {"organisation": "granne", "as_of": date(2024, 5, 1), "language": "sv", "after": []},
        )
    ]
    labels = [part.proto.popover.label for part in app.main.get("popover")]
    assert [label.replace("\\", "") for label in labels] == ["Region Granne · 1 maj 2024 · Svenska"]


def test_what_is_not_chosen_is_left_to_the_question(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    asked(opened())
    assert assistant.asked[0][1]["organisation"] is None
    assert assistant.asked[0][1]["as_of"] is None


def test_the_settings_choose_the_organisation_to_begin_with(
    assistant: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_DEFAULT_ORGANISATION", "granne")
    assert opened().selectbox(key="organisation").value == "granne"


def test_english_changes_every_word_of_the_interface(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    app = opened()
    app.session_state["language"] = "en"
    asked(app.run())
    assert "Policy adopted by the assembly Nothing here was found to answer the question." in words(app)
    assert assistant.asked[0][1]["language"] == "en"
    assert "Steg för steg" not in words(app)


def test_questions_to_go_on_with_stand_under_the_newest_answer_and_ask_when_pressed(
    assistant: Any, ladder: Any
) -> None:
    assistant.queue += [ladder, ladder]
    assistant.following = ["Vad gäller för undantag?"]
    app = asked(opened())
    app.button(key="next-0").click().run()
    assert [question for question, _ in assistant.asked] == [
        "Får vi köpa direkt?",
        "Vad gäller för undantag?",
    ]


def test_an_answer_stands_where_questions_to_go_on_with_can_not_be_found(
    assistant: Any, ladder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> list[str]:
        raise StaleIndex("Biblioteket är ändrat.", "Läs in det igen.")

    monkeypatch.setattr(assistant, "next_questions", failing)
    assistant.queue.append(ladder)
    app = asked(opened())
    assert not app.exception
    assert len(soup(app).select("blockquote")) == len(ladder.citations)


def test_nothing_found_tells_what_was_searched_and_how_to_go_on(assistant: Any, abstaining: Any) -> None:
    assistant.queue.append(replace(abstaining, refused_because=RefusedBecause.NO_SUPPORT))
    told = words(asked(opened(), "Hur många semesterdagar har jag?"))
    assert "Beskriv saken med ett par andra ord" in told
    assert "Reglerna för Region Exempel, så som de var 1 mars 2026." in told
    assert "Lagstiftning: ett dokument" in told
    assert "Policy beslutad av fullmäktige: inga dokument" in told


def test_a_question_is_asked_after_those_before_it(assistant: Any, ladder: Any) -> None:
    assistant.queue += [ladder, ladder]
    asked(asked(opened()), "och i Granne?")
    assert assistant.asked[1][1]["after"] == [Earlier("Får vi köpa direkt?")]


def test_what_a_follow_up_is_read_as_is_said_with_a_way_to_ask_it_alone(assistant: Any, ladder: Any) -> None:
    carried = (Carried(CarriedKind.TOPIC, "köpa direkt"),)
    whole = replace(ladder, asked="Får vi köpa direkt i Region Granne?", carried=carried)
    assistant.queue += [ladder, whole, ladder]
    app = asked(asked(opened()), "och i Granne?")
    assert words(app).count("Jag läser frågan som: Får vi köpa direkt i Region Granne?") == 1
    app.button(key="alone-1").click().run()
    assert [(question, chosen["after"]) for question, chosen in assistant.asked[2:]] == [
        ("och i Granne?", [])
    ]


def test_a_question_asked_alone_is_remembered_as_such(assistant: Any, ladder: Any) -> None:
    carried = (Carried(CarriedKind.TOPIC, "köpa direkt"),)
    assistant.queue += [ladder, replace(ladder, asked="Får vi?", carried=carried), ladder, ladder]
    app = asked(asked(opened()), "och nu?")
    app.button(key="alone-1").click().run()
    asked(app, "vem beslutar?")
    assert assistant.asked[3][1]["after"][1:] == [Earlier("och nu?"), Earlier("och nu?", alone=True)]


def test_a_question_that_stands_alone_says_nothing_of_others(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    app = asked(opened())
    assert "Jag läser frågan som" not in words(app)
    assert [button.key for button in app.button if str(button.key).startswith("alone-")] == []


def test_the_conversation_is_kept_and_can_be_cleared(assistant: Any, ladder: Any, abstaining: Any) -> None:
    assistant.queue.extend([ladder, abstaining])
    app = asked(asked(opened()), "Hur många semesterdagar har jag?")
    assert [question.get_text() for question in soup(app).select(".rs-question")] == [
        "Får vi köpa direkt?",
        "Hur många semesterdagar har jag?",
    ]
    app.button(key="talk-new").click().run()
    assert soup(app).select(".rs-question") == []
    assert app.button(key="example-0") is not None


def test_two_visitors_do_not_see_each_others_questions(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    asked(opened())
    assert soup(opened()).select(".rs-question") == []


def test_markup_in_a_question_is_shown_as_text(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    hostile = "<b onclick=alert(1)>Får</b> vi $x$ **köpa**?"
    question = soup(asked(opened(), hostile)).select_one(".rs-question")
    assert question is not None
    assert question.get_text() == hostile


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            StaleIndex("Indexet är byggt med en annan modell.", "Kör `regelstegen ingest MAPP`."),
            "en annan modell",
        ),
        (sqlite3.OperationalError("disk I/O error"), "biblioteket gick inte att läsa"),
        (OSError("borta"), "biblioteket gick inte att läsa"),
    ],
)
def test_a_failure_while_asking_is_a_sentence_and_the_talk_goes_on(
    assistant: Any, ladder: Any, error: Exception, told: str
) -> None:
    assistant.queue.extend([error, ladder])
    app = asked(opened())
    assert told in words(app)
    assert not app.exception
    assert "Lagen avgör." in words(asked(app))


def test_without_a_library_the_page_says_which_command_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(settings: Any) -> Any:
        raise LibraryMissing("Det finns inget bibliotek.", "Kör `regelstegen ingest MAPP`.")

    monkeypatch.setattr("ui.engine.load", missing)
    app = opened()
    assert "Det finns inget bibliotek. Kör regelstegen ingest MAPP ." in words(app)
    assert not app.exception
    assert list(app.chat_input) == []


def test_an_empty_library_says_which_command_to_run(assistant: Any) -> None:
    assistant.library.held = []
    assert "Läs in en mapp med regelstegen ingest MAPP" in words(opened())


def test_without_organisations_one_can_ask_all_the_same(assistant: Any, ladder: Any) -> None:
    assistant.hierarchy = Hierarchy(())
    assistant.queue.append(replace(ladder, organisation=None))
    app = opened()
    assert "Ingen organisation är beskriven" in words(app)
    assert "Lag Avgör" in words(asked(app))


def test_settings_that_can_not_be_read_are_a_sentence(
    assistant: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_LANGUAGE", "tyska")
    app = opened()
    assert "Inställningarna kunde inte läsas." in words(app)
    assert words(app).endswith("och starta om: language.")
    assert not app.exception
