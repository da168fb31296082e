"""What a course is: exercises in order, each resting on words that stand in a document."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hierarchy.documents import GoverningDocument, Provision

LONGEST_TITLE = 120
LONGEST_TEXT = 2000
LONGEST_QUESTION = 600
LONGEST_OPTION = 400
FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
MOST_ITEMS = 200


class Kind(StrEnum):
    """How an exercise was made.

    `SAYS`: what a provision says. `CLOZE`: exact wording with its carrying word taken out. `RUNG`: which
    level decides. `CASE`: a purchase of a certain value. `CURATED`: a question that a person wrote and gave
    sources. `OWN`: written by the trainer.
    """

    SAYS = "says"
    CLOZE = "cloze"
    RUNG = "rung"
    CASE = "case"
    CURATED = "curated"
    OWN = "own"


@dataclass(frozen=True)
class Source:
    """What the right answer rests on.

    `quote` is verbatim: the stored text of `document` from `start` to `end` when the exercise was written.
    `digest` is SHA-256 of that whole text then; `edition` tells a person the edition ("§ 204/25, 2026").
    """

    document: str
    title: str
    address: str
    quote: str
    start: int
    end: int
    digest: str
    edition: str = ""


@dataclass(frozen=True)
class Item:
    """One exercise: exactly one of `options`, the one at `right`, is the right answer.

    `set_aside`: taken out of the learner's way until a trainer has looked.
    """

    id: str
    kind: Kind
    question: str
    options: tuple[str, ...]
    right: int
    source: Source
    set_aside: bool = False

    @property
    def answer(self) -> str:
        return self.options[self.right]


@dataclass(frozen=True)
class Course:
    """Exercises in the order a learner meets them.

    `pass_mark`: percent of the exercises that must be right for a certificate. `organisation`: whose rules it
    teaches, None for what binds everyone.
    """

    id: str
    title: str
    description: str = ""
    language: str = "sv"
    organisation: str | None = None
    pass_mark: int = 80
    items: tuple[Item, ...] = ()

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The exercises that a learner meets."""
        return tuple(item for item in self.items if not item.set_aside)

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)


class ItemFault(StrEnum):
    """Why an exercise can't be kept as it is."""

    NO_QUESTION = "no_question"
    TOO_LONG = "too_long"
    FEW_OPTIONS = "few_options"
    SAME_OPTIONS = "same_options"


def fault_of(question: str, options: Sequence[str]) -> ItemFault | None:
    """What is wrong with an exercise as written; None where nothing is."""
    if not question.strip():
        return ItemFault.NO_QUESTION
    if len(question) > LONGEST_QUESTION or any(len(option) > LONGEST_OPTION for option in options):
        return ItemFault.TOO_LONG
    written = [" ".join(option.split()).casefold() for option in options]
    if not FEWEST_OPTIONS <= len(written) <= MOST_OPTIONS or not all(written):
        return ItemFault.FEW_OPTIONS
    return ItemFault.SAME_OPTIONS if len(set(written)) < len(written) else None


def digest_of(text: str) -> str:
    """SHA-256 of a stored text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def edition_of(document: GoverningDocument) -> str:
    """What tells one edition of a document from another, as a person would: decision, number, day."""
    day = document.valid_from or document.date
    parts = (document.number, document.decision, day.isoformat() if day else None)
    return ", ".join(part for part in parts if part)


def source_of(document: GoverningDocument, provision: Provision, text: str, start: int, end: int) -> Source:
    """The source of `text[start:end]`, where `text` is the stored text of the document."""
    return Source(
        document.document,
        document.title,
        provision.address,
        text[start:end],
        start,
        end,
        digest_of(text),
        edition_of(document),
    )


def made_item(
    kind: Kind,
    question: str,
    right: str,
    wrong: Sequence[str],
    source: Source,
    order: Sequence[str] | None = None,
) -> Item:
    """An exercise with its options in `order`, else shuffled by its id: always the same."""
    told = "\n".join((kind, source.document, str(source.start), question))
    item_id = hashlib.sha256(told.encode()).hexdigest()[:16]
    options = list(order) if order is not None else [right, *wrong]
    if order is None:
        random.Random(item_id).shuffle(options)
    return Item(item_id, kind, question, tuple(options), options.index(right), source)
