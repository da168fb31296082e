"""A run as one JSON document: what `eval --json` prints."""

from typing import Any

from evals.aggregate import Aggregate, Group, by_level, by_organisation, by_tag, latency, totals
from evals.gate import Gate, failures
from evals.run import EvalRun


def run_to_json(run: EvalRun, gate: Gate | None = None) -> dict[str, Any]:
    """Totals, groups, latency and every case's scores with their reasons; `gate` is null where none was
    given.
    """
    return {
        "questions": len(run.cases),
        "metrics": _totals(totals(run)),
        "by_tag": {key: _group(group) for key, group in by_tag(run).items()},
        "by_level": {key: _group(group) for key, group in by_level(run).items()},
        "by_organisation": {key: _group(group) for key, group in by_organisation(run).items()},
        "latency_ms": {
            stage: {"median": spent.median, "p95": spent.p95, "count": spent.count}
            for stage, spent in latency(run).items()
        },
        "gate": None if gate is None else {"minimums": gate.minimums, "failures": failures(run, gate)},
        "cases": [
            {
                "id": case.question.id,
                "scores": {
                    name: {"value": score.value, "reason": score.reason}
                    for name, score in case.scores.items()
                },
            }
            for case in run.cases
        ],
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
