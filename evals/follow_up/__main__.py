"""Precision and recall of what is carried over: `python -m evals.follow_up --on REGION DATA [--on …]`.

REGION is "sample" or "real", DATA the folder of its library; conversations about a region without one are
left out. Prints the figures of the conversations written before the mechanism, after it, and of all, then
each that went wrong. The exit status is 1 where precision is below 0.95 or something that stands by itself
was touched.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from answers.slots import Named
from evals.follow_up.cases import Conversation, Outcome, figures, followed, load_conversations
from evals.wording import decimal
from index.library import Library

LEAST = 0.95
_HALVES = {"before": "skrivna före", "after": "skrivna efter"}


def follow_all(conversations: Sequence[Conversation], region: str, data: Path) -> list[Outcome]:
    """Every conversation about a region, over its library. Raises LibraryMissing."""
    with closing(Library(data)) as library:
        known = Named(library.hierarchy, library.documents())
        return [followed(held, known) for held in conversations if held.region == region]


def lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The figures of each half and of all, and what went wrong."""
    for written, name in _HALVES.items():
        yield _line(name, [o for o in outcomes if o.conversation.written == written])
    yield _line("alla", outcomes)
    for outcome in outcomes:
        if not outcome.is_right:
            asked = " → ".join((*outcome.conversation.after, outcome.conversation.question))
            yield f"  fel: {asked} ⇒ {outcome.asking.text}"


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    found = figures(outcomes)
    told = {"precision": found.precision, "täckning": found.recall, "orörda": found.untouched}
    shown = ", ".join(f"{key} {'–' if v is None else decimal(v, 2)}" for key, v in told.items())
    return f"{name} ({len(outcomes)}): {shown}"


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evals.follow_up")
    parser.add_argument("--on", nargs=2, action="append", required=True, metavar=("REGION", "DATA"))
    chosen = parser.parse_args(arguments)
    conversations = load_conversations()
    outcomes = [o for region, data in chosen.on for o in follow_all(conversations, region, Path(data))]
    for line in lines(outcomes):
        sys.stdout.write(f"{line}\n")
    found = figures(outcomes)
    return int((found.precision or 0) < LEAST or found.untouched != 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
