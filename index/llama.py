"""The seam to LlamaIndex: its embedding interface over our embedders. Imported only by those who use it."""

from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr

from index.embedding import Embedder


class EmbedderAdapter(BaseEmbedding):
    """An `Embedder` as LlamaIndex calls it: questions as queries, texts as passages; vectors of length 1."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder, **settings: Any) -> None:
        super().__init__(model_name=embedder.id, **settings)
        self._embedder = embedder

    @classmethod
    def class_name(cls) -> str:
        return "RegelstegenEmbedder"

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(value) for value in self._embedder.query(query)]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self._embedder.passages(texts)]
