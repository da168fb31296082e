"""How likely it is that a provision answers: a linear model over what retrieval and reading measured.

The weights are in `ranking.yaml`, fitted on the open questions by `python -m evals.tune`. The score is
relevance only: no level, status or date enters it. Those are for the hierarchy to judge.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from math import log1p

import yaml

from answers.absent import Absent
from answers.addressees import asks_of_the_state, is_for_the_state_alone
from answers.evidence import Evidence, weigh
from answers.understanding import Understood
from hierarchy.levels import Level
from index.retrieval import Candidate
from index.vocabulary import QueryWord
from ingest.outline import TITLE_BLOCK

# How many candidates of each rung are read closely.
_READ = 8
# A question counts as telling at least as much as one of so many words: that it is short is no sign against
# an answer. Where a text says every word of a terse one, it counts as one of so many more.
_FEW_WORDS = 4
_AS_MANY_WORDS = 8
# The share of a question's words, by importance, that what it is about holds.
_MOST = 0.6


@dataclass(frozen=True)
class Ranking:
    """The fitted model: weights by feature name.

    `relevance` scores a candidate by what retrieval measured; `reading` adds what a closer reading shows;
    `support` is the log-odds that its evidence answers the question at all.
    `support_from`: below it there is no answer. `level_margin`: how far below the best score a higher rung's
    best may be and decide instead; `background_margin`: how far below background the best rung may be and
    lead instead; `lower_margin`: as `level_margin` for lower rungs, which specify. `citation_margin`: the
    same within a rung.
    """

    relevance: Mapping[str, float]
    reading: Mapping[str, float]
    support: Mapping[str, float]
    support_from: float
    level_margin: float
    background_margin: float
    lower_margin: float
    citation_margin: float


@dataclass(frozen=True)
class Ranked:
    """A candidate with its score, the support its best fitting evidence gives, and its units, best first.

    `measured` and `supporting` are the features behind score and support, for explanation and fitting.
    `elsewhere`: the question is about an act or a body that the library lacks, and this doesn't name it.
    `for_others`: it is addressed to the highest organs of the state alone, and the question isn't about them.
    """

    candidate: Candidate
    score: float
    support: float
    evidence: Sequence[Evidence] = field(repr=False)
    measured: Mapping[str, float] = field(repr=False)
    supporting: Mapping[str, float] = field(repr=False)
    elsewhere: bool = False
    for_others: bool = False


@cache
def load_ranking() -> Ranking:
    """The weights that ship with the project."""
    return Ranking(**yaml.safe_load(resources.files("answers").joinpath("ranking.yaml").read_text("utf-8")))


def rank(
    ranking: Ranking,
    question: Understood,
    words: Sequence[QueryWord],
    candidates: Mapping[Level, Sequence[Candidate]],
    text_of: Callable[[str], str],
    referred: Collection[int] = (),
    absent: Absent | None = None,
    named_acts: Collection[str] = (),
) -> dict[Level, list[Ranked]]:
    """The best candidates of each rung, read closely and sorted, best first.

    `referred` ids are always read. `absent` is what the question names and the library lacks,
    `named_acts` are the statutes that it names.
    """
    best_bm25 = max((c.bm25 for found in candidates.values() for c in found), default=0.0)
    of_the_state = asks_of_the_state(question.text)
    ranked: dict[Level, list[Ranked]] = {}
    for level, found in candidates.items():
        scored = sorted(
            ((dot(ranking.relevance, relevance(c, best_bm25)), c) for c in found), key=lambda pair: -pair[0]
        )
        read = []
        close = [
            *scored[:_READ],
            *(
                pair
                for pair in scored[_READ:]
                if pair[1].id in referred or _tells_identity(question, pair[1])
            ),
        ]
        for score, candidate in close:
            text = text_of(candidate.document.document)
            evidence = weigh(question, words, candidate, text)
            supporting = support_features(question, words, evidence, score)
            support = dot(ranking.support, supporting)
            measured = {
                "relevance": score,
                "support": support,
                "referred": float(candidate.id in referred),
                "identity": candidate.heading_coverage if _tells_identity(question, candidate) else 0.0,
            }
            said = text[candidate.provision.start : candidate.provision.end]
            elsewhere = absent is not None and not absent.is_named_in(said)
            for_others = (
                level is Level.LAW
                and not of_the_state
                and candidate.document.document not in named_acts
                and candidate.coverage < _MOST
                and is_for_the_state_alone(said)
            )
            final = dot(ranking.reading, measured)
            read.append(
                Ranked(candidate, final, support, evidence, measured, supporting, elsewhere, for_others)
            )
        ranked[level] = sorted(read, key=lambda item: -item.score)
    return ranked


def relevance(candidate: Candidate, best_bm25: float) -> dict[str, float]:
    """What retrieval measured of a candidate, each roughly 0–1."""
    return {
        "likeness": spread(candidate.cosine),
        "bm25": candidate.bm25 / best_bm25 if best_bm25 else 0.0,
        "coverage": candidate.coverage,
    }


def support_features(
    question: Understood, words: Sequence[QueryWord], evidence: Sequence[Evidence], score: float
) -> dict[str, float]:
    """What tells an answer from a near miss: relevance, and the best unit that holds what is asked for.

    Which of the question's words a text lacks tells little: people ask in other words than rules are written.
    """
    strict = question.wanted is not None and question.wanted.strict
    fitting = [e for e in evidence if e.fits or not strict]
    return {
        "constant": 1.0,
        "unit": spread(max((e.cosine for e in fitting), default=0.0)),
        # Relevance is a sum of weights of some ten: brought to the scale of the others.
        "relevance": score / 10,
        "unfit": float(not fitting),
        # No single unit is as near to a question that tells much as to a short one; where a unit says all
        # that a terse one asks, that little was asked is no sign against it.
        "told": log1p(max(len(words), _AS_MANY_WORDS if any(e.says_all for e in fitting) else _FEW_WORDS)),
    }


def _tells_identity(question: Understood, candidate: Candidate) -> bool:
    return question.asks_identity and candidate.provision.path == (TITLE_BLOCK,)


def dot(weights: Mapping[str, float], measured: Mapping[str, float]) -> float:
    return sum(weight * measured[name] for name, weight in weights.items())


def spread(cosine: float) -> float:
    """The query adapter keeps its cosines in 0–0.4: spread them over 0–1."""
    return max(cosine, 0.0) * 2.5
