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


class Confidence(StrEnum):
    """How sure a value that was read is; three steps, because finer ones could not be told apart honestly.

    `STATED`: the document states it of itself under a label or in a sentence of adoption, or decides it.
    `READ`: it is understood from where and how words stand, or from the running text.
    `INFERRED`: it is concluded from the file's name, from a running head alone or from the absence of
    anything better, or other words of the document speak against it: a person should look.
    """

    STATED = "stated"
    READ = "read"
    INFERRED = "inferred"


@dataclass(frozen=True)
class Evidence:
    """Why a field has its value: the words and page it was read from, or who confirmed it when.

    `quote` is verbatim from the document's stored text; `page` counts from 1 and is None where
    the format has no pages. `confirmed_by` and `confirmed_on` are set when a person vouches. `confidence`
    is of the reading, and None where nothing was read.
    """

    quote: str | None = None
    page: int | None = None
    confirmed_by: str | None = None
    confirmed_on: datetime.date | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True)
class GoverningDocument:
    """One edition of one document.

    `document` is the file's stem and its id. `organisations` holds ids of those it binds; empty
    means that it binds every organisation (law). Dates are inclusive; `valid_to` None means
    no end is known. `confirmed` is True when a person has vouched for the identity; `doubts` are
    sentences for a reader. `source` is the path relative to the ingested folder. `withdrawn` is the first
    day that the folder no longer held the document: it is kept for questions about the days before.

    `issuer` is the organisation on whose paper it is written; a protocol's is the host where the body that
    met is shared. `body` is the body whose meeting a protocol records. `contact` is who answers for it, as
    written ("Eva Ek, jurist"). `pages` counts the file's pages, None for formats without.
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
    issuer: str | None = None
    body: str | None = None
    contact: str | None = None
    pages: int | None = None
    language: str = "sv"
    source: str = ""
    confirmed: bool = False
    doubts: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = field(default_factory=dict)
    withdrawn: datetime.date | None = None

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The fields that a person should look at: inferred, without anything to show for them, or missing.

        Of a rule it is also doubtful who decided it, when, and under which number, where nothing says so;
        of a record when and under which number it was made, and whose it is. A field without
        value is doubtful too where the document speaks of it in words that could not be read.
        What a person has confirmed is not in doubt.
        """
        if self.confirmed:
            return ()
        rule = _EXPECTED_OF_A_RULE if self.level.is_rung else _EXPECTED_OF_A_RECORD
        expected = rule if self.level is not Level.LAW else frozenset()
        if self.kind == "protokoll":
            expected |= {"body"}
        return tuple(
            name
            for name in _READ_FIELDS
            if (bool(getattr(self, name)) or name in expected or name in self.evidence)
            and not self._vouched(name)
        )

    def _vouched(self, name: str) -> bool:
        evidence = self.evidence.get(name)
        if evidence is None:
            # A rule that says from when it holds needs no other day, and the other way round.
            other = {"date": "valid_from", "valid_from": "date"}.get(name)
            return other is not None and not getattr(self, name) and bool(getattr(self, other))
        return evidence.confirmed_by is not None or evidence.confidence is not Confidence.INFERRED


_READ_FIELDS = (
    *(
        "title",
        "kind",
        "level",
        "status",
        "organisations",
        "adopted_by",
        "decision",
        "date",
        "valid_from",
        "valid_to",
    ),
    *("diary_number", "number", "supersedes", "conditional_on", "issuer", "body", "contact"),
)
_EXPECTED_OF_A_RULE = frozenset({"organisations", "adopted_by", "date", "valid_from", "diary_number"})
_EXPECTED_OF_A_RECORD = frozenset({"organisations", "date", "diary_number", "issuer"})


@dataclass(frozen=True)
class Provision:
    """The smallest citable piece with its own address.

    `address` is how a lawyer or a registrar would cite it ("19 a kap. 2 §", "§ 3/26 › Ärendet",
    "Ansvar › Inköpsnämnden"); `path` is the same as a tuple, outermost first. `heading` is the
    nearest heading above. `start` and `end` are character offsets into the document's stored
    text, which is the only text that is ever quoted. `page` counts the file's pages from 1,
    `printed_page` is what stands on the page; both belong to `start` and are None where the
    format has no pages. `amended_by` is a statute section's latest amendment ("2021:1110").
    `valid_from` and `valid_to` are inclusive and set only where the wording has a beginning or an end of its
    own within the document's; `date.max` is a first day that nobody has set yet.
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
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
