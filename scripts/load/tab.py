"""A browser tab as the server sees it: Streamlit's messages over a websocket, with nothing drawn.

The messages are those of the installed Streamlit (`streamlit.proto`). As a browser does, the tab remembers
large elements and tells the server which it holds, so that they are not sent again.
"""

import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

_STREAM = "/_stcore/stream"
_LARGEST_MESSAGE = 64 * 2**20
_TAGS = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
_KEY = re.compile(r"^\$\$(?:ID|WIDGET_ID)-[0-9a-f]+-(?P<key>.*)$", re.DOTALL)


class PageFailed(Exception):
    """The page could not be used: it held an error, or did not come."""


@dataclass
class Run:
    """What the server sent from a press to the end of the script.

    `first`: seconds until the words waited for were drawn (None: they never were); `seconds`: until all was.
    """

    seconds: float
    first: float | None
    texts: list[str]
    size: int


@dataclass
class Tab:
    """An open page. `widgets` has the ids of what can be pressed or written in, by the key in the code."""

    connection: ClientConnection
    path: str
    widgets: dict[str, str] = field(default_factory=dict)
    _held: dict[str, ForwardMsg] = field(default_factory=dict)
    _states: dict[str, WidgetState] = field(default_factory=dict)

    async def load(self) -> Run:
        """What a visit to the page does first. Raises `PageFailed`."""
        return await self._run([], "")

    async def write(self, key: str, text: str) -> Run:
        """Sends `text` from a chat field. Raises `PageFailed`."""
        written = WidgetState(id=self._id(key))
        written.chat_input_value.data = text
        return await self._run([written], text)

    async def press(self, key: str) -> Run:
        """Presses a button. Raises `PageFailed`."""
        return await self._run([WidgetState(id=self._id(key), trigger_value=True)], "")

    def keys(self, beginning: str) -> list[str]:
        """The keys of the page's widgets that begin so, in the order drawn."""
        return [key for key in self.widgets if key.startswith(beginning)]

    def _id(self, key: str) -> str:
        if key not in self.widgets:
            raise PageFailed(f"sidan har inget fält och ingen knapp med nyckeln {key}")
        return self.widgets[key]

    async def _run(self, pressed: list[WidgetState], awaited: str) -> Run:
        state = ClientState(page_name=self.path, cached_message_hashes=self._held)
        state.widget_states.widgets.extend([*self._states.values(), *pressed])
        begun = perf_counter()
        await self.connection.send(BackMsg(rerun_script=state).SerializeToString())
        self.widgets.clear()
        run = Run(0.0, None, [], 0)
        started = False
        async for received in self.connection:
            run.size += len(received)
            message = self._whole(ForwardMsg.FromString(_bytes(received)))
            kind = message.WhichOneof("type")
            started = started or kind == "new_session"
            if kind == "delta":
                drawn = self._drawn(message)
                run.texts += drawn
                if awaited and run.first is None and any(awaited in text for text in drawn):
                    run.first = perf_counter() - begun
            elif kind == "script_finished" and started:
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise PageFailed("sidans program gick inte att köra")
                run.seconds = perf_counter() - begun
                return run
        raise PageFailed("servern stängde förbindelsen")

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself, where only a reference to one that the tab holds was sent."""
        if message.WhichOneof("type") == "ref_hash":
            if message.ref_hash not in self._held:
                raise PageFailed("servern hänvisade till något som aldrig har skickats")
            return self._held[message.ref_hash]
        if message.metadata.cacheable:
            self._held[message.hash] = message
        return message

    def _drawn(self, message: ForwardMsg) -> list[str]:
        """The words that a delta draws; its widgets are remembered. Raises `PageFailed` for a drawn error."""
        delta = message.delta
        if delta.WhichOneof("type") == "add_block":
            block = delta.add_block
            self._remember(block.expandable.id if block.HasField("expandable") else block.id)
            return [block.expandable.label] if block.HasField("expandable") else []
        if delta.WhichOneof("type") != "new_element":
            return []
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise PageFailed(f"sidan visade ett fel: {element.exception.type} {element.exception.message}")
        content: Any = getattr(element, kind) if kind else None
        self._remember(str(getattr(content, "id", "")))
        if kind == "html":
            if "rs-error" in _without_styles(content.body):
                raise PageFailed(f"sidan visade ett fel: {_words(content.body)[:200]}")
            return [_words(content.body)]
        return [str(text) for name in ("body", "label") if (text := getattr(content, name, ""))]

    def _remember(self, widget: str) -> None:
        if found := _KEY.match(widget):
            self.widgets[found["key"]] = widget


@asynccontextmanager
async def opened(address: str, path: str = "") -> AsyncIterator[Tab]:
    """A tab of a new browser, which has fetched the page and its cookies. Raises `PageFailed`."""
    place = urlsplit(address)
    async with httpx.AsyncClient(base_url=address, timeout=30) as http:
        page = await http.get(f"/{path}")
        if page.status_code != httpx.codes.OK:
            raise PageFailed(f"sidan svarade {page.status_code}")
        cookies = "; ".join(f"{name}={value}" for name, value in http.cookies.items())
    async with connect(
        f"ws://{place.netloc}{_STREAM}",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers={"Cookie": cookies},
        max_size=_LARGEST_MESSAGE,
        ping_interval=None,
    ) as connection:
        yield Tab(connection, path)


def _bytes(received: str | bytes) -> bytes:
    return received if isinstance(received, bytes) else received.encode()


def _without_styles(body: str) -> str:
    return re.sub(r"<style>.*?</style>", "", body, flags=re.DOTALL)


def _words(body: str) -> str:
    return html.unescape(_TAGS.sub(" ", body))
