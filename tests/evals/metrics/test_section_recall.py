"""Section recall@k."""

from evals.metrics.section_recall import section_recall
from evals.questions import ExpectedSource

OTHER = "Något helt annat som inte svarar på frågan."


def test_a_passage_among_the_first_k_counts(build) -> None:
    results = [build.result(text=OTHER), build.result()]
    score = section_recall(build.question(), build.answer(), results, k=2)
    assert score.passed
    assert "träff 2" in score.reason


def test_a_passage_after_the_first_k_does_not_count(build) -> None:
    results = [build.result(text=OTHER), build.result()]
    assert section_recall(build.question(), build.answer(), results, k=1).value == 0


def test_the_same_words_in_another_document_do_not_count(build) -> None:
    assert section_recall(build.question(), build.answer(), [build.result("protokoll")], k=8).value == 0


def test_any_one_of_the_expected_sources_is_enough(build) -> None:
    sources = (ExpectedSource("lag", "En annan passage."), ExpectedSource("policy", build.passage))
    assert section_recall(build.question(sources=sources), build.answer(), [build.result()], k=8).passed


def test_a_question_that_nothing_answers_is_not_scored(build) -> None:
    assert section_recall(build.question(abstain=True), build.answer(), [build.result()], k=8) is None
