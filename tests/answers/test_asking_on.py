"""Follow-up questions over the sample region: one search for each, and what was taken over is said."""

from typing import Any

import pytest

from answers.assistant import Assistant
from answers.explaining_contract import explanation_to_json
from commands.explanation_view import explanation_shown
from tests.answers.making import TODAY

FIRST = "Hur många offerter ska tas in vid en direktupphandling på 60 000 kronor?"


def ask(assistant: Assistant, question: str, *after: str) -> Any:
    return assistant.ask(question, organisation="exempel", after=after)


def test_a_follow_up_is_embedded_once_and_as_the_whole_question(
    sample_assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedder = sample_assistant.finder._embedder
    query, asked = embedder.query, []

    def counting(text: str) -> Any:
        asked.append(text)
        return query(text)

    monkeypatch.setattr(embedder, "query", counting)
    answer = ask(sample_assistant, "och på 200 000 kr?", FIRST)
    assert asked == ["Hur många offerter ska tas in vid en direktupphandling på 200 000 kr?"]
    assert (answer.question, answer.asked) == ("och på 200 000 kr?", asked[0])


def test_a_follow_up_is_answered_as_its_whole_question_is(sample_assistant: Assistant) -> None:
    followed = ask(sample_assistant, "och på 200 000 kr?", FIRST)
    assert followed.text == ask(sample_assistant, followed.asked).text


def test_a_documents_particulars_can_be_asked_for_one_after_the_other(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "av vem?", "När beslutades inköpspolicyn?")
    assert "regionfullmäktige" in answer.text


def test_the_explanation_shows_what_was_read_and_taken_over(sample_assistant: Assistant) -> None:
    _, explanation = sample_assistant.explained("vem beslutar det?", organisation="exempel", after=[FIRST])
    understood = explanation_to_json(explanation)["understood"]
    assert understood["asked"].startswith("Vem beslutar det (offerter ska tas in")
    assert {carried["what"] for carried in understood["carried"]} == {"topic", "amount"}
    assert explanation_shown(explanation, sample_assistant.hierarchy)


def test_another_year_is_answered_by_the_edition_of_that_year(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "vad gällde 2020 då?", "Vad är syftet med inköpspolicyn?")
    assert answer.as_of.year == 2020 != TODAY.year
    assert {c.document.document for c in answer.citations} & {"inkopspolicy-2017"}
