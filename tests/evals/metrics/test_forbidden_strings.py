"""Strings that betray a wrong answer."""

from evals.metrics.forbidden_strings import forbidden_strings


def test_a_forbidden_string_in_the_answer_fails_the_case_and_is_named(build) -> None:
    answer = build.answer(build.citation(), answer="Det beslutar\nDirektören.")
    score = forbidden_strings(
        build.question(must_not_include=("beslutar direktören", "vem som helst")), answer, []
    )
    assert (score.value, score.reason) == (0, "svaret säger »beslutar direktören«")


def test_a_quote_may_hold_what_the_answer_may_not_say(build) -> None:
    answer = build.answer(build.citation(quote="Direktören informeras."), answer="Chefen beslutar.")
    assert forbidden_strings(build.question(must_not_include=("direktören",)), answer, []).passed


def test_a_question_that_forbids_nothing_is_not_scored(build) -> None:
    assert forbidden_strings(build.question(), build.answer(build.citation()), []) is None
