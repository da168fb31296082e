"""The questions that failed in a run: what was asked, expected and shown, and which step lost it."""

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from evals.kept_report import KeptReport
from evals.loss import Step
from evals.saved import SavedCase
from ui.escape import as_html, as_label
from ui.quality.part import show_empty, show_heading
from ui.texts import Texts

_PAGE = 10
_ALL = ""


@dataclass(frozen=True)
class Failure:
    """A question that failed, and the step that lost it (None where no step is known)."""

    case: SavedCase
    step: Step | None


def failures_in(report: KeptReport) -> list[Failure]:
    """Those of a run, in the order of its file."""
    steps = {
        str(entry["id"]): (entry.get("lost") or {}).get("step") for entry in report.content.get("cases", [])
    }
    return [
        Failure(case, next((step for step in Step if step == steps.get(case.id)), None))
        for case in report.run.cases.values()
        if case.failed
    ]


def show(report: KeptReport, texts: Texts) -> None:
    """Draws them, a page at a time."""
    found = failures_in(report)
    heading = texts("quality.failures.heading", number=len(found), all=len(report.run.cases))
    show_heading(heading)
    if not found:
        show_empty(texts("quality.failures.none"))
        return
    lost = Counter(failure.step for failure in found if failure.step)
    step = st.selectbox(
        texts("quality.failures.step"),
        [_ALL, *(step.value for step in Step if lost[step])],
        format_func=lambda step: (
            as_label(f"{texts(f'quality.step.{step}')} ({lost[Step(step)]})")
            if step
            else texts("quality.failures.every")
        ),
        key="quality-failed-step",
    )
    shown = [failure for failure in found if step in (_ALL, failure.step)]
    pages = -(-len(shown) // _PAGE)
    at = min(int(st.session_state.get("quality-failures", 1)), pages)
    with st.container(key="quality-failure-list", gap="small"):
        for failure in shown[(at - 1) * _PAGE : at * _PAGE]:
            with st.expander(as_label(failure.case.question), key=f"failed-{failure.case.id}"):
                st.html(failure_html(failure, report, texts))
    if pages > 1:
        st.pagination(pages, key="quality-failures")


def failure_html(failure: Failure, report: KeptReport, texts: Texts) -> str:
    """What was expected, what came, what it failed and where it was lost. The lines are the report's own, in
    Swedish.
    """
    case = failure.case
    why = [
        f"{report.run.labels.get(metric, metric)}: {case.reasons.get(metric, '')}".rstrip(": ")
        for metric in case.failed
    ]
    rows = [
        (texts("quality.failures.expected"), case.expected),
        (texts("quality.failures.came"), case.found),
        (texts("quality.failures.why"), why),
        (texts("quality.failures.lost"), [case.lost] if case.lost else []),
        (texts("quality.failures.answer"), [case.answer] if case.answer else []),
    ]
    terms = "".join(
        f"<div><dt>{as_html(name)}</dt><dd lang='sv'>{''.join(f'<p>{as_html(line)}</p>' for line in lines)}"
        "</dd></div>"
        for name, lines in rows
        if lines
    )
    return f"<dl class='rs-identity rs-case'>{terms}</dl>"
