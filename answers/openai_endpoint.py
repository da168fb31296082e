"""A language model behind an endpoint that speaks as OpenAI's does, with limits to what it may send.

Needs the extra `llm`, and is imported by those who open a model alone.
"""

import time
from collections.abc import Iterator, Sequence
from typing import Any, Self

import httpx
from llama_index.core.base.llms.types import ChatMessage, ChatResponse
from llama_index.llms.openai_like import OpenAILike
from openai import APIConnectionError, APIStatusError, APITimeoutError, OpenAIError

from answers.language_model import LanguageModelError

_LARGEST_REPLY = 256 * 1024
"""Bytes of a reply, with all that comes around it."""
_MOST_TOKENS = 800


class OpenAIEndpoint(OpenAILike):  # type: ignore[misc,unused-ignore]
    """One that says in a sentence why it gave no answer."""

    @classmethod
    def at(cls, url: str, model: str, key: str | None, seconds: float) -> Self:
        """The model of that name at `url`, with `seconds` for a whole reply."""
        return cls(
            model=model,
            api_base=url,
            # Without a key of ours the client would take one that was meant for another service.
            api_key=key or "none",
            is_chat_model=True,
            temperature=0.3,
            max_tokens=_MOST_TOKENS,
            timeout=seconds,
            max_retries=0,
            http_client=httpx.Client(transport=_Limited(seconds), timeout=seconds, follow_redirects=False),
        )

    def chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        """The model's reply. Raises LanguageModelError."""
        try:
            reply: ChatResponse = super().chat(messages, **kwargs)
            return reply
        except APITimeoutError as error:
            raise LanguageModelError(
                "Språkmodellen svarade inte i tid.",
                "Höj language_model_seconds, eller välj en mindre modell.",
            ) from error
        except APIStatusError as error:
            raise LanguageModelError(
                f"Språkmodellen avvisade frågan (HTTP {error.status_code}).",
                "Kontrollera language_model och REGELSTEGEN_LANGUAGE_MODEL_KEY.",
            ) from error
        except APIConnectionError as error:
            if isinstance(error.__cause__, httpx.DecodingError):
                raise _unreadable() from error
            raise LanguageModelError(
                "Språkmodellen går inte att nå.", "Kontrollera language_model_url, och att den är igång."
            ) from error
        # A server may send anything: the client then stumbles over what isn't there.
        except (OpenAIError, httpx.HTTPError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise _unreadable() from error


def _unreadable() -> LanguageModelError:
    return LanguageModelError(
        "Språkmodellens svar går inte att läsa, eller är för stort.",
        "Kontrollera att language_model_url talar OpenAI:s gränssnitt.",
    )


class _Limited(httpx.HTTPTransport):
    """Connections whose replies end in time and within their size, however slowly or much is sent."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        until = time.monotonic() + self._seconds
        request.headers["accept-encoding"] = "identity"
        response = super().handle_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            response.close()
            raise httpx.DecodingError("a packed reply may be of any size", request=request)
        assert isinstance(response.stream, httpx.SyncByteStream)
        response.stream = _Measured(response.stream, until)
        return response


class _Measured(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for part in self._stream:
            size += len(part)
            if size > _LARGEST_REPLY:
                raise httpx.DecodingError("the reply is too large")
            if time.monotonic() > self._until:
                raise httpx.ReadTimeout("the reply took too long")
            yield part

    def close(self) -> None:
        self._stream.close()
