"""Searching over the sample region."""

from datetime import date

import pytest

from answers.assistant import Assistant
from answers.contract import results_to_json
from answers.search import SearchResult


def search(assistant: Assistant, query: str, **chosen: object) -> list[SearchResult]:
    return assistant.search(query, **{"organisation": "exempel", **chosen})


def test_the_best_come_first_and_no_more_than_were_asked_for(sample_assistant: Assistant) -> None:
    results = search(sample_assistant, "gåvor från leverantörer", top=5)
    scores = [result.score for result in results]
    assert len(results) == 5
    assert scores == sorted(scores, reverse=True)
    assert results[0].document.document == "gavor-och-representation"


def test_a_result_is_the_whole_provision(sample_assistant: Assistant) -> None:
    for result in search(sample_assistant, "gåvor från leverantörer", top=3):
        stored = sample_assistant.library.text(result.document.document)
        assert result.text == stored[result.provision.start : result.provision.end]


def test_each_provision_stands_once(sample_assistant: Assistant) -> None:
    results = search(sample_assistant, "direktupphandling", top=30)
    places = [(result.document.document, result.provision.start) for result in results]
    assert len(places) == len(set(places))


def test_a_reference_comes_first(sample_assistant: Assistant) -> None:
    assert search(sample_assistant, "13 kap. 2 § LOU")[0].provision.address == "13 kap. 2 §"


def test_only_the_edition_of_the_day_is_found(sample_assistant: Assistant) -> None:
    query = "inköpspolicy syfte"
    today = {result.document.document for result in search(sample_assistant, query, top=50)}
    then = {result.document.document for result in search(sample_assistant, query, as_of=date(2020, 5, 1))}
    assert "inkopspolicy-2017" not in today
    assert "inkopspolicy-2017" in then
    assert not then & {"inkopspolicy-2025", "riktlinje-for-inkop"}


def test_a_chosen_language_is_taken_at_its_word(sample_assistant: Assistant) -> None:
    found = search(sample_assistant, "gift", language="en", top=3)
    assert len(found) == 3


def test_an_unknown_organisation_is_a_lookup_error(sample_assistant: Assistant) -> None:
    with pytest.raises(KeyError):
        sample_assistant.search("gåvor", organisation="okänd")


def test_json_has_the_contracts_fields(sample_assistant: Assistant) -> None:
    [result] = results_to_json(search(sample_assistant, "gåvor", top=1))["results"]
    assert set(result) == {"document", "title", "level", "section", "page", "score", "text"}
