"""Cases in the words of the reports."""

from evals import wording
from evals.questions import ExpectedSource
from evals.run import run
from hierarchy.ladder import WarningCode


def test_the_expected_and_the_found_are_told_in_the_same_order(build) -> None:
    question = build.question(
        sources=(ExpectedSource("policy", "Chefen beslutar.", "Ansvar", 3),),
        must_include=("chefen",),
        must_not_include=("nämnden",),
        warning=WarningCode.PROPOSAL,
    )
    answer = build.answer(build.citation(quote="Vi beslutar."), warnings=[build.warning("unconfirmed")])
    (case,) = run([question], build.asker([answer])).cases
    assert wording.expected(case) == [
        "Nivå: policy",
        "policy, Ansvar, s. 3: ”Chefen beslutar.”",
        "Ska nämna: chefen",
        "Får inte nämna: nämnden",
        "Varning: proposal",
    ]
    assert wording.found(case) == [
        "Nivå: policy",
        "policy, Ansvar, s. 1: ”Vi beslutar.”",
        "Varningar: unconfirmed",
    ]


def test_refusals_are_told_as_such(small_run) -> None:
    refused = small_run.cases[2]
    assert wording.expected(refused) == ["Avstå: inget i biblioteket svarar."]
    assert wording.found(refused) == ["Avstod."]


def test_a_very_long_quote_is_cut_with_an_ellipsis(build) -> None:
    (case,) = run([build.question()], build.asker([build.answer(build.citation(quote="ö" * 500))])).cases
    assert wording.found(case)[1].endswith("ö…”")
    assert len(wording.found(case)[1]) < 300


def test_shortcomings_end_with_the_step_that_lost_the_question(small_run) -> None:
    _, wrong, quiet, timid = small_run.cases
    assert wording.shortcomings(small_run, wrong)[-1].startswith("Steget: ")
    assert wording.shortcomings(small_run, timid)[-1] == "Steget: Sökningen hittade den inte."
    assert wording.shortcomings(small_run, quiet) == []


def test_figures_are_written_as_in_swedish(small_run) -> None:
    by_name = {metric.name: metric for metric in small_run.metrics}
    assert wording.figure(by_name["level"], 0.784) == "78 %"
    assert wording.figure(by_name["mrr"], 0.645) == "0,65"
    assert wording.milliseconds(27.34) == "27,3 ms"
    assert wording.milliseconds(1234.5) == "1234 ms"
