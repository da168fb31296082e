"""What the server does before any page: gives a browser its secret, and says how its pages may be used."""

from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from people.person import COOKIE, is_secret, new_secret

_A_YEAR = 365 * 24 * 3600
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
}


class PersonCookie:
    """Sets the cookie that makes a conversation one's own, and sets it anew each time a page is fetched.

    The cookie is out of scripts' reach (HttpOnly) and is sent by no other site (SameSite). It lasts for a
    year from the last visit. A page that carries it is for one browser only: it is stored nowhere, so that no
    proxy hands one person's secret to another, and none comes back unchanged without it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        held = secret_in(Headers(scope=scope).get("cookie", ""))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _cookie(held or new_secret(), scope))
                    headers["cache-control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers)


def secret_in(cookies: str) -> str | None:
    """The person's secret in a `Cookie` header; None where it holds none."""
    # Read as the pages read it: a cookie of another application, however written, does not hide ours.
    secret = cookie_parser(cookies).get(COOKIE, "")
    return secret if is_secret(secret) else None


def _cookie(secret: str, scope: dict[str, Any] | Scope) -> str:
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return f"{COOKIE}={secret}; Path=/; Max-Age={_A_YEAR}; HttpOnly; SameSite=Lax{secure}"
