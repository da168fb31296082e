"""Which documents may answer: by organisation, day and what the question itself names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from answers.understanding import Understood
from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from hierarchy.validity import Validity, begins_on, state_on
from index.acts import ActMention, mentioned_acts, set_aside

_PAST = frozenset({Validity.SUPERSEDED, Validity.REPEALED, Validity.ENDED, Validity.WITHDRAWN})


class LeftOut(StrEnum):
    """Why a document may not answer a question."""

    SISTER_ACT = "sister_act"
    OTHER_ACT = "other_act"
    FOREIGN = "foreign"
    PAST = "past"
    NOT_YET = "not_yet"
    OTHER_EDITION = "other_edition"


@dataclass(frozen=True)
class Scope:
    """The documents by level that may answer, and statutes that were named but are not in the library.

    `left_out` says of every other document, by id, why it may not answer.
    """

    documents: dict[Level, frozenset[str]]
    missing_acts: tuple[ActMention, ...]
    named_acts: frozenset[str]
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)

    @cached_property
    def all(self) -> frozenset[str]:
        return frozenset().union(*self.documents.values())


def scope_of(
    question: Understood,
    documents: Iterable[GoverningDocument],
    issued_under: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Scope:
    """Laws, the asker's own documents, and those of organisations that the question names.

    A document that has ended or has not begun is left out unless the question asks for the former
    one; a sister act unless the question calls for it; every other act when the question names one, but for
    what is `issued_under` it (numbers of acts, by document).
    """
    known = list(documents)
    acts = mentioned_acts(question.text, known)
    named_acts = frozenset(document for act in acts for document in act.documents)
    aside = set_aside(question.text, known) - named_acts
    numbers = {d.number for d in known if d.document in named_acts}
    under = {document for document, acts in issued_under.items() if not numbers.isdisjoint(acts)}
    levels: dict[Level, set[str]] = {level: set() for level in Level}
    left_out: dict[str, LeftOut] = {}
    asked = frozenset(o.id for o in (question.organisation, *question.others) if o)
    for document in known:
        why = _other_act(document, aside, named_acts | under) or _why_left_out(document, question, asked)
        if why is None:
            levels[document.level].add(document.document)
        else:
            left_out[document.document] = why
    return Scope(
        {level: frozenset(ids) for level, ids in levels.items()},
        tuple(act for act in acts if not act.documents),
        named_acts,
        left_out,
    )


def _other_act(
    document: GoverningDocument, aside: frozenset[str], named_acts: frozenset[str]
) -> LeftOut | None:
    if document.level is not Level.LAW:
        return None
    if document.document in aside:
        return LeftOut.SISTER_ACT
    return LeftOut.OTHER_ACT if named_acts and document.document not in named_acts else None


def _why_left_out(document: GoverningDocument, question: Understood, asked: frozenset[str]) -> LeftOut | None:
    if not _concerns(document, asked):
        return LeftOut.FOREIGN
    if question.edition:
        return None if document.document == question.edition else LeftOut.OTHER_EDITION
    if question.is_past and _is_later_record(document, question):
        return LeftOut.NOT_YET
    if _is_current(document, question):
        return None
    return LeftOut.PAST if state_on(document, question.as_of) in _PAST else LeftOut.NOT_YET


def _is_later_record(document: GoverningDocument, question: Understood) -> bool:
    """A proposal or another record from after the day asked for tells nothing of what held then."""
    begins = begins_on(document)
    return document.level is Level.BACKGROUND and begins is not None and begins > question.as_of


def _concerns(document: GoverningDocument, asked: frozenset[str]) -> bool:
    """Whether a document binds one of the organisations that are `asked` of."""
    if document.level is Level.LAW and not asked:
        return True
    return not document.organisations or not asked.isdisjoint(document.organisations)


def _is_current(document: GoverningDocument, question: Understood) -> bool:
    state = state_on(document, question.as_of)
    if state in _PAST:
        return question.wants_former or document.document in question.named
    return state is not Validity.NOT_YET or document.document in question.named
