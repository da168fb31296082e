"""Links in HTML: the words are shown as they stand, whatever they hold."""

from typing import Literal

from ui.escape import as_html
from ui.links import document_link


def linked(
    address: str,
    words: str,
    *,
    named: str | None = None,
    current: Literal["page", "location"] | None = None,
    language: str | None = None,
) -> str:
    """A link that shows `words`; `named` is read aloud instead, `current` says that one is there already."""
    said = {"aria-label": named, "aria-current": current, "lang": language}
    more = "".join(f" {name}='{as_html(value)}'" for name, value in said.items() if value)
    return f"<a href='{as_html(address)}'{more}>{as_html(words)}</a>"


def to_document(document: str, words: str, address: str | None = None, *, language: str | None = None) -> str:
    """A link to a document's page, at the provision with `address` where one is given."""
    return linked(document_link(document, address), words, language=language)
