"""The query adapter: the turn of a question's vector before the search."""

import numpy as np
import pytest

from index.embedding import engine_id
from index.query_adapter import QueryAdapter, load_adapter

DOWN = np.array([[1.0], [0.0]], dtype=np.float32)
UP = np.array([[0.0], [1.0]], dtype=np.float32)


def test_a_question_is_turned_towards_what_was_learned_and_keeps_length_one() -> None:
    turned = QueryAdapter(DOWN, UP).turned(np.array([1.0, 0.0], dtype=np.float32))
    assert turned == pytest.approx([np.sqrt(0.5), np.sqrt(0.5)])


def test_where_nothing_was_learned_a_question_is_left_as_it_is() -> None:
    vector = np.array([0.6, 0.8], dtype=np.float32)
    assert QueryAdapter(DOWN * 0, UP).turned(vector) == pytest.approx(vector)


@pytest.mark.parametrize("engine", [engine_id(), "intfloat/multilingual-e5-small/sentence-transformers"])
def test_one_adapter_ships_for_the_default_model_in_both_its_forms(engine: str) -> None:
    adapter = load_adapter(engine)
    assert adapter is not None
    turned = adapter.turned(np.eye(384, dtype=np.float32)[0])
    assert np.linalg.norm(turned) == pytest.approx(1.0)
    assert turned[0] < 0.99  # something was learned


@pytest.mark.parametrize("name", ["KBLab/sentence-bert-swedish-cased", "someone/multilingual-e5-small-tuned"])
def test_another_model_is_used_as_it_is(name: str) -> None:
    assert load_adapter(engine_id(name)) is None
