"""What the server sends for a page to be drawn, held up where a test wants to see the page half drawn."""

from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_DRAWS = {"delta", "ref_hash", "script_finished"}
"""The messages of Streamlit that draw a page, and the one that ends it."""


class Drawing:
    """Stands between a page and its server; the page is loaded anew when it takes its place."""

    def __init__(self, page: Page) -> None:
        self._page: WebSocketRoute | None = None
        self._after: bytes | None = None
        self._holding = False
        self._held: list[str | bytes] = []
        page.route_web_socket("**/_stcore/stream", self._route)
        page.reload()

    def hold(self, after: str = "") -> None:
        """From here on nothing is drawn, or nothing more once something with the words `after` has been."""
        self._after = after.encode()
        self._holding = not after

    def let_go(self) -> None:
        self._after, self._holding = None, False
        for message in self._held:
            self._send(message)
        self._held.clear()

    def _route(self, page: WebSocketRoute) -> None:
        self._page = page
        page.connect_to_server().on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        if self._holding and (self._held or _draws(message)):
            self._held.append(message)
            return
        self._send(message)
        if self._after and isinstance(message, bytes) and self._after in message:
            self._holding = True

    def _send(self, message: str | bytes) -> None:
        assert self._page is not None
        self._page.send(message)


def _draws(message: str | bytes) -> bool:
    return isinstance(message, bytes) and ForwardMsg.FromString(message).WhichOneof("type") in _DRAWS
