"""The JSON contract of `ask --json` and `search --json` as typed dictionaries."""

from typing import NotRequired, TypedDict


class Applicable(TypedDict):
    """The level that decides, and the citation it rests on."""

    level: str
    citation: int | None


class RungRecord(TypedDict):
    """What one level says; `citations` are indexes into the answer's citations."""

    level: str
    relation: str
    citations: list[int]


class CitationRecord(TypedDict):
    """A quote and its address; `start` and `end` are character offsets into the document's stored text."""

    document: str
    title: str
    level: str
    status: str
    section: str
    page: int | None
    printed_page: str | None
    quote: str
    start: int
    end: int
    source: str


class ConflictRecord(TypedDict):
    """Two citations that can't both be followed, by index."""

    prevails: int
    yields: int
    rule: str
    why: str


class WarningRecord(TypedDict):
    """A caution; `citation` is an index, or None where it concerns the whole answer."""

    code: str
    citation: int | None
    text: str


class CarriedRecord(TypedDict):
    """One thing taken over from an earlier question of the conversation."""

    what: str
    value: str


class AnswerRecord(TypedDict):
    """One answer, as `ask --json` prints it; the last two may be missing in a record that was saved."""

    question: str
    organisation: str | None
    as_of: str
    language: str
    abstained: bool
    answer: str
    applicable: Applicable | None
    rungs: list[RungRecord]
    background: list[int]
    citations: list[CitationRecord]
    conflicts: list[ConflictRecord]
    warnings: list[WarningRecord]
    timings_ms: dict[str, float]
    asked: NotRequired[str | None]
    carried: NotRequired[list[CarriedRecord]]


class ResultRecord(TypedDict):
    """One search result; `text` is the passage found."""

    document: str
    title: str
    level: str
    section: str
    page: int | None
    score: float
    text: str


SearchRecord = list[ResultRecord]
"""Search results, best first."""
