"""A rule of other days than the one asked for: what is in force on that day speaks beside the question.

An announcement of thresholds holds for two years. Where it has ended and the library lacks the next, or had
not begun and the library lacks the one before, its words are the nearest to the question, and what another
rule says of the matter is no answer.
"""

from collections.abc import Collection

from answers.choice import Choice
from answers.finding import Finder, Found
from answers.ranking import Ranked
from answers.scope import LeftOut
from hierarchy.documents import GoverningDocument
from hierarchy.editions import replacement, same_work, says_it_replaces
from hierarchy.validity import Validity, is_rule_in_force, state_on

_ENDED = frozenset({Validity.ENDED, Validity.SUPERSEDED, Validity.REPEALED})


def rule_of_other_days(found: Found, choice: Choice, finder: Finder) -> Ranked | None:
    """The provision that would answer, and better than anything in force, had its document been in force.

    None where there is none, where the library holds what was in force in its place, and where the question
    asks for certain provisions or for a former edition itself.
    """
    question = found.question
    if question.wants_former or question.edition or found.referred.provisions:
        return None
    reasons = {LeftOut.PAST, LeftOut.NOT_YET} if question.is_past else {LeftOut.PAST}
    known = finder.library.documents_on(question.as_of).values()
    alone = [d for d in finder.near(found, reasons) if _stands_alone(d, known, found)]
    if not alone:
        return None
    ranked = finder.ranked_with(found, alone)
    ids = {document.document for document in alone}
    best = next((r for r in ranked if r.candidate.document.document in ids), None)
    if best is None or best.support < finder.ranking.support_from:
        return None
    answering = {r.candidate.id for level in choice.answering.values() for r in level}
    leading = next((r.score for r in ranked if r.candidate.id in answering), None)
    return best if leading is None or best.score > leading else None


def _stands_alone(document: GoverningDocument, known: Collection[GoverningDocument], found: Found) -> bool:
    """Whether it is a rule of other days, with nothing in its place among the `known` ones on the day."""
    day = found.question.as_of
    state = state_on(document, day)
    if not document.level.is_rung:
        return False
    if state in _ENDED:
        return replacement(document, known, day) is None
    return state is Validity.NOT_YET and not any(
        is_rule_in_force(other, day) and (same_work(document, other) or says_it_replaces(document, other))
        for other in known
    )
