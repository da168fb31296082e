"""`eval review`: the questions that failed, one by one, the expected beside the found."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from commands.evaluate import SAMPLE_QUESTIONS, ask_all, questions_of, saved_run
from commands.output import counted, paragraph, plain, write_json
from commands.prompting import Prompt, Quit
from evals.report_json import run_to_json
from evals.saved import SavedCase, SavedRun, run_from_json
from settings import Settings

_CHOICES = {"n": "nästa (eller tom rad)", "f": "föregående", "h": "hela svaret"}


def review_failures(file: Path | None, settings: Settings, *, top: int, json: bool) -> int:
    """Walk through the failures of a saved run, or of a question file asked now. Returns the exit status.

    Where standard output is no terminal, all are written without a pause. Raises CommandFailed for a file
    that can't be used, and LibraryError.
    """
    reviewed = _run(file or SAMPLE_QUESTIONS, settings, top)
    failed = [case for case in reviewed.cases.values() if case.failed]
    if json:
        write_json({"failures": [_as_json(case, reviewed) for case in failed]})
        return 0
    prompt = Prompt()
    prompt.say(f"{counted(len(failed), 'fråga', 'frågor')} av {len(reviewed.cases)} brast.")
    try:
        _walk(failed, reviewed, prompt)
    except Quit:
        pass
    except EOFError:
        prompt.say("Indata tog slut.")
    return 0


def _run(file: Path, settings: Settings, top: int) -> SavedRun:
    if file.suffix.casefold() == ".json":
        return saved_run(file)
    return run_from_json(run_to_json(ask_all(questions_of(file), settings, top=top)))


def _walk(failed: Sequence[SavedCase], reviewed: SavedRun, prompt: Prompt) -> None:
    pausing = sys.stdout.isatty()
    at = 0
    while at < len(failed):
        prompt.out.print(_shown(failed[at], reviewed, f"{at + 1} av {len(failed)}"))
        if not pausing:
            at += 1
            continue
        while (chosen := prompt.choice("", _CHOICES, default="n")) == "h":
            prompt.out.print(paragraph(failed[at].answer, 2))
        at = at + 1 if chosen == "n" else max(0, at - 1)


def _shown(case: SavedCase, reviewed: SavedRun, place: str) -> RenderableType:
    """One failure: the question, two columns, and what did not pass."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("Väntat", ratio=1, overflow="fold")
    table.add_column("Visat", ratio=1, overflow="fold")
    table.add_row(plain("\n".join(case.expected)), plain("\n".join(case.found)))
    faults = [f"{reviewed.labels.get(name, name)}: {case.reasons.get(name, '')}" for name in case.failed]
    return Group(
        Text(),
        paragraph(f"{place} · {case.id}", style="bold"),
        paragraph(case.question),
        table,
        *(paragraph(f"– {fault}", 2, "yellow") for fault in faults),
        paragraph(f"Steget: {case.lost}" if case.lost else "", 2, "bold"),
    )


def _as_json(case: SavedCase, reviewed: SavedRun) -> dict[str, object]:
    return {
        "id": case.id,
        "question": case.question,
        "expected": list(case.expected),
        "found": list(case.found),
        "failed": {name: case.reasons.get(name, "") for name in case.failed},
        "lost": case.lost,
        "answer": case.answer,
    }
