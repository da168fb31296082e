"""Our search in LlamaIndex's clothes, over the sample region."""

import asyncio
from datetime import date

import pytest

from answers.assistant import Assistant
from answers.llama import RungRetriever

QUESTION = "gåvor från leverantörer"


@pytest.fixture
def retriever(sample_assistant: Assistant) -> RungRetriever:
    return RungRetriever(sample_assistant, organisation="exempel", top=3)


def test_nodes_are_the_search_results_in_their_order(
    retriever: RungRetriever, sample_assistant: Assistant
) -> None:
    results = sample_assistant.search(QUESTION, organisation="exempel", top=3)
    nodes = retriever.retrieve(QUESTION)
    assert [node.text for node in nodes] == [result.text for result in results]
    assert [node.score for node in nodes] == [result.score for result in results]


def test_a_node_says_where_its_text_stands(retriever: RungRetriever, sample_assistant: Assistant) -> None:
    node = retriever.retrieve(QUESTION)[0]
    where = node.metadata
    assert sample_assistant.library.text(where["document"])[where["start"] : where["end"]] == node.text
    assert (where["level"], where["status"]) == ("rule", "adopted")
    assert where["section"]
    assert where["source"].endswith(f"{where['document']}.md")


def test_the_same_provision_is_the_same_node(retriever: RungRetriever) -> None:
    first, second = (retriever.retrieve(QUESTION)[0].node_id for _ in range(2))
    assert first == second


def test_organisation_and_day_are_kept_to(sample_assistant: Assistant) -> None:
    then = RungRetriever(sample_assistant, organisation="exempel", as_of=date(2020, 5, 1))
    documents = {node.metadata["document"] for node in then.retrieve("inköpspolicyns syfte")}
    assert "inkopspolicy-2017" in documents
    assert "inkopspolicy-2025" not in documents


def test_it_can_be_asked_asynchronously(retriever: RungRetriever) -> None:
    nodes = asyncio.run(retriever.aretrieve(QUESTION))
    assert [node.node_id for node in nodes] == [node.node_id for node in retriever.retrieve(QUESTION)]
