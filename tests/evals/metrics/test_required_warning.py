"""Warnings that an honest answer carries."""

from evals.metrics.required_warning import required_warning
from hierarchy.ladder import WarningCode


def test_the_required_warning_counts_among_others(build) -> None:
    answer = build.answer(
        build.citation(), warnings=[build.warning("unconfirmed"), build.warning("proposal", 0)]
    )
    assert required_warning(build.question(warning=WarningCode.PROPOSAL), answer, []).passed


def test_another_warning_does_not_do(build) -> None:
    answer = build.answer(build.citation(), warnings=[build.warning("unconfirmed")])
    score = required_warning(build.question(warning=WarningCode.PROPOSAL), answer, [])
    assert (score.value, score.reason) == (0, "varningen proposal saknas (gavs: unconfirmed)")


def test_a_refusal_has_nothing_to_warn_of(build) -> None:
    assert required_warning(build.question(warning=WarningCode.PROPOSAL), build.answer(), []).passed


def test_a_question_that_requires_no_warning_is_not_scored(build) -> None:
    assert required_warning(build.question(), build.answer(build.citation()), []) is None
