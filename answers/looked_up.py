"""Questions whose answer is looked up and not weighed: of a document, the order of the levels, a change."""

from dataclasses import dataclass

from answers.change_answer import (
    asking_of,
    names_a_place,
    rule_asked_of,
    tell_change,
    tell_chapter,
)
from answers.choice import choose
from answers.decision_claim import decision_claim, set_right
from answers.document_answer import tell_of_document
from answers.finding import Finder
from answers.order_answer import tell_order
from answers.order_asked import order_asked_of
from answers.particulars import DocumentAsked, Particular, document_asked_of
from answers.told import Told, answer_told
from answers.understanding import Understood
from answers.warnings import OCR_LIMIT
from answers.wording import wording_of
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Answer
from hierarchy.levels import Level
from index.acts import mentioned_acts
from ingest.registrar.check_editions import Editions


@dataclass(frozen=True)
class LookedUp:
    """An answer, and the document with its particulars that it is about, where it is about one."""

    answer: Answer
    asked: DocumentAsked | None


def look_up(
    question: Understood, finder: Finder, contact: str | None = None, ocr_limit: float = OCR_LIMIT
) -> LookedUp | None:
    """The answer to a question of these kinds; None for any other, and where the text is better read."""
    hierarchy = finder.library.hierarchy
    claim = decision_claim(question)
    for tell in (_of_the_order, _of_a_document, _of_a_change):
        told, asked = tell(question, finder)
        if told is not None:
            answer = answer_told(told, question, finder.library, hierarchy, contact, ocr_limit)
            if answer is not None and claim and asked:
                answer = set_right(answer, claim, asked.document, wording_of(question.language))
            if answer is not None:
                return LookedUp(answer, asked)
    return None


def _of_the_order(question: Understood, finder: Finder) -> tuple[Told | None, DocumentAsked | None]:
    """Which level goes before which."""
    asked = order_asked_of(question.text, question.organisation)
    if asked is None:
        return None, None
    source = question.organisation.order_source if question.organisation else None
    document = finder.library.document(source) if source else None
    about = DocumentAsked(document, (Particular.ORDER,)) if document else None
    return tell_order(asked, question, finder.library, wording_of(question.language)), about


def _of_a_document(question: Understood, finder: Finder) -> tuple[Told | None, DocumentAsked | None]:
    """What is known of a document itself."""
    library = finder.library
    claim = decision_claim(question)
    asked = document_asked_of(claim.asked if claim else question, library.documents(), library.hierarchy)
    if asked is None:
        return None, None
    wording = wording_of(question.language)
    return tell_of_document(asked, question, library, library.hierarchy, wording), asked


def _of_a_change(question: Understood, finder: Finder) -> tuple[Told | None, DocumentAsked | None]:
    """When a rule was changed: the rule is found as for any question."""
    rule = rule_asked_of(question.text)
    if rule is None:
        return None, None
    wording, library = wording_of(question.language), finder.library
    act = _act_alone(rule, finder)
    if act is not None:
        asked = DocumentAsked(act, (Particular.CHANGED_WHEN,))
        return tell_of_document(asked, question, library, library.hierarchy, wording), asked
    found = finder.find_for(asking_of(rule, question))
    referred = frozenset(found.referred.provisions)
    if names_a_place(rule) and not referred:
        return tell_chapter(rule, found.scope.named_acts, library, wording), None
    choice = choose(finder.ranking, found.question, found.ranked, referred)
    chosen = [ranked for level in Level for ranked in choice.answering.get(level, ())[:1]]
    chosen.sort(key=lambda ranked: (ranked.candidate.id not in referred, -ranked.score))
    editions = Editions(tuple(library.documents()), library.hierarchy)
    return tell_change(chosen, library, editions, wording), None


def _act_alone(rule: str, finder: Finder) -> GoverningDocument | None:
    """The act that is the whole of what is asked about ("kommunallagen")."""
    for act in mentioned_acts(rule, finder.library.documents()):
        if len(act.documents) == 1 and rule.casefold().strip() == act.name.casefold():
            return finder.library.document(act.documents[0])
    return None
