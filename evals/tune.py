"""Fit the ranking on question files, by cross-validation: `python -m evals.tune --on DATA QUESTIONS.yaml`.

Prints the curve (what each measure adds, in recall and mean reciprocal rank on questions that were not
fitted on) and writes the weights to `answers/ranking.yaml`. Nothing but these and the threshold of support is
learned.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
import yaml
from numpy.typing import NDArray

from answers.absent import absent_from
from answers.assistant import Assistant
from answers.choice import choose
from answers.finding import Found
from answers.looked_up import look_up
from answers.ranking import Ranked, Ranking, dot, load_ranking, rank, relevance
from evals.matching import is_expected
from evals.options import add_on
from evals.questions import Question, load_questions
from hierarchy.levels import Level
from index.retrieval import Candidate

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]

RELEVANCE = ("likeness", "bm25", "coverage")
READING = ("relevance", "support")
SUPPORT = ("constant", "unit", "relevance", "unfit", "told")
# A provision that the question addresses outright is put first whatever else stands out.
REFERRED = 4.0
# A question about a document's own particulars is answered by the title block of the document it names.
IDENTITY = 4.0
FOLDS = 5
# Of ten times as much, likeness has too little weight, and what is asked in other words is not found.
PENALTY = 0.001
# What the threshold trades against each other; above what is asked for, since unseen questions are harder.
GOALS = {"shown": 0.80, "level": 0.90, "refusal recall": 0.90, "refusal precision": 0.90}
_AS_GOOD = 0.99
_ROUNDS = 4
_HARDEST = 6
_WEIGHTS = Path(__file__).parent.parent / "answers" / "ranking.yaml"
_HEAD = "# Fitted by `python -m evals.tune`; see evals/README.md for the figures.\n"


@dataclass(frozen=True)
class Case:
    """A question with what it found; `hits` are ids of candidates that hold an expected passage."""

    question: Question
    found: Found
    hits: frozenset[int]
    text_of: Callable[[str], str]


def cases(assistant: Assistant, questions: Sequence[Question]) -> Iterator[Case]:
    """Every question asked once; candidates are kept so that weights can be tried without asking again.

    What is told of a document itself, out of the register, is not ranked, and left out.
    """
    for question in questions:
        understood = assistant.finder.understand(
            question.question, question.organisation, question.as_of, question.language, question.after
        )
        if look_up(understood, assistant.finder):
            continue
        found = assistant.finder.find_for(understood)
        hits = {
            candidate.id
            for level in found.candidates.values()
            for candidate in level
            if _holds(assistant, question, candidate)
        }
        yield Case(question, found, frozenset(hits), assistant.library.text)


def _holds(assistant: Assistant, question: Question, candidate: Candidate) -> bool:
    provision = candidate.provision
    text = assistant.library.text(provision.document)[provision.start : provision.end]
    return is_expected(question.expect.sources, provision.document, provision.address, text)


def fit(data: Sequence[tuple[Matrix, Vector]], penalty: float = PENALTY) -> Vector:
    """Weights that put hits first in each list: gradient ascent on the listwise softmax likelihood."""
    weights = np.zeros(data[0][0].shape[1])
    usable = [(x, y) for x, y in data if y.any()]
    for _ in range(500):
        gradient = np.zeros_like(weights)
        for x, y in usable:
            scores = x @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            hit = chance * y
            gradient += x.T @ (hit / hit.sum() - chance)
        weights += gradient / len(usable) - penalty * weights
    return weights


def fit_support(positive: Matrix, negative: Matrix, penalty: float = 0.01) -> Vector:
    """Logistic weights with both sides weighing the same; the first column is constant and not penalised."""
    x = np.vstack([positive, negative])
    y = np.r_[np.ones(len(positive)), np.zeros(len(negative))]
    share = np.r_[np.full(len(positive), 0.5 / len(positive)), np.full(len(negative), 0.5 / len(negative))]
    weights = np.zeros(x.shape[1])
    for _ in range(6000):
        chance = 1 / (1 + np.exp(-x @ weights))
        penalised = weights.copy()
        penalised[0] = 0
        weights += 2.0 * (x.T @ ((y - chance) * share) - penalty * penalised)
    return weights


def fitted(data: Sequence[Case], base: Ranking, names: Sequence[str] = READING) -> Ranking:
    """Relevance first, then the reading of the best by it, then what supports an answer."""
    answerable = [case for case in data if case.hits]
    weights = fit([_relevance_list(case) for case in answerable])
    ranking = replace(base, relevance=_named(RELEVANCE, weights))
    ranking = replace(ranking, support=_fit_support(ranking, data))
    weights = fit([_reading_list(ranking, case, names) for case in answerable])
    return replace(ranking, reading={**_named(names, weights), "referred": REFERRED, "identity": IDENTITY})


def _relevance_list(case: Case) -> tuple[Matrix, Vector]:
    found = [c for level in case.found.candidates.values() for c in level]
    best = max((c.bm25 for c in found), default=0.0)
    rows = [[relevance(c, best)[name] for name in RELEVANCE] for c in found]
    return np.array(rows), np.array([c.id in case.hits for c in found], dtype=float)


def _reading_list(ranking: Ranking, case: Case, names: Sequence[str]) -> tuple[Matrix, Vector]:
    read = _read(ranking, case)
    rows = [[ranked.measured[name] for name in names] for ranked in read]
    return np.array(rows), np.array([r.candidate.id in case.hits for r in read], dtype=float)


def _read(ranking: Ranking, case: Case) -> list[Ranked]:
    ranked = ranked_by(ranking, case)
    return sorted((r for level in ranked.values() for r in level), key=lambda r: -r.score)


def ranked_by(ranking: Ranking, case: Case) -> dict[Level, list[Ranked]]:
    """What a question found, ranked by these weights."""
    found = case.found
    return rank(
        ranking,
        found.question,
        found.query.words,
        found.candidates,
        case.text_of,
        found.referred.provisions,
        absent_from(found.question, found.scope),
        found.scope.named_acts,
    )


def _fit_support(ranking: Ranking, data: Sequence[Case]) -> dict[str, float]:
    """Hits against the most convincing provisions of questions that nothing answers, anew each round."""
    read = {case.question.id: _read(ranking, case) for case in data}
    positive = [
        _supporting(r) for case in data for r in read[case.question.id] if r.candidate.id in case.hits
    ]
    unanswerable = [case for case in data if case.question.expect.abstain]
    support = dict(ranking.support)
    for _ in range(_ROUNDS):
        negative: list[list[float]] = []
        for case in unanswerable:
            worst = sorted(read[case.question.id], key=lambda r: -dot(support, r.supporting))
            negative.extend(_supporting(r) for r in worst[:_HARDEST])
        support = _named(SUPPORT, fit_support(np.array(positive), np.array(negative)))
    return support


def _supporting(ranked: Ranked) -> list[float]:
    return [ranked.supporting[name] for name in SUPPORT]


def _named(names: Sequence[str], weights: Vector) -> dict[str, float]:
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


@dataclass(frozen=True)
class Outcome:
    """How a ranking did on one question that it was not fitted on.

    `place`: of the first hit among all read (0 is first), None without one. `level`: right or not.
    """

    case: Case
    place: int | None
    refused: bool
    shown: bool
    level: bool


def judge(ranking: Ranking, case: Case, ranked: dict[Level, list[Ranked]] | None = None) -> Outcome:
    """Rank (unless already done with the same weights) and choose, as an answer would."""
    ranked = ranked or ranked_by(ranking, case)
    everything = sorted((r for level in ranked.values() for r in level), key=lambda r: -r.score)
    place = next((i for i, r in enumerate(everything) if r.candidate.id in case.hits), None)
    referred = frozenset(case.found.referred.provisions)
    choice = choose(ranking, case.found.question, ranked, referred)
    answering = [level for level in Level if choice.answering.get(level)]
    shown = any(r.candidate.id in case.hits for found in choice.answering.values() for r in found)
    level = bool(answering) and answering[0] == case.question.expect.level
    return Outcome(case, place, choice.abstains, shown, level)


def crossed(data: Sequence[Case], base: Ranking, names: Sequence[str]) -> list[tuple[Ranking, list[Case]]]:
    """For each fold a ranking fitted on the others, and the fold."""
    order = list(data)
    Random(1).shuffle(order)
    folds = [order[k::FOLDS] for k in range(FOLDS)]
    return [
        (fitted([case for other in folds if other is not fold for case in other], base, names), fold)
        for fold in folds
    ]


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures that the threshold trades against each other, each 0–1."""
    answerable = [o for o in outcomes if not o.case.question.expect.abstain]
    refused = [o for o in outcomes if o.refused]
    right = [o for o in refused if o.case.question.expect.abstain]
    n = len(answerable) or 1
    return {
        "recall@8": sum(o.place is not None and o.place < 8 for o in answerable) / n,
        "mrr": sum(1 / (o.place + 1) for o in answerable if o.place is not None) / n,
        "shown": sum(o.shown for o in answerable) / n,
        "level": sum(o.level for o in answerable) / n,
        "refusal recall": len(right) / ((len(outcomes) - len(answerable)) or 1),
        "refusal precision": len(right) / (len(refused) or 1),
    }


