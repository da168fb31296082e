"""What the server does before any page: the cookie that makes a conversation one's own, and the headers."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.types import Message, Scope

from people.person import COOKIE, is_secret, new_secret
from ui.server import PersonCookie, secret_in


async def _page(request: object) -> HTMLResponse:
    return HTMLResponse("<p>å</p>", headers={"cache-control": "no-cache"})


async def _data(request: object) -> JSONResponse:
    return JSONResponse({})


APP = Starlette(routes=[Route("/", _page), Route("/data", _data)], middleware=[Middleware(PersonCookie)])


def headers(path: str = "/", cookies: str = "", scheme: str = "http") -> Headers:
    """The headers of what a browser that sends `cookies` is given at `path`."""
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "scheme": scheme,
        "query_string": b"",
        "headers": [(b"cookie", cookies.encode("latin-1", "replace"))] if cookies else [],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(APP(scope, receive, send))
    return Headers(raw=sent[0]["headers"])


def given(cookies: str = "", path: str = "/", scheme: str = "http") -> str:
    """The header that sets the cookie; empty where none is set."""
    return headers(path, cookies, scheme).get("set-cookie", "")


def test_a_browser_without_a_secret_gets_one_with_the_page() -> None:
    held = given()
    secret = held.partition("=")[2].partition(";")[0]
    assert held.startswith(f"{COOKIE}=")
    assert is_secret(secret)


def test_two_browsers_get_different_secrets() -> None:
    assert given().partition(";")[0] != given().partition(";")[0]


def test_scripts_and_other_sites_can_not_reach_it() -> None:
    attributes = given().split("; ")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(attributes)
    assert "Secure" not in attributes
    assert "Secure" in given(scheme="https").split("; ")


def test_a_secret_that_is_held_stays_and_lasts_a_year_from_each_visit() -> None:
    secret = new_secret()
    held = given(f"{COOKIE}={secret}")
    assert held.startswith(f"{COOKIE}={secret};")
    assert "Max-Age=31536000" in held


@pytest.mark.parametrize("forged", ["", "x", "a" * 39, "a" * 65, "é" * 43, f"{'a' * 42};"])
def test_what_can_not_be_a_secret_is_replaced(forged: str) -> None:
    secret = given(f"{COOKIE}={forged}").partition("=")[2].partition(";")[0]
    assert secret != forged
    assert is_secret(secret)


@pytest.mark.parametrize("other", ['prefs={"a": 1}', "a=b=c", "å=ä", "flag", "x=[1,2]; y=;;"])
def test_another_applications_cookies_do_not_hide_it(other: str) -> None:
    secret = new_secret()
    assert secret_in(f"{other}; {COOKIE}={secret}") == secret
    assert secret_in(f"{COOKIE}={secret}; {other}") == secret


def test_a_page_with_a_secret_is_stored_nowhere() -> None:
    assert headers()["cache-control"] == "no-store"


def test_what_is_no_page_carries_no_secret() -> None:
    assert given(path="/data") == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "SAMEORIGIN"),
        ("referrer-policy", "same-origin"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/data"])
def test_every_response_says_how_it_may_be_used(path: str, name: str, value: str) -> None:
    assert headers(path)[name] == value
