"""What `ask --json` promises, held against real answers over the sample region."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

import answers
from answers.assistant import Assistant
from answers.contract import answer_to_json

SCHEMA = json.loads(Path(answers.__file__).with_name("contract.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())

ANSWERED = "Vad säger 19 a kap. 2 § LOU?"
BACKGROUND = "Vad föreslås i förslaget till ny riktlinje för direktupphandling?"
UNCONFIRMED = "Vad är förstahandsvalet i stället för en tjänsteresa enligt Resor och möten?"
ABSTAINED = "Hur ofta byter månen färg över Antarktis?"
QUESTIONS = [
    ANSWERED,
    BACKGROUND,
    UNCONFIRMED,
    ABSTAINED,
    "What is the largest gift that I may accept from a supplier?",
    "Vad sa den gamla inköpspolicyn om direktupphandling?",
    "Får en vårdcentral köpa i butik?",
    "Vem får besluta om undantag från konkurrensutsättning?",
    "Får läkemedel köpas i butik?",
    "Visst beslutar inköpsnämnden om inköpspolicyn?",
]


def ask(assistant: Assistant, question: str, **chosen: Any) -> dict[str, Any]:
    """The answer as a program reads it."""
    answer = assistant.ask(question, **{"organisation": "exempel", **chosen})
    read: dict[str, Any] = json.loads(json.dumps(answer_to_json(answer)))
    return read


@pytest.fixture(scope="module", params=QUESTIONS)
def record(request: pytest.FixtureRequest, sample_assistant: Assistant) -> dict[str, Any]:
    return ask(sample_assistant, request.param)


def test_a_follow_up_tells_what_it_was_read_as_and_what_it_took_over(sample_assistant: Assistant) -> None:
    record = ask(sample_assistant, "och om det kostar 60 000 kr?", after=["Får en vårdcentral köpa i butik?"])
    VALIDATOR.validate(record)
    assert record["question"] == "och om det kostar 60 000 kr?"
    assert record["asked"] == "Får en vårdcentral köpa i butik om beloppet är 60 000 kr?"
    assert {"what": "topic", "value": "vårdcentral köpa i butik"} in record["carried"]


def test_a_question_that_stands_alone_takes_nothing_over(record: dict[str, Any]) -> None:
    assert (record["asked"], record["carried"]) == (None, [])


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_an_answer_holds_to_the_schema(record: dict[str, Any]) -> None:
    VALIDATOR.validate(record)


def test_every_index_points_into_the_citations(record: dict[str, Any]) -> None:
    indexes = [index for rung in record["rungs"] for index in rung["citations"]] + record["background"]
    indexes += [
        index for conflict in record["conflicts"] for index in (conflict["prevails"], conflict["yields"])
    ]
    indexes += [parallel["citation"] for parallel in record["parallels"]]
    indexes += [warning["citation"] for warning in record["warnings"] if warning["citation"] is not None]
    indexes += [record[key]["citation"] for key in ("verdict", "premise") if record[key]]
    if record["applicable"]:
        indexes.append(record["applicable"]["citation"])
    assert set(indexes) <= set(range(len(record["citations"])))


def test_every_citation_stands_on_one_rung_or_in_the_background_and_nowhere_twice(
    record: dict[str, Any],
) -> None:
    placed = [index for rung in record["rungs"] for index in rung["citations"]] + record["background"]
    assert sorted(placed) == list(range(len(record["citations"])))


def test_every_quote_is_the_stored_text_at_its_offsets(
    record: dict[str, Any], sample_assistant: Assistant
) -> None:
    for citation in record["citations"]:
        stored = sample_assistant.library.text(citation["document"])
        assert stored[citation["start"] : citation["end"]] == citation["quote"]


def test_rungs_stand_in_the_order_of_the_ladder_with_their_own_documents(record: dict[str, Any]) -> None:
    order = ["law", "policy", "guideline", "rule"]
    places = [order.index(rung["level"]) for rung in record["rungs"]]
    assert places == sorted(set(places))
    for rung in record["rungs"]:
        assert {record["citations"][index]["level"] for index in rung["citations"]} == {rung["level"]}


def test_what_is_applicable_is_the_rung_that_decides(record: dict[str, Any]) -> None:
    deciding = [rung for rung in record["rungs"] if rung["relation"] == "decides"]
    if record["applicable"] is None:
        assert record["rungs"] == []
    else:
        assert [rung["level"] for rung in deciding] == [record["applicable"]["level"]]
        assert record["applicable"]["citation"] in deciding[0]["citations"]


def test_the_questions_above_cover_an_answer_a_refusal_a_warning_and_background(
    sample_assistant: Assistant,
) -> None:
    answered, abstained = ask(sample_assistant, ANSWERED), ask(sample_assistant, ABSTAINED)
    background, unconfirmed = ask(sample_assistant, BACKGROUND), ask(sample_assistant, UNCONFIRMED)
    assert answered["applicable"]["level"] == "law"
    assert abstained["abstained"]
    assert background["background"]
    assert "referred_back" in {warning["code"] for warning in background["warnings"]}
    assert "unconfirmed" in {warning["code"] for warning in unconfirmed["warnings"]}


def test_what_was_asked_is_given_back(sample_assistant: Assistant) -> None:
    record = ask(sample_assistant, ANSWERED, as_of=date(2026, 3, 1), language="en")
    assert record["question"] == ANSWERED
    assert (record["organisation"], record["as_of"], record["language"]) == ("exempel", "2026-03-01", "en")


def test_without_an_organisation_the_only_one_asks_and_is_named(sample_assistant: Assistant) -> None:
    record = ask(sample_assistant, ANSWERED, organisation=None)
    VALIDATOR.validate(record)
    assert record["organisation"] == "exempel"


@pytest.mark.parametrize(
    "damage",
    [
        lambda record: record.update(note="Något mer."),
        lambda record: record.pop("conflicts"),
        lambda record: record.pop("parallels"),
        lambda record: record.update(as_of="i dag"),
        lambda record: record["citations"][0].update(score=0.5),
        lambda record: record["citations"][0].update(quote="  "),
        lambda record: record["citations"][0].update(ocr_confidence=87),
        lambda record: record["citations"][0].pop("ocr_confidence"),
        lambda record: record["citations"][0].update(status="valid"),
        lambda record: record.update(applicable={"level": "background", "citation": 0}),
        lambda record: record.update(citations=[]),
        lambda record: record.update(abstained=True),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_hold(sample_assistant: Assistant, damage: Any) -> None:
    record = deepcopy(ask(sample_assistant, ANSWERED))
    damage(record)
    with pytest.raises(ValidationError):
        VALIDATOR.validate(record)
