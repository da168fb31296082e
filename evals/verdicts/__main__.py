"""Precision and recall of yes, no and contradicted premises.

`python -m evals.verdicts [--data DIR] [--library NAME]`.

Without `--data` the sample region is read into a temporary library and its questions are asked. The library
"real" needs `--data` with the real documents ingested. Prints the figures of the questions written before
the mechanism, after it, and of all, then each that went wrong. The exit status is 1 where precision is
below 0.97.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from answers.assistant import Assistant
from evals.verdicts.cases import REAL, SAMPLE, load_cases
from evals.verdicts.measure import Figures, Outcome, ask_all, figures
from evals.wording import decimal
from index.update import update_library
from ingest.governance import load_governance

LEAST_PRECISION = 0.97
_CORPUS = Path(__file__).parents[2] / "corpus"
_HALVES = {"before": "skrivna före", "after": "skrivna efter"}


class _Silent:
    """No progress is shown: the documents are read in a second."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


def lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The figures of each kind, half by half and together, and what went wrong or was not said."""
    for kind, name in (("verdict", "ja eller nej"), ("premise", "förutsättningar")):
        of_kind = [o for o in outcomes if getattr(o.case, kind) is not None]
        yield f"{name}:"
        for written, half in _HALVES.items():
            yield _line(half, figures([o for o in of_kind if o.case.written == written]))
        yield _line("alla", figures(of_kind))
        for outcome in of_kind:
            if outcome.said is not None and not outcome.is_right:
                yield f"  fel: {outcome.case.id}: {outcome.case.question} → {outcome.said}"
            elif outcome.said is None and outcome.case.is_decided:
                yield f"  tyst: {outcome.case.id}: {outcome.case.question}"


def _line(name: str, measured: Figures) -> str:
    return (
        f"  {name:<14} {measured.cases:>3} frågor   {measured.said:>3} sagda   "
        f"precision {decimal(measured.precision, 2)}   täckning {decimal(measured.recall, 2)}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evals.verdicts", description="Mät ja, nej och motsagda förutsättningar."
    )
    parser.add_argument("--data", type=Path, help="ett färdigt bibliotek (annars läses exempelregionen in)")
    parser.add_argument("--library", choices=(SAMPLE, REAL), default=SAMPLE, help="vilka frågor som ställs")
    chosen = parser.parse_args(arguments)
    if chosen.library == REAL and chosen.data is None:
        parser.error("ange med --data var biblioteket med de riktiga dokumenten ligger")
    cases = [case for case in load_cases() if case.library == chosen.library]
    with tempfile.TemporaryDirectory() as temporary:
        data = chosen.data or Path(temporary)
        if chosen.data is None:
            update_library(data, [_CORPUS], load_governance(_CORPUS), _Silent())
        assistant = Assistant.open(data)
        outcomes = ask_all(assistant, cases)
        assistant.library.close()
    for line in lines(outcomes):
        sys.stdout.write(line + "\n")
    return 0 if figures(outcomes).precision >= LEAST_PRECISION else 1


if __name__ == "__main__":
    sys.exit(main())
