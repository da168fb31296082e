"""Where a document stands on a day, as a word with a mark: what does not hold never looks like what does."""

from datetime import date
from enum import StrEnum

from hierarchy.documents import GoverningDocument, Status
from hierarchy.validity import Validity
from ingest.registrar.families import Family, Held
from ui.formats import written_date
from ui.texts import Texts

_NOT_DECIDED = (Status.PROPOSED, Status.REFERRED_BACK)


class Standing(StrEnum):
    """A document's validity; a protocol or a report is a `RECORD`, which never holds as a rule."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    CONDITIONAL = "conditional"
    PROPOSED = "proposed"
    REFERRED_BACK = "referred_back"
    UNCONFIRMED = "unconfirmed"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    RECORD = "record"


def standing_of(document: GoverningDocument, family: Family, day: date) -> Standing:
    """Where the document stands on `day`, its later editions considered."""
    state = family.state(document, day)
    if state is Validity.IN_FORCE and not document.level.is_rung:
        return Standing.RECORD
    return Standing(state.value)


def standing_html(standing: Standing, texts: Texts) -> str:
    """The mark, which the style sheet draws, and the word."""
    word = texts(f"library.standing.{standing}")
    sign = "<i class='rs-sign' aria-hidden='true'></i>"
    return f"<span class='rs-standing rs-is-{standing}'>{sign}{word}</span>"


def written_decision(document: GoverningDocument, texts: Texts, *, number: str = "") -> str | None:
    """Who decided and when ("beslutat av Regionstyrelsen 9 december 2025"); None where nobody knows.

    A record or a proposal only has the day that it was written.
    """
    day = written_date(document.date, texts) if document.date else ""
    if not document.level.is_rung or document.status in _NOT_DECIDED:
        return texts("library.dated", day=day) if day else None
    told = " ".join(filter(None, (document.adopted_by, day, number)))
    if not told:
        return None
    return texts("library.decided" if document.adopted_by else "library.decided_on", by=told)


def written_held(held: Held | None, texts: Texts) -> str | None:
    """ "1 januari 2026 och tills vidare"; None where it never held, or nobody knows when."""
    if held is None:
        return None
    first = written_date(held.first, texts) if held.first else None
    last = written_date(held.last, texts) if held.last else None
    if first and last:
        return texts("library.held.both", first=first, last=last)
    if last:
        return texts("library.held.last", last=last)
    if first:
        return texts("library.held.open" if held.open else "library.held.first", first=first)
    return texts("library.held.always") if held.open else None
