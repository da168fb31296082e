"""A run that was saved (what `eval --json` prints, or a baseline), read back for comparing and reviewing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any


class SavedRunError(Exception):
    """A file that is no saved run; the message is a Swedish sentence with file, fault and remedy."""


@dataclass(frozen=True)
class SavedCase:
    """One question of a saved run: the values (0–1) and reasons of its metrics by name.

    `failed`: the metrics it did not pass. `lost`: the step that lost it, as a sentence. `expected`, `found`:
    lines as the reports show them. All but the values may be empty in a file that was cut down.
    """

    id: str
    fingerprint: str
    values: Mapping[str, float]
    reasons: Mapping[str, str]
    question: str = ""
    failed: tuple[str, ...] = ()
    lost: str = ""
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True)
class SavedRun:
    """The cases by id in the order of the question file, and what the metrics are called."""

    cases: Mapping[str, SavedCase]
    labels: Mapping[str, str]


def load_run(path: Path) -> SavedRun:
    """Raises SavedRunError where the file can't be read or is no saved run."""
    try:
        return run_from_json(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise SavedRunError(
            f"{path}: filen går inte att läsa. Kontrollera sökvägen och rättigheterna."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SavedRunError(
            f"{path}: filen är ingen sparad körning. "
            "Spara en med: regelstegen eval FRÅGOR.yaml --json > KÖRNING.json"
        ) from error


def run_from_json(content: Mapping[str, Any]) -> SavedRun:
    """A run as `report_json.run_to_json` has it. Raises KeyError, TypeError, ValueError or AttributeError for
    anything else.
    """
    cases = [_case(entry) for entry in content["cases"]]
    if not cases:
        raise ValueError("a run has at least one case")
    labels = {str(name): str(label) for name, label in content.get("labels", {}).items()}
    return SavedRun({case.id: case for case in cases}, labels)


def _case(entry: Mapping[str, Any]) -> SavedCase:
    values = {str(name): float(score["value"]) for name, score in entry["scores"].items()}
    if not all(isfinite(value) and 0 <= value <= 1 for value in values.values()):
        raise ValueError("a score is from 0 to 1")
    lost = entry.get("lost")
    return SavedCase(
        id=str(entry["id"]),
        fingerprint=str(entry.get("fingerprint", "")),
        values=values,
        reasons={str(name): str(score.get("reason", "")) for name, score in entry["scores"].items()},
        question=str(entry.get("question", "")),
        failed=_texts(entry.get("failed", [])),
        lost=str(lost["sentence"]) if lost else "",
        expected=_texts(entry.get("expected", [])),
        found=_texts(entry.get("found", [])),
        answer=str(entry.get("answer", "")),
    )


def _texts(items: list[Any]) -> tuple[str, ...]:
    return tuple(str(item) for item in items)
