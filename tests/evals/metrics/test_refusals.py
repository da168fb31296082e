"""Refusal recall and precision: the same refusals, counted from either side."""

from evals.metrics.refusal_precision import refusal_precision
from evals.metrics.refusal_recall import refusal_recall


def test_recall_is_scored_on_questions_that_nothing_answers(build) -> None:
    unanswerable = build.question(abstain=True)
    assert refusal_recall(unanswerable, build.answer(), []).value == 1
    assert refusal_recall(unanswerable, build.answer(build.citation()), []).value == 0
    assert refusal_recall(build.question(), build.answer(), []) is None


def test_precision_is_scored_on_refusals(build) -> None:
    assert refusal_precision(build.question(abstain=True), build.answer(), []).value == 1
    assert refusal_precision(build.question(), build.answer(), []).value == 0
    assert refusal_precision(build.question(abstain=True), build.answer(build.citation()), []) is None
