"""Damaged files against the readers: `python -m evals.fuzz [--count N] [--seed N] [--keep DIR]`.

The sample region's documents are damaged at random (the same way for the same seed) and read as an ingest
reads them. Every one must become a document or a refusal in a sentence, within the limits; `--keep` saves
those that brought a process down or met a limit. Exit status 1 where a refusal is no sentence.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from evals.mutations import Mutated, mutations
from evals.wording import decimal
from ingest.errors import LimitExceeded, UnreadableFile
from ingest.governance import Governance
from ingest.limits import Limits
from ingest.readers import SUPPORTED
from ingest.reading_process import ReadingProcess

ROOT = Path(__file__).parents[1]
LIMITS = Limits(read_seconds=20, read_memory_mb=512)
READ, REFUSED, LIMITED, BROUGHT_DOWN = "inlästa", "avvisade", "stoppade av en gräns", "bröt processen"


@dataclass(frozen=True)
class Outcome:
    """What became of a damaged file, the sentence where it was refused, and the seconds that it took."""

    mutated: Mutated
    became: str
    sentence: str
    seconds: float


def sample_files() -> list[Path]:
    """Every document of the sample region."""
    return sorted(p for p in (ROOT / "corpus").glob("*/*") if p.suffix in SUPPORTED)


def fuzz(mutated: Iterable[Mutated], folder: Path, limits: Limits = LIMITS) -> Iterable[Outcome]:
    """Read each damaged file from `folder`."""
    with ReadingProcess(Governance(), limits) as process:
        for item in mutated:
            path = folder / f"skadad{item.source.suffix}"
            path.write_bytes(item.content)
            started = perf_counter()
            became, sentence = READ, ""
            try:
                process.read(path, folder, "skadad")
            except LimitExceeded as error:
                became, sentence = LIMITED, f"{error.reason} {error.remedy}"
            except UnreadableFile as error:
                sentence = f"{error.reason} {error.remedy}"
                became = BROUGHT_DOWN if process.is_down else REFUSED
            yield Outcome(item, became, sentence, perf_counter() - started)


def is_sentence(text: str) -> bool:
    """Whether a refusal is said as it should be: whole sentences, nothing of a traceback."""
    return text[:1].isupper() and text.endswith(".") and "Traceback" not in text and "\n" not in text


def main() -> int:
    """Run, and print what became of the files."""
    parser = argparse.ArgumentParser(prog="python -m evals.fuzz", description="Skadade filer mot läsarna.")
    parser.add_argument("--count", type=int, default=2_000, help="hur många skadade filer (2000)")
    parser.add_argument("--seed", type=int, default=1, help="vilken följd av skador (1)")
    parser.add_argument("--keep", type=Path, help="mapp för de filer som bröt processen eller nådde en gräns")
    given = parser.parse_args()
    outcomes: list[Outcome] = []
    with TemporaryDirectory() as folder:
        for outcome in fuzz(mutations(sample_files(), given.count, given.seed), Path(folder)):
            outcomes.append(outcome)
            if given.keep and outcome.became in (LIMITED, BROUGHT_DOWN):
                given.keep.mkdir(parents=True, exist_ok=True)
                name = f"{len(outcomes):05}-{outcome.mutated.source.name}"
                (given.keep / name).write_bytes(outcome.mutated.content)
            if len(outcomes) % 100 == 0:
                sys.stderr.write(f"{len(outcomes)} / {given.count}\n")
    return _tell(outcomes)


def _tell(outcomes: list[Outcome]) -> int:
    say = sys.stdout.write
    counted = Counter((o.mutated.source.suffix, o.became) for o in outcomes)
    kinds = sorted({suffix for suffix, _ in counted})
    for became in (READ, REFUSED, LIMITED, BROUGHT_DOWN):
        parts = ", ".join(f"{kind} {counted[kind, became]}" for kind in kinds if counted[kind, became])
        total = sum(counted[kind, became] for kind in kinds)
        say(f"{became:22} {total:5}  {parts}\n")
    seconds = sorted(o.seconds for o in outcomes)
    middle, longest = decimal(seconds[len(seconds) // 2], 3), decimal(seconds[-1], 1)
    say(f"{'sekunder per fil':22} {middle} (längst {longest})\n")
    for sentence, number in Counter(o.sentence for o in outcomes if o.sentence).most_common():
        say(f"{number:5}  {sentence}\n")
    wrong = [o for o in outcomes if o.sentence and not is_sentence(o.sentence)]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
