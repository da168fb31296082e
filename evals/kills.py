"""An ingest killed at random points: `python -m evals.kills [--count N] [--seed N]`.

A library of the sample region is made, the region is changed (a document edited, one renamed, one taken away,
two added), and the ingest of the change is killed (SIGKILL) at N points, spread evenly over its stages and at
random within them. After each kill the library must hold the whole old state or the whole new one: documents,
provisions, full text, passages, files; and say that its vectors are in step only where every one of them is
right. Then the next ingest must finish and give what an undisturbed one gave. Exit status 1 otherwise.
"""

import argparse
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from chromadb.api.shared_system_client import SharedSystemClient

from evals.snapshot import Snapshot, is_said_in_step, take, vectors_stray
from index.embedding import Vectors, engine_id
from index.embedding_cache import CACHE_FILE
from index.report import NoProgress
from index.update import Engine, update_library
from index.vectors import VectorStore
from ingest.governance import load_governance

ROOT = Path(__file__).parents[1]
STAGES = ("start", "read", "embed", "commit", "vectors", "done")
TODAY = date(2026, 5, 1)

_MIXED = "varken gammalt eller nytt"
_PATIENCE = 300
_SECONDS_A_TEXT = 0.003


class Announced:
    """Ingest progress that names each stage on standard output when it begins."""

    def __init__(self) -> None:
        self._stage, self._left = "", 0

    def begin(self, stage: str, total: int) -> None:
        self._stage, self._left = stage, total
        self._say(stage)

    def advance(self, steps: int = 1) -> None:
        self._left -= steps
        if self._stage == "embed" and self._left <= 0:
            self._say("commit")

    def _say(self, stage: str) -> None:
        sys.stdout.write(stage + "\n")
        sys.stdout.flush()


class Counted:
    """An embedder of unit vectors that depend on the text alone, at the pace of a quick model."""

    id = engine_id("kills")

    def query(self, text: str) -> Vectors:
        vector: Vectors = self.passages([text])[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vectors:
        seeds = [int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) for text in texts]
        rows = np.array([np.random.default_rng(seed).standard_normal(64) for seed in seeds], np.float32)
        time.sleep(_SECONDS_A_TEXT * len(texts))
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


ENGINE = Engine("kills", opened=Counted)


@dataclass(frozen=True)
class Kill:
    """One kill: the stage that it was aimed at, whether the run was over by then, and what was found."""

    stage: str
    came_late: bool
    state: str
    in_step: bool
    problems: tuple[str, ...]


class Trial:
    """The old and the new state, and the library that is killed on its way from one to the other."""

    def __init__(self, place: Path) -> None:
        self.corpus = place / "corpus"
        self._place = place
        shutil.copytree(ROOT / "corpus", self.corpus)
        self._ingest(place / "old")
        self._let_go()
        self.old = take(place / "old")
        change(self.corpus)
        shutil.copytree(place / "old", place / "new")
        started = time.perf_counter()
        self.times = self._run(place / "new", None, 0.0)[1]
        self.seconds = time.perf_counter() - started
        self.new = take(place / "new")
        (place / "clean").mkdir()
        shutil.copy(place / "new" / CACHE_FILE, place / "clean")
        self._ingest(place / "clean")
        self._let_go()
        withdrawn = frozenset({"resor-och-moten"})
        renamed = frozenset({"gavor-och-representation", "gavor"})
        parts = withdrawn | renamed
        self.is_clean = take(place / "clean").without(parts) == self.new.without(parts)

    def kill(self, stage: str, share: float) -> Kill:
        """Kill an ingest when `share` of the time that the stage took has passed, and see what is left."""
        data = self._place / "killed"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self._place / "old", data)
        after = STAGES[STAGES.index(stage) + 1]
        lasting = max(0.0, self.times.get(after, 0.0) - self.times.get(stage, 0.0))
        came_late, _ = self._run(data, stage, share * lasting)
        problems: list[str] = []
        found = take(data)
        state = self._state(found)
        if state == _MIXED:
            problems.append(f"innehållet är {state}")
        in_step = is_said_in_step(data)
        if in_step and vectors_stray(data, VectorStore(data)):
            problems.append("vektorer saknas eller är fel fast de sägs vara i takt")
        self._let_go()
        self._ingest(data)
        if take(data) != self.new:
            problems.append("nästa inläsning gav något annat")
        if not is_said_in_step(data) or vectors_stray(data, VectorStore(data)):
            problems.append("nästa inläsning gav andra vektorer")
        self._let_go()
        return Kill(stage, came_late, state, in_step, tuple(problems))

    def _state(self, found: Snapshot) -> str:
        return "gammalt" if found == self.old else "nytt" if found == self.new else _MIXED

    def _ingest(self, data: Path) -> None:
        update_library(data, [self.corpus], load_governance(self.corpus), NoProgress(), ENGINE, today=TODAY)

    def _let_go(self) -> None:
        """Close Chroma's folders: the next one is another process's work, in the same place."""
        SharedSystemClient.clear_system_cache()

    def _run(self, data: Path, stage: str | None, delay: float) -> tuple[bool, dict[str, float]]:
        """Ingest in a process of its own, killed `delay` seconds after the stage has begun.

        Whether it had ended before it could be killed, and when each stage began, in seconds.
        """
        command = [sys.executable, "-m", "evals.kills", "--ingest", str(data), str(self.corpus)]
        started, times = time.perf_counter(), {"start": 0.0}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            assert process.stdout is not None
            if stage != "start":
                for line in process.stdout:
                    times[line.strip()] = time.perf_counter() - started
                    if line.strip() == stage:
                        break
            if stage is not None:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=delay)
                came_late = process.poll() is not None
                process.send_signal(signal.SIGKILL)
            process.wait(timeout=_PATIENCE)
        return (came_late if stage is not None else False), times


