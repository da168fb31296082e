"""A run as one JSON document: what `eval --json` prints."""

from typing import Any

from evals import wording
from evals.aggregate import Aggregate, Group, by_level, by_organisation, by_tag, latency, totals
from evals.gate import Gate, failures
from evals.loss import counted
from evals.run import CaseResult, EvalRun


def run_to_json(run: EvalRun, gate: Gate | None = None) -> dict[str, Any]:
    """Totals, groups, latency, what each step lost, and every case with its scores and their reasons.

    `gate` is null where none was given; a case's `lost` where nothing failed. `evals.saved` reads it back.
    """
    return {
        "questions": len(run.cases),
        "metrics": _totals(totals(run)),
        "labels": {metric.name: metric.label for metric in run.metrics},
        "by_tag": {key: _group(group) for key, group in by_tag(run).items()},
        "by_level": {key: _group(group) for key, group in by_level(run).items()},
        "by_organisation": {key: _group(group) for key, group in by_organisation(run).items()},
        "latency_ms": {
            stage: {"median": spent.median, "p95": spent.p95, "count": spent.count}
            for stage, spent in latency(run).items()
        },
        "lost": {str(step): number for step, number in counted(case.lost for case in run.cases).items()},
        "gate": None if gate is None else {"minimums": gate.minimums, "failures": failures(run, gate)},
        "cases": [_case(run, case) for case in run.cases],
    }


def _case(run: EvalRun, case: CaseResult) -> dict[str, Any]:
    question, lost = case.question, case.lost
    return {
        "id": question.id,
        "fingerprint": question.fingerprint,
        "question": question.conversation,
        "after": list(question.after),
        "organisation": question.organisation,
        "level": question.expect.level,
        "tags": list(question.tags),
        "scores": {
            name: {"value": score.value, "reason": score.reason} for name, score in case.scores.items()
        },
        "failed": [metric.name for metric, _ in run.failed(case)],
        "lost": None if lost is None else {"step": lost.step, "sentence": lost.sentence},
        "expected": wording.expected(case),
        "found": wording.found(case),
        "answer": case.answer["answer"],
    }


def _group(group: Group) -> dict[str, Any]:
    return {"cases": group.cases, "metrics": _totals(group.totals)}


def _totals(group: dict[str, Aggregate]) -> dict[str, dict[str, float | int]]:
    return {
        name: {
            "mean": total.mean,
            "low": total.interval.low,
            "high": total.interval.high,
            "count": total.count,
        }
        for name, total in group.items()
    }
