"""Our embedders in LlamaIndex's clothes."""

import asyncio
import subprocess
import sys

import numpy as np
import pytest
from llama_index.core import VectorStoreIndex
from llama_index.core.schema import TextNode

from index.llama import EmbedderAdapter
from tests.index.library_folder import FakeEmbedder


@pytest.fixture
def fake() -> FakeEmbedder:
    return FakeEmbedder()


def test_vectors_are_the_embedders_own(fake: FakeEmbedder) -> None:
    adapter = EmbedderAdapter(fake)
    assert adapter.get_query_embedding("gåvor") == fake.query("gåvor").tolist()
    assert np.array_equal(adapter.get_text_embedding_batch(["å", "ä"]), fake.passages(["å", "ä"]))
    assert adapter.get_text_embedding("ö") == fake.passages(["ö"])[0].tolist()


def test_a_question_can_be_embedded_asynchronously(fake: FakeEmbedder) -> None:
    adapter = EmbedderAdapter(fake)
    assert asyncio.run(adapter.aget_query_embedding("gåvor")) == fake.query("gåvor").tolist()


def test_questions_and_passages_are_told_apart() -> None:
    class Prefixing(FakeEmbedder):
        def query(self, text: str):
            return self.passages([f"query: {text}"])[0]

    adapter = EmbedderAdapter(Prefixing())
    assert adapter.get_query_embedding("gåvor") != adapter.get_text_embedding("gåvor")


def test_a_batch_is_embedded_at_once(fake: FakeEmbedder) -> None:
    calls = []

    class Counting(FakeEmbedder):
        def passages(self, texts):
            calls.append(len(texts))
            return super().passages(texts)

    EmbedderAdapter(Counting(), embed_batch_size=3).get_text_embedding_batch(["a", "b", "c", "d"])
    assert calls == [3, 1]


def test_the_adapter_is_named_after_the_engine(fake: FakeEmbedder) -> None:
    assert EmbedderAdapter(fake).model_name == fake.id


def test_an_index_of_theirs_is_searched_through_it(fake: FakeEmbedder) -> None:
    nodes = [TextNode(text="Gåvor avböjs."), TextNode(text="Tåg väljs.")]
    index = VectorStoreIndex(nodes, embed_model=EmbedderAdapter(fake))
    [found] = index.as_retriever(similarity_top_k=1).retrieve("Tåg väljs.")
    assert found.node.get_content() == "Tåg väljs."


def test_the_framework_is_not_imported_by_those_who_do_not_use_it() -> None:
    program = "import sys, answers.assistant; sys.exit('llama_index.core' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
