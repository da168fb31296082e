"""The report for programs."""

import json

import pytest

from evals.gate import Gate
from evals.report_json import run_to_json


def test_totals_groups_times_and_cases_are_all_there(small_run) -> None:
    report = json.loads(json.dumps(run_to_json(small_run)))
    assert report["questions"] == 4
    assert report["metrics"]["recall@8"]["mean"] == pytest.approx(2 / 3)
    assert report["by_tag"]["belopp"]["cases"] == 2
    assert report["by_organisation"]["exempel"]["metrics"]["right_source_shown"]["count"] == 2
    assert report["by_level"].keys() == {"policy", "inget svar finns"}
    assert report["latency_ms"]["total"] == {"median": 25.0, "p95": 25.0, "count": 4}
    assert report["cases"][1]["scores"]["level"]["reason"] == "nivån är regel, väntad policy"


def test_the_gate_is_null_where_none_was_given(small_run) -> None:
    assert run_to_json(small_run)["gate"] is None
    gate = run_to_json(small_run, Gate({"level": 0.85}))["gate"]
    assert gate["minimums"] == {"level": 0.85}
    assert len(gate["failures"]) == 1
