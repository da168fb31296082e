"""Asking and scoring a list of questions."""

import pytest

from evals.run import run


def test_every_question_is_asked_once_in_order_with_the_same_number_of_results(build) -> None:
    asker = build.asker([build.answer(), build.answer()])
    done = run([build.question("ett"), build.question("två")], asker, top=5)
    assert asker.asked == ["ett", "två"] == [case.question.id for case in done.cases]
    assert asker.tops == [5, 5]
    assert done.metrics[0].name == "recall@5"


def test_a_metric_that_does_not_apply_gives_no_score_rather_than_a_zero(build) -> None:
    (case,) = run([build.question(abstain=True)], build.asker([build.answer()])).cases
    assert set(case.scores) == {"refusal_recall", "refusal_precision"}


def test_only_all_or_nothing_metrics_make_a_case_fail(build) -> None:
    asker = build.asker([build.answer(build.citation())], [[build.result("rutin"), build.result()]])
    done = run([build.question()], asker)
    # Found second: MRR 0.5 is a matter of degree; recall@8 and the shown source are right.
    assert done.cases[0].scores["mrr"].value == 0.5
    assert done.failed(done.cases[0]) == []


def test_a_failed_case_names_its_metrics_in_the_order_of_the_suite(small_run) -> None:
    assert [metric.name for metric, _ in small_run.failed(small_run.cases[1])] == [
        "right_source_shown",
        "level",
    ]


def test_progress_is_told_after_each_case(build) -> None:
    told: list[str] = []
    questions = [build.question("ett"), build.question("två")]
    run(questions, build.asker([build.answer()] * 2), on_case=lambda case: told.append(case.question.id))
    assert told == ["ett", "två"]


def test_a_fault_in_the_asker_is_not_hidden(build) -> None:
    class Broken(build.asker):
        def ask(self, question):
            raise RuntimeError("trasig")

    with pytest.raises(RuntimeError, match="trasig"):
        run([build.question()], Broken([]))
