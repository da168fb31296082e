"""What an answer is made of: citations, the rungs they stand on, conflicts, warnings."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from hierarchy.clash import ConflictKind
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.levels import Level

if TYPE_CHECKING:
    # An outcome cites, so its module needs this one.
    from hierarchy.procurement.purchase import Outcome


class Relation(StrEnum):
    """How a rung stands to the one above it in an answer."""

    DECIDES = "decides"
    SPECIFIES = "specifies"
    REPEATS = "repeats"
    YIELDS = "yields"


class WarningCode(StrEnum):
    """Why a reader should be careful with a citation."""

    PROPOSAL = "proposal"
    REFERRED_BACK = "referred_back"
    SUPERSEDED = "superseded"
    UNCONFIRMED = "unconfirmed"
    OTHER_ORGANISATION = "other_organisation"
    SCANNED = "scanned"
    LATER_WORDING = "later_wording"
    STALE_INDEX = "stale_index"


@dataclass(frozen=True)
class Citation:
    """A provision with an exact quote: `quote` equals the stored text from `start` to `end`.

    `page` and `printed_page` belong to the quote's first character. `ocr_confidence`: how surely, 0–1, its
    least certain page was read from a picture; None where the text is the document's own.
    """

    document: GoverningDocument
    provision: Provision
    quote: str
    start: int
    end: int
    page: int | None = None
    printed_page: str | None = None
    ocr_confidence: float | None = None


@dataclass(frozen=True)
class Rung:
    """What one level says on the question; `citations` are indexes into the answer's citations."""

    level: Level
    relation: Relation
    citations: tuple[int, ...]


@dataclass(frozen=True)
class Conflict:
    """Two citations that can't both be followed; `rule` names the principle that settles it.

    `kind` is what they differ in. Where it is not `settled` they may mean different things, or nothing says
    which goes first: a person decides, and `prevails` is only the one to follow until then. `order` is the
    citation that lays down the order of the levels, where a document tells.
    """

    prevails: int
    yields: int
    rule: str
    why: str
    kind: ConflictKind = ConflictKind.AMOUNT
    settled: bool = True
    order: int | None = None


@dataclass(frozen=True)
class Warning:  # noqa: A001  (the domain's word, as in the JSON contract)
    """A sentence of caution; `citation` is an index into the answer's citations, or None."""

    code: WarningCode
    citation: int | None
    text: str


class Band(StrEnum):
    """How sure an answer is, in a word: given only where what was measured bears it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True)
class Confidence:
    """How likely, 0–1, it is that an answer cites a right source.

    `share`: of the answers of the same band on the questions that were measured, how many did; None with
    `band`, where the measured answers are too few or too mixed to tell.
    """

    probability: float
    band: Band | None = None
    share: float | None = None


class RefusedBecause(StrEnum):
    """Why there is no answer.

    `NO_SUCH_THING`: the nearest text speaks of the matter, but not of the amount, day or number that is asked
    for. `NOT_WHERE_ASKED`: what answers stands in another kind of document than the question asks of.
    `ONLY_RECORD`: only a proposal or a record has it. `ENDED`: what tells it has ended, and the
    library lacks what came in its place. `NOT_KNOWN`: the register lacks the particular.
    """

    NO_TEXT_OF_ACT = "no_text_of_act"
    NO_SUCH_PROVISION = "no_such_provision"
    NO_DOCUMENTS_OF_BODY = "no_documents_of_body"
    NOT_WHERE_ASKED = "not_where_asked"
    ONLY_RECORD = "only_record"
    ENDED = "ended"
    NO_SUCH_THING = "no_such_thing"
    ONLY_ANOTHER_ORGANISATION = "only_another_organisation"
    NOT_KNOWN = "not_known"
    NO_SUPPORT = "no_support"


@dataclass(frozen=True)
class Parallel:
    """The provision of a sister act that regulates the same thing as a citation, which is given by its index.

    `counterpart` is all of it. It is named and never applied: nothing says that it binds who asks.
    """

    citation: int
    counterpart: Citation


@dataclass(frozen=True)
class YesNo:
    """The answer to a question for yes or no: "yes" or "no", and the citation that decides it, by the words
    `quote`.
    """

    answer: str
    citation: int
    quote: str


@dataclass(frozen=True)
class Premise:
    """What a question takes for granted and a citation says otherwise: `claimed` in the question's words,
    `stated` in those of the citation; `quote` is its sentence.
    """

    claimed: str
    stated: str
    citation: int
    quote: str


class CarriedKind(StrEnum):
    """What a question of a conversation can take over from those before it.

    `QUESTION` is what was asked for ("när beslutades"), `TOPIC` what it was asked of.
    """

    QUESTION = "question"
    TOPIC = "topic"
    ORGANISATION = "organisation"
    AMOUNT = "amount"
    DAY = "day"
    DOCUMENT = "document"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Carried:
    """One thing taken over from an earlier question.

    `value`: its words, or the id of an organisation, a day as ÅÅÅÅ-MM-DD, a language as "sv" or "en".
    """

    what: CarriedKind
    value: str


@dataclass(frozen=True)
class Answer:
    """An answer to one question, complete enough to be shown, checked and stored.

    `text` is what the user reads. `citations` are all verified. `related` are verified passages
    shown as "perhaps related" when the answer abstains; they support nothing. `account` are the lines of
    `text` after its first that say in words of our own what the quotes don't, as a comparison does.
    `confidence`: None for an abstention and for what the register tells, which is looked up.
    `refused_because`: None for an answer.
    `parallels` are the counterparts in sister acts of what stands on rungs.
    `verdict` and `premise` are None where no quote decides the one or contradicts the other.
    `timings_ms` has the keys understand, retrieve, answer and total. `question` is as the user wrote it;
    where it leaned on earlier ones, `asked` is the whole question that was answered and `carried` what was
    taken over. `purchase`: what a purchase whose price the question tells requires.
    """

    question: str
    organisation: str | None
    as_of: date
    language: str
    abstained: bool
    text: str
    applicable_level: Level | None = None
    applicable_citation: int | None = None
    rungs: tuple[Rung, ...] = ()
    background: tuple[int, ...] = ()
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    warnings: tuple[Warning, ...] = ()
    timings_ms: tuple[tuple[str, float], ...] = ()
    account: tuple[str, ...] = ()
    confidence: Confidence | None = None
    refused_because: RefusedBecause | None = None
    parallels: tuple[Parallel, ...] = ()
    verdict: YesNo | None = None
    premise: Premise | None = None
    asked: str | None = None
    carried: tuple[Carried, ...] = ()
    purchase: "Outcome | None" = None


def orders_of(answer: Answer) -> tuple[int, ...]:
    """The citations that lay down the order of the levels; they stand in the background too."""
    return tuple(dict.fromkeys(c.order for c in answer.conflicts if c.order is not None))
