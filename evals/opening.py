"""What opening a library costs, in a process of its own: `python -m evals.opening DATA` prints one JSON line.

`seconds`: from the first import to a first answer. `megabytes`: the most memory it held until then.
"""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_QUESTION = "vem beslutar?"
_LONGEST = 120


@dataclass(frozen=True)
class Opening:
    """Seconds until a first answer, and the most megabytes held until then."""

    seconds: float
    megabytes: float


def opening_of(data: Path) -> Opening:
    """Open the library in `data` in a new process. Raises CalledProcessError where it can't be opened."""
    done = subprocess.run(
        [sys.executable, "-m", "evals.opening", str(data)],
        capture_output=True,
        text=True,
        check=True,
        timeout=_LONGEST,
        cwd=Path(__file__).parents[1],
    )
    return Opening(**json.loads(done.stdout))


def main() -> int:
    begun = perf_counter()
    from answers.assistant import Assistant

    Assistant.open(Path(sys.argv[1])).ask(_QUESTION)
    # Linux counts kilobytes, macOS bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    sys.stdout.write(json.dumps({"seconds": perf_counter() - begun, "megabytes": held}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
