"""Reciprocal rank."""

import pytest

from evals.metrics.reciprocal_rank import reciprocal_rank


def test_the_first_right_result_decides(build) -> None:
    other = build.result("rutin")
    results = [other, other, build.result(), build.result()]
    # Third place: 1/3.
    assert reciprocal_rank(build.question(), build.answer(), results).value == pytest.approx(1 / 3)


def test_a_passage_that_was_not_found_is_zero(build) -> None:
    assert reciprocal_rank(build.question(), build.answer(), [build.result("rutin")]).value == 0
    assert reciprocal_rank(build.question(), build.answer(), []).value == 0


def test_a_question_that_nothing_answers_is_not_scored(build) -> None:
    assert reciprocal_rank(build.question(abstain=True), build.answer(), []) is None
