"""The command `eval`: a question file asked of the library, and the reports of it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import evals
from commands.opening import check_organisation, open_assistant
from commands.output import ProgressBar, console, write_json
from commands.usage import CommandFailed
from evals.assistant_asker import AssistantAsker
from evals.gate import Gate, GateFileError, failures, load_gate
from evals.questions import Question, QuestionFileError, load_questions
from evals.report_html import html_report
from evals.report_json import run_to_json
from evals.report_terminal import terminal_report
from evals.run import run
from settings import Settings

SAMPLE_QUESTIONS = Path(str(evals.__file__)).parent / "sample" / "questions.yaml"
"""The questions on the sample region."""


def measure(
    questions: Path | None,
    settings: Settings,
    *,
    gate: Path | None,
    html: Path | None,
    top: int,
    brief: bool,
    json: bool,
) -> int:
    """Ask every question and report; returns 1 where a gate is not reached, else 0.

    `top` is how many search results are asked for, the k of recall@k; `brief` leaves the questions that
    failed out of what the terminal shows. Raises CommandFailed for files that can't be used, before anything
    is asked, and LibraryError.
    """
    path = questions or SAMPLE_QUESTIONS
    asked, minimums = _files(path, gate)
    if html is not None and not html.absolute().parent.is_dir():
        raise CommandFailed(f"Mappen för ”{html}” finns inte.", "Skapa den, eller ange en annan fil.")
    assistant = open_assistant(settings)
    for organisation in dict.fromkeys(question.organisation for question in asked):
        check_organisation(assistant.hierarchy, organisation)
    with ProgressBar() as progress:
        progress.begin("ask", len(asked))
        measured = run(asked, AssistantAsker(assistant), top=top, on_case=lambda _: progress.advance())
    title = f"Utvärdering: {path.stem}"
    if html is not None:
        subtitle = f"{path.name} mot biblioteket {settings.data}, {date.today().isoformat()}."
        html.write_text(html_report(measured, minimums, title=title, subtitle=subtitle), encoding="utf-8")
    if json:
        write_json(run_to_json(measured, minimums))
    else:
        console().print(terminal_report(measured, minimums, title=title, show_cases=not brief))
    return 1 if minimums and failures(measured, minimums) else 0


def _files(questions: Path, gate: Path | None) -> tuple[Sequence[Question], Gate | None]:
    try:
        return load_questions(questions), load_gate(gate, questions) if gate else None
    except (QuestionFileError, GateFileError) as error:
        raise CommandFailed(str(error)) from error
