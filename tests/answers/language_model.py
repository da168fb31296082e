"""A language model whose replies are made beforehand."""

from typing import Any

from llama_index.core.base.llms.types import ChatMessage, ChatResponse, CompletionResponse, LLMMetadata
from llama_index.core.llms import CustomLLM
from pydantic import PrivateAttr


class QueuedModel(CustomLLM):
    """Gives the queued replies in order (an exception is raised) and remembers what it was given."""

    _queue: list[str | Exception] = PrivateAttr(default_factory=list)
    _asked: list[list[ChatMessage]] = PrivateAttr(default_factory=list)

    @classmethod
    def of(cls, *replies: str | Exception) -> "QueuedModel":
        model = cls()
        model._queue = list(replies)
        return model

    @property
    def asked(self) -> list[str]:
        """What the user's message was, each time."""
        return [messages[-1].content or "" for messages in self._asked]

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata()

    def chat(self, messages: Any, **kwargs: Any) -> ChatResponse:
        self._asked.append(list(messages))
        reply = self._queue.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return ChatResponse(message=ChatMessage(reply, role="assistant"))

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        raise NotImplementedError

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
        raise NotImplementedError
