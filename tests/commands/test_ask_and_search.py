"""`ask` and `search`: what is passed on, what is written where, and which status says how it went."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cli import run
from hierarchy.ladder import Answer
from index.errors import LibraryMissing

from .conftest import GUIDELINE, LAW, SearchingAssistant, found

Captured = pytest.CaptureFixture[str]


def test_json_is_one_document_on_standard_output_and_nothing_else(
    assistant: SearchingAssistant, answer: Answer, capsys: Captured
) -> None:
    assistant.queue = [answer]
    assert run(["ask", "Får vi köpa direkt?", "--json"]) == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert document["applicable"] == {"level": "law", "citation": 0}
    assert "å" in out
    assert err == ""


def test_organisation_date_and_language_are_passed_on(assistant: SearchingAssistant, answer: Answer) -> None:
    assistant.queue = [answer]
    options = ["--organisation", "exempel", "--as-of", "2026-03-01", "--language", "en"]
    assert run(["ask", "Får vi?", *options]) == 0
    chosen = {"organisation": "exempel", "as_of": date(2026, 3, 1), "language": "en", "after": ()}
    assert assistant.asked == [("Får vi?", chosen)]


def test_without_a_choice_everything_is_left_to_the_question(
    assistant: SearchingAssistant, answer: Answer
) -> None:
    assistant.queue = [answer]
    run(["ask", "Får vi?"])
    assert assistant.asked == [
        ("Får vi?", {"organisation": None, "as_of": None, "language": None, "after": ()})
    ]


def test_settings_choose_what_options_do_not(
    assistant: SearchingAssistant, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_DEFAULT_ORGANISATION", "granne")
    monkeypatch.setenv("REGELSTEGEN_LANGUAGE", "en")
    assistant.queue = [answer]
    run(["ask", "Får vi?"])
    assert assistant.asked == [
        ("Får vi?", {"organisation": "granne", "as_of": None, "language": "en", "after": ()})
    ]


def test_an_unknown_organisation_is_refused_with_the_known_ones(
    assistant: SearchingAssistant, capsys: Captured
) -> None:
    assert run(["ask", "Får vi?", "--organisation", "okänd"]) == 2
    assert capsys.readouterr().err == "Organisationen ”okänd” är okänd. Kända: exempel, granne.\n"
    assert assistant.asked == []


@pytest.mark.parametrize("written", ["2026-13-01", "20260301", "i går", "2026-W09-1"])
def test_an_invalid_date_is_refused_with_the_form_to_use(written: str, capsys: Captured) -> None:
    assert run(["ask", "Får vi?", "--as-of", written]) == 2
    assert f"”{written}” är inget datum. Skriv det som ÅÅÅÅ-MM-DD" in capsys.readouterr().err


def test_an_empty_question_is_refused(capsys: Captured) -> None:
    assert run(["ask", "  "]) == 2
    assert "Frågan är tom." in capsys.readouterr().err


def test_a_missing_library_is_a_sentence_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def missing(settings: Any) -> None:
        raise LibraryMissing("Inget bibliotek.", "Läs in en mapp.")

    monkeypatch.setattr("cli.open_assistant", missing)
    assert run(["ask", "Får vi?"]) == 2
    assert capsys.readouterr() == ("", "Inget bibliotek. Läs in en mapp.\n")


def test_an_interruption_is_a_sentence(assistant: SearchingAssistant, capsys: Captured) -> None:
    class Interrupted(SearchingAssistant):
        def ask(self, question: str, **chosen: Any) -> Answer:
            raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("cli.open_assistant", lambda settings: Interrupted())
        assert run(["ask", "Får vi?"]) == 130
    assert capsys.readouterr().err == "Avbrutet.\n"


def test_each_line_is_answered_in_order_with_its_id(
    assistant: SearchingAssistant,
    answer: Answer,
    abstention: Answer,
    lines_in: Callable[[bytes], None],
    capsys: Captured,
) -> None:
    assistant.queue = [answer, abstention]
    lines_in('{"id": "a", "question": "Får vi?"}\n\n{"id": 7, "question": "Semester?"}\n'.encode())
    assert run(["ask", "-"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["id"], line["question"], line["abstained"]) for line in lines] == [
        ("a", "Får vi?", False),
        (7, "Semester?", True),
    ]


def test_a_lines_own_choices_are_passed_on_as_given(
    assistant: SearchingAssistant, answer: Answer, lines_in: Callable[[bytes], None], capsys: Captured
) -> None:
    assistant.queue = [answer, answer, answer]
    lines_in(
        b'{"question": "A?", "language": "sv"}\n{"question": "B?", "language": null}\n{"question": "C?"}\n'
    )
    assert run(["ask", "-", "--language", "en"]) == 0
    assert [chosen["language"] for _, chosen in assistant.asked] == ["sv", None, "en"]


def test_earlier_questions_are_given_in_order(assistant: SearchingAssistant, answer: Answer) -> None:
    assistant.queue = [answer]
    run(["ask", "och då?", "--after", "Får vi?", "--after", "hur mycket?"])
    assert assistant.asked[0][1]["after"] == ("Får vi?", "hur mycket?")


def test_lines_of_a_conversation_are_asked_after_one_another(
    assistant: SearchingAssistant, answer: Answer, lines_in: Callable[[bytes], None], capsys: Captured
) -> None:
    assistant.queue = [answer] * 4
    lines_in(
        b'{"question": "A?", "conversation": "x"}\n{"question": "B?", "conversation": "y"}\n'
        b'{"question": "C?", "conversation": "x", "after": ["0?"]}\n{"question": "D?"}\n'
    )
    assert run(["ask", "-"]) == 0
    assert [chosen["after"] for _, chosen in assistant.asked] == [(), (), ("0?", "A?"), ()]


def test_what_a_follow_up_is_read_as_stands_first(
    assistant: SearchingAssistant, answer: Answer, capsys: Captured
) -> None:
    assistant.queue = [replace(answer, asked="Får vi köpa direkt i Region Granne?")]
    run(["ask", "och i Granne?", "--after", "Får vi köpa direkt?"])
    assert capsys.readouterr().out.startswith("Jag läser frågan som: Får vi köpa direkt i Region Granne?\n")


def test_a_bad_line_is_named_by_number_and_the_rest_is_answered(
    assistant: SearchingAssistant, answer: Answer, lines_in: Callable[[bytes], None], capsys: Captured
) -> None:
    assistant.queue = [answer, answer]
    lines_in(
        b'{"id": 1, "question": "A?"}\n{"id": 2, "question": \n'
        b'{"id": 3, "question": "B?", "organisation": "x"}\n{"id": 4, "question": "C?"}\n'
    )
    assert run(["ask", "-"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == [1, 4]
    assert err.splitlines() == [
        "Rad 2: raden är inte giltig JSON.",
        "Rad 3: Organisationen ”x” är okänd. Kända: exempel, granne.",
    ]


def test_lines_that_are_all_refused_are_nothing_usable(
    assistant: SearchingAssistant, lines_in: Callable[[bytes], None]
) -> None:
    lines_in(b"hej\n")
    assert run(["ask", "-"]) == 2


def test_search_gives_the_contract_best_first(assistant: SearchingAssistant, capsys: Captured) -> None:
    assistant.results = [found(LAW, 0.91), found(GUIDELINE, 0.5)]
    assert run(["search", "direktköp", "--top", "2", "--organisation", "exempel", "--json"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert [set(result) for result in results] == [
        {"document", "title", "level", "section", "page", "score", "text"}
    ] * 2
    assert [result["document"] for result in results] == [LAW.document, GUIDELINE.document]
    chosen = {"organisation": "exempel", "as_of": None, "language": None, "top": 2, "after": ()}
    assert assistant.asked == [("direktköp", chosen)]


def test_search_takes_the_language_of_the_query(assistant: SearchingAssistant) -> None:
    assert run(["search", "gift limit", "--language", "en"]) == 0
    assert assistant.asked[0][1]["language"] == "en"


def test_a_line_chooses_how_many_results_it_wants(
    assistant: SearchingAssistant, lines_in: Callable[[bytes], None], capsys: Captured
) -> None:
    lines_in(b'{"id": "x", "question": "anbud", "top": 3}\n{"question": "anbud"}\n')
    assert run(["search", "-"]) == 0
    assert [chosen["top"] for _, chosen in assistant.asked] == [3, 8]
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"id": "x", "results": []},
        {"id": None, "results": []},
    ]


def test_search_in_a_terminal_says_where_each_passage_stands(
    assistant: SearchingAssistant, capsys: Captured
) -> None:
    assistant.results = [found(GUIDELINE, 0.5)]
    assert run(["search", "anbud"]) == 0
    out = capsys.readouterr().out
    assert "1. Riktlinje för köp, Tre anbud, sida 2\n" in out
    assert "Riktlinje · riktlinje-for-kop · 0,50" in out


def test_a_search_that_finds_nothing_says_so(assistant: SearchingAssistant, capsys: Captured) -> None:
    assert run(["search", "enhörning"]) == 0
    assert "Inget hittades." in capsys.readouterr().out
