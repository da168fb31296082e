"""Why a question is refused, told by what was found and fell short."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answers.choice import may_answer
from answers.finding import Found
from answers.ranking import Ranked, Ranking, dot, spread
from hierarchy.ladder import RefusedBecause
from hierarchy.levels import Level


@dataclass(frozen=True)
class Refusal:
    """The reason, and the provision that shows it where one does."""

    because: RefusedBecause
    shown_by: Ranked | None = None


def why_refused(found: Found, ranking: Ranking, abroad: Callable[[], Sequence[Ranked]]) -> Refusal:
    """The clearest reason of those that hold.

    `abroad` searches the documents of other organisations, best first; it is asked last, since it costs a
    search.
    """
    question, referred = found.question, found.referred
    lacking = names_what_is_lacking(found)
    if lacking:
        return Refusal(lacking)
    ranked = (r for level in found.ranked.values() for r in level if not r.for_others)
    everything = sorted(ranked, key=lambda r: -r.score)
    barred = [r for r in everything if not may_answer(question, r, referred.provisions)]
    supported = next((r for r in barred if r.support >= ranking.support_from), None)
    if supported:
        record = supported.candidate.document.level is Level.BACKGROUND
        because = RefusedBecause.ONLY_RECORD if record else RefusedBecause.NOT_WHERE_ASKED
        return Refusal(because, supported)
    nearest = next((r for r in everything if r not in barred), None)
    if nearest and _would_answer(ranking, nearest):
        return Refusal(RefusedBecause.NO_SUCH_THING, nearest)
    foreign = next((r for r in abroad() if r.support >= ranking.support_from), None)
    if foreign:
        return Refusal(RefusedBecause.ONLY_ANOTHER_ORGANISATION, foreign)
    return Refusal(RefusedBecause.NO_SUPPORT)


def names_what_is_lacking(found: Found) -> RefusedBecause | None:
    """Which reason holds where the question names an act, a provision or a body that the library lacks."""
    question, referred = found.question, found.referred
    if found.scope.missing_acts and not found.scope.named_acts:
        return RefusedBecause.NO_TEXT_OF_ACT
    if referred.missing and not referred.provisions:
        return RefusedBecause.NO_SUCH_PROVISION
    if question.stranger and not question.others:
        return RefusedBecause.NO_DOCUMENTS_OF_BODY
    return None


def _would_answer(ranking: Ranking, ranked: Ranked) -> bool:
    """Whether a provision lacks nothing but the kind of thing asked for."""
    if not ranked.supporting.get("unfit"):
        return False
    nearest = spread(max((e.cosine for e in ranked.evidence), default=0.0))
    fitting = {**ranked.supporting, "unfit": 0.0, "unit": nearest}
    return dot(ranking.support, fitting) >= ranking.support_from
