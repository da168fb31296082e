"""One statement of a document about another, as a value."""

from dataclasses import dataclass
from datetime import date

from hierarchy.documents import Confidence, Status

REPORTED = "reported"
"""The field of a notice that a decision exists: what it decided is not shown, so it changes no entry."""
SUPPORTS_FIELD = "supports"
"""The field of an opinion ("tillstyrker"): it changes no entry."""


@dataclass(frozen=True)
class SaidOfOther:
    """One statement of a document about another.

    `document`: the id of the one spoken of where the library has it, else None. `name`: what the text calls
    it. `field`: the field of its register entry that the statement bears on (`status`, `decision`, `date`,
    `adopted_by`, `valid_from`, `valid_to`, `conditional_on`), or `REPORTED` or `SUPPORTS_FIELD`. `value`: in
    the type of that field. `on`: the day the statement gives for it. `proposed`: the source only proposes
    it, so it holds once a decision is shown. `quote` is `[start, end)` of the source's stored text;
    `section` is where in the source.
    """

    document: str | None
    name: str
    field: str
    value: Status | date | str
    quote: str
    page: int | None
    printed_page: str | None
    source: str
    section: str | None
    start: int
    end: int
    on: date | None = None
    proposed: bool = False
    confidence: Confidence = Confidence.READ
