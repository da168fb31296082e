"""How long a warm process takes to check a purchase: `python -m evals.threshold_speed DIR…`, each a library.

No embedder is opened: limits are data, held against the library's text at every question.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter

from evals.intervals import percentile
from evals.wording import decimal
from hierarchy.procurement.purchase import Purchase, examine
from hierarchy.procurement.value import Part, Role
from index.library import Library
from index.thresholds import checked_thresholds

TARGET_MS = 50.0
_ROUNDS, _WARM_UP = 40, 3
_DAY = date(2025, 12, 1)


@dataclass(frozen=True)
class CheckTimes:
    """Milliseconds a purchase: the median and the 95th percentile."""

    median: float
    slow: float

    @property
    def suffices(self) -> bool:
        return self.slow < TARGET_MS


def time_checks(data: Path) -> CheckTimes:
    """Checks purchases of many values against every limit of a library that stays open."""
    taken: list[float] = []
    with closing(Library(data)) as library:
        known = [organisation.id for organisation in library.hierarchy.organisations]
        for number in range(_WARM_UP + _ROUNDS):
            part = Part(Decimal(25_000 * (number + 1)), Role.CONTRACT, None, None)
            purchase = Purchase((part,), _DAY, organisation=known[number % len(known)] if known else None)
            start = perf_counter()
            examine(purchase, checked_thresholds(library, purchase.day), known)
            taken.append((perf_counter() - start) * 1000)
    warm = sorted(taken[_WARM_UP:])
    return CheckTimes(median(warm), percentile(warm, 95))


def line(name: str, times: CheckTimes) -> str:
    return (
        f"{name}: ett inköp prövas på {decimal(times.median, 1)} ms (median), "
        f"{decimal(times.slow, 1)} ms (95 %); högst {decimal(TARGET_MS, 0)} ms"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.threshold_speed", description="Mät tiden.")
    parser.add_argument("data", type=Path, nargs="+", help="ett bibliotek")
    measured = {data.name: time_checks(data) for data in parser.parse_args(arguments).data}
    sys.stdout.writelines(line(name, times) + "\n" for name, times in measured.items())
    return 0 if all(times.suffices for times in measured.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