def change(corpus: Path) -> None:
    """Edit a document, rename one, take one away and add two."""
    folder = corpus / "exempel"
    edited = folder / "lokala-inkop-pa-vardcentral.md"
    edited.write_text(edited.read_text("utf-8") + "\nKvittot sparas i tio år.\n", "utf-8")
    (folder / "gavor-och-representation.md").rename(folder / "gavor.md")
    (folder / "resor-och-moten.md").unlink()
    for number in range(2):
        paragraphs = "\n\n".join(f"Punkt {n} i anvisning {number} ska följas av alla." for n in range(40))
        text = f"# Anvisning {number}\n\n## Tillämpning\n\n{paragraphs}\n"
        (folder / f"anvisning-{number}.md").write_text(text, "utf-8")


def main() -> int:
    """Run, and print what was found after the kills."""
    parser = argparse.ArgumentParser(prog="python -m evals.kills", description="Avbrutna inläsningar.")
    parser.add_argument("--count", type=int, default=100, help="hur många avbrott (100)")
    parser.add_argument("--seed", type=int, default=1, help="vilka tidpunkter (1)")
    parser.add_argument("--ingest", nargs=2, type=Path, metavar=("DATA", "MAPP"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ingest:
        data, corpus = given.ingest
        told = Announced()
        update_library(data, [corpus], load_governance(corpus), told, ENGINE, today=TODAY)
        told.begin("done", 0)
        return 0
    chance = random.Random(given.seed)
    with TemporaryDirectory() as place:
        trial = Trial(Path(place))
        sys.stderr.write(f"en ostörd inläsning: {trial.seconds:.1f} s, stegen börjar {trial.times}\n")
        kills = []
        for number in range(given.count):
            kills.append(trial.kill(STAGES[number % (len(STAGES) - 1)], chance.random()))
            sys.stderr.write(f"{number + 1} / {given.count}: {kills[-1]}\n")
        return _tell(kills, trial.is_clean)


def _tell(kills: list[Kill], is_clean: bool) -> int:
    say = sys.stdout.write
    for stage in STAGES[:-1]:
        aimed = [kill for kill in kills if kill.stage == stage]
        states = ", ".join(f"{state} {n}" for state, n in Counter(k.state for k in aimed).items())
        late = sum(kill.came_late for kill in aimed)
        behind = sum(not kill.in_step for kill in aimed)
        say(f"{stage:8} {len(aimed):4} avbrott: {states}; vektorer efter {behind}; efter slutet {late}\n")
    problems = Counter(problem for kill in kills for problem in kill.problems)
    for problem, number in problems.items():
        say(f"FEL {number:4}  {problem}\n")
    say(f"som en inläsning från början: {'ja' if is_clean else 'NEJ'}\n")
    say(f"avbrott utan fel: {sum(not kill.problems for kill in kills)} av {len(kills)}\n")
    return 0 if is_clean and not problems else 1


if __name__ == "__main__":
    sys.exit(main())
