"""Which provisions answer, rung by rung, or that none does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from answers.ranking import Ranked, Ranking
from answers.understanding import Understood, is_of_kind
from hierarchy.documents import Status
from hierarchy.levels import Level

# How many citations an answer shows: of the rung that answers best, of every other rung.
_MOST_OF_BEST = 3
_MOST_OF_OTHERS = 2
_MOST_RELATED = 3


@dataclass(frozen=True)
class Choice:
    """`answering`: the provisions that answer, by level, best first; empty when the answer is to abstain.

    `related`: the nearest provisions, for a reader whose question has no answer. `framing`: provisions of law
    that would have answered, but don't know the office that the question is about.
    """

    answering: Mapping[Level, Sequence[Ranked]]
    related: Sequence[Ranked]
    framing: Sequence[Ranked] = ()

    @property
    def abstains(self) -> bool:
        return not any(self.answering.values())


def choose(
    ranking: Ranking,
    question: Understood,
    ranked: Mapping[Level, Sequence[Ranked]],
    referred: Collection[int],
    *,
    leads_nowhere: bool = False,
) -> Choice:
    """The provisions with support whose rung stands near the best one.

    `referred` ids were asked for outright; `leads_nowhere` says that what was asked for outright isn't there.
    """
    everything = sorted((r for found in ranked.values() for r in found), key=lambda r: -r.score)
    related = [r for r in everything if not r.for_others or r.candidate.id in referred][:_MOST_RELATED]
    may = {level: [r for r in found if may_answer(question, r, referred)] for level, found in ranked.items()}
    supported = {
        level: [r for r in found if r.support >= ranking.support_from or r.candidate.id in referred]
        for level, found in may.items()
    }
    best = {level: found[0].score for level, found in supported.items() if found}
    astray = leads_nowhere and not referred
    if not best or astray:
        return Choice({}, related)
    leads = _leads(ranking, question, best)
    leading = best[leads]
    answering: dict[Level, Sequence[Ranked]] = {}
    for level, found in supported.items():
        asked_for = [r for r in found if r.candidate.id in referred]
        if asked_for or (found and found[0].score >= leading - _margin(ranking, question, level, leads)):
            most = _MOST_OF_BEST if level is leads else _MOST_OF_OTHERS
            near = [r for r in found if r.score >= found[0].score - ranking.citation_margin]
            answering[level] = list({r.candidate.id: r for r in (*asked_for, *near)}.values())[:most]
    framing = answering.pop(Level.LAW) if _knows_no_office(question, answering, referred) else ()
    return Choice(answering, related, framing)


def _knows_no_office(
    question: Understood, answering: Mapping[Level, Sequence[Ranked]], referred: Collection[int]
) -> bool:
    """Whether the question is about an office that the law doesn't know and the organisation's own rules do.

    A statute gives its duties to the bodies that it names; what the organisation's own offices may do is told
    where the organisation has made them (KL 6 kap. 37–40 §§), and the law is only the frame of it.
    """

    def holds(ranked: Ranked) -> bool:
        return bool(question.offices & ranked.candidate.held)

    law = answering.get(Level.LAW, ())
    if not law or any(holds(r) or r.candidate.id in referred for r in law):
        return False
    return any(level.is_rung and any(map(holds, found)) for level, found in answering.items())


def _leads(ranking: Ranking, question: Understood, best: Mapping[Level, float]) -> Level:
    """The level that answers best, given the best score with support of each.

    A record that tells of a rule never decides, so where background is best, the best rung leads although it
    stands further away, unless it is the proposal, or what only records tell, that is asked about.
    """
    leads = max(best, key=lambda level: best[level])
    rungs = [level for level in best if level.is_rung]
    if leads.is_rung or not rungs or question.wants_proposal or question.asks_record:
        return leads
    rung = max(rungs, key=lambda level: best[level])
    return rung if best[rung] >= best[leads] - ranking.background_margin else leads


def _margin(ranking: Ranking, question: Understood, level: Level, leads: Level) -> float:
    """How far below the leading provision a level's best may stand and still answer beside it.

    What stands above the leading level would decide instead of it, so it has to be nearly as good; what
    stands below only specifies or informs, unless the leading level frames without binding.
    """
    if level.rank > leads.rank:
        return ranking.lower_margin if _binds(question, leads) else ranking.level_margin
    if question.asks_highest and level.is_rung:
        return float("inf")
    return ranking.level_margin


def may_answer(question: Understood, ranked: Ranked, referred: Collection[int]) -> bool:
    """Whether what the question names (a kind of document, an organisation, an act) lets this one answer."""
    if ranked.candidate.id in referred:
        return True
    document = ranked.candidate.document
    # Another act or another organisation's rules are asked for, and the library has none of them.
    if ranked.elsewhere or ranked.for_others:
        return False
    if asks_for_record(question, ranked):
        return False
    if question.bound_to and not is_of_kind(document, question.bound_to):
        return False
    # "när antogs policyn?", "Hallands policy": the question says which documents it is about.
    tells_which = question.kinds and (question.asks_identity or question.others)
    if tells_which and not any(is_of_kind(document, kind) for kind in question.kinds):
        return False
    if question.kinds and question.others and not {o.id for o in question.others} & {*document.organisations}:
        return False
    return not (question.wants_former and not question.wants_proposal and document.status is Status.PROPOSED)


def asks_for_record(question: Understood, ranked: Ranked) -> bool:
    """Whether the question is about what happened at a time gone by, which this, a rule, doesn't tell."""
    return question.asks_event and ranked.candidate.document.level.is_rung


def _binds(question: Understood, level: Level) -> bool:
    rung = question.organisation.rung(level) if question.organisation else None
    return rung is None or rung.binds
