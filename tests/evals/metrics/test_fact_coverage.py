"""Fact coverage."""

from evals.metrics.fact_coverage import fact_coverage


def test_facts_may_stand_in_the_text_or_in_a_quote(build) -> None:
    answer = build.answer(build.citation(quote="Gränsen är 50\u00a0000 kronor."), answer="Chefen\nbeslutar.")
    assert fact_coverage(build.question(must_include=("50 000", "chefen beslutar")), answer, []).passed


def test_a_missing_fact_fails_the_case_and_is_named(build) -> None:
    answer = build.answer(build.citation(), answer="Chefen beslutar.")
    score = fact_coverage(build.question(must_include=("chefen", "nämnden")), answer, [])
    assert (score.value, score.reason) == (0, "saknar »nämnden«")


def test_a_refusal_covers_no_facts(build) -> None:
    answer = build.answer(answer="Jag vet inte om chefen beslutar.")
    assert fact_coverage(build.question(must_include=("chefen",)), answer, []).value == 0


def test_a_question_without_listed_facts_or_without_an_answer_is_not_scored(build) -> None:
    answer = build.answer(build.citation())
    assert fact_coverage(build.question(), answer, []) is None
    assert fact_coverage(build.question(abstain=True), answer, []) is None
