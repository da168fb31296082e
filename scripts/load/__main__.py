"""`python -m scripts.load --data DIR --questions FILE`: 25 people for 5 minutes, and whether it held.

Starts a server of its own over a copy of the library, or uses the one at `--address` (this machine only);
its process is then watched where `--process` names it. Ends with status 1 where a target was missed, 2 where
nothing could be measured.
"""

import argparse
import asyncio
import ipaddress
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from commands.usage import CommandFailed
from evals.questions import QuestionFileError, load_questions
from scripts.load.person import PATIENCE, Budget, Seen, use
from scripts.load.result import Result, result_of
from scripts.load.tab import PageFailed, opened
from scripts.load.watching import Watched
from scripts.serving import ROOT, served

MOST_PEOPLE, LONGEST, MOST_QUESTIONS = 100, 1800, 10_000


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    try:
        questions = [question.question for question in load_questions(given.questions)]
        with _address(given) as (address, watched):
            result = asyncio.run(load(address, watched, questions, given.people, given.seconds))
    except (QuestionFileError, CommandFailed, PageFailed, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(result.lines()))
    if given.json:
        given.json.write_text(json.dumps(result.as_json(), ensure_ascii=False, indent=1), "utf-8")
    return 1 if result.failures else 0


async def load(
    address: str, watched: Watched, questions: Sequence[str], people: int, seconds: float
) -> Result:
    """Lets `people` use the application for `seconds`.

    The first visit, which opens the engines, is not counted. Raises `PageFailed` where it fails.
    """
    async with opened(address) as tab:
        await asyncio.wait_for(tab.load(), 2 * PATIENCE)
        await asyncio.wait_for(tab.write("question", questions[0]), 2 * PATIENCE)
    seen, budget = Seen(), Budget(monotonic() + seconds, MOST_QUESTIONS)
    before = watched.cpu_seconds()
    watching = asyncio.create_task(watched.watch())
    begun = monotonic()
    await asyncio.gather(*(use(address, number, questions, budget, seen) for number in range(people)))
    took = monotonic() - begun
    watching.cancel()
    after = watched.cpu_seconds()
    seen.errors += watched.exceptions()
    used = after - before if before is not None and after is not None else None
    return result_of(people, took, seen, watched.memory, used)


@contextmanager
def _address(given: argparse.Namespace) -> Iterator[tuple[str, Watched]]:
    if given.address:
        yield given.address, Watched(given.process)
        return
    with served(given.data) as running:
        yield running.address, Watched(running.process, running.log)


def loopback(text: str) -> str:
    """An address on this machine and no other; a load on somebody else's would be an attack."""
    host = urlsplit(text).hostname or ""
    try:
        own = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        own = False
    if not own or urlsplit(text).scheme != "http":
        raise argparse.ArgumentTypeError(
            f"{text} är inte en adress på den här datorn (http://127.0.0.1:PORT)"
        )
    return text.rstrip("/")


def _up_to(most: int) -> Callable[[str], int]:
    def bounded(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} är inte ett tal mellan 1 och {most}")
        return int(text)

    return bounded


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Låter många använda programmet på en gång och mäter.")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="bibliotekets mapp")
    parser.add_argument(
        "--questions", type=Path, default=ROOT / "evals" / "sample" / "questions.yaml", help="frågefil"
    )
    parser.add_argument("--people", type=_up_to(MOST_PEOPLE), default=25)
    parser.add_argument("--seconds", type=_up_to(LONGEST), default=300)
    parser.add_argument("--address", type=loopback, help="en server som redan är i gång på den här datorn")
    parser.add_argument("--process", type=int, default=0, help="dess process, för minne och processortid")
    parser.add_argument("--json", type=Path, help="fil att skriva måtten till")
    return parser


if __name__ == "__main__":
    sys.exit(main())
