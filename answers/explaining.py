"""The way from a question to its answer, step by step, for the person who doubts it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from answers.choice import Choice, asks_for_record, may_answer
from answers.claims import claim_in
from answers.confidence import confidence_features, load_calibration
from answers.finding import Found
from answers.particulars import DocumentAsked
from answers.polar import polar_question
from answers.ranking import Ranked, Ranking
from answers.scope import LeftOut
from answers.understanding import Understood
from hierarchy.amounts import amounts
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Answer, Carried, Premise, RefusedBecause, YesNo
from hierarchy.levels import Level
from hierarchy.validity import Validity, state_on
from references.finding import find_references

_MOST_SHOWN = 4
"""Candidates of each rung, besides those that are quoted."""


class Outcome(StrEnum):
    """What became of a candidate.

    `NAMED_OTHERWISE`: the question names a kind of document, an organisation or an act that it isn't.
    `RULE_FOR_EVENT`: the question is about what happened at a time gone by, which no rule tells.
    `FOR_THE_STATE`: it is addressed to the highest organs of the state, and the question isn't about them.
    `FRAMES`: a law near enough to answer that doesn't know the office the question is about. `NO_SUPPORT`:
    nothing in it holds what is asked for well enough. `BELOW`: it may answer, but others stand nearer to the
    question.
    """

    QUOTED = "quoted"
    NAMED_OTHERWISE = "named_otherwise"
    RULE_FOR_EVENT = "rule_for_event"
    FOR_THE_STATE = "for_the_state"
    FRAMES = "frames"
    NO_SUPPORT = "no_support"
    BELOW = "below"


class Verdict(StrEnum):
    """Why there is an answer or none."""

    ABOUT_A_DOCUMENT = "about_a_document"
    REFERRED = "referred"
    SUPPORTED = "supported"
    NOT_KNOWN = "not_known"
    NOTHING_FOUND = "nothing_found"
    LEADS_NOWHERE = "leads_nowhere"
    NO_SUPPORT = "no_support"
    NEARER_WITHOUT_SUPPORT = "nearer_without_support"
    ENDED = "ended"


@dataclass(frozen=True)
class Reading:
    """What was understood of the question; `particulars` only of one about a document itself.

    `asks_whether` something is allowed, required or forbidden, where the question is one for yes or no.
    `asked`, `carried`, `replaced` only of one that leaned on earlier questions: the whole question, what it
    took over and what it put in the place of something.
    `reread` are the words that were read otherwise than typed: (typed, read).
    """

    language: str
    organisation: str | None
    other_organisations: tuple[str, ...]
    unknown_organisation: str | None
    as_of: date
    amounts: tuple[Decimal, ...]
    kinds: tuple[str, ...]
    references: tuple[str, ...]
    wanted: str | None
    about: str | None
    particulars: tuple[str, ...]
    former: bool
    proposal: bool
    asks_whether: str | None = None
    takes_for_granted: str | None = None
    asked: str | None = None
    carried: tuple[Carried, ...] = ()
    replaced: tuple[Carried, ...] = ()
    reread: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Aside:
    """A document that may not answer, and why."""

    document: str
    title: str
    why: LeftOut


@dataclass(frozen=True)
class Weighed:
    """A candidate of a rung with the features behind its score and its support, as measured.

    `for_support`: what each feature adds to the support, by the weights.
    """

    document: str
    title: str
    section: str
    score: float
    support: float
    features: Mapping[str, float]
    supporting: Mapping[str, float]
    for_support: Mapping[str, float]
    outcome: Outcome


@dataclass(frozen=True)
class Cited:
    """A citation as arranged: `relation` is None in the background, `state` the document's on the day."""

    citation: int
    title: str
    section: str
    level: Level
    relation: str | None
    state: Validity


@dataclass(frozen=True)
class Explanation:
    """Every step. `limits` are the fitted thresholds that the verdict rests on, by name.

    `in_scope` and `candidates` are by level, and empty for a question about a document itself, which is
    looked up and not searched for. `leading` is the best score with support.
    `sure`: what each sign adds to the log-odds that a right source is cited; empty without a probability.
    `yes_or_no` and `premise` are the answer's own.
    """

    reading: Reading
    in_scope: Mapping[Level, int]
    left_out: tuple[Aside, ...]
    candidates: Mapping[Level, tuple[Weighed, ...]]
    verdict: Verdict
    leading: float | None
    limits: Mapping[str, float]
    sure: Mapping[str, float]
    arranged: tuple[Cited, ...]
    warnings: tuple[tuple[str, str], ...]
    yes_or_no: YesNo | None = None
    premise: Premise | None = None