def report(name: str, outcomes: Sequence[Outcome]) -> str:
    """One line of figures."""
    return f"{name:<32}" + "  ".join(f"{key} {value:.3f}" for key, value in figures(outcomes).items())


def best_threshold(ranking: Ranking, data: Sequence[Case]) -> float:
    """The `support_from` nearest to every goal at once, by weights that are fitted on the same questions.

    Of those that are as good but for one per cent, the best of those that refuse most of what nothing
    answers: silence is safer than a near miss.
    """
    ranked = [(case, ranked_by(ranking, case)) for case in data]
    tried = []
    for support_from in (round(float(step), 2) for step in np.arange(-0.6, 0.41, 0.05)):
        limited = replace(ranking, support_from=support_from)
        outcomes = [judge(limited, case, found) for case, found in ranked]
        reached = figures(outcomes)
        near = sum(min(reached[name] / goal, 1.0) ** 2 for name, goal in GOALS.items())
        tried.append((reached["refusal recall"], near, support_from))
    best = max(near for _, near, _ in tried)
    *_, support_from = max(each for each in tried if each[1] >= best * _AS_GOOD)
    return support_from


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_on(parser, "may be repeated")
    parser.add_argument("--write", action="store_true", help="write answers/ranking.yaml")
    options = parser.parse_args(arguments)
    data = [
        case for library, path in options.on for case in cases(Assistant.open(library), load_questions(path))
    ]
    base = load_ranking()
    say = sys.stdout.write
    for count in range(1, len(READING) + 1):
        names = READING[:count]
        folds = crossed(data, base, names)
        say(report("+ " + names[-1], [judge(r, case) for r, fold in folds for case in fold]) + "\n")
    final = fitted(data, base)
    support_from = best_threshold(final, data)
    folds = [(replace(r, support_from=support_from), fold) for r, fold in folds]
    say(report(f"support from {support_from}", [judge(r, case) for r, fold in folds for case in fold]) + "\n")
    final = replace(final, support_from=support_from)
    say(report("fitted on all", [judge(final, case) for case in data]) + "\n")
    if options.write:
        _WEIGHTS.write_text(_HEAD + yaml.safe_dump(asdict(final), sort_keys=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
