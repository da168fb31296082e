"""What is not accessible yet: the statement tells it, and a test fails when an entry is no longer true."""

from dataclasses import dataclass
from datetime import date

UPDATED = date(2026, 11, 22)
"""When the list was last gone through."""


@dataclass(frozen=True)
class Remaining:
    """A flaw. Its words are `access.remaining.NAME`; `_why` and `_instead` give the reason and the way round.

    `state` and `shown_by`: a state of a page as the browser tests name it, and a CSS selector for what is
    flawed there; None where the flaw is in a file to download. `rules`: what axe-core calls it, if it does.
    """

    name: str
    state: str | None = None
    shown_by: str | None = None
    rules: tuple[str, ...] = ()


REMAINING: tuple[Remaining, ...] = (
    Remaining("page_pictures", "ask-page", "[role='dialog'] img"),
    Remaining("pdf_untagged"),
)