def explain(
    found: Found,
    choice: Choice,
    answer: Answer,
    ranking: Ranking,
    documents: Iterable[GoverningDocument],
) -> Explanation:
    """How `answer` came of what was found and chosen; `documents` are those of the library."""
    referred = frozenset(found.referred.provisions)
    quoted = {r.candidate.id for level in choice.answering.values() for r in level}
    framing = {r.candidate.id for r in choice.framing}

    def outcome(ranked: Ranked) -> Outcome:
        if ranked.candidate.id in quoted:
            return Outcome.QUOTED
        if ranked.candidate.id in framing:
            return Outcome.FRAMES
        if not may_answer(found.question, ranked, referred):
            if ranked.for_others:
                return Outcome.FOR_THE_STATE
            is_rule = asks_for_record(found.question, ranked)
            return Outcome.RULE_FOR_EVENT if is_rule else Outcome.NAMED_OTHERWISE
        return Outcome.NO_SUPPORT if ranked.support < ranking.support_from else Outcome.BELOW

    weighed = {
        level: tuple(_weighed(r, ranking, outcome(r)) for r in ranked)
        for level, ranked in found.ranked.items()
    }
    standing = [w for level in weighed.values() for w in level if w.outcome in _WITH_SUPPORT]
    limits = {
        "support_from": ranking.support_from,
        "level_margin": ranking.level_margin,
        "background_margin": ranking.background_margin,
        "lower_margin": ranking.lower_margin,
        "citation_margin": ranking.citation_margin,
    }
    return Explanation(
        reading=_reading(found.question, None),
        in_scope={level: len(ids) for level, ids in found.scope.documents.items()},
        left_out=tuple(
            Aside(d.document, d.title, found.scope.left_out[d.document])
            for d in documents
            if d.document in found.scope.left_out
        ),
        candidates={
            level: tuple(w for at, w in enumerate(held) if at < _MOST_SHOWN or w.outcome is Outcome.QUOTED)
            for level, held in weighed.items()
        },
        verdict=_verdict(found, choice, answer, [w for level in weighed.values() for w in level]),
        leading=max((w.score for w in standing), default=None),
        limits=limits,
        sure={} if choice.abstains else load_calibration().parts(confidence_features(found.ranked, choice)),
        arranged=_arranged(answer),
        warnings=_warnings(answer),
        yes_or_no=answer.verdict,
        premise=answer.premise,
    )


def explain_told(question: Understood, asked: DocumentAsked | None, answer: Answer) -> Explanation:
    """How an answer about a document itself came about: it was looked up, and nothing was weighed."""
    verdict = Verdict.NOT_KNOWN if answer.abstained else Verdict.ABOUT_A_DOCUMENT
    return Explanation(
        reading=_reading(question, asked),
        in_scope={},
        left_out=(),
        candidates={},
        verdict=verdict,
        leading=None,
        limits={},
        sure={},
        arranged=_arranged(answer),
        warnings=_warnings(answer),
        yes_or_no=answer.verdict,
        premise=answer.premise,
    )


_WITH_SUPPORT = frozenset({Outcome.QUOTED, Outcome.FRAMES, Outcome.BELOW})


def _reading(question: Understood, asked: DocumentAsked | None) -> Reading:
    polar, claim = polar_question(question.text), claim_in(question.text)
    return Reading(
        language=question.language,
        organisation=question.organisation.id if question.organisation else None,
        other_organisations=tuple(o.id for o in question.others),
        unknown_organisation=question.stranger,
        as_of=question.as_of,
        amounts=tuple(amount.sek for amount in amounts(question.text)),
        kinds=tuple(sorted(question.kinds)),
        references=tuple(reference.text for reference in find_references(question.text)),
        wanted=question.wanted.name if question.wanted else None,
        about=asked.document.document if asked else None,
        particulars=tuple(str(p) for p in asked.particulars) if asked else (),
        former=question.wants_former,
        proposal=question.wants_proposal,
        asks_whether=polar.asked.value if polar else None,
        takes_for_granted=claim.text if claim else None,
        asked=question.asked,
        carried=question.carried,
        replaced=question.replaced,
        reread=question.reread,
    )


def _weighed(ranked: Ranked, ranking: Ranking, outcome: Outcome) -> Weighed:
    document = ranked.candidate.document
    return Weighed(
        document.document,
        document.title,
        ranked.candidate.provision.address,
        ranked.score,
        ranked.support,
        dict(ranked.measured),
        dict(ranked.supporting),
        {n: w * ranked.supporting[n] for n, w in ranking.support.items() if n in ranked.supporting},
        outcome,
    )


def _verdict(found: Found, choice: Choice, answer: Answer, weighed: list[Weighed]) -> Verdict:
    if answer.refused_because is RefusedBecause.ENDED:
        return Verdict.ENDED
    if not choice.abstains:
        return Verdict.REFERRED if found.referred.provisions else Verdict.SUPPORTED
    if not weighed:
        return Verdict.NOTHING_FOUND
    if found.referred.missing and not found.referred.provisions:
        return Verdict.LEADS_NOWHERE
    if any(w.outcome is Outcome.BELOW for w in weighed):
        return Verdict.NEARER_WITHOUT_SUPPORT
    return Verdict.NO_SUPPORT


def _arranged(answer: Answer) -> tuple[Cited, ...]:
    relations = {index: str(rung.relation) for rung in answer.rungs for index in rung.citations}
    return tuple(
        Cited(
            index,
            citation.document.title,
            citation.provision.address,
            citation.document.level,
            relations.get(index),
            state_on(citation.document, answer.as_of),
        )
        for index, citation in enumerate(answer.citations)
    )


def _warnings(answer: Answer) -> tuple[tuple[str, str], ...]:
    return tuple((str(warning.code), warning.text) for warning in answer.warnings)
