"""Damaged files against the readers: a hundred of the thousands that `python -m evals.fuzz` tries."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.fuzz import BROUGHT_DOWN, LIMITED, READ, fuzz, is_sentence, sample_files
from evals.mutations import MUTATIONS, Mutation, mutations


def test_a_hundred_damaged_files_become_documents_or_refusals_in_sentences(tmp_path: Path) -> None:
    outcomes = list(fuzz(mutations(sample_files(), 100, seed=2), tmp_path))
    assert len(outcomes) == 100
    assert [o.sentence for o in outcomes if o.became != READ and not is_sentence(o.sentence)] == []
    assert sum(o.became in (LIMITED, BROUGHT_DOWN) for o in outcomes) <= 2
    assert any(o.became == READ for o in outcomes)


def test_the_same_seed_damages_files_the_same_way() -> None:
    first, again = (list(mutations(sample_files(), 20, seed=5)) for _ in range(2))
    assert first == again
    assert first != list(mutations(sample_files(), 20, seed=6))


@pytest.mark.parametrize("mutation", MUTATIONS)
@given(content=st.binary(min_size=2, max_size=200), seed=st.integers())
def test_every_kind_of_damage_leaves_a_file_to_read(mutation: Mutation, content: bytes, seed: int) -> None:
    assert mutation(content, random.Random(seed))
