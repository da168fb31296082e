"""A baseline: an earlier run that later ones are held against, so that a drop beyond noise fails.

Unlike a gate's minimums it needs no figures to be chosen: the run that was good enough is the limit. It is a
file of its own, small enough to be kept in version control beside the questions.
"""

import json
from pathlib import Path
from typing import Any

from evals.compare import Comparison, compare
from evals.saved import SavedRun
from evals.wording import decimal, percent_points
from ingest.registrar.kept_file import read_kept, replace_kept


def write_baseline(path: Path, report: dict[str, Any]) -> None:
    """Keep what comparing needs of a run (as `run_to_json` has it): every question's fingerprint and scores.

    The file is replaced whole or not at all. Raises GovernanceError.
    """
    cases = [
        {
            "id": case["id"],
            "fingerprint": case["fingerprint"],
            "scores": {name: {"value": score["value"]} for name, score in case["scores"].items()},
            "failed": case["failed"],
        }
        for case in report["cases"]
    ]
    lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases)
    labels = json.dumps(report["labels"], ensure_ascii=False)
    replace_kept(read_kept(path), f'{{"labels": {labels},\n "cases": [\n{lines}\n]}}\n')


def drops(baseline: SavedRun, run: SavedRun) -> list[str]:
    """A Swedish sentence for each metric that has dropped beyond noise on the questions that both have.

    Empty where none has. A run that shares no question with the baseline has not been shown to hold: that is
    a sentence too.
    """
    compared = compare(baseline, run)
    if not compared.metrics:
        return [
            "Körningen har ingen fråga gemensam med jämförelsefilen. "
            "Skriv en ny jämförelsefil med --write-baseline."
        ]
    return [
        _sentence(compared, name) for name, found in compared.metrics.items() if found.is_drop_beyond_noise
    ]


def failed_before(baseline: SavedRun, run: SavedRun) -> frozenset[str]:
    """Ids of the questions that failed in the baseline already, and are the same question still."""
    return frozenset(
        name
        for name, case in run.cases.items()
        if name in baseline.cases
        and baseline.cases[name].failed
        and baseline.cases[name].fingerprint == case.fingerprint
    )


def _sentence(compared: Comparison, name: str) -> str:
    found = compared.metrics[name]
    return (
        f"{compared.labels.get(name, name)} ({name}): från {decimal(found.before, 3)} till "
        f"{decimal(found.after, 3)} på {found.count} frågor ({percent_points(found.difference)}): "
        f"{found.worse} blev sämre och {found.better} bättre, vilket är mer än slump "
        f"(p = {decimal(found.p / 2, 3)}, ensidigt)."
    )
