"""Right source shown."""

from evals.metrics.right_source_shown import right_source_shown


def test_any_citation_that_holds_the_passage_counts(build) -> None:
    answer = build.answer(build.citation("rutin"), build.citation())
    score = right_source_shown(build.question(), answer, [])
    assert score.passed
    assert "citat 2" in score.reason


def test_a_part_of_the_passage_counts(build) -> None:
    answer = build.answer(build.citation(quote=build.passage[7:50]))
    assert right_source_shown(build.question(), answer, []).passed


def test_another_passage_of_the_right_document_does_not_count(build) -> None:
    answer = build.answer(build.citation(quote="Policyn gäller från den första mars."))
    assert right_source_shown(build.question(), answer, []).value == 0


def test_passages_shown_by_a_refusal_do_not_count(build) -> None:
    answer = build.answer(build.citation(), abstained=True)
    score = right_source_shown(build.question(), answer, [build.result()])
    assert score.value == 0
    assert "avstod" in score.reason


def test_a_question_that_nothing_answers_is_not_scored(build) -> None:
    assert right_source_shown(build.question(abstain=True), build.answer(build.citation()), []) is None
