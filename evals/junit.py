"""A run as JUnit XML, which build servers show: a case for each question, and one for each limit."""

from collections.abc import Collection, Sequence
from xml.etree import ElementTree as ET

from evals import wording
from evals.gate import Gate, failures
from evals.run import CaseResult, EvalRun

_ALLOWED = {code: " " for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: " ", 0xFFFF: " "}


def junit_report(
    run: EvalRun,
    name: str,
    gate: Gate | None = None,
    *,
    drops: Sequence[str] | None = None,
    failed_before: Collection[str] = (),
) -> str:
    """The document as text, in UTF-8.

    A question that did not pass is a failure; one that had failed before (ids) is skipped, since a build is
    to stop for what is new. `drops`: sentences on what fell below the baseline, None where there is none.
    """
    suites = ET.Element("testsuites", name="regelstegen eval")
    questions = ET.SubElement(suites, "testsuite", name=_text(name))
    for case in run.cases:
        _question(questions, run, case, name, case.question.id in failed_before)
    if gate is not None or drops is not None:
        limits = ET.SubElement(suites, "testsuite", name=_text(f"{name}: gränser"))
        if gate is not None:
            _limit(limits, name, "gränserna", failures(run, gate))
        if drops is not None:
            _limit(limits, name, "jämförelsekörningen", drops)
    for suite in suites:
        _count(suite)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _question(suite: ET.Element, run: EvalRun, case: CaseResult, name: str, failed_before: bool) -> None:
    seconds = case.answer["timings_ms"].get("total", 0.0) / 1000
    element = ET.SubElement(
        suite, "testcase", classname=_text(name), name=_text(case.question.id), time=f"{seconds:.3f}"
    )
    if not run.failed(case):
        return
    told = wording.shortcomings(run, case)
    if failed_before:
        ET.SubElement(element, "skipped", message=_text("Brast redan i jämförelsekörningen. " + told[-1]))
        return
    lines = [
        case.question.conversation,
        *("Väntat: " + line for line in wording.expected(case)),
        *("Visat: " + line for line in wording.found(case)),
        *told,
    ]
    failure = ET.SubElement(element, "failure", message=_text(told[-1]))
    failure.text = _text("\n".join(lines))


def _limit(suite: ET.Element, name: str, limit: str, sentences: Sequence[str]) -> None:
    element = ET.SubElement(suite, "testcase", classname=_text(name), name=limit, time="0.000")
    if sentences:
        failure = ET.SubElement(element, "failure", message=_text(sentences[0]))
        failure.text = _text("\n".join(sentences))


def _count(suite: ET.Element) -> None:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.set("time", f"{sum(float(case.get('time', 0)) for case in cases):.3f}")


def _text(text: str) -> str:
    """Without the control characters that XML has no way to write."""
    return text.translate(_ALLOWED)
