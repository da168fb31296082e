"""A language model's endpoint, over loopback: what is sent, and every way for it to give no answer."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from llama_index.core.base.llms.types import ChatMessage

from answers import language_model
from answers.language_model import LanguageModelError, open_language_model, reply_of

pytest.importorskip("openai", reason="needs the extra llm")

Respond = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def serving(respond: Respond) -> Iterator[tuple[str, list[tuple[str | None, Any]]]]:
    """A server on this machine, with its address and what it was sent: the credentials and the body."""
    received: list[tuple[str | None, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            received.append((self.headers["authorization"], body))
            with suppress(ConnectionError):  # the client had enough
                respond(self)

        def log_message(self, *_: Any) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def sending(body: bytes, status: int = 200, **headers: str) -> Respond:
    def respond(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"content_type": "application/json", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return respond


def saying(words: str) -> bytes:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": words}}
    reply = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return json.dumps(reply).encode()


def asked(url: str, key: str | None = None) -> str:
    return reply_of(open_language_model(url, "liten", key, seconds=5), [ChatMessage("Hej", role="user")])


def test_a_question_is_sent_with_the_key_and_the_reply_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "en annans")
    with serving(sending(saying("Hej själv"))) as (url, received):
        assert asked(url, "min") == "Hej själv"
        assert asked(url) == "Hej själv"
    (first, body), (second, _) = received
    assert (first, second) == ("Bearer min", "Bearer none")
    assert body["model"] == "liten"
    assert body["messages"] == [{"role": "user", "content": "Hej"}]


@pytest.mark.parametrize(
    ("respond", "why"),
    [
        (sending(b"{}", 401), "HTTP 401"),
        (sending(b"", 302, location="http://127.0.0.1:9/"), "HTTP 302"),
        (sending(b"{}"), "går inte att läsa"),
        (sending(b"[]"), "går inte att läsa"),
        (sending(b"<html>", content_type="text/html"), "går inte att läsa"),
        (sending(saying("x" * 300_000)), "för stort"),
        (sending(b"\x1f\x8b", content_encoding="gzip"), "går inte att läsa"),
    ],
)
def test_a_reply_that_is_none_is_a_sentence(respond: Respond, why: str) -> None:
    with serving(respond) as (url, _), pytest.raises(LanguageModelError, match=why) as caught:
        asked(url)
    assert caught.value.remedy


def test_a_server_that_is_not_there_is_a_sentence() -> None:
    with serving(sending(b"")) as (url, _):
        pass
    with pytest.raises(LanguageModelError, match="går inte att nå"):
        asked(url)


def test_a_reply_that_drips_ends_in_time() -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(3_000):
            handler.wfile.write(b" ")

    with serving(drip) as (url, _):
        model = open_language_model(url, "liten", None, seconds=0.05)
        with pytest.raises(LanguageModelError):
            reply_of(model, [ChatMessage("Hej", role="user")])


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_model, "find_spec", lambda name: None)
    with pytest.raises(LanguageModelError, match=r"regelstegen\[llm\]"):
        open_language_model("http://127.0.0.1:9/v1", "liten", None, seconds=1)
