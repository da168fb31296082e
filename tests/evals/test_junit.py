"""The report for build servers."""

from xml.etree import ElementTree as ET

from evals.gate import Gate
from evals.junit import junit_report
from evals.run import EvalRun, run


def suites(done: EvalRun, *args, **options) -> list[ET.Element]:
    return list(ET.fromstring(junit_report(done, "fragor", *args, **options)))


def test_every_question_is_a_case_and_those_that_failed_say_why(small_run) -> None:
    (questions,) = suites(small_run)
    assert questions.get("name") == "fragor"
    assert (questions.get("tests"), questions.get("failures")) == ("4", "2")
    failed = [case for case in questions if case.find("failure") is not None]
    assert [case.get("name") for case in failed] == ["fel", "radd"]
    assert failed[1].find("failure").get("message") == "Steget: Sökningen hittade den inte."
    assert "Väntat: Nivå: policy" in failed[0].find("failure").text


def test_what_failed_before_is_skipped_so_that_a_build_stops_for_what_is_new(small_run) -> None:
    (questions,) = suites(small_run, failed_before={"fel"})
    assert (questions.get("failures"), questions.get("skipped")) == ("1", "1")


def test_limits_are_a_suite_of_their_own(small_run) -> None:
    _, limits = suites(small_run, Gate({"level": 0.85}), drops=[])
    assert [case.get("name") for case in limits] == ["gränserna", "jämförelsekörningen"]
    assert limits.get("failures") == "1"


def test_a_drop_below_the_baseline_is_a_failure(small_run) -> None:
    _, limits = suites(small_run, drops=["Rätt nivå har fallit."])
    assert limits[0].find("failure").text == "Rätt nivå har fallit."


def test_whatever_a_document_holds_the_report_is_xml(build) -> None:
    nasty = "<b>&]]>\x00\x1b[31m\ufffe ”å”"
    done = run([build.question(nasty)], build.asker([build.answer(build.citation(quote=nasty))]))
    (questions,) = suites(done)
    assert questions[0].get("name").startswith("<b>&]]>")
