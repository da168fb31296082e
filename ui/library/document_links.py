"""The addresses of a document's views: what is looked at is in the query string and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from ui.links import DOCUMENT

_LONGEST = 200
_MOST_DIGITS = 5


class View(StrEnum):
    """What of the document is looked at. The values stand in the address."""

    TEXT = "text"
    PAGES = "sidor"
    IDENTITY = "uppgifter"
    CITING = "hanvisningar"
    EDITIONS = "utgavor"
    COMPARE = "jamfor"


@dataclass(frozen=True)
class Looked:
    """What the address asks for. `words` are searched for in the document, `page` is the original's, from 1,
    `other` is the id of the document to compare with."""

    document: str
    view: View = View.TEXT
    provision: str | None = None
    words: str = ""
    page: int = 1
    other: str | None = None

    def link(self, view: View | None = None, **changed: str | int | None) -> str:
        """The address of another view of the same document; what is not named is as always."""
        wanted = Looked(self.document, view or self.view, **changed)  # type: ignore[arg-type]
        said = {
            "id": wanted.document,
            "visa": "" if wanted.view is View.TEXT else wanted.view.value,
            "bestammelse": wanted.provision or "",
            "sok": wanted.words,
            "sida": str(wanted.page) if wanted.view is View.PAGES else "",
            "med": wanted.other or "",
        }
        return f"/{DOCUMENT}?{urlencode({name: value for name, value in said.items() if value})}"


def looked(query: Mapping[str, str]) -> Looked:
    """What a query string asks for; a value that means nothing is as if it was not there."""
    view, page = query.get("visa", ""), query.get("sida", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) <= _MOST_DIGITS else 1
    return Looked(
        query.get("id", ""),
        View(view) if view in set(View) else View.TEXT,
        query.get("bestammelse") or None,
        query.get("sok", "").strip()[:_LONGEST],
        max(1, number),
        query.get("med") or None,
    )
