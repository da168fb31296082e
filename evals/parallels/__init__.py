"""How often the counterparts of sister acts are found: `python -m evals.parallels DATA`.

`procurement-acts.yaml` says, by address alone, what reading the acts shows. Prints precision and recall for
each sister act in the library, and every section that is told otherwise.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import yaml

from index.errors import LibraryError
from index.library import Library
from index.parallels import Parallels


@dataclass(frozen=True)
class Judged:
    """A section of `act`, its counterpart in `sister` by reading, and the one found; None for none."""

    section: str
    sister: str
    expected: str | None
    found: str | None


@dataclass(frozen=True)
class Figures:
    """`precision`: of the counterparts found, how many are right; `recall`: of those there are, how many are
    found; each 0–1, and 1 where there is nothing to find. `silent`: of the sections without a counterpart,
    how many are given none.
    """

    precision: float
    recall: float
    silent: float


def judge(library: Library) -> Iterator[Judged]:
    """Every section that was read, for each sister act that the library holds."""
    gold = yaml.safe_load(
        resources.files("evals.parallels").joinpath("procurement-acts.yaml").read_text("utf-8")
    )
    act = library.document(gold["act"])
    if act is None:
        return
    parallels = Parallels(library)
    for section, counterparts in gold["sections"].items():
        found = {there.document: wordings[0].address for there, wordings in parallels.of(act, section)}
        for name, expected in counterparts.items():
            if library.document(sister := gold["sisters"][name]):
                yield Judged(section, sister, expected, found.get(sister))


def figures(judged: Sequence[Judged]) -> Figures:
    """The figures of some sections."""
    right = sum(j.found == j.expected for j in judged if j.expected)
    without = [j for j in judged if j.expected is None]
    return Figures(
        _share(right, sum(j.found is not None for j in judged)),
        _share(right, len(judged) - len(without)),
        _share(sum(j.found is None for j in without), len(without)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def by_sister(judged: Sequence[Judged]) -> Mapping[str, list[Judged]]:
    """The sections of each sister act."""
    sisters = dict.fromkeys(j.sister for j in judged)
    return {sister: [j for j in judged if j.sister == sister] for sister in sisters}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 2 where the library can't be used or lacks the acts."""
    parser = ArgumentParser(
        prog="python -m evals.parallels", description="Hur ofta motsvarande bestämmelser hittas."
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    given = parser.parse_args(arguments)
    try:
        judged = list(judge(Library(given.data)))
    except LibraryError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not judged:
        sys.stderr.write("Biblioteket har inte lagarna som jämförelsen gäller. Läs in dem först.\n")
        return 2
    for sister, sections in by_sister(judged).items():
        reached = figures(sections)
        sys.stdout.write(
            f"{sister}: {len(sections)} lästa, precision {reached.precision:.3f}, "
            f"täckning {reached.recall:.3f}, utan motsvarighet {reached.silent:.3f}\n"
        )
        for j in sections:
            if j.found != j.expected:
                sys.stdout.write(f"  {j.section}: {j.found or 'ingen'}, ska vara {j.expected or 'ingen'}\n")
    return 0
