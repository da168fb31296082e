"""What the server does before any page: gives a browser its secret, and says how its pages may be used."""

from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from people.person import COOKIE, is_secret, new_secret

_A_YEAR = 365 * 24 * 3600
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
}


class PersonCookie:
    """Sets the cookie that makes a conversation one's own, where a page is fetched without one.

    The cookie is out of scripts' reach (HttpOnly) and is sent by no other site (SameSite).
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
                if held is None and headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _cookie(scope))
            await send(message)

        await self._app(scope, receive, send_with_headers)


def secret_in(cookies: str) -> str | None:
    """The person's secret in a `Cookie` header; None where it holds none."""
    parsed: SimpleCookie = SimpleCookie()
    try:
        parsed.load(cookies)
    except CookieError:
        return None
    secret = parsed[COOKIE].value if COOKIE in parsed else ""
    return secret if is_secret(secret) else None


def _cookie(scope: dict[str, Any] | Scope) -> str:
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return f"{COOKIE}={new_secret()}; Path=/; Max-Age={_A_YEAR}; HttpOnly; SameSite=Lax{secure}"
