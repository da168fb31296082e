"""Precision and recall on planted conflicts: `python -m evals.conflicts [--data DIR]`.

Reads the planted documents into a library of their own (a temporary one without `--data`), asks every
question once, and prints the figures for each wave of pairs (`Case.written`) and for all of them, then each
case that went wrong. The exit status is 1 below 0.95.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from answers.assistant import Assistant
from evals.conflicts.cases import CORPUS, Case, load_cases
from evals.conflicts.measure import Figures, Outcome, ask_all, every_collision, figures, is_planted
from evals.wording import decimal
from index.update import update_library
from ingest.governance import load_governance

LEAST = 0.95
_HALVES = {
    "before": "skrivna före",
    "after": "skrivna efter",
    "last": "skrivna sist",
    "blind": "skrivna blint",
    "mended": "efter lagning",
}


class _Silent:
    """No progress is shown: the documents are read in a second."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


def open_planted(data: Path) -> Assistant:
    """An assistant over the planted documents, read into `data`."""
    update_library(data, [CORPUS], load_governance(CORPUS), _Silent())
    return Assistant.open(data)


def lines(assistant: Assistant, cases: Sequence[Case], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The figures of each half and of all, and what went wrong."""
    for written, name in _HALVES.items():
        yield _line(name, figures([outcome for outcome in outcomes if outcome.case.written == written]))
    yield _line("alla", figures(outcomes))
    stray = [pair for pair in every_collision(assistant.library) if not is_planted(pair, cases)]
    yield f"  krockar mellan alla regler som ingen har planterat: {len(stray)}"
    for outcome in outcomes:
        case = outcome.case
        if case.collides and not outcome.found:
            yield f"  missad: {case.id} ({case.kind}, {case.rungs}): {case.question}"
        elif case.collides and not outcome.settled:
            yield f"  fel regel: {case.id} (väntad: {case.rule})"
        elif not outcome.reached:
            yield f"  inte prövad: {case.id}: ingen av de två reglerna citerades"
        for pair in outcome.wrong:
            quotes = " / ".join(sorted(f"{side.document}: {side.quote}" for side in pair))
            yield f"  falsk: {case.id}: {quotes}"


def _line(name: str, measured: Figures) -> str:
    return (
        f"  {name:<14} {measured.cases:>3} par   precision {decimal(measured.precision, 2)}   "
        f"täckning {decimal(measured.recall, 2)}   rätt regel {decimal(measured.settled, 2)}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evals.conflicts", description="Mät planterade konflikter."
    )
    parser.add_argument("--data", type=Path, help="var biblioteket ska ligga (annars tillfälligt)")
    chosen = parser.parse_args(arguments)
    cases = load_cases()
    with tempfile.TemporaryDirectory() as temporary:
        assistant = open_planted(chosen.data or Path(temporary))
        outcomes = ask_all(assistant, cases)
        for line in lines(assistant, cases, outcomes):
            sys.stdout.write(line + "\n")
        assistant.library.close()
    whole = figures(outcomes)
    return 0 if min(whole.precision, whole.recall) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
