"""What a question is searched with."""

import numpy as np

from answers.assistant import Assistant
from index.embedding import open_embedder
from index.query_adapter import load_adapter


def test_a_misspelt_question_is_read_as_it_was_meant_and_kept_as_it_was_typed(
    sample_assistant: Assistant,
) -> None:
    typed = "far jag ta emot en present av en leverantren"
    question = sample_assistant.finder.understand(typed, "exempel", None, None)
    assert question.text == "får jag ta emot en present av en leverantören"
    assert (question.typed, question.reread) == (typed, (("far", "får"), ("leverantren", "leverantören")))
    assert sample_assistant.ask(typed, organisation="exempel").question == typed


def test_a_question_is_searched_with_its_turned_vector(sample_assistant: Assistant) -> None:
    question = "Får jag ta emot en present?"
    embedder = open_embedder()
    adapter = load_adapter(embedder.id)
    assert adapter is not None
    plain = embedder.query(question)
    found = sample_assistant.finder.find(question, "exempel", None, None)
    assert np.allclose(found.query.vector, adapter.turned(plain))
    assert not np.allclose(found.query.vector, plain)
