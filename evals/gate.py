"""The minimums that a run must reach, kept in a data file.

A gate file is YAML: the stem of each question file, and under it the minimum (0–1) of each metric by name.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from evals.aggregate import totals
from evals.run import EvalRun
from evals.wording import decimal


class GateFileError(Exception):
    """A gate file that can't be used; the message is a Swedish sentence with file, fault and remedy."""


@dataclass(frozen=True)
class Gate:
    """The minimum mean, from 0 to 1, of each metric by name."""

    minimums: dict[str, float]


def load_gate(path: Path, questions: Path) -> Gate:
    """The gate for a question file.

    Raises GateFileError where the file can't be read, is not of the form, or says nothing of that question
    file.
    """
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise GateFileError(
            f"{path}: filen går inte att läsa. Kontrollera sökvägen och rättigheterna."
        ) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise GateFileError(
            f"{path}: filen är inte giltig YAML i UTF-8. Rätta indrag och citattecken."
        ) from error
    minimums = content.get(questions.stem) if isinstance(content, dict) else None
    if not isinstance(minimums, dict) or not minimums:
        raise GateFileError(
            f"{path}: gränser för {questions.stem} saknas. "
            f"Lägg till raden »{questions.stem}:« med ett mått och en gräns på varje rad under."
        )
    return Gate({str(name): _minimum(path, name, value) for name, value in minimums.items()})


def _minimum(path: Path, name: object, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise GateFileError(f"{path}, måttet {name}: »{value}« är ingen gräns. Skriv ett tal från 0 till 1.")
    return float(value)


def failures(run: EvalRun, gate: Gate) -> list[str]:
    """A Swedish sentence for each metric that is below its minimum; empty where the gate is passed.

    A metric that applied to no case, or that does not exist, has not been shown to hold and fails too. The
    mean itself is compared, not its interval.
    """
    reached = totals(run)
    labels = {metric.name: metric.label for metric in run.metrics}
    found: list[str] = []
    for name, minimum in gate.minimums.items():
        if name not in labels:
            found.append(f"Måttet {name} finns inte. Måtten är: {', '.join(labels)}.")
        elif name not in reached:
            found.append(
                f"{labels[name]} ({name}): måttet gällde ingen av frågorna, gränsen är {decimal(minimum, 2)}."
            )
        elif reached[name].mean < minimum:
            total = reached[name]
            reached_text = f"{decimal(total.mean, 3)} på {total.count} frågor"
            found.append(f"{labels[name]} ({name}): {reached_text}, gränsen är {decimal(minimum, 2)}.")
    return found
