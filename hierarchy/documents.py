"""Governing documents and their provisions, as values."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from hierarchy.levels import Level


class Status(StrEnum):
    """Where a document stands on its way from proposal to history."""

    PROPOSED = "proposed"
    REFERRED_BACK = "referred_back"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True)
class Evidence:
    """Why a field has its value: the words and page it was read from, or who confirmed it when.

    `quote` is verbatim from the document's stored text; `page` counts from 1 and is None where
    the format has no pages. `confirmed_by` and `confirmed_on` are set when a person vouches.
    """

    quote: str | None = None
    page: int | None = None
    confirmed_by: str | None = None
    confirmed_on: datetime.date | None = None


@dataclass(frozen=True)
class GoverningDocument:
    """One edition of one document.

    `document` is the file's stem and its id. `organisations` holds ids of those it binds; empty
    means that it binds every organisation (law). Dates are inclusive; `valid_to` None means
    no end is known. `confirmed` is True when a person has vouched for the identity; `doubts` are
    sentences for a reader. `source` is the path relative to the ingested folder. `withdrawn` is the first
    day that the folder no longer held the document: it is kept for questions about the days before.
    """

    document: str
    title: str
    kind: str
    level: Level
    status: Status
    organisations: tuple[str, ...] = ()
    adopted_by: str | None = None
    decision: str | None = None
    date: datetime.date | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    diary_number: str | None = None
    number: str | None = None
    abbreviation: str | None = None
    supersedes: str | None = None
    conditional_on: str | None = None
    language: str = "sv"
    source: str = ""
    confirmed: bool = False
    doubts: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = field(default_factory=dict)
    withdrawn: datetime.date | None = None


@dataclass(frozen=True)
class Provision:
    """The smallest citable piece with its own address.

    `address` is how a lawyer or a registrar would cite it ("19 a kap. 2 §", "§ 3/26 › Ärendet",
    "Ansvar › Inköpsnämnden"); `path` is the same as a tuple, outermost first. `heading` is the
    nearest heading above. `start` and `end` are character offsets into the document's stored
    text, which is the only text that is ever quoted. `page` counts the file's pages from 1,
    `printed_page` is what stands on the page; both belong to `start` and are None where the
    format has no pages. `amended_by` is a statute section's latest amendment ("2021:1110").
    """

    document: str
    address: str
    path: tuple[str, ...]
    heading: str | None
    start: int
    end: int
    page: int | None = None
    printed_page: str | None = None
    amended_by: str | None = None
