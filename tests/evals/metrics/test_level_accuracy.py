"""Level accuracy."""

from evals.metrics.level_accuracy import level_accuracy
from hierarchy.levels import Level


def test_the_applicable_level_is_compared_with_the_expected(build) -> None:
    answer = build.answer(build.citation(), applicable={"level": "law", "citation": 0})
    assert level_accuracy(build.question(level=Level.LAW), answer, []).passed
    wrong = level_accuracy(build.question(level=Level.GUIDELINE), answer, [])
    assert (wrong.value, wrong.reason) == (0, "nivån är lag, väntad riktlinje")


def test_background_alone_is_the_level_background(build) -> None:
    answer = build.answer(build.citation(), applicable=None, rungs=[], background=[0])
    assert level_accuracy(build.question(level=Level.BACKGROUND), answer, []).passed


def test_a_rung_goes_before_background(build) -> None:
    answer = build.answer(build.citation(), build.citation("protokoll"), background=[1])
    assert level_accuracy(build.question(level=Level.BACKGROUND), answer, []).value == 0


def test_background_beside_a_refusal_is_no_level(build) -> None:
    answer = build.answer(build.citation(), abstained=True, applicable=None, background=[0])
    score = level_accuracy(build.question(level=Level.BACKGROUND), answer, [])
    assert (score.value, score.reason) == (0, "nivån är ingen, väntad bakgrund")


def test_a_question_that_nothing_answers_is_not_scored(build) -> None:
    assert level_accuracy(build.question(abstain=True), build.answer(build.citation()), []) is None
