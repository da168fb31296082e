"""How long PDFs take to read, beside what pypdf alone takes for their text: `python -m evals.read_speed`.

Give it PDFs and folders of them; without any it takes the real documents beside the project where they are,
else the sample region. Both read every file in turn in one process, several times over, so that they meet the
machine in the same mood: ours until blocks are made, pypdf until every page's text is extracted. Nothing is
embedded. Files that are refused are left out of both.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from pypdf import PdfReader

from evals.wording import decimal
from ingest.errors import UnreadableFile
from ingest.readers.pdf import read_pdf

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
TARGET = 2.0
_ROUNDS = 5


@dataclass(frozen=True)
class Times:
    """One file: its pages, and the median seconds that each way of reading takes."""

    path: Path
    pages: int
    ours: float
    pypdf: float

    @property
    def ratio(self) -> float:
        return self.ours / self.pypdf


def measure(path: Path, rounds: int = _ROUNDS) -> Times:
    """Both ways in turn, `rounds` times. Raises UnreadableFile."""
    pages = read_pdf(path).pages
    ours, theirs = [], []
    for _ in range(rounds):
        theirs.append(_seconds(lambda: _extract(path)))
        ours.append(_seconds(lambda: read_pdf(path)))
    return Times(path, pages, median(ours), median(theirs))


def _extract(path: Path) -> None:
    for page in PdfReader(path).pages:
        page.extract_text()


def _seconds(call: Callable[[], object]) -> float:
    begun = perf_counter()
    call()
    return perf_counter() - begun


def found_files(paths: Sequence[Path]) -> list[Path]:
    """The PDFs among `paths` and in the folders among them."""
    found = (file for path in paths for file in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path]))
    return list(dict.fromkeys(found))


def lines(files: Sequence[Path], rounds: int) -> Iterator[str]:
    """A line for each file as soon as it is measured, and one for all of them."""
    measured: list[Times] = []
    for file in files:
        try:
            measured.append(measure(file, rounds))
        except UnreadableFile as refused:
            yield f"  {file.name}: {refused.reason}"
            continue
        yield _line(file.name, measured[-1].pages, measured[-1].ours, measured[-1].pypdf)
    if measured:
        pages, ours, theirs = (
            sum(times.pages for times in measured),
            sum(times.ours for times in measured),
            sum(times.pypdf for times in measured),
        )
        yield _line("alla", pages, ours, theirs)
        verdict = "uppnått" if ours <= TARGET * theirs else "INTE uppnått"
        worst = max(measured, key=lambda times: times.ratio)
        yield f"mål högst {decimal(TARGET, 1)}: {verdict}"
        yield f"långsammast mot pypdf: {worst.path.name}, {decimal(worst.ratio, 2)}"


def _line(name: str, pages: int, ours: float, theirs: float) -> str:
    return (
        f"{name[:60]:<60} {pages:>4} sidor  läst {decimal(ours * 1000, 0):>6} ms  "
        f"pypdf {decimal(theirs * 1000, 0):>6} ms  kvot {decimal(ours / theirs, 2)}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evals.read_speed", description="Mät hur lång tid PDF-filer tar att läsa."
    )
    parser.add_argument("paths", nargs="*", type=Path, help="PDF-filer eller mappar med dem")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"antal varv (vanligen {_ROUNDS})")
    chosen = parser.parse_args(arguments)
    usual = [path for path in (SHARED / "corpus", SHARED / "bench") if path.is_dir()]
    files = found_files(chosen.paths or usual or [ROOT / "corpus"])
    if not files:
        sys.stderr.write("Inga PDF-filer att läsa.\n")
        return 2
    for line in lines(files, max(1, chosen.rounds)):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
