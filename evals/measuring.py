"""A measurement in a process of its own (`python -m evals.measuring DATA QUESTIONS`).

Standard output has one JSON line for each step: {"of": N} once the questions are read, {"done": N} after each
question, and last {"kept": true} or {"error": SENTENCE}. The run is added to the history and kept as the
latest report.
"""

import argparse
import json
import os
import resource
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from answers.assistant import Assistant
from evals.assistant_asker import AssistantAsker
from evals.history import HISTORY_FILE, file_of, past_run, remember
from evals.kept_report import keep_report
from evals.questions import Question, QuestionFileError, load_questions
from evals.report_json import run_to_json
from evals.run import run
from index.embedding import DEFAULT_EMBEDDER
from index.errors import LibraryError

_LATER = 10
"""How much the process gives way to the server's own work."""


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    os.nice(_LATER)
    resource.setrlimit(resource.RLIMIT_CPU, (given.cpu_seconds, given.cpu_seconds))
    try:
        _measure(given)
    except (QuestionFileError, LibraryError) as error:
        _tell(error=str(error))
    except OSError as error:
        _tell(error=f"Körningen kunde inte sparas i {given.data}: {error.strerror}.")
    else:
        _tell(kept=True)
        return 0
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.measuring")
    parser.add_argument("data", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--embedder", default=DEFAULT_EMBEDDER)
    parser.add_argument("--reranker")
    parser.add_argument("--chroma-url")
    parser.add_argument("--cpu-seconds", type=int, default=3600)
    return parser


def _measure(given: argparse.Namespace) -> None:
    questions = load_questions(given.questions)
    assistant = Assistant.open(
        given.data, embedder=given.embedder, reranker=given.reranker, chroma_url=given.chroma_url
    )
    _check_organisations(questions, assistant, given.questions)
    _tell(of=len(questions))
    done = 0

    def count(_: object) -> None:
        nonlocal done
        done += 1
        _tell(done=done)

    measured = run(questions, AssistantAsker(assistant), on_case=count)
    history = given.data / HISTORY_FILE
    file, now = file_of(given.questions, history), datetime.now().astimezone()
    remember(history, past_run(measured, file, now))
    keep_report(given.data, file, now, run_to_json(measured))


def _check_organisations(questions: Sequence[Question], assistant: Assistant, path: Path) -> None:
    known = {organisation.id for organisation in assistant.hierarchy.organisations}
    for question in questions:
        if question.organisation is not None and question.organisation not in known:
            raise QuestionFileError(
                path,
                f"biblioteket känner inte till organisationen ”{question.organisation}”.",
                "Rätta den, eller läs in hierarchy.yaml.",
                question=question.id,
                field="organisation",
            )


def _tell(**said: Any) -> None:
    sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
