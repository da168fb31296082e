"""A rule that has ended with nothing in its place: what is left in force speaks beside the question.

An announcement of thresholds holds for two years. Where it has ended and the library lacks the next, its
words are the nearest to the question, and what another rule says of the matter is no answer.
"""

from answers.choice import Choice, may_answer
from answers.finding import Finder, Found
from answers.ranking import Ranked
from answers.refusing import names_what_is_lacking
from hierarchy.documents import GoverningDocument, Status
from hierarchy.editions import replacement, share_an_organisation
from hierarchy.validity import Validity, is_rule_in_force, state_on


def ended_rule(found: Found, choice: Choice, finder: Finder) -> Ranked | None:
    """The provision that would answer, and better than anything in force, had its document not ended.

    None where there is none, where the library holds what came in its place, where the question asks for
    certain provisions or a former edition itself, and where it is about what the library has never held.
    """
    question = found.question
    if question.wants_former or question.edition or found.referred.provisions:
        return None
    if names_what_is_lacking(found):
        return None
    alone = [d for d in finder.near_but_ended(found) if _has_lapsed(d, found, finder)]
    if not alone:
        return None
    ranked = finder.ranked_with(found, alone)
    ids = {document.document for document in alone}
    lapsed = [r for r in ranked if r.candidate.document.document in ids and may_answer(question, r, ())]
    best = next((r for r in lapsed if r.support >= finder.ranking.support_from), None)
    if best is None or choice.abstains:
        return best
    answering = {r.candidate.id for level in choice.answering.values() for r in level}
    leading = next((r for r in ranked if r.candidate.id in answering), None)
    return best if leading is not None and best.score > leading.score else None


def _has_lapsed(document: GoverningDocument, found: Found, finder: Finder) -> bool:
    """Whether it is a rule that has ended by its own last day, and no other of its kind is in force for it.

    Of a document that is marked as superseded or repealed something else has been decided, though its
    successor may go by another name.
    """
    day = found.question.as_of
    known = finder.library.documents_on(day).values()
    if not document.level.is_rung or document.status is not Status.ADOPTED:
        return False
    if state_on(document, day) is not Validity.ENDED or replacement(document, known, day):
        return False
    return not any(
        other.kind == document.kind
        and other.level is document.level
        and is_rule_in_force(other, day)
        and share_an_organisation(other, document)
        and _title(other) == _title(document)
        for other in known
    )


def _title(document: GoverningDocument) -> str:
    """The title without the years that tell editions apart."""
    return " ".join("".join(c for c in document.title.casefold() if not c.isdigit()).split())
