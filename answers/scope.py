"""Which documents may answer: by organisation, day and what the question itself names."""

from collections.abc import Iterable
from dataclasses import dataclass

from answers.understanding import Understood
from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from hierarchy.validity import Validity, state_on
from index.acts import ActMention, mentioned_acts, set_aside

_PAST = frozenset({Validity.SUPERSEDED, Validity.REPEALED, Validity.ENDED, Validity.WITHDRAWN})


@dataclass(frozen=True)
class Scope:
    """The documents by level that may answer, and statutes that were named but are not in the library."""

    documents: dict[Level, frozenset[str]]
    missing_acts: tuple[ActMention, ...]
    named_acts: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return frozenset().union(*self.documents.values())


def scope_of(question: Understood, documents: Iterable[GoverningDocument]) -> Scope:
    """Laws, the asker's own documents, and those of organisations that the question names.

    A document that has ended or has not begun is left out unless the question asks for the former
    one; a sister act unless the question calls for it; every other act when the question names one.
    """
    known = list(documents)
    acts = mentioned_acts(question.text, known)
    named_acts = frozenset(document for act in acts for document in act.documents)
    aside = set_aside(question.text, known) - named_acts
    levels: dict[Level, set[str]] = {level: set() for level in Level}
    for document in known:
        if document.level is Level.LAW and (
            document.document in aside or (named_acts and document.document not in named_acts)
        ):
            continue
        if _concerns(document, question) and _is_current(document, question):
            levels[document.level].add(document.document)
    return Scope(
        {level: frozenset(ids) for level, ids in levels.items()},
        tuple(act for act in acts if not act.documents),
        named_acts,
    )


def _concerns(document: GoverningDocument, question: Understood) -> bool:
    asked = {o.id for o in (question.organisation, *question.others) if o}
    if document.level is Level.LAW and not asked:
        return True
    return not document.organisations or bool(asked & {*document.organisations})


def _is_current(document: GoverningDocument, question: Understood) -> bool:
    state = state_on(document, question.as_of)
    if state in _PAST:
        return question.wants_former or document.document in question.named
    return state is not Validity.NOT_YET or document.document in question.named
