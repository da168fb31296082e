"""What a check of the register says: how grave, of which document, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`ERROR`: an answer may rest on something false. `WARNING`: a person should look. `NOTE`: no harm."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing that doesn't hold together.

    `code` names the check, `document` the document (None where an organisation as a whole is meant), `text`
    is a Swedish sentence and `remedy` what to do, likewise. `others` are further documents that it concerns;
    `quote` and `page` what it rests on, where that stands in the document.
    """

    severity: Severity
    code: str
    document: str | None
    text: str
    remedy: str
    others: tuple[str, ...] = ()
    organisation: str | None = None
    quote: str | None = None
    page: int | None = None
