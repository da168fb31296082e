"""Recall and precision of proposed limits: `python -m evals.thresholds [--sample DIR] [--real DIR] [--json]`.

Each directory is a library: of the sample region (read into a temporary one without `--sample`), and of the
real documents, which are left out without `--real`. The exit status is 1 below the least recall or precision.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

from evals.thresholds.gold import REAL, SAMPLE, load_gold
from evals.thresholds.measure import Figures, limit_of, measure
from evals.wording import decimal
from index.library import Library
from index.update import update_library
from ingest.governance import load_governance

LEAST_RECALL, LEAST_PRECISION = 0.9, 0.8
_CORPUS = Path("corpus")


class _Silent:
    """No progress is shown: the documents are read in a second."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


def suffices(measured: Figures) -> bool:
    """Whether both figures reach what is demanded of them."""
    return measured.recall >= LEAST_RECALL and measured.precision >= LEAST_PRECISION


def lines(name: str, measured: Figures) -> Iterator[str]:
    """The figures of one library, what was missed and what was too much."""
    yield (
        f"{name:<8} täckning {decimal(measured.recall, 3)} ({measured.found} av {measured.listed})   "
        f"precision {decimal(measured.precision, 3)} ({measured.found} av {measured.proposed})   "
        f"rätt verkan {measured.effects} av {measured.found}"
    )
    for rule in measured.missed:
        limit = rule.limit
        place = f"{limit.document}, {limit.section}"
        yield f"  saknas: {place}: {limit.comparator} {limit.figure} {limit.unit} ({rule.what})"
    for proposal in measured.too_much:
        limit = limit_of(proposal)
        quote = " ".join(proposal.quotes[-1].split())[:90]
        place = f"{limit.document}, {limit.section}"
        yield f"  för mycket: {place}: {limit.comparator} {limit.figure} {limit.unit}: {quote}"


def to_json(measured: Figures) -> dict[str, Any]:
    return {
        "listed": measured.listed,
        "proposed": measured.proposed,
        "found": measured.found,
        "recall": round(measured.recall, 4),
        "precision": round(measured.precision, 4),
        "effects": measured.effects,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.thresholds", description="Mät funna gränser.")
    parser.add_argument("--sample", type=Path, help="exempelregionens bibliotek (annars ett tillfälligt)")
    parser.add_argument("--real", type=Path, help="de verkliga dokumentens bibliotek (annars utelämnas de)")
    parser.add_argument("--json", action="store_true", help="skriv siffrorna som JSON")
    chosen = parser.parse_args(arguments)
    measured: dict[str, Figures] = {}
    with nullcontext(chosen.sample) if chosen.sample else tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        if not chosen.sample:
            update_library(data, [_CORPUS], load_governance(_CORPUS), _Silent())
        with closing(Library(data)) as library:
            measured["sample"] = measure(library, load_gold(SAMPLE))
    if chosen.real:
        with closing(Library(chosen.real)) as library:
            measured["real"] = measure(library, load_gold(REAL))
    if chosen.json:
        sys.stdout.write(json.dumps({name: to_json(figures) for name, figures in measured.items()}) + "\n")
    else:
        for name, figures in measured.items():
            sys.stdout.writelines(line + "\n" for line in lines(name, figures))
    return 0 if all(map(suffices, measured.values())) else 1


if __name__ == "__main__":
    sys.exit(main())
