"""The addresses of the pages, for links between them and for links that people send each other."""

from urllib.parse import urlencode, urljoin

import streamlit as st

LIBRARY = "bibliotek"
DOCUMENT = "dokument"
SHARED_ANSWER = "svar"
SHARED_ID = "id"
COURSE = "kurs"
ACCESS = "behorighet"
KEEP = "forvalta"
KEPT_DOCUMENT = "dokument"


def document_link(document: str, address: str | None = None) -> str:
    """To a document's page, at the provision with `address` where one is given."""
    asked = {"id": document} | ({"bestammelse": address} if address else {})
    return f"/{DOCUMENT}?{urlencode(asked)}"


def keep_link(document: str) -> str:
    """To where an administrator reviews a document's identity. A link that loads its page: Streamlit takes
    what the address asks for away where that page is opened in the running session."""
    return f"/{KEEP}?{urlencode({KEPT_DOCUMENT: document})}"


def shared_answer_link(token: str) -> str:
    """To an answer as it was given; `token` is known to those who have the link."""
    return f"/{SHARED_ANSWER}?{urlencode({SHARED_ID: token})}"


def course_link(course: str) -> str:
    """To a published course."""
    return f"/{COURSE}?{urlencode({'id': course})}"


def whole_link(link: str) -> str:
    """A page's address as it is sent to somebody: with the server's, as the reader's browser has it."""
    return urljoin(st.context.url or "", link)
