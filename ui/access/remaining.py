"""What is not accessible yet: the statement tells it, and a test fails when an entry is no longer true."""

from dataclasses import dataclass
from datetime import date

UPDATED = date(2026, 11, 22)
"""When the list was last gone through."""


@dataclass(frozen=True)
class Remaining:
    """A flaw. Its words are `access.remaining.NAME`; `_why` and `_instead` give the reason and the way round.

    `shown_by`: a CSS selector for what is flawed, on the page at `path`; None where it is seen otherwise.
    `rules`: what axe-core calls it there, if axe sees it.
    """

    name: str
    path: str = "/"
    shown_by: str | None = None
    rules: tuple[str, ...] = ()


REMAINING: tuple[Remaining, ...] = (
    Remaining("date_pattern", "/", "[data-testid='stDateInput'] [data-type='year'][aria-valuetext='Empty']"),
    Remaining("page_pictures"),
    Remaining("pdf_untagged"),
)
