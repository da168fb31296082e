"""The seam to a language model: LlamaIndex's `LLM`, whoever it is that answers behind it.

The extra `llm` is imported where a model is opened, and nothing connects before one is asked.
"""

from collections.abc import Sequence
from importlib.util import find_spec

from llama_index.core.base.llms.types import ChatMessage
from llama_index.core.llms import LLM

from index.errors import LibraryError


class LanguageModelError(LibraryError):
    """The language model can't be used: it isn't there, doesn't answer, or not as it should."""


def open_language_model(url: str, model: str, key: str | None, *, seconds: float) -> LLM:
    """The model of that name at an endpoint that speaks as OpenAI's does ("http://127.0.0.1:8080/v1").

    A reply that isn't whole after `seconds` counts as none. Raises LanguageModelError without the extra.
    """
    if find_spec("openai") is None:
        raise LanguageModelError(
            "Stödet för språkmodeller är inte installerat.", "Installera det: pip install 'regelstegen[llm]'"
        )
    from answers.openai_endpoint import OpenAIEndpoint

    return OpenAIEndpoint.at(url, model, key, seconds)


def reply_of(model: LLM, messages: Sequence[ChatMessage]) -> str:
    """What the model replies. Raises LanguageModelError."""
    return model.chat(messages).message.content or ""
